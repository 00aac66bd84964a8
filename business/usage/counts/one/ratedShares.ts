import type { RatingStep } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { decimalOf, digits } from './amount.ts';
import { valuesOf } from './attributes.ts';
import { edgesOf } from './cells.ts';
import type { Matched } from './matching.ts';
import { type Rating, ratersOf } from './rated.ts';
import { factorOf, type Rater } from './rater.ts';
import { type Item, recordOf, spansIn } from './sample.ts';
import type { Share } from './shares.ts';
import type { Stretch } from './stretch.ts';
import { isLater } from './tally.ts';

/**
 * Returns by how much the rating of the items grows as they are added one after another, by time, source and id: the
 * shares add up to the rating of all. The first one of what is lifted or packed brings most of it.
 */
export function ratedShares(use: Matched, measure: Rating, items: readonly Item[]): Share[] {
  const rater = ratersOf(use, measure)();
  const unit = 10n ** BigInt(rater.places);
  const records = items.map(recordOf);
  return inOrder(items).map((item) => ({
    item,
    value: { n: rater.change(recordOf(item), 1), d: unit },
    because: because(recordOf(item), measure.rating, records, rater),
  }));
}

/** Returns the same over time: of each span its share at every moment, over the length of the stretch. */
export function ratedTimeShares(use: Matched, measure: Rating, group: number, stretch: Stretch): Share[] {
  const newRater = ratersOf(use, measure);
  const { places } = newRater();
  const whole = 10n ** BigInt(places) * BigInt(stretch.length);
  const items = inOrder(spansIn(use, group, stretch));
  const bounds = items.map(({ track, position }) => ({
    from: Math.max(track.from[position]!, stretch.from),
    until: Math.min(track.until[position]!, stretch.until),
  }));
  const areas = new Map<UsageRecord, { item: Item; n: bigint }>();
  const edges = edgesOf(bounds);
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const rater = newRater();
    items.forEach((item, k) => {
      if (bounds[k]!.from > edges[i]! || bounds[k]!.until <= edges[i]!) return;
      const n = rater.change(recordOf(item), 1) * BigInt(edges[i + 1]! - edges[i]!);
      areas.set(recordOf(item), { item, n: (areas.get(recordOf(item))?.n ?? 0n) + n });
    });
  }
  return [...areas.values()].map(({ item, n }) => ({ item, value: { n, d: whole } }));
}

function inOrder(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (isLater(recordOf(a), recordOf(b)) ? 1 : -1));
}

/** How a record came to count as it does: its factors, and the floors and packs of what it was added up with. */
function because(
  record: UsageRecord,
  steps: readonly RatingStep[],
  all: readonly UsageRecord[],
  { places }: Rater,
): string {
  const factors = steps.flatMap((step) => (step.kind === 'factor' ? [factorOf(step, record)] : []));
  const own = [record.quantity, ...factors].join(' × ');
  const sums = steps.flatMap((step) => {
    if (step.kind !== 'floor' && step.kind !== 'packs') return [];
    const beside = all.filter((one) => valuesOf(one, step.each) === valuesOf(record, step.each)).length;
    const whose = step.each.length > 0 ? ` for each ${step.each.join(' and ')}` : '';
    const rule =
      step.kind === 'floor'
        ? `at least ${short(step.atLeast, places)}`
        : `packs of ${short(step.size, places)}, rounded up`;
    return [`${rule}${whose}${beside > 1 ? `, with ${beside - 1} more` : ''}`];
  });
  const times = steps.flatMap((step) => (step.kind === 'times' ? [`all × ${step.factor}`] : []));
  return [own, ...sums, ...times].join('; ');
}

function short(decimal: string, places: number): string {
  return decimalOf(BigInt(digits(decimal, places)), places);
}
