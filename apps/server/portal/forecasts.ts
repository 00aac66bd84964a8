import { createHash } from 'node:crypto';
import type { Clause } from '#business/agreements/agreement.ts';
import { forecastOfClause } from '#business/alerts/sightOf.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { Forecast } from '#business/forecast/forecast.ts';
import type { Instant } from '#platform/instant.ts';

const mostKept = 20_000;
const kept = new Map<string, Forecast>();

/**
 * Returns the forecast of one group of a clause as of `now`. It follows from the windows as they were counted and is
 * worked out once for each count (some milliseconds); only what lies in the past by now is taken to be from now on.
 */
export function forecastAt(
  clause: Clause,
  windows: readonly JudgedWindow[],
  countedAt: Instant,
  now: Instant,
): Forecast {
  const key = keyOf(clause, windows, countedAt);
  const known = kept.get(key) ?? forecastOfClause(clause, windows, countedAt);
  kept.delete(key);
  kept.set(key, known);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  if (known.kind !== 'crossing') return known;
  const from = (at: Instant | null) => (at === null ? null : (Math.max(at, now) as Instant));
  const { early, likely, late } = known;
  return { ...known, early: from(early)!, likely: from(likely), late: from(late) };
}

/** All that a forecast follows from. */
function keyOf({ measure }: Clause, windows: readonly JudgedWindow[], countedAt: Instant): string {
  const seen = windows.map(({ from, until, value, limit, open }) => [from, until, value, limit, open]);
  const text = JSON.stringify([measure.window.unit, countedAt, seen]);
  return createHash('sha256').update(text).digest('base64');
}
