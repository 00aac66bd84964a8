import { median } from 'simple-statistics';

/** How a trend is drawn: over how many of the newest steps, and what share of its slope is left after each step to come. */
export type Manner = { readonly span: number; readonly damping: number };

/** A straight line that may flatten: `level` at the last step, `slope` in units a step. */
export type Trend = { readonly level: number; readonly slope: number; readonly damping: number };

const forLevel = 9;

/**
 * Returns the trend of the newest `span` values. The slope is the median of the slopes between each value and the one
 * half a span later (Theil 1950, the incomplete method), which a third of outliers does not move; the level is the
 * median of the newest values, each brought forward by the slope.
 */
export function trendOf(values: readonly number[], { span, damping }: Manner): Trend {
  const newest = values.slice(-span);
  const half = newest.length >> 1;
  const slopes = newest.slice(half).map((value, i) => (value - newest[i]!) / half);
  const slope = half === 0 ? 0 : median(slopes);
  const recent = newest.slice(-Math.min(forLevel, newest.length));
  const level = median(recent.map((value, i) => value + slope * (recent.length - 1 - i)));
  return { level, slope, damping };
}

/** Returns where the trend stands `ahead` steps after the last value. */
export function along({ level, slope, damping }: Trend, ahead: number): number {
  const steps = damping === 1 ? ahead : (damping * (1 - damping ** ahead)) / (1 - damping);
  return level + slope * steps;
}

const week = 7;
const leastWeeks = 4;

/**
 * Returns what each day of the week adds, counted from the first value; zeros where less than four weeks are known, or
 * where it explains less than a quarter of what the days differ by. Each is the median over the weeks of the distance to
 * the median of the week around.
 */
export function weekOf(values: readonly number[]): readonly number[] {
  const none = Array.from({ length: week }, () => 0);
  if (values.length < leastWeeks * week) return none;
  const apart = values.map((value, i) => value - median(around(values, i)));
  const profile = none.map((_, weekday) => median(apart.filter((_, i) => i % week === weekday)));
  const left = apart.map((distance, i) => distance - profile[i % week]!);
  return typical(left) < 0.75 * typical(apart) ? profile : none;
}

function around(values: readonly number[], i: number): number[] {
  const first = Math.max(0, Math.min(i - 3, values.length - week));
  return values.slice(first, first + week);
}

/** Returns the median distance from zero. */
export function typical(distances: readonly number[]): number {
  return median(distances.map(Math.abs));
}
