import type { HighestKind } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { attributeOf } from './attributes.ts';
import type { Bounds } from './cells.ts';
import type { Matched } from './matching.ts';
import type { Measuring, Stretch } from './stretch.ts';

/** Returns whether a record is of the highest kind that its value of `by` had in the bounds, in whatever group. */
export function ofHighest(
  use: Matched,
  by: string,
  highest: HighestKind,
  { from, until }: Bounds,
): (record: UsageRecord) => boolean {
  const ranks = rankingOf(highest);
  const best = new Map<string, number>();
  for (const track of [use.points, use.spans])
    track.record.forEach((record, i) => {
      if (track.from[i]! >= until || track.until[i]! <= from) return;
      const value = attributeOf(record, by);
      const rank = ranks(record);
      if (value !== undefined && rank >= 0) best.set(value, Math.max(rank, best.get(value) ?? -1));
    });
  return (record) => {
    const value = attributeOf(record, by);
    return value !== undefined && ranks(record) === best.get(value);
  };
}

/** The place of a record's kind among those there are; -1 where it has none of them. */
function rankingOf({ attribute, order }: HighestKind): (record: UsageRecord) => number {
  const places = new Map(order.map((kind, place) => [kind, place]));
  return (record) => {
    const kind = attributeOf(record, attribute);
    return kind === undefined ? -1 : (places.get(kind) ?? -1);
  };
}

/** Returns the measuring of how many different values of `by` meet each stretch by their highest kind in it. */
export function highestMeasuring(
  use: Matched,
  by: string,
  highest: HighestKind,
  stretches: readonly Stretch[],
): Measuring {
  const values = stretches.map((stretch) => valuesIn(use, by, highest, stretch));
  return (group) => values.map((found) => found.get(group) && { n: BigInt(found.get(group)!.size), d: 1n });
}

/** By group the values that count; none where the group has only records that do not. */
function valuesIn(
  use: Matched,
  by: string,
  highest: HighestKind,
  stretch: Stretch,
): Map<number, Set<string>> {
  const counts = ofHighest(use, by, highest, stretch);
  const found = new Map<number, Set<string>>();
  for (const track of [use.points, use.spans])
    track.record.forEach((record, i) => {
      if (track.from[i]! >= stretch.until || track.until[i]! <= stretch.from) return;
      const values = found.get(track.group[i]!) ?? new Set<string>();
      found.set(track.group[i]!, values);
      if (counts(record)) values.add(attributeOf(record, by)!);
    });
  return found;
}
