import type { RatingStep } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import { attribute } from './matching.ts';
import { ceiling, compare, fromDecimal, nought, over, type Ratio, times, total } from './ratio.ts';

/** A quantity with a record it came from: after a sum any of those added up, as they agree in all that is still asked. */
type Part = { readonly record: UsageRecord; readonly quantity: Ratio };

/** Returns what the quantities of the records come to by the steps. */
export function rating(records: readonly UsageRecord[], steps: readonly RatingStep[]): Ratio {
  return come(
    records.map((record) => ({ record, quantity: fromDecimal(record.quantity) })),
    steps,
  );
}

/** Returns what one quantity comes to by steps that ask for nothing of a record. */
export function ratedAlone(quantity: Ratio, steps: readonly RatingStep[], any: UsageRecord): Ratio {
  return come([{ record: any, quantity }], steps);
}

/**
 * Returns the steps as `inner` and `outer`, where the outer ones begin with the first that adds up everything: rating by
 * all steps is the outer rating of the sum of the inner ratings of what `key` tells apart.
 */
export function parted(steps: readonly RatingStep[]): {
  readonly inner: readonly RatingStep[];
  readonly outer: readonly RatingStep[];
  readonly key: (record: UsageRecord) => string | null;
} {
  const sums = (step: RatingStep): step is Summing => step.kind === 'floor' || step.kind === 'packs';
  const first = steps.findIndex((step) => sums(step) && step.each.length === 0);
  const inner = first < 0 ? steps : steps.slice(0, first);
  const last = inner.findLast(sums);
  const key = (record: UsageRecord): string | null => (last ? placeOf(record, last.each) : null);
  return { inner, outer: first < 0 ? [] : steps.slice(first), key };
}

type Summing = RatingStep & { readonly kind: 'floor' | 'packs' };

function come(parts: readonly Part[], steps: readonly RatingStep[]): Ratio {
  return total(steps.reduce<readonly Part[]>(after, parts).map(({ quantity }) => quantity));
}

function after(parts: readonly Part[], step: RatingStep): Part[] {
  switch (step.kind) {
    case 'factor':
      return parts.map(({ record, quantity }) => ({
        record,
        quantity: times(quantity, fromDecimal(tableValue(step, attribute(record, step.by)))),
      }));
    case 'times':
      return parts.map(({ record, quantity }) => ({
        record,
        quantity: times(quantity, fromDecimal(step.factor)),
      }));
    case 'floor':
      return summed(parts, step.each).map(({ record, quantity }) => ({
        record,
        quantity: lifted(quantity, fromDecimal(step.atLeast)),
      }));
    case 'packs':
      return summed(parts, step.each).map(({ record, quantity }) => ({
        record,
        quantity: { n: ceiling(over(quantity, fromDecimal(step.size))), d: 1n },
      }));
  }
}

function tableValue(
  { table, otherwise }: RatingStep & { kind: 'factor' },
  value: string | undefined,
): string {
  const row = Object.entries(table).find(([name]) => name === value);
  return row ? row[1] : otherwise;
}

function lifted(quantity: Ratio, least: Ratio): Ratio {
  return compare(quantity, nought) > 0 && compare(quantity, least) < 0 ? least : quantity;
}

function summed(parts: readonly Part[], each: readonly string[]): Part[] {
  const place = ({ record }: Part): string => placeOf(record, each);
  return [...Map.groupBy(parts, place).values()].map((same) => ({
    record: same[0]!.record,
    quantity: total(same.map(({ quantity }) => quantity)),
  }));
}

function placeOf(record: UsageRecord, each: readonly string[]): string {
  return each.map((name) => JSON.stringify(attribute(record, name) ?? '')).join();
}
