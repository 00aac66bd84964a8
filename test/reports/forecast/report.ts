import { type Forecast, forecastOf } from '#business/forecast/forecast.ts';
import { day, fromMilliseconds, type Instant } from '#platform/instant.ts';
import type { Check } from '../main.ts';
import { type History, histories, shapes } from './histories.ts';

/** Of what one history shows: whether the band held the crossing, and how far off the likely date was, in days. */
export type Seen = {
  readonly shape: History['shape'];
  readonly held: boolean;
  readonly tooLate: boolean;
  readonly off: number | null;
};

const start = fromMilliseconds(Date.UTC(2026, 0, 5));
const count = 500;
const seed = 20_261_122;

/**
 * Forecasts 500 made-up histories and compares with what then happened: the 80 % band has to hold the real crossing in
 * 75 to 85 of 100. The shapes are shown one by one and not judged: jumps nobody could foresee are among them.
 */
export function run(): Check[] {
  const { made, never } = histories(count, seed);
  const seen = made.map(look);
  const covered = share(seen);
  return [
    {
      name: 'band holds crossing',
      figures: `${covered.toFixed(1)} % of ${seen.length} (75 to 85 wanted)`,
      passed: covered >= 75 && covered <= 85,
    },
    {
      name: 'likely date',
      figures: `median error ${medianOff(seen)} days; crossings ${median(made.map((one) => one.crossesAfter))} days ahead in the median`,
      passed: Number.isFinite(medianOff(seen)),
    },
    ...shapes.map((shape) => {
      const own = seen.filter((one) => one.shape === shape);
      const late = (100 * own.filter(({ tooLate }) => tooLate).length) / own.length;
      return {
        name: `  ${shape}`,
        figures: `${share(own).toFixed(1)} % of ${own.length}, ${late.toFixed(1)} % crossed before the band; median error ${medianOff(own)} days`,
        passed: own.length > 0,
      };
    }),
    {
      name: 'never cross',
      figures: `${never.length} besides that stay within for a year: ${never.filter(isToldToCross).length} were told a last date all the same`,
      passed: never.length > 0,
    },
  ];
}

/** Returns what the forecast of a history is worth. */
export function look({ shape, past, limit, crossesAfter }: History): Seen {
  const forecast = forecastFrom({ past, limit });
  const real = on(past.length - 1 + crossesAfter);
  const { early, likely, late } = boundsOf(forecast);
  const off = likely === null ? null : Math.round(Math.abs(likely - real) / day);
  return { shape, held: early <= real && real <= late, tooLate: real < early, off };
}

function isToldToCross(history: History): boolean {
  const forecast = forecastFrom(history);
  return forecast.kind === 'crossing' && forecast.late !== null;
}

function forecastFrom({ past, limit }: Pick<History, 'past' | 'limit'>): Forecast {
  const windows = past.map((value, i) => ({
    from: on(i),
    until: on(i + 1),
    value: String(value),
    limit: String(limit),
    open: false,
  }));
  return forecastOf(windows, { now: on(past.length), standing: false });
}

function boundsOf(forecast: Forecast): { early: number; likely: number | null; late: number } {
  const never = Number.POSITIVE_INFINITY;
  if (forecast.kind !== 'crossing') return { early: never, likely: null, late: never };
  return { early: forecast.early, likely: forecast.likely, late: forecast.late ?? never };
}

function on(days: number): Instant {
  return (start + days * day) as Instant;
}

function share(seen: readonly Seen[]): number {
  return (100 * seen.filter(({ held }) => held).length) / seen.length;
}

/** A date that was not told counts as further off than any. */
function medianOff(seen: readonly Seen[]): number {
  return median(seen.map(({ off }) => off ?? Number.POSITIVE_INFINITY));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
