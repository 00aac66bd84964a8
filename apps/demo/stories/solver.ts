import type { CalendarDate } from '#platform/instant.ts';
import { type DemoDates, daysOf } from '../dates.ts';
import { person } from '../usage.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What `rlmstat -a` printed on Kestrel's solver server each Wednesday at two in the afternoon: five licenses or fewer of eight. */
export function solverServer({ today, months }: DemoDates): string {
  return months
    .flatMap((month) => daysOf(month, today))
    .filter((day) => day < today && weekday(day) === 'Wed')
    .map((day, n) => status(day, 2 + ((n * 3) % 4)))
    .join('\n');
}

function weekday(day: CalendarDate): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
}

function status(day: CalendarDate, inUse: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const since = `${weekday(day)} ${names[month! - 1]} ${String(date).padStart(2, ' ')} 06:00:00 ${year}`;
  const started = day.slice(5).replace('-', '/');
  const runs = Array.from(
    { length: inUse },
    (_, n) =>
      `    solver v4.1: ${person(n + 3)}@ws-${203 + n} 1/0 at ${started} 0${7 + (n % 3)}:1${n}  (handle: ${n + 10})`,
  );
  return [
    'rlmutil v14.2',
    'Copyright (C) 2006-2021, Reprise Software, Inc. All rights reserved.',
    '',
    '    rlm status on solver01 (port 5053), up 12d 08:00:00',
    '    rlm software version v14.2 (build:2)',
    `    Todays Statistics (08:00:00), init time: ${since}`,
    '',
    '    --------- ISV servers ----------',
    '    Name           Port Running Restarts',
    '    meridian          5054   Yes      0',
    '',
    '    meridian license pool status on solver01 (port 5054)',
    '',
    '    solver v4.1',
    `        count: 8, # reservations: 0, inuse: ${inUse}, exp: permanent`,
    '        obsolete: 0, min_remove: 120, total checkouts: 9',
    '    meridian license usage status on solver01 (port 5054)',
    ...runs,
    '',
  ].join('\n');
}
