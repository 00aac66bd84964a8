import type { JudgedWindow } from '#business/findings/finding.ts';
import { type Groups, grownBy } from '#business/upgrades/replay.ts';
import { type Exact, exact, greater, stored, zero } from '#platform/exact.ts';
import {
  addDays,
  type CalendarDate,
  dateIn,
  day,
  type Instant,
  type Interval,
  overlap,
  startOfDate,
} from '#platform/instant.ts';

/** Days from the first up to, not including, `until`. */
export type Period = { readonly from: CalendarDate; readonly until: CalendarDate };

/** How much was used in a stretch, at most, of what was allowed then; `null` where nothing was counted. Stored form. */
export type Bar = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly used: string | null;
  readonly limit: string | null;
};

/** The use of one clause over a period; exact numbers in stored form. */
export type UsedOver = {
  readonly windows: number;
  readonly peak: { readonly value: string; readonly on: CalendarDate } | null;
  /** For at least half of the time use was at most this: the median of the windows by their length. */
  readonly typical: string | null;
  /** By calendar months; where windows are longer than a month, by windows. */
  readonly bars: readonly Bar[];
  /** Of the bars: those that are over and in which nothing at all was used. */
  readonly idle: number;
};

const month = 32 * day;

/** Returns the windows of each group that meet a period, as they are: none is cut. */
export function windowsIn(groups: Groups, { from, until }: Period, zone: string): Groups {
  const span = spanOf({ from, until }, zone);
  return new Map([...groups].map(([key, windows]) => [key, windows.filter((one) => overlap(one, span))]));
}

function spanOf({ from, until }: Period, zone: string): Interval {
  return { from: startOfDate(from, zone), until: startOfDate(until, zone) };
}

/** Returns what was used over a period, of each window by its highest group. */
export function usedOver(groups: Groups, period: Period, zone: string): UsedOver {
  const span = spanOf(period, zone);
  const windows = highestOf(windowsIn(groups, period, zone));
  const peak = windows.reduce<JudgedWindow | null>(
    (most, one) => (most && exact(one.value).lte(exact(most.value)) ? most : one),
    null,
  );
  const bars = barsOf(windows, period, zone);
  return {
    windows: windows.length,
    peak: peak && { value: peak.value, on: dateIn(Math.max(peak.from, span.from) as Instant, zone) },
    typical: typicalOf(windows, span),
    bars,
    idle: bars.filter((bar) => isIdle(bar, windows, zone)).length,
  };
}

/** Returns the most units that were needed in any window without what its limit had grown by; conflicts that are open count. */
export function mostNeeded(groups: Groups): Exact {
  const needs = [...groups.values()].flat().map((window) => exact(window.range.high).sub(grownBy(window)));
  return needs.reduce(greater, zero);
}

function highestOf(groups: Groups): JudgedWindow[] {
  const highest = new Map<string, JudgedWindow>();
  for (const window of [...groups.values()].flat()) {
    const key = `${window.from} ${window.until}`;
    const known = highest.get(key);
    if (!known || exact(window.value).gt(exact(known.value))) highest.set(key, window);
  }
  return [...highest.values()].sort((a, b) => a.from - b.from);
}

function typicalOf(windows: readonly JudgedWindow[], span: Interval): string | null {
  const byValue = windows
    .map((window) => ({ value: exact(window.value), length: lengthIn(window, span) }))
    .sort((a, b) => a.value.compare(b.value));
  const half = byValue.reduce((all, { length }) => all + length, 0) / 2;
  let passed = 0;
  for (const { value, length } of byValue) {
    passed += length;
    if (passed >= half) return stored(value);
  }
  return null;
}

function lengthIn(window: JudgedWindow, span: Interval): number {
  const part = overlap(window, span);
  return part ? part.until - part.from : 0;
}

function barsOf(windows: readonly JudgedWindow[], period: Period, zone: string): Bar[] {
  // Windows of a running value are as long as it stays; what stays for months was used in each of them.
  const lengths = new Set(windows.map(({ from, until }) => until - from));
  const isLong = windows.length > 0 && lengths.size <= 4 && Math.min(...lengths) > month;
  const stretches = isLong ? windows.map((one) => daysOf(one, zone)) : monthsOf(period);
  return stretches.map((stretch) => {
    const span = spanOf(stretch, zone);
    const most = windows
      .filter((one) => overlap(one, span))
      .reduce<JudgedWindow | null>(
        (best, one) => (best && exact(one.value).lte(exact(best.value)) ? best : one),
        null,
      );
    return { ...stretch, used: most?.value ?? null, limit: most?.limit ?? null };
  });
}

function isIdle({ used, ...stretch }: Bar, windows: readonly JudgedWindow[], zone: string): boolean {
  if (used === null || exact(used).gt(zero)) return false;
  const span = spanOf(stretch, zone);
  return windows.every((one) => !one.open || !overlap(one, span));
}

function daysOf({ from, until }: Interval, zone: string): Period {
  return { from: dateIn(from, zone), until: addDays(dateIn((until - 1) as Instant, zone), 1) };
}

/** Returns the calendar months of a period, the first and the last cut to it. */
export function monthsOf({ from, until }: Period): Period[] {
  const months: Period[] = [];
  for (let first = from; first < until; ) {
    const next = addDays(`${first.slice(0, 7)}-01` as CalendarDate, 32).slice(0, 7);
    const end = `${next}-01` as CalendarDate;
    months.push({ from: first, until: end < until ? end : until });
    first = end;
  }
  return months;
}
