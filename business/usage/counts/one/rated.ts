import type { Measure, RatingStep } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { decimalOf, decimals } from './amount.ts';
import { countUpTo } from './cells.ts';
import { gathered, type Matched, type Track } from './matching.ts';
import { ofGroup } from './order.ts';
import { type Rater, raterOf } from './rater.ts';
import { addRow, emptyRows, type Rows } from './rows.ts';
import type { Measuring, Stretch } from './stretch.ts';
import { tallying } from './tallying.ts';

/** A measure that rates. */
export type Rating = Pick<Measure, 'groupBy'> & { readonly rating: readonly RatingStep[] };

/** Returns what makes empty ratings of these records. */
export function ratersOf(use: Matched, { rating }: Rating): () => Rater {
  let most = 0;
  for (const { record } of [use.points, use.spans])
    for (const { quantity } of record) most = Math.max(most, decimals(quantity));
  return raterOf(rating, most);
}

/**
 * Returns the same use rated: each point, at its place, with the rating of it alone; in place of the spans of a group
 * the stretches between their bounds in which any is in force, each with the rating of those.
 */
export function rated(use: Matched, measure: Rating): Matched {
  const newRater = ratersOf(use, measure);
  const points = emptyRows();
  use.points.record.forEach((record, i) => {
    const rater = newRater();
    const amount = rater.change(record, 1);
    const { from, until, end } = use.points;
    addRow(points, withAmount(record, amount, rater), from[i]!, until[i]!, end[i]!);
  });
  const spans = emptyRows();
  use.groups.forEach((_, group) => {
    const starting = ofGroup(use.spansByStart, group);
    addStretches(spans, use.spans, starting, ofGroup(use.spansByEnd, group), newRater());
  });
  return gathered(points, spans, measure);
}

function withAmount(record: UsageRecord, amount: bigint, { places }: Rater): UsageRecord {
  return { ...record, quantity: decimalOf(amount, places) };
}

function addStretches(
  rows: Rows,
  spans: Track,
  starting: Uint32Array,
  ending: Uint32Array,
  rater: Rater,
): void {
  const total = starting.length;
  let now = 0;
  for (let started = 0, ended = 0; ended < total; ) {
    const start = started < total ? spans.from[starting[started]!]! : Infinity;
    const next = Math.min(start, spans.until[ending[ended]!]!);
    if (started > ended && next > now)
      addRow(rows, withAmount(spans.record[starting[0]!]!, rater.value(), rater), now, next, next);
    for (; ended < total && spans.until[ending[ended]!] === next; ended += 1)
      rater.change(spans.record[ending[ended]!]!, -1);
    for (; started < total && spans.from[starting[started]!] === next; started += 1)
      rater.change(spans.record[starting[started]!]!, 1);
    now = next;
  }
}

/** Returns the measuring of the rating of all points in each stretch together. */
export function ratedSums(use: Matched, measure: Rating, stretches: readonly Stretch[]): Measuring {
  const newRater = ratersOf(use, measure);
  const { record, from } = use.points;
  const isThere = tallying(use, 'count', stretches);
  return (group) => {
    const positions = ofGroup(use.pointsByTime, group);
    const there = isThere(group);
    const times = Float64Array.from(positions, (position) => from[position]!);
    return stretches.map((stretch, i) => {
      if (!there[i]) return undefined;
      const rater = newRater();
      const end = countUpTo(times, stretch.until - 1);
      for (let at = countUpTo(times, stretch.from - 1); at < end; at += 1)
        rater.change(record[positions[at]!]!, 1);
      return { n: rater.value(), d: 10n ** BigInt(rater.places) };
    });
  };
}
