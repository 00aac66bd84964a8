import type { CountedValue, CountRequest, Measure, Window } from '#business/usage/measure.ts';
import { type Interval, overlap } from '#platform/instant.ts';
import { bucketing, partialKeys } from './buckets.ts';
import { combining } from './combining.ts';
import { folding } from './fold.ts';
import { type Matched, matched } from './matching.ts';
import { partingDistinct } from './partDistinct.ts';
import { partingHours } from './partHourly.ts';
import type { Bucket, Parting } from './parting.ts';
import { partingStanding } from './partStanding.ts';
import { partingTallies } from './partTally.ts';
import { writingIn } from './ratio.ts';
import { countByASweep } from './sweep.ts';

/** Where partial results are kept: text by key. Whoever keeps them drops those that a record touches (`touchedBy`). */
export type PartialStore = {
  readonly get: (key: string) => string | undefined;
  readonly put: (key: string, value: string) => void;
};

/** The states of all groups in one bucket. */
type Part<S> = ReadonlyMap<string, S>;

/**
 * Returns what `countByASweep` returns, with the help of stored partial results: one for each bucket of a window (see
 * `bucketsOf`), read where there is one, else counted from the records and, once the bucket has fully elapsed, stored.
 * Where all buckets are stored, the records are not looked at. Some measures have no partial results.
 */
export function countWithPartials(request: CountRequest, partials: PartialStore): readonly CountedValue[] {
  return combining((part) => countParts(part, partials))(request);
}

/** What is rated or charged at first use, and highest kinds, depend on more than one day: they are counted anew. */
function countParts(request: CountRequest, partials: PartialStore): readonly CountedValue[] {
  const { aggregate, window, rating, firstUse } = request.measure;
  if (rating || firstUse || 'highest' in aggregate || 'parts' in aggregate) return countByASweep(request);
  if (window.unit === 'instant') return countParted(request, partials, partingStanding());
  if ('of' in aggregate) return countParted(request, partials, partingHours(aggregate));
  if (aggregate.kind === 'unique') return countParted(request, partials, partingDistinct(aggregate.by));
  return countParted(request, partials, partingTallies(aggregate.kind));
}

function countParted<S>(request: CountRequest, partials: PartialStore, parting: Parting<S>): CountedValue[] {
  const keyOf = partialKeys(request.measure, request.features);
  const bucketsIn = bucketing(request.measure, request.windows);
  const keysOf = new Map<Window, string[]>();
  const parts = new Map<string, Part<S>>();
  const missing = new Map<string, Bucket>();
  for (const window of request.windows) {
    const keyed = bucketsIn(window).map((bucket) => ({ key: keyOf(bucket), bucket }));
    keysOf.set(
      window,
      keyed.map(({ key }) => key),
    );
    for (const { key, bucket } of keyed) {
      if (parts.has(key) || missing.has(key)) continue;
      const text = partials.get(key);
      if (text === undefined) missing.set(key, withHours(bucket, window));
      else parts.set(key, fromText(text, parting));
    }
  }
  for (const [key, part] of countMissing(request, missing, parting)) {
    parts.set(key, part);
    if (missing.get(key)!.until <= request.asOf) partials.put(key, toText(part, parting));
  }
  return request.windows.flatMap((window, index) => {
    const merged = mergeParts(
      keysOf.get(window)!.map((key) => parts.get(key)!),
      parting.merge,
    );
    return valuesOf(merged, window, index, request.measure, parting);
  });
}

function withHours(bucket: Interval, { hours }: Window): Bucket {
  return { ...bucket, hours: hours.filter((hour) => overlap(hour, bucket)) };
}

function countMissing<S>(
  request: CountRequest,
  missing: ReadonlyMap<string, Bucket>,
  parting: Parting<S>,
): Map<string, Part<S>> {
  const parts = new Map<string, Map<string, S>>();
  if (missing.size === 0) return parts;
  const use: Matched = matched(request);
  const statesOf = parting.measure(use, [...missing.values()]);
  const inOrder = [...missing.keys()].map((key) => {
    const part = new Map<string, S>();
    parts.set(key, part);
    return part;
  });
  use.groups.forEach((name, group) => {
    statesOf(group).forEach((state, i) => {
      if (state !== undefined) inOrder[i]!.set(name, state);
    });
  });
  return parts;
}

/** Merges pairwise: joining one bucket after another would copy what has gathered each time. */
function mergeParts<S>(parts: readonly Part<S>[], merge: (a: S, b: S) => S): Map<string, S> {
  const states = new Map<string, S[]>();
  for (const part of parts) {
    for (const [name, state] of part) {
      const before = states.get(name);
      if (before) before.push(state);
      else states.set(name, [state]);
    }
  }
  const merged = new Map<string, S>();
  for (const [name, list] of states) merged.set(name, folding(list, merge)(0, list.length)!);
  return merged;
}

function valuesOf<S>(
  states: ReadonlyMap<string, S>,
  window: Window,
  index: number,
  measure: Measure,
  parting: Parting<S>,
): CountedValue[] {
  const write = writingIn(measure.unitSize);
  const byName = [...states].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.flatMap(([group, state]) =>
    parting
      .values(state, window)
      .map(({ from, until, value }) => ({ group, window: index, from, until, value: write(value) })),
  );
}

function toText<S>(part: Part<S>, parting: Parting<S>): string {
  return JSON.stringify([...part].map(([name, state]) => [name, parting.toJson(state)]));
}

function fromText<S>(text: string, parting: Parting<S>): Part<S> {
  const rows = JSON.parse(text) as [string, never][];
  return new Map(rows.map(([name, json]) => [name, parting.fromJson(json)]));
}
