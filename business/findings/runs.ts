import type { Clause, Sustain } from '#business/agreements/agreement.ts';
import type { Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { exact } from '#platform/exact.ts';
import type { JudgedWindow, Run } from './finding.ts';
import type { Judged } from './judge.ts';

/**
 * Returns the runs of one clause: maximal, by group then time. A window that is still open belongs to a run only when
 * its value cannot fall with further data (`mayFall`); a run shorter than the clause's sustain rule is no run.
 */
export function runsOf(agreement: string, clause: Clause, judged: Judged, fallible: boolean): readonly Run[] {
  const runs: Run[] = [];
  for (const [group, windows] of [...judged].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const part of stretches(windows, fallible, clause.measure)) {
      if (sustained(part, clause.sustain)) runs.push(toRun(agreement, clause.id, group, part));
    }
  }
  return runs;
}

function stretches(windows: readonly JudgedWindow[], fallible: boolean, measure: Measure): JudgedWindow[][] {
  const parts: JudgedWindow[][] = [];
  let current: JudgedWindow[] = [];
  for (const window of windows) {
    const previous = current.at(-1);
    const beyond = window.excess !== '0' && !(window.open && fallible);
    const follows =
      previous !== undefined && (measure.window.unit === 'rolling' || previous.until === window.from);
    if (current.length > 0 && !(beyond && follows)) {
      parts.push(current);
      current = [];
    }
    if (beyond) current.push(window);
  }
  if (current.length > 0) parts.push(current);
  return parts;
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

/**
 * Whether further data could lower the value of a window that has begun. Averages, lows, last values and percentiles
 * can fall as the window goes on; a peak can fall while something counts as held only because no return has come in.
 */
export function mayFall(measure: Measure, records: readonly UsageRecord[]): boolean {
  const { kind } = measure.aggregate;
  if (kind === 'min' || kind === 'latest' || kind === 'timeWeighted' || kind === 'percentile') return true;
  return records.some((record) => record.kind === 'held' && record.until === null);
}
