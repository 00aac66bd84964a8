import { exact } from '#platform/exact.ts';
import { day, type Instant } from '#platform/instant.ts';
import { type Ahead, outlook } from './crossing.ts';
import { type Series, seriesOf, stepAt } from './series.ts';

/** A window as far as a forecast needs it; exact numbers in stored form. */
export type ReadWindow = {
  readonly from: Instant;
  readonly until: Instant;
  readonly value: string;
  readonly limit: string;
  /** Its value may still change. */
  readonly open: boolean;
};

/** Where use is likely to be from one instant to another: in four of five cases between `low` and `high`. Estimates. */
export type PathStep = Ahead & { readonly from: Instant; readonly until: Instant };

/**
 * When use is likely to be above the limit for the first time. It is an estimate and says so: in four of five cases the
 * first window beyond begins between `early` and `late`; `late` and `likely` are `null` where they lie behind `horizon`.
 * `not-seen`: less than one chance in ten up to the horizon. `unknown`: too few closed windows to go by.
 */
export type Forecast =
  | { readonly kind: 'unknown'; readonly has: number; readonly needs: number }
  | { readonly kind: 'beyond' }
  | { readonly kind: 'not-seen'; readonly horizon: Instant; readonly path: readonly PathStep[] }
  | {
      readonly kind: 'crossing';
      readonly early: Instant;
      readonly likely: Instant | null;
      readonly late: Instant | null;
      readonly horizon: Instant;
      readonly path: readonly PathStep[];
    };

/** How far ahead we look. */
export const horizonDays = 366;

const leastDays = 28;
const leastLongWindows = 12;
const mostDrawn = 120;

/**
 * Returns the forecast of one group of a clause, from its judged windows and as of `now`; the limit is that of the
 * newest window. `standing`: the measure has a value at every instant, so that a window still open tells as much as one
 * that is closed; else open windows are left out, as half a month is no low month. Needs 28 days, or 12 windows
 * longer than a day. It looks as far as `horizonDays`, or only as far as `until` where that is nearer, and then its path
 * goes all the way.
 */
export function forecastOf(
  windows: readonly ReadWindow[],
  { now, standing, until }: { readonly now: Instant; readonly standing: boolean; readonly until?: Instant },
): Forecast {
  const told = windows.filter(({ open, until }) => standing || (!open && until <= now));
  const newest = windows.at(-1);
  const series = seriesOf(told.map(({ from, until, value }) => ({ from, until, value: toNumber(value) })));
  const needs = !series || series.step === day ? leastDays : leastLongWindows;
  const has = series?.values.length ?? 0;
  if (!series || !newest || has < needs) return { kind: 'unknown', has, needs };
  if (exact(newest.value).gt(exact(newest.limit))) return { kind: 'beyond' };
  const far = horizonDays * day;
  const end = series.from + has * series.step;
  const ahead = Math.ceil(Math.max(1, Math.min(far, (until ?? end + far) - end)) / series.step);
  const { crossing, path } = outlook(series.values, toNumber(newest.limit), {
    horizon: ahead,
    daily: series.step === day,
  });
  const horizon = stepAt(series, has - 1 + ahead).until;
  const drawn = pathOf(series, until === undefined ? path.slice(0, mostDrawn) : path);
  if (crossing.early === null) return { kind: 'not-seen', horizon, path: drawn };
  const at = (steps: number | null) => (steps === null ? null : atStep(series, steps, now));
  return {
    kind: 'crossing',
    early: atStep(series, crossing.early, now),
    likely: at(crossing.middle),
    late: at(crossing.late),
    horizon,
    path: drawn,
  };
}

/** What the data, which ends before now, places in the past has not happened: it may happen from now on. */
function atStep(series: Series, steps: number, now: Instant): Instant {
  return Math.max(now, stepAt(series, series.values.length - 1 + steps).from) as Instant;
}

function pathOf(series: Series, path: readonly Ahead[]): PathStep[] {
  return path.map((ahead, i) => ({ ...stepAt(series, series.values.length + i), ...ahead }));
}

function toNumber(value: string): number {
  return exact(value).valueOf();
}
