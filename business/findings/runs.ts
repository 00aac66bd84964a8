import type { Clause, Sustain } from '#business/agreements/agreement.ts';
import type { Measure } from '#business/usage/measure.ts';
import { exact } from '#platform/exact.ts';
import { addDays, after, dateIn } from '#platform/instant.ts';
import type { JudgedWindow, Run } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Sure } from './sureWindows.ts';

/**
 * Returns the runs of one clause: maximal, by group then time. A window that is still open belongs to a run only when
 * it stays beyond whatever comes in (`sure`). One window follows another where that one ends; of rolling windows, where
 * its last local day is the next. A run shorter than the clause's sustain rule is no run.
 */
export function runsOf(agreement: string, clause: Clause, judged: Judged, sure: Sure): readonly Run[] {
  const runs: Run[] = [];
  for (const [group, windows] of [...judged].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const part of stretches(windows, (window) => sure(group, window), clause.measure)) {
      if (sustained(part, clause.sustain)) runs.push(toRun(agreement, clause.id, group, part));
    }
  }
  return runs;
}

function stretches(
  windows: readonly JudgedWindow[],
  sure: (window: JudgedWindow) => boolean,
  measure: Measure,
): JudgedWindow[][] {
  const parts: JudgedWindow[][] = [];
  let current: JudgedWindow[] = [];
  for (const window of windows) {
    const previous = current.at(-1);
    const beyond = window.excess !== '0' && sure(window);
    if (previous && !(beyond && follows(window, previous, measure))) {
      parts.push(current);
      current = [];
    }
    if (beyond) current.push(window);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

/** A rolling window cut where the terms change is followed by its other part, or by one that ends on its own day or the next. */
function follows(window: JudgedWindow, previous: JudgedWindow, { window: rule, zone }: Measure): boolean {
  if (rule.unit !== 'rolling') return previous.until === window.from;
  const lastDay = dateIn(after(previous.until, -1), zone);
  const itsDay = dateIn(after(window.until, -1), zone);
  return itsDay <= addDays(lastDay, 1);
}

function sustained(windows: readonly JudgedWindow[], sustain: Sustain): boolean {
  if (sustain.kind === 'windows') return windows.length >= sustain.count;
  return windows.at(-1)!.until - windows[0]!.from >= sustain.microseconds;
}

function toRun(agreement: string, clause: string, group: string, windows: readonly JudgedWindow[]): Run {
  const peak = windows.reduce((most, window) =>
    exact(window.excess).gt(exact(most.excess)) ? window : most,
  );
  return { agreement, clause, group, windows, peak, from: windows[0]!.from, until: windows.at(-1)!.until };
}
