import type { UsageRecord } from '#business/usage/record.ts';
import { attributeOf } from './attributes.ts';
import { ofHighest } from './highest.ts';
import type { Matched } from './matching.ts';
import type { Measured, PlainAggregate } from './measuring.ts';
import { rated } from './rated.ts';
import { ratedShares, ratedTimeShares } from './ratedShares.ts';
import type { Ratio } from './ratio.ts';
import {
  amountOf,
  firstInstantAt,
  type Item,
  pointAt,
  pointsIn,
  recordOf,
  spansAt,
  spansIn,
} from './sample.ts';
import type { Stretch } from './stretch.ts';
import { isLater } from './tally.ts';

/** A counted unit with what it adds, before the unit size, and where it is rated how that comes about. */
export type Share = { readonly item: Item; readonly value: Ratio; readonly because?: string };

/** What shares are taken of: use as matched, and the same rated where the measure does so. */
export type Sharing = { readonly use: Matched; readonly level: Matched; readonly measure: Measured };

/** Returns what shares of a measure's use are taken of. */
export function sharing(use: Matched, measure: Measured): Sharing {
  const { groupBy, rating } = measure;
  return { use, measure, level: rating ? rated(use, { groupBy, rating }) : use };
}

/** Returns what the value of a group in a stretch is made of; the shares add up to it. */
export function sharesOf(of: Sharing, group: number, aggregate: PlainAggregate, stretch: Stretch): Share[] {
  const { use } = of;
  const { kind } = aggregate;
  if (kind === 'count') return each(pointsIn(use, group, stretch));
  if (kind === 'sum') return wholly(of, pointsIn(use, group, stretch));
  if (kind === 'unique') return each(firstOfEach(use, group, aggregate, stretch));
  if (kind === 'timeWeighted') return timeShares(of, group, stretch);
  if (kind === 'peakConcurrency') return atExtreme('most', of, group, stretch);
  if (spansIn(use, group, stretch).length === 0) {
    const points = pointsIn(of.level, group, stretch);
    if (points.length === 0) return [];
    const { position } = pointAt(kind, points);
    return wholly(of, [{ track: use.points, position }]);
  }
  if (kind === 'latest') return wholly(of, spansAt(use, group, stretch.until - 1));
  return atExtreme(kind === 'max' ? 'most' : 'least', of, group, stretch);
}

/** Returns the spans of a group in force at an instant, each with what it adds to the standing level. */
export function sharesAt(of: Sharing, group: number, instant: number): Share[] {
  return wholly(of, spansAt(of.use, group, instant));
}

function atExtreme(extreme: 'least' | 'most', of: Sharing, group: number, stretch: Stretch): Share[] {
  return sharesAt(of, group, firstInstantAt(extreme, of.level, group, stretch));
}

function each(items: readonly Item[]): Share[] {
  return items.map((item) => ({ item, value: { n: 1n, d: 1n } }));
}

function wholly({ use, measure: { groupBy, rating } }: Sharing, items: readonly Item[]): Share[] {
  if (rating) return ratedShares(use, { groupBy, rating }, items);
  const unit = 10n ** BigInt(use.places);
  return items.map((item) => ({ item, value: { n: BigInt(amountOf(item)), d: unit } }));
}

/** A span with several parts is one row all the same. */
function timeShares(
  { use, measure: { groupBy, rating } }: Sharing,
  group: number,
  stretch: Stretch,
): Share[] {
  if (rating) return ratedTimeShares(use, { groupBy, rating }, group, stretch);
  const whole = 10n ** BigInt(use.places) * BigInt(stretch.length);
  const shares = new Map<UsageRecord, Share>();
  for (const item of spansIn(use, group, stretch)) {
    const { track, position } = item;
    const from = Math.max(track.from[position]!, stretch.from);
    const until = Math.min(track.until[position]!, stretch.until);
    const n = BigInt(amountOf(item)) * BigInt(until - from);
    const before = shares.get(recordOf(item))?.value.n ?? 0n;
    shares.set(recordOf(item), { item, value: { n: before + n, d: whole } });
  }
  return [...shares.values()];
}

function firstOfEach(
  use: Matched,
  group: number,
  { by, highest }: PlainAggregate & { kind: 'unique' },
  stretch: Stretch,
): Item[] {
  const counts = highest ? ofHighest(use, by, highest, stretch) : () => true;
  const first = new Map<string, Item>();
  for (const item of [...pointsIn(use, group, stretch), ...spansIn(use, group, stretch)]) {
    const value = attributeOf(recordOf(item), by);
    if (value === undefined || !counts(recordOf(item))) continue;
    const before = first.get(value);
    if (!before || isLater(recordOf(before), recordOf(item))) first.set(value, item);
  }
  return [...first.values()];
}
