import { addDays, type CalendarDate } from '#platform/instant.ts';
import { type DemoDates, daysOf, firstOfMonth, isWorkday } from './dates.ts';

const given = [
  'anna',
  'ben',
  'carla',
  'david',
  'elena',
  'farid',
  'grace',
  'hugo',
  'ines',
  'jonas',
  'kira',
  'liam',
  'maria',
  'noah',
  'olga',
  'paul',
  'quinn',
  'rosa',
  'samir',
  'tessa',
];
const family = [
  'santos',
  'berg',
  'costa',
  'dubois',
  'eriksen',
  'fischer',
  'garcia',
  'hansen',
  'ito',
  'jansen',
];

/** The nth person of a company: two hundred of them, all different; the thirteenth is Maria Santos. */
export function person(n: number): string {
  return `${given[n % given.length]}.${family[Math.floor(n / given.length) % family.length]}`;
}

/** A number between 0 and 1 that is the same each time: a multiplicative hash (Knuth) of its place. */
function steady(place: number): number {
  return ((place * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
}

/** A roster a month, and yesterday's; `twice` adds people to that month's roster under another spelling. */
export function rosters(
  { today, months }: DemoDates,
  customer: string,
  sizes: readonly number[],
  twice: Record<number, string[]>,
): { asOf: string; csv: string }[] {
  const yesterday = addDays(today, -1);
  const days = months.filter((month) => month <= today);
  if (yesterday > days.at(-1)!) days.push(yesterday);
  return days.map((day, n) => {
    const i = Math.min(n, months.length - 1);
    const extra = twice[i] ?? [];
    const people = [...Array.from({ length: sizes[i]! - extra.length }, (_, n) => person(n)), ...extra];
    const rows = people.map((name, n) => `${name}@${customer}.example,${n % 5 === 0 ? 'admin' : 'member'}`);
    return { asOf: `${day}T06:00:00Z`, csv: ['email,role', ...rows, ''].join('\n') };
  });
}

/** One event a day with that day's calls; monthly totals in thousands. `abroad`: one day of that month from another country. */
export function apiCalls(
  { today, months }: DemoDates,
  customer: string,
  thousands: readonly number[],
  abroad: Record<number, string> = {},
): string {
  const lines = months.flatMap((month, i) => {
    const whole = daysOf(month, addDays(firstOfMonth(month, 1), -1));
    const daily = Math.floor((thousands[i]! * 1000) / whole.length);
    return daysOf(month, today).map((day, d) =>
      event({
        id: `${customer}-calls-${day}`,
        source: 'beacon-gateway',
        type: 'beacon.call',
        time: `${day}T12:00:00Z`,
        subject: customer,
        data: {
          quantity: Math.round(daily * (isWorkday(day) ? 1.08 : 0.8)),
          territory: d === 11 && abroad[i] ? abroad[i] : 'DE',
        },
      }),
    );
  });
  return `${lines.join('\n')}\n`;
}

/** Floating checkouts of each workday: `peaks[i]` of them at once at half past ten on the busiest days of month i. */
export function checkouts({ today, months }: DemoDates, customer: string, peaks: readonly number[]): string {
  const lines: string[] = [];
  for (const [i, month] of months.entries()) {
    for (const [d, day] of daysOf(month, today).entries()) {
      if (!isWorkday(day) || day === today) continue;
      const size =
        d % 7 === 3 || d > 25 ? peaks[i]! : Math.floor(peaks[i]! * (0.7 + 0.25 * steady(i * 31 + d)));
      for (let n = 0; n < size; n++) lines.push(checkout(customer, day, n));
    }
  }
  lines.push(
    event({
      id: 'beta-1',
      source: 'flexlm-brightline',
      type: 'checkout',
      time: `${months[3]}T09:00:00Z`,
      subject: customer,
      data: { kind: 'held', feature: 'forge_render_beta', user: person(2), until: `${months[3]}T10:00:00Z` },
    }),
  );
  return `${lines.join('\n')}\n`;
}

function checkout(customer: string, day: CalendarDate, n: number): string {
  const start = 7 * 60 + Math.floor(190 * steady(n + 17));
  const end = 11 * 60 + Math.floor(400 * steady(n + 91));
  return event({
    id: `${day}-${n}`,
    source: `flexlm-${customer}`,
    type: 'checkout',
    time: `${day}T${clock(start)}:00Z`,
    subject: customer,
    data: { kind: 'held', feature: 'forge_cad', user: person(n), until: `${day}T${clock(end)}:00Z` },
  });
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function event(rest: Record<string, unknown>): string {
  return JSON.stringify({ specversion: '1.0', ...rest });
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What `lmstat -a` printed at two each workday afternoon; in month i at most `peaks[i]` checkouts. */
export function licenseServer({ today, months }: DemoDates, peaks: readonly number[]): string {
  return months
    .flatMap((month, i) =>
      daysOf(month, today)
        .filter((day) => isWorkday(day) && day !== today)
        .map((day, d) =>
          status(
            day,
            d % 6 === 2 ? peaks[i]! : Math.floor(peaks[i]! * (0.75 + 0.2 * steady(i * 29 + d))),
            i === 6 ? 28 : 20,
          ),
        ),
    )
    .join('\n');
}

function status(day: CalendarDate, inUse: number, issued: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${month}/${date}`;
  const lines = Array.from({ length: inUse }, (_, n) => {
    const minute = String(10 + (n % 49)).padStart(2, '0');
    return `    ${person(n)} ws-${100 + n} /dev/tty (v12.4) (license01/27000 ${1000 + n}), start ${name} ${8 + (n % 5)}:${minute}`;
  });
  return [
    'lmutil - Copyright (c) 1989-2024 Flexera. All Rights Reserved.',
    `Flexible License Manager status on ${name}/${year} 14:00`,
    '',
    'License server status: 27000@license01',
    '',
    'license01: license server UP (MASTER) v11.19',
    '',
    'Vendor daemon status (on license01):',
    '',
    '    meridian: UP v11.19',
    'Feature usage info:',
    '',
    `Users of forge_cad:  (Total of ${issued} licenses issued;  Total of ${inUse} licenses in use)`,
    '',
    '  "forge_cad" v12.4, vendor: meridian',
    '  floating license',
    '',
    ...lines,
    '',
  ].join('\n');
}
