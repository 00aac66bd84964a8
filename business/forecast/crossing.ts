import { cumulativeStdNormalProbability, mean, quantileSorted, sampleCorrelation } from 'simple-statistics';
import { backtest } from './backtest.ts';
import { along, type Trend, trendOf, typical, weekOf } from './trend.ts';

/** Steps ahead, from 1; `null`: not within the horizon. In four of five cases the crossing lies in `early` to `late`. */
export type Crossing = {
  readonly early: number | null;
  readonly middle: number | null;
  readonly late: number | null;
};

/** Where use is likely to be, so many steps ahead. */
export type Ahead = { readonly low: number; readonly middle: number; readonly high: number };

export type Outlook = { readonly crossing: Crossing; readonly path: readonly Ahead[] };

/** What is left of the values once trend and week are taken off. */
type Scatter = { readonly sorted: readonly number[]; readonly width: number; readonly independent: number };

type Model = {
  readonly trend: Trend;
  /** What the weekday of the step so many ahead adds. */
  readonly weekday: (ahead: number) => number;
  readonly scatter: Scatter;
  readonly drifts: readonly number[];
  readonly growth: (ahead: number) => number;
  /**
   * What wanders crosses on its way too, and not only where it stands at the end: by the reflection principle twice as
   * often as it stands there (2); what moves straight just as often (1).
   */
  readonly times: number;
};

/**
 * Tuned once, on histories of seeds the report does not use (`test/reports/forecast`), so that the band holds four of
 * five crossings: several looks back share the same bend of the past, and pooled they say more than each would.
 */
export const widening = 0.77;

const tenth = 0.1;

/**
 * Returns when values at even steps are likely to be above `limit` for the first time, and the path they are likely to
 * take. The chance to have crossed by a step is averaged over the drifts of the backtest; within one, each step crosses
 * by what the values were seen to scatter around their trend. `daily`: steps are days, so weekdays count.
 */
export function outlook(
  values: readonly number[],
  limit: number,
  { horizon, daily }: { readonly horizon: number; readonly daily: boolean },
): Outlook {
  const model = modelOf(values, daily);
  const steps = Array.from({ length: horizon }, (_, i) => i + 1);
  const crossed = chances(model, limit, steps);
  const first = (chance: number) => steps.find((step) => crossed[step - 1]! >= chance) ?? null;
  return {
    crossing: {
      early: first(1 - (1 - tenth) ** (1 / model.times)),
      middle: first(0.5),
      late: first(1 - tenth),
    },
    path: steps.map((step) => aheadAt(model, step)),
  };
}

function modelOf(values: readonly number[], daily: boolean): Model {
  const week = daily ? weekOf(values) : [0];
  const weekdayOf = (i: number) => week[i % week.length]!;
  const plain = values.map((value, i) => value - weekdayOf(i));
  const { manner, drifts, growth, power } = backtest(plain);
  const trend = trendOf(plain, manner);
  return {
    trend,
    weekday: (ahead) => weekdayOf(values.length - 1 + ahead),
    scatter: scatterOf(plain),
    drifts: nodes(drifts, widening),
    growth,
    times: 1 + 2 * (1 - power),
  };
}

const mostNodes = 24;

/** As many quantiles as are worth averaging over, each in the middle of its share. */
function nodes(drifts: readonly number[], factor: number): number[] {
  const sorted = [...drifts].sort((a, b) => a - b);
  const count = Math.min(mostNodes, Math.max(1, sorted.length));
  return Array.from({ length: count }, (_, i) =>
    sorted.length === 0 ? 0 : factor * quantileSorted(sorted, (i + 0.5) / count),
  );
}

/** Distances to the median of the neighbors; what follows its neighbor is no new chance to cross. */
function scatterOf(values: readonly number[]): Scatter {
  const newest = values.slice(-90);
  const manner = { span: 15, damping: 1 };
  const apart = newest.map((value, i) => {
    const first = Math.max(0, Math.min(i - 7, newest.length - manner.span));
    const near = newest.slice(first, first + manner.span);
    const { level, slope } = trendOf(near, manner);
    return value - (level - slope * (near.length - 1 - (i - first)));
  });
  const sorted = [...apart].sort((a, b) => a - b);
  const width = Math.max(typical(apart) * 0.5, 1e-9 + Math.abs(mean(newest)) * 1e-6);
  const alike = apart.length < 8 ? 0 : sampleCorrelation(apart.slice(1), apart.slice(0, -1));
  const bounded = Math.min(0.9, Math.max(0, Number.isFinite(alike) ? alike : 0));
  return { sorted, width, independent: (1 - bounded) / (1 + bounded) };
}

/** The share of the scatter that stays at or below a distance, smoothed over half its typical width. */
function staysBelow({ sorted, width }: Scatter, distance: number): number {
  if (sorted[0] === sorted.at(-1)) return distance >= sorted[0]! ? 1 : 0;
  if (distance > sorted.at(-1)! + 4 * width) return 1;
  if (distance < sorted[0]! - 4 * width) return 0;
  return mean(sorted.map((apart) => cumulativeStdNormalProbability((distance - apart) / width)));
}

/** Returns the chance to stand above the limit at or before each step. */
function chances(
  { trend, weekday, scatter, drifts, growth }: Model,
  limit: number,
  steps: readonly number[],
): number[] {
  const crossed = steps.map(() => 0);
  for (const drift of drifts) {
    let within = 1;
    for (const step of steps) {
      if (within > 1e-4) {
        const at = along(trend, step) + weekday(step) + drift * growth(step);
        within *= staysBelow(scatter, limit - at) ** scatter.independent;
      }
      crossed[step - 1]! += (1 - within) / drifts.length;
    }
  }
  return crossed;
}

function aheadAt({ trend, weekday, scatter, drifts, growth }: Model, step: number): Ahead {
  const middle = along(trend, step) + weekday(step);
  const sorted = [...drifts].sort((a, b) => a - b);
  const off = (share: number) => {
    const byDrift = quantileSorted(sorted, share) * growth(step);
    const byScatter = quantileSorted([...scatter.sorted], share);
    return Math.sign(share - 0.5) * Math.hypot(byDrift, byScatter);
  };
  return {
    low: Math.max(0, middle + off(tenth)),
    middle: Math.max(0, middle),
    high: Math.max(0, middle + off(1 - tenth)),
  };
}
