import type { Position } from '#apps/server/positions/schemas.ts';
import { showInstant, showSpan } from '../format.ts';

/** Returns in words which time the numbers of a position are of: `Oct 2026`, `since Nov 1, 2026`, `peak: Oct 3, 2026, 14:05`. */
export function showPeriod({ period, zone }: Pick<Position, 'period' | 'zone'>): string {
  if (!period) return 'nothing measured';
  const span =
    period.until === null
      ? `since ${showInstant(period.from, zone)}`
      : period.until === period.from
        ? showInstant(period.from, zone)
        : showSpan(period.from, period.until, zone);
  return period.peak ? `peak: ${span}` : span;
}
