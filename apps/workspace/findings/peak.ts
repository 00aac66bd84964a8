import type { FindingView } from '#apps/server/pages.ts';
import { showInstant, showSpan } from '../format.ts';

/** Returns the index of the window in which the peak lies (the first, where none holds it). */
export function peakWindow(finding: FindingView): number {
  const peak = Date.parse(finding.peakAt);
  const index = finding.windows.findIndex(
    (window) => Date.parse(window.from) <= peak && peak < Date.parse(window.until),
  );
  return Math.max(0, index);
}

/** Returns when a window of the finding was, in words; where it is not listed, when the peak was. */
export function windowWords(finding: FindingView, index: number, zone: string): string {
  const window = finding.windows[index];
  return window ? showSpan(window.from, window.until, zone) : showInstant(finding.peakAt, zone);
}
