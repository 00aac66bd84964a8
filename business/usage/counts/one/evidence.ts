import type { EvidenceRow } from '#business/findings/finding.ts';
import type { CountRequest } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { Instant } from '#platform/instant.ts';
import { ofHour, valueOfHours } from './hourly.ts';
import { attributeOf, type Matched, matched } from './matching.ts';
import { measuringPlain, type PlainAggregate } from './measuring.ts';
import { compareRatios, type Ratio, writingIn } from './ratio.ts';
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
import { type Stretch, stretchOf, stretchOfHour } from './stretch.ts';
import { isLater } from './tally.ts';

/** A counted unit with what it adds, before the unit size. */
type Share = { readonly item: Item; readonly value: Ratio };

/**
 * Returns what the value of a group in a window is made of, one row per counted unit, by time, source and id; the
 * contributions add up to the value exactly. None where the group or the window has nothing.
 *
 * `count`, `sum`: each point. `unique`: the first record of each value. `peakConcurrency`, and `max` of spans: the
 * spans in force at the first instant of the highest level; `min` of spans: of the lowest; `latest` of spans: at the
 * last instant. `min`, `max`, `latest` of points: the one that makes the value. `timeWeighted`: each span with its
 * share. `nthHighest`, `percentile`: what the first hour of the value that counts is made of. Of the window `instant`:
 * the highest level, as `max`; `evidenceAt` gives that of any other instant.
 */
export function evidenceOf(request: CountRequest, window: number, group: string): readonly EvidenceRow[] {
  const use = matched(request);
  const chosen = request.windows[window];
  const number = use.groups.indexOf(group);
  if (!chosen || number < 0) return [];
  const { aggregate, window: rule } = request.measure;
  if (rule.unit === 'instant') {
    const shares = sharesOf(use, number, { kind: 'peakConcurrency' }, stretchOf(chosen));
    return rowsOf(shares, request);
  }
  if (!('of' in aggregate)) return rowsOf(sharesOf(use, number, aggregate, stretchOf(chosen)), request);
  const stretches = chosen.hours.map(stretchOfHour);
  const values = measuringPlain(use, ofHour(aggregate), stretches)(number);
  const value = valueOfHours(aggregate, values);
  const hour = stretches.find((_, i) => value && values[i] && compareRatios(values[i], value) === 0);
  return hour ? rowsOf(sharesOf(use, number, ofHour(aggregate), hour), request) : [];
}

/** Returns the spans of a group in force at an instant, each with its quantity: what the standing level is made of. */
export function evidenceAt(request: CountRequest, instant: Instant, group: string): readonly EvidenceRow[] {
  const use = matched(request);
  const number = use.groups.indexOf(group);
  return number < 0 ? [] : rowsOf(wholly(use, spansAt(use, number, instant)), request);
}

function sharesOf(use: Matched, group: number, aggregate: PlainAggregate, stretch: Stretch): Share[] {
  const { kind } = aggregate;
  if (kind === 'count') return each(pointsIn(use, group, stretch));
  if (kind === 'sum') return wholly(use, pointsIn(use, group, stretch));
  if (kind === 'unique') return each(firstOfEach(use, group, aggregate.by, stretch));
  if (kind === 'timeWeighted') return timeShares(use, group, stretch);
  if (kind === 'peakConcurrency') return atExtreme('most', use, group, stretch);
  if (spansIn(use, group, stretch).length === 0) {
    const points = pointsIn(use, group, stretch);
    return points.length === 0 ? [] : wholly(use, [pointAt(kind, points)]);
  }
  if (kind === 'latest') return wholly(use, spansAt(use, group, stretch.until - 1));
  return atExtreme(kind === 'max' ? 'most' : 'least', use, group, stretch);
}

function atExtreme(extreme: 'least' | 'most', use: Matched, group: number, stretch: Stretch): Share[] {
  return wholly(use, spansAt(use, group, firstInstantAt(extreme, use, group, stretch)));
}

function each(items: readonly Item[]): Share[] {
  return items.map((item) => ({ item, value: { n: 1n, d: 1n } }));
}

function wholly(use: Matched, items: readonly Item[]): Share[] {
  const unit = 10n ** BigInt(use.places);
  return items.map((item) => ({ item, value: { n: BigInt(amountOf(item)), d: unit } }));
}

/** A span with several parts is one row all the same. */
function timeShares(use: Matched, group: number, stretch: Stretch): Share[] {
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

function firstOfEach(use: Matched, group: number, by: string, stretch: Stretch): Item[] {
  const first = new Map<string, Item>();
  for (const item of [...pointsIn(use, group, stretch), ...spansIn(use, group, stretch)]) {
    const value = attributeOf(recordOf(item), by);
    if (value === undefined) continue;
    const before = first.get(value);
    if (!before || isLater(recordOf(before), recordOf(item))) first.set(value, item);
  }
  return [...first.values()];
}

function rowsOf(shares: readonly Share[], { measure }: CountRequest): EvidenceRow[] {
  const write = writingIn(measure.unitSize);
  const inOrder = [...shares].sort((a, b) => (isLater(recordOf(a.item), recordOf(b.item)) ? 1 : -1));
  return inOrder.map(({ item, value }) => {
    const { source, id, kind, feature, who, at } = recordOf(item);
    return { source, id, kind, feature, who, from: at, until: endOf(item), contributes: write(value) };
  });
}

/** The end of a span that has a known one; a point has none. */
function endOf({ track, position }: Item): Instant | null {
  const end = track.end[position]!;
  return track.record[position]!.kind === 'occurrence' || end === Infinity ? null : (end as Instant);
}
