import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { type Forecast, forecastOf } from '#business/forecast/forecast.ts';
import { exact } from '#platform/exact.ts';
import { type Instant, startOfDate } from '#platform/instant.ts';
import type { Sight } from './thresholds.ts';

/**
 * Returns the window that says where use stands: the running one, or the one before it where that stood closer to its
 * limit, as the positions page does it. What adds up over its window begins anew with each: only the running one
 * counts. So it is where the limit is another now, unless it grows with use.
 */
export function tellingWindow(clause: Clause, windows: readonly JudgedWindow[]): JudgedWindow | undefined {
  const [before, last] = [windows.at(-2), windows.at(-1)];
  const { kind } = clause.measure.aggregate;
  if (!before || !last?.open || kind === 'sum' || kind === 'count') return last;
  const grows = clause.kind === 'capacity' && clause.allowance !== undefined;
  if (before.limit !== last.limit && !grows) return last;
  const [a, b] = [exact(before.value).mul(exact(last.limit)), exact(last.value).mul(exact(before.limit))];
  return a.gt(b) ? before : last;
}

/** Returns when use of one group is likely to cross its limit; the arrow from readings to the forecast. */
export function forecastOfClause(clause: Clause, windows: readonly JudgedWindow[], now: Instant): Forecast {
  return forecastOf(windows, { now, standing: clause.measure.window.unit === 'instant' });
}

/** Of less than this share of the limit no crossing is looked for: it lies too far ahead to be told. */
const worthForecasting = 40;

/**
 * Returns what alert rules look at for one group of a clause: nothing for a restriction (there is no way to be close to
 * it), before the agreement begins or after it ends, without windows, or where nothing may be used at all.
 */
export function sightOf(
  signed: Pick<SignedAgreement, 'from' | 'until' | 'renewsOn' | 'zone'>,
  clause: Clause,
  windows: readonly JudgedWindow[],
  now: Instant,
): Sight | null {
  const telling = tellingWindow(clause, windows);
  if (clause.kind !== 'capacity' || !telling || now < signed.from || signed.until <= now) return null;
  const limit = exact(telling.limit);
  if (limit.lte(0)) return null;
  const isFar = exact(telling.value).mul(100).lt(limit.mul(worthForecasting));
  const forecast = isFar ? null : forecastOfClause(clause, windows, now);
  return {
    used: telling.value,
    limit: telling.limit,
    forecast:
      forecast?.kind === 'crossing'
        ? { early: forecast.early, likely: forecast.likely, late: forecast.late }
        : null,
    renewsAt: startOfDate(signed.renewsOn, signed.zone),
  };
}
