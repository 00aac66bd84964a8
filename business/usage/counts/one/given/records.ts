import { expect, test } from 'vitest';
import type { Aggregate, CountRequest, Measure } from '#business/usage/measure.ts';
import type { RecordKind, UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { type CalendarDate, formatInstant, type Instant, parseInstant } from '#platform/instant.ts';
import { countByASweep } from '../sweep.ts';

type Given = Partial<Omit<UsageRecord, 'at' | 'until'>> & { readonly until?: string | null };

/** What differs from: the month of March 2026 in UTC, read at its end, every feature `solver`, no filter, no groups. */
export type Settings = Partial<Omit<Measure, 'aggregate'>> &
  Partial<Pick<CountRequest, 'chosen' | 'features'>> & {
    readonly from?: string;
    readonly until?: string;
    readonly asOf?: string;
  };

/** `2026-03-02` or `2026-03-02 08:30`, in UTC. */
export function when(text: string): Instant {
  const [date, time = '00:00'] = text.split(' ');
  return parseInstant(`${date}T${time}:00Z`)!;
}

let ids = 0;

/** A record of March 2026 unless it says more: `record('held', '2 08:00', { until: '2 09:00' })`. */
export function record(kind: RecordKind, at: string, given: Given = {}): UsageRecord {
  ids += 1;
  const { until = null, ...rest } = given;
  const content = {
    source: 'server',
    id: String(ids).padStart(4, '0'),
    kind,
    feature: 'solver',
    at: inMarch(at),
    until: until === null ? null : inMarch(until),
    quantity: '1',
    who: null,
    series: null,
    attributes: {},
    ...rest,
  };
  return { digest: JSON.stringify(content), ...content };
}

/** `2`, `2 08:00` in March 2026, or a whole date and time as `when` takes it. */
export function inMarch(text: string): Instant {
  return when(text.includes('-') ? text : `2026-03-${text.replace(/^\d(?!\d)/, '0$&')}`);
}

/** Returns the request that asks for an aggregate of records. */
export function asked(
  records: readonly UsageRecord[],
  aggregate: Aggregate['kind'] | Aggregate,
  settings: Settings,
): CountRequest {
  const { from = '2026-03-01', until = '2026-04-01', asOf = until, chosen, features, ...rest } = settings;
  const measure: Measure = {
    aggregate: typeof aggregate === 'string' ? ({ kind: aggregate } as Aggregate) : aggregate,
    window: { unit: 'month', anchor: 'calendar' },
    zone: 'UTC',
    filter: [],
    groupBy: [],
    countReservations: false,
    unitSize: '1',
    ...rest,
  };
  const options = { asOf: when(asOf), anchor: from.slice(0, 10) as CalendarDate };
  const term = { from: when(from), until: when(until) };
  return {
    records,
    chosen: chosen ?? new Map(),
    measure,
    features: features ?? [
      { source: null, feature: 'solver', from: when('2020-01-01'), until: when('2030-01-01') },
    ],
    windows: windowsOf(measure, term, options),
    asOf: options.asOf,
  };
}

/** Returns a line for each value of the sweep: its time if asked for, its group where there is one, the value. */
export function values(request: CountRequest, show: 'value' | 'time' = 'value'): string[] {
  return countByASweep(request).map(({ group, from, until, value }) => {
    const names = (JSON.parse(group) as string[]).map((name) => `${name || '(none)'}: `).join('');
    const time = show === 'time' ? `${formatInstant(from)} ${formatInstant(until)} ` : '';
    return `${time}${names}${value}`;
  });
}

/** A rule, the records given, when they are aggregated so, then these values; with settings where they differ. */
export type Case = readonly [
  rule: string,
  given: readonly UsageRecord[],
  when: Aggregate['kind'] | Aggregate,
  then: readonly string[],
  settings?: Settings,
];

/** Holds the sweep to each case of a table. */
export function holdTo(cases: readonly Case[]): void {
  for (const [rule, given, aggregate, then, settings = {}] of cases) {
    test(rule, () => {
      expect(values(asked(given, aggregate, settings))).toEqual(then);
    });
  }
}
