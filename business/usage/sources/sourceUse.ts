import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { gradeAttribute } from '../import/checkoutLog.ts';
import type { UsageRecord } from '../record.ts';

/** What was received from one source, all contents of every record. */
export type SourceUse = {
  readonly source: string;
  readonly records: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Records by the grade of their evidence; the empty grade is a report. */
  readonly grades: Readonly<Record<string, number>>;
  /** Records by the UTC day of their beginning. */
  readonly days: ReadonlyMap<CalendarDate, number>;
};

type Growing = {
  records: number;
  first: Instant;
  last: Instant;
  grades: Map<string, number>;
  days: Map<number, number>;
};

const day = 86_400_000_000;

/** Returns what each source of one customer brought, in order of their names. */
export function sourceUse(records: readonly UsageRecord[]): SourceUse[] {
  const bySource = new Map<string, Growing>();
  for (const { source, at, attributes } of records) {
    let known = bySource.get(source);
    if (!known) {
      known = { records: 0, first: at, last: at, grades: new Map(), days: new Map() };
      bySource.set(source, known);
    }
    known.records += 1;
    if (at < known.first) known.first = at;
    if (at > known.last) known.last = at;
    add(known.grades, attributes[gradeAttribute] ?? '');
    add(known.days, Math.floor(at / day));
  }
  return [...bySource]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, { grades, days, ...use }]) => ({
      source,
      ...use,
      grades: Object.fromEntries(grades),
      days: new Map([...days].map(([n, count]) => [dateIn((n * day) as Instant, 'UTC'), count])),
    }));
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
