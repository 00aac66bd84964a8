import type { RatingStep } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { decimals, digits } from './amount.ts';
import { attributeOf, valuesOf } from './attributes.ts';

/** A rating kept up to date while records come and go. Amounts are in units of 10 to the power of minus `places`. */
export type Rater = {
  readonly places: number;
  /** Adds (1) or takes away (-1) a record; returns by how much the rating changed. */
  readonly change: (record: UsageRecord, sign: 1 | -1) => bigint;
  /** What has been added comes to. */
  readonly value: () => bigint;
};

/** A step that adds up: its sums by values of `each`, and what becomes of a sum. */
type Level = {
  readonly each: readonly string[];
  readonly sums: Map<string, bigint>;
  readonly of: (sum: bigint) => bigint;
};

/** How an amount goes through one step. */
type Stage = (amount: bigint, record: UsageRecord) => bigint;

/**
 * Returns a function that makes ratings of nothing yet, for records whose quantities have at most so many decimals.
 * Every amount on the way is a whole number in one scale: the decimals of what is added or lifted to, and of all
 * factors together.
 */
export function raterOf(steps: readonly RatingStep[], mostDecimals: number): () => Rater {
  const added = steps.map((step) => {
    if (step.kind === 'floor') return decimals(step.atLeast);
    return step.kind === 'packs' ? decimals(step.size) : 0;
  });
  const multiplied = steps.map((step) => Math.max(0, ...factorsOf(step).map(decimals)));
  const places = Math.max(mostDecimals, ...added) + multiplied.reduce((a, b) => a + b, 0);
  return () => {
    const stages = steps.map((step) => stageOf(step, places));
    let total = 0n;
    return {
      places,
      change: (record, sign) => {
        let amount = BigInt(digits(record.quantity, places)) * BigInt(sign);
        for (const stage of stages) amount = stage(amount, record);
        total += amount;
        return amount;
      },
      value: () => total,
    };
  };
}

function factorsOf(step: RatingStep): string[] {
  if (step.kind === 'factor') return [...Object.values(step.table), step.otherwise];
  return step.kind === 'times' ? [step.factor] : [];
}

function stageOf(step: RatingStep, places: number): Stage {
  switch (step.kind) {
    case 'factor':
      return (amount, record) => multiplied(amount, factorOf(step, record));
    case 'times':
      return (amount) => multiplied(amount, step.factor);
    case 'floor': {
      const least = BigInt(digits(step.atLeast, places));
      const of = (sum: bigint): bigint => (sum > 0n && sum < least ? least : sum);
      return adding({ each: step.each, sums: new Map(), of });
    }
    case 'packs': {
      const size = BigInt(digits(step.size, places));
      const one = 10n ** BigInt(places);
      const of = (sum: bigint): bigint => ((sum + size - 1n) / size) * one;
      return adding({ each: step.each, sums: new Map(), of });
    }
  }
}

/** Returns what a factor step multiplies a record's quantity by. */
export function factorOf(step: RatingStep & { kind: 'factor' }, record: UsageRecord): string {
  const value = attributeOf(record, step.by);
  return value !== undefined && Object.hasOwn(step.table, value) ? step.table[value]! : step.otherwise;
}

/** A change of an amount becomes the change of what its sum becomes. */
function adding({ each, sums, of }: Level): Stage {
  return (amount, record) => {
    const key = valuesOf(record, each);
    const before = sums.get(key) ?? 0n;
    sums.set(key, before + amount);
    return of(before + amount) - of(before);
  };
}

function multiplied(amount: bigint, factor: string): bigint {
  const places = decimals(factor);
  return (amount * BigInt(digits(factor, places))) / 10n ** BigInt(places);
}
