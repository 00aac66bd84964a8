import { linearRegression, mean, median } from 'simple-statistics';
import { along, type Manner, trendOf } from './trend.ts';

/** One look back: how many steps ahead it looked, and by how much truth was above (below: negative) the trend. */
type Miss = { readonly ahead: number; readonly by: number };

/** What a customer's own past says of our foresight. */
export type Backtest = {
  /** The manner that served best. */
  readonly manner: Manner;
  /** Misses divided by `growth` of their steps ahead; as many above as below. */
  readonly drifts: readonly number[];
  /** How misses grow with the steps ahead: `growth(n)` times a drift is a likely miss `n` steps ahead. */
  readonly growth: (ahead: number) => number;
  /** 1: misses grow in proportion; 0.5: with the root, as those of a random walk. */
  readonly power: number;
};

const manners: readonly Manner[] = [
  { span: 28, damping: 1 },
  { span: 56, damping: 1 },
  { span: 112, damping: 1 },
  { span: 56, damping: 0.985 },
];

const mostLooks = 16;
const reach = [3, 7, 14, 28, 56];
/** A trend that ends in a jump or a dent is off from the first step on: what is off grows from here, not from nothing. */
const lead = 3;

/**
 * Looks back at up to sixteen days of the past, draws each trend as it would have been drawn then, and compares with
 * what came (the median of the days around it). Returns the manner with the least mean error and its errors.
 */
export function backtest(values: readonly number[]): Backtest {
  const first = Math.max(10, Math.floor(values.length * 0.3));
  const last = values.length - 5;
  const count = Math.min(mostLooks, Math.max(1, last - first));
  const looks = Array.from({ length: count }, (_, i) =>
    Math.floor(first + ((last - first) * (i + 0.5)) / count),
  );
  const tried = manners.map((manner) => ({
    manner,
    misses: looks.flatMap((at) => missesAt(values, at, manner)),
  }));
  const best = tried.reduce((a, b) => (score(b.misses) < score(a.misses) * 0.97 ? b : a));
  const power = powerOf(best.misses);
  const growth = (ahead: number): number => (ahead + lead) ** power;
  const drifts = best.misses.flatMap(({ ahead, by }) => [by / growth(ahead), -by / growth(ahead)]);
  return { manner: best.manner, drifts, growth, power };
}

function score(misses: readonly Miss[]): number {
  if (misses.length === 0) return Number.POSITIVE_INFINITY;
  return mean(misses.map(({ ahead, by }) => Math.abs(by) / (ahead + lead)));
}

/** Between the root (use wanders or jumps) and in proportion (the slope is off), as the past shows it: a fit of logarithms. */
function powerOf(misses: readonly Miss[]): number {
  const points = reach.flatMap((ahead) => {
    const own = misses.filter((miss) => miss.ahead === ahead).map(({ by }) => Math.abs(by));
    const size = own.length < 3 ? 0 : mean(own);
    return size > 0 ? [[Math.log(ahead + lead), Math.log(size)]] : [];
  });
  const slope = points.length < 2 ? 1 : linearRegression(points).m;
  return Math.min(1, Math.max(0.5, slope));
}

function missesAt(values: readonly number[], at: number, manner: Manner): Miss[] {
  const trend = trendOf(values.slice(0, at), manner);
  return reach.flatMap((ahead) => {
    const there = at - 1 + ahead;
    if (there + 1 >= values.length) return [];
    const truth = median(values.slice(Math.max(at, there - 3), there + 4));
    return [{ ahead, by: truth - along(trend, ahead) }];
  });
}
