import type { CalendarUnit } from '#platform/calendar.ts';
import { day, type Interval } from '#platform/instant.ts';
import type { Clause } from './agreement.ts';

type Measure = Clause['measure'];

/** More windows than this over a term are a mistake: a day of minutes has 1,440. */
export const mostWindows = 2_000_000;

/** More hours than this in all windows of a term together are a mistake: each rolling window has its own. */
export const mostHours = 20_000_000;

/**
 * Returns how many windows a measure has over a whole term, cuts apart, and how many hours they hold together (none
 * unless the aggregate is hourly): reckoned from days of 24 hours, so about.
 */
export function sizeOfWindows(measure: Measure, term: Interval): { windows: number; hours: number } {
  const days = Math.max(1, Math.ceil((term.until - term.from) / day));
  const rule = measure.window;
  const windows = 'days' in rule ? days : 'anchor' in rule ? Math.ceil(days * aDay[rule.unit]) : 1;
  if (!isHourly(measure)) return { windows, hours: 0 };
  if (!('days' in rule)) return { windows, hours: Math.max(windows, 24 * days) };
  // The first windows begin before the term, and only what is within it counts.
  const growing = Math.min(rule.days, days);
  return { windows, hours: 24 * (days * growing - (growing * (growing - 1)) / 2) };
}

/** Windows in a day. */
const aDay: Record<CalendarUnit, number> = {
  minute: 1440,
  hour: 24,
  day: 1,
  month: 1 / 28,
  quarter: 1 / 90,
  year: 1 / 365,
};

function isHourly({ aggregate, window }: Measure): boolean {
  if (window.unit === 'instant') return false;
  const all = 'parts' in aggregate ? aggregate.parts.map((part) => part.aggregate) : [aggregate];
  return all.some(({ kind }) => kind === 'nthHighest' || kind === 'percentile');
}
