import { exact } from '#platform/exact.ts';

/** How much of what it may use one customer used, at its peak of a quarter: both in units of the product, decimals. */
export type Share = {
  readonly customer: string;
  readonly segment: string;
  readonly size: string;
  readonly peak: string;
  readonly limit: string;
};

/** Who is compared with: those alike in all of these. */
export type Alike = 'segment and size' | 'segment' | 'size' | 'product';

/** Where similar customers stand: percents of their limits, rounded to steps of five, half of them between both quartiles. */
export type Insight = {
  readonly alike: Alike;
  /** How many they are, rounded down to steps of five; never fewer than `fewest`. */
  readonly atLeast: number;
  readonly lowerQuarter: number;
  readonly middle: number;
  readonly upperQuarter: number;
  /** The own percent, rounded in the same way. */
  readonly own: number;
};

/** So many others have to be in a group before anything is said of it. */
export const fewest = 8;
const step = 5;
const narrowFirst: readonly Alike[] = ['segment and size', 'segment', 'size', 'product'];

/**
 * Returns where customers alike stand on one product: of the narrowest group with at least `fewest` others; `null`
 * where no group is large enough. Each quartile is the mean of the two values around it, so that none is one customer's
 * own; whoever has no limit is left out. Shares must be those of a quarter that is over: a group that changes from one
 * day to the next would tell who came.
 */
export function insightOf(own: Share, all: readonly Share[]): Insight | null {
  const others = all.filter(
    ({ customer, limit }) => customer !== own.customer && exact(limit).compare(0) > 0,
  );
  for (const alike of narrowFirst) {
    const group = others.filter((other) => isAlike(own, other, alike));
    if (group.length < fewest || exact(own.limit).compare(0) <= 0) continue;
    const percents = group.map(percentOf).sort((a, b) => a - b);
    return {
      alike,
      atLeast: Math.max(fewest, group.length - (group.length % step)),
      lowerQuarter: rounded(around(percents, 1)),
      middle: rounded(around(percents, 2)),
      upperQuarter: rounded(around(percents, 3)),
      own: rounded(percentOf(own)),
    };
  }
  return null;
}

function isAlike(own: Share, other: Share, alike: Alike): boolean {
  const sameSegment = own.segment === other.segment;
  const sameSize = own.size === other.size;
  switch (alike) {
    case 'segment and size':
      return sameSegment && sameSize;
    case 'segment':
      return sameSegment;
    case 'size':
      return sameSize;
    case 'product':
      return true;
  }
}

/** Whole percents, rounded down: they are rounded further anyway. */
function percentOf({ peak, limit }: Share): number {
  return Number(exact(peak).mul(100).div(exact(limit)).floor().toString());
}

/** The mean of the two values on both sides of a quartile. */
function around(sorted: readonly number[], quarter: 1 | 2 | 3): number {
  const place = (sorted.length * quarter) / 4;
  const right = Math.min(sorted.length - 1, Math.floor(place));
  const left = Math.max(0, right - 1);
  return (sorted[left]! + sorted[right]!) / 2;
}

function rounded(percent: number): number {
  return Math.round(percent / step) * step;
}
