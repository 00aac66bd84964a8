import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  type CalendarDate,
  dateIn,
  hour,
  type Instant,
  type Interval,
  minute,
  startOfDate,
} from './instant.ts';

/** A calendar span: how long one window, one price period or one bucket is. */
export type CalendarUnit = 'minute' | 'hour' | 'day' | 'month' | 'quarter' | 'year';

const months: Partial<Record<CalendarUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** No span is cut into more parts than this: a minute window over a term of years is a mistake in the agreement. */
export const mostSpans = 2_000_000;

/** The time zone rules in use, as recorded with every reading (`2026a`). */
export function tzdataVersion(): string {
  return process.versions['tz'] ?? 'unknown';
}

/**
 * Returns the calendar spans of `unit` that meet `within`, whole (not clipped), in order, in the zone's own time.
 * Months, quarters and years start on their first day, or, when `anchor` is given, on the anchor's day of the month
 * (the last day where a month has none). An hour is 60 minutes counted from the start of the local day; the last one
 * is cut at the day's end, so a day of 23 or 25 hours has 23 or 25 spans.
 */
export function spans(unit: CalendarUnit, within: Interval, zone: string, anchor?: CalendarDate): Interval[] {
  if (within.from >= within.until) return [];
  if (unit === 'day') return edgesToSpans(dayEdges(within, zone));
  const size = months[unit];
  if (size !== undefined) return edgesToSpans(monthEdges(within, zone, size, anchor));
  return parts(within, zone, unit === 'hour' ? hour : minute);
}

/** Returns, for each local day that meets `within`, the span of the `days` days that end with it. */
export function rollingSpans(days: number, within: Interval, zone: string): Interval[] {
  return spans('day', within, zone).map(({ from, until }) => ({
    from: startOfDate(addDays(dateIn(from, zone), 1 - days), zone),
    until,
  }));
}

function dayEdges(within: Interval, zone: string): Instant[] {
  const edges: Instant[] = [];
  let date = dateIn(within.from, zone);
  while (edges.length <= mostSpans) {
    const edge = startOfDate(date, zone);
    edges.push(edge);
    if (edge >= within.until) break;
    date = addDays(date, 1);
  }
  return edges;
}

function monthEdges(within: Interval, zone: string, size: number, anchor?: CalendarDate): Instant[] {
  const first = Temporal.PlainDate.from(dateIn(within.from, zone));
  const base = anchor
    ? Temporal.PlainDate.from(anchor)
    : Temporal.PlainDate.from({ year: first.year, month: 1, day: 1 });
  const distance = (first.year - base.year) * 12 + (first.month - base.month);
  let step = Math.floor(distance / size) - 1;
  const edgeAt = (n: number): Instant =>
    startOfDate(base.add({ months: n * size }).toString() as CalendarDate, zone);
  while (edgeAt(step + 1) <= within.from) step += 1;
  const edges: Instant[] = [];
  while (edges.length <= mostSpans) {
    const edge = edgeAt(step);
    edges.push(edge);
    if (edge >= within.until) break;
    step += 1;
  }
  return edges;
}

function parts(within: Interval, zone: string, size: number): Interval[] {
  const result: Interval[] = [];
  for (const day of spans('day', within, zone)) {
    for (let from = day.from; from < day.until; from = (from + size) as Instant) {
      const until = Math.min(from + size, day.until) as Instant;
      if (until > within.from && from < within.until) result.push({ from, until });
    }
    if (result.length > mostSpans) break;
  }
  return result;
}

function edgesToSpans(edges: readonly Instant[]): Interval[] {
  return edges.slice(1).map((until, i) => ({ from: edges[i]!, until }));
}
