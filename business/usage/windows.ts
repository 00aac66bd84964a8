import { rollingSpans, spans } from '#platform/calendar.ts';
import { type CalendarDate, type Instant, type Interval, overlap } from '#platform/instant.ts';
import type { Measure, Window } from './measure.ts';

/** What the windows of a measure depend on besides the measure and the term. */
export type WindowOptions = {
  /** The moment of reading: nothing after it has elapsed. */
  readonly asOf: Instant;
  /** The day the term began: months, quarters and years of anchor `term` start on its day of the month. */
  readonly anchor: CalendarDate;
  /** Where terms change, for clauses whose windows are split; in any order, those outside a window are passed over. */
  readonly cuts?: readonly Instant[];
};

/**
 * Returns the windows of a measure over a term, in order of time, the one list that both counts are handed.
 *
 * - `instant` and `term`: one window, the term itself.
 * - Calendar units: the whole spans of platform/calendar.ts that meet the elapsed term, in the measure's zone.
 * - `rolling`: for each local day that meets the elapsed term, the days that end with it.
 *
 * `counted` is the window within the term and up to `asOf`; a window that has not begun is left out, and so is a rolling
 * one whose last day has not. A cut makes two windows of one, each with bounds of its own: `timeWeighted` divides by
 * the part's length. `hours` are the zone's clock hours of the counted part, cut to it, and empty unless the
 * aggregate (or a part of it) is `nthHighest` or `percentile`.
 */
export function windowsOf(measure: Measure, term: Interval, options: WindowOptions): Window[] {
  const elapsed = overlap(term, { from: term.from, until: options.asOf });
  if (!elapsed) return [];
  const pieces = wholeWindows(measure, term, elapsed, options.anchor).flatMap((window) =>
    cutAt(window, options.cuts ?? []),
  );
  const hours = isHourly(measure) ? spans('hour', elapsed, measure.zone) : [];
  return pieces.flatMap((window) => {
    const counted = overlap(window, elapsed);
    return counted ? [{ ...window, counted, hours: within(hours, counted) }] : [];
  });
}

function wholeWindows(measure: Measure, term: Interval, elapsed: Interval, anchor: CalendarDate): Interval[] {
  const rule = measure.window;
  if ('days' in rule) return rollingSpans(rule.days, elapsed, measure.zone);
  if (!('anchor' in rule)) return [{ from: term.from, until: term.until }];
  return spans(rule.unit, elapsed, measure.zone, rule.anchor === 'term' ? anchor : undefined);
}

/** A window that is the standing level itself has no hourly values, whatever its aggregate. */
function isHourly({ aggregate, window }: Measure): boolean {
  if (window.unit === 'instant') return false;
  const all = 'parts' in aggregate ? aggregate.parts.map((part) => part.aggregate) : [aggregate];
  return all.some(({ kind }) => kind === 'nthHighest' || kind === 'percentile');
}

function cutAt(window: Interval, cuts: readonly Instant[]): Interval[] {
  const inside = [...new Set(cuts)].filter((cut) => window.from < cut && cut < window.until);
  const edges = [window.from, ...inside.sort((a, b) => a - b), window.until];
  return edges.slice(1).map((until, i) => ({ from: edges[i]!, until }));
}

/** The parts of `sorted` (one after another) that lie in `bounds`; those at its edges cut to it, the others shared. */
function within(sorted: readonly Interval[], bounds: Interval): Interval[] {
  const first = firstEndingAfter(sorted, bounds.from);
  const last = firstEndingAfter(sorted, bounds.until);
  const meets = last < sorted.length && sorted[last]!.from < bounds.until;
  const parts = sorted.slice(first, meets ? last + 1 : last);
  for (const edge of new Set([0, parts.length - 1])) {
    const part = parts[edge];
    if (part && (part.from < bounds.from || part.until > bounds.until)) parts[edge] = overlap(part, bounds)!;
  }
  return parts;
}

function firstEndingAfter(sorted: readonly Interval[], instant: Instant): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.until > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
