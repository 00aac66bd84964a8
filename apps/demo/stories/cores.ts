import { addDays, type CalendarDate } from '#platform/instant.ts';
import type { DemoDates } from '../dates.ts';

/**
 * Fjordline's list of servers as a CSV, once a month and whenever one was added: five x86 servers of eight cores at the
 * start (20 core licenses), and another ARM server of eight cores (2 more) every twelve days.
 */
export function inventory({ from, today, months }: DemoDates): string {
  const servers = Array.from({ length: 5 }, (_, n) => ({
    name: `meter-${n + 1}`,
    since: from,
    processor: 'x86',
  }));
  for (let since = addDays(from, 12), n = 1; since < today; since = addDays(since, 12), n++)
    servers.push({ name: `edge-${n}`, since, processor: 'arm' });
  const seen = (day: CalendarDate, since: CalendarDate) => day > since && day < today;
  const rows = servers.flatMap(({ name, since, processor }) =>
    [since, ...months.filter((day) => seen(day, since))].map((day) => `${day} 00:00,${name},8,${processor}`),
  );
  return ['time,series,quantity,processor', ...rows.sort(), ''].join('\n');
}
