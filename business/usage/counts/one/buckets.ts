import type { CountRequest, FeatureRule, Measure, Window } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { spans } from '#platform/calendar.ts';
import { type Instant, type Interval, latest, overlap } from '#platform/instant.ts';
import { countUpTo } from './cells.ts';

/**
 * Returns the buckets of a window, in order: the local days of the measure's zone that meet its counted part, cut to it.
 * A window within one day is its own bucket.
 */
export function bucketing(measure: Measure, windows: readonly Window[]): (window: Window) => Interval[] {
  const from = windows.reduce((least, { counted }) => Math.min(least, counted.from), Infinity) as Instant;
  const until = windows.reduce((most, { counted }) => Math.max(most, counted.until), 0) as Instant;
  const days = spans('day', { from, until }, measure.zone);
  const ends = days.map((day) => day.until);
  return ({ counted }) => {
    const result: Interval[] = [];
    for (let i = countUpTo(ends, counted.from); i < days.length; i += 1) {
      const bucket = overlap(days[i]!, counted);
      if (!bucket) break;
      result.push(bucket);
    }
    return result;
  };
}

/** Returns the buckets of all windows of a request, each once, by start and then end. */
export function bucketsOf({ measure, windows }: Pick<CountRequest, 'measure' | 'windows'>): Interval[] {
  const bucketsIn = bucketing(measure, windows);
  const known = new Map<string, Interval>();
  for (const bucket of windows.flatMap(bucketsIn)) known.set(`${bucket.from} ${bucket.until}`, bucket);
  return [...known.values()].sort((a, b) => a.from - b.from || a.until - b.until);
}

/** Returns what names the partial result of a bucket: readable, and equal exactly where the question is the same. */
export function partialKeys(
  measure: Measure,
  features: readonly FeatureRule[],
): (bucket: Interval) => string {
  const rules = features.map(canonical).sort();
  const question = `"features":[${rules.join(',')}],"measure":${canonical(measure)}`;
  return ({ from, until }) => `{"bucket":[${from},${until}],${question}}`;
}

/** JSON with the names of each object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
}

/**
 * Returns the time within which a record may change what is counted: partial results of buckets that meet it, and of no
 * other, no longer hold once the record has come, or a variant of it has been chosen. `related` are the records it is
 * taken together with: the variants of its identity, what any of them retracts, and the series of all of these.
 */
export function touchedBy(record: UsageRecord, related: readonly UsageRecord[]): Interval {
  const reaches = [record, ...related].map(reachOf).filter((reach) => reach !== null);
  const from = reaches.reduce((least, reach) => Math.min(least, reach.from), latest as number);
  const until = reaches.reduce((most, reach) => Math.max(most, reach.until), from);
  return { from: from as Instant, until: until as Instant };
}

/** Where a record counts or, in its series, may make others count or stop; `null` where it is never counted. */
function reachOf({ kind, at, until, series }: UsageRecord): Interval | null {
  if (kind === 'queued' || kind === 'retraction') return null;
  if (kind === 'occurrence') return { from: at, until: (at + 1) as Instant };
  const endsItself = kind === 'sighting' || kind === 'reservation' || (kind === 'held' && series === null);
  return { from: at, until: endsItself && until !== null ? until : latest };
}
