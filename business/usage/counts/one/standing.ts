import type { CountedValue } from '#business/usage/measure.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import { countUpTo } from './cells.ts';
import type { Matched } from './matching.ts';
import { ofGroup } from './order.ts';
import type { Ratio } from './ratio.ts';
import { type Steps, stepsOf } from './steps.ts';

/** A longest stretch of time over which a level above zero does not change. */
export type Standing = Interval & { readonly value: Ratio };

/** Returns the standing level of one group as steps. */
export function stepsOfGroup(use: Matched, group: number): Steps {
  const { spans, spansByStart, spansByEnd, zero } = use;
  return stepsOf(spans, ofGroup(spansByStart, group), ofGroup(spansByEnd, group), zero);
}

/** Returns the steps above zero that meet an interval, cut to it. */
export function standingIn(steps: Steps, within: Interval, unit: bigint): Standing[] {
  const result: Standing[] = [];
  const ends = steps.until.subarray(0, steps.count);
  for (let i = countUpTo(ends, within.from); i < steps.count && steps.from[i]! < within.until; i += 1) {
    const n = BigInt(steps.level[i]!);
    if (n === 0n) continue;
    const from = Math.max(steps.from[i]!, within.from) as Instant;
    const until = Math.min(steps.until[i]!, within.until) as Instant;
    result.push({ from, until, value: { n, d: unit } });
  }
  return result;
}

/** Returns stretches as counted values. */
export function countedStanding(
  standing: readonly Standing[],
  group: string,
  window: number,
  write: (value: Ratio) => string,
): CountedValue[] {
  return standing.map(({ from, until, value }) => ({ group, window, from, until, value: write(value) }));
}
