import type { z } from '@hono/zod-openapi';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { forecastOfClause } from '#business/alerts/sightOf.ts';
import { forecastWords } from '#business/correspondence/forecastWords.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { ChartForecast } from '../pages.ts';

/** Steps of a path that are drawn: more would be finer than a drawing. */
const mostSteps = 60;

/**
 * Returns the forecast of one group of a clause as the chart draws it: the band in which use is likely to be, up to the
 * end of the term, and when it is likely to reach the limit, in words. `null` where there is too little to go by.
 */
export function forecastView(
  signed: SignedAgreement,
  clause: Clause,
  windows: readonly JudgedWindow[],
  now: Instant,
): z.infer<typeof ChartForecast> | null {
  if (clause.kind !== 'capacity' || now < signed.from || signed.until <= now) return null;
  const forecast = forecastOfClause(clause, windows, now);
  if (forecast.kind === 'unknown' || forecast.kind === 'beyond') return null;
  const path = forecast.path.filter(({ from }) => from < signed.until);
  const every = Math.max(1, Math.ceil(path.length / mostSteps));
  return {
    words:
      forecast.kind === 'crossing'
        ? `If use goes on as it did, when the limit is reached: ${forecastWords(forecast, signed.zone)}. An estimate from past use: about four of five hold.`
        : 'If use goes on as it did, it is not likely to reach the limit within a year. An estimate from past use.',
    path: path
      .filter((_, i) => i % every === 0)
      .map(({ from, low, middle, high }) => ({
        at: formatInstant(from),
        low: estimate(low),
        middle: estimate(middle),
        high: estimate(high),
      })),
  };
}

/** An estimate has no more digits than it is worth. */
function estimate(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
