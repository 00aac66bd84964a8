import type { JudgedWindow } from '#business/findings/finding.ts';
import { type Exact, exact } from '#platform/exact.ts';

/** A drawing has no room for more. */
export const mostDrawn = 800;

/** Where a customer stands is read off these; see `standingOf`. */
const newest = 2;

/**
 * Returns at most `mostDrawn` windows, in order: the newest two, and of each run of neighbors before them the one that
 * stands highest against its limit (the first of equals).
 */
export function drawable(windows: readonly JudgedWindow[]): readonly JudgedWindow[] {
  if (windows.length <= mostDrawn) return windows;
  const earlier = windows.slice(0, -newest);
  const size = Math.ceil(earlier.length / (mostDrawn - newest));
  const chosen = Array.from({ length: Math.ceil(earlier.length / size) }, (_, i) =>
    earlier.slice(i * size, (i + 1) * size).reduce((most, window) => {
      return height(window).gt(height(most)) ? window : most;
    }),
  );
  return [...chosen, ...windows.slice(-newest)];
}

function height({ value, limit }: JudgedWindow): Exact {
  return exact(value).sub(exact(limit));
}
