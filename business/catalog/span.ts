import {
  addDays,
  type CalendarDate,
  dateIn,
  type Instant,
  type Interval,
  startOfDate,
} from '#platform/instant.ts';

/**
 * The span that is charged, from `from` up to, not including, `until`; periods count from `anchor`, the agreement's first
 * day. `exactly` gives the same as moments, for what is prorated by the second; without it days begin at midnight UTC.
 */
export type Span = {
  readonly currency: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly anchor: CalendarDate;
  readonly exactly?: Interval & { readonly anchor: Instant; readonly zone: string };
};

/** Returns the span of an interval: a day that is begun counts, where days count. */
export function spanOf(
  { from, until }: Interval,
  { currency, zone, anchor }: { readonly currency: string; readonly zone: string; readonly anchor: Instant },
): Span {
  return {
    currency,
    from: dateIn(from, zone),
    until: addDays(dateIn((until - 1) as Instant, zone), 1),
    anchor: dateIn(anchor, zone),
    exactly: { from, until, anchor, zone },
  };
}

/** Returns the part of a span between two days; its periods stay those of the whole. The days lie in the span. */
export function partOf(span: Span, from: CalendarDate, until: CalendarDate): Span {
  const { exactly } = span;
  const part = { ...span, from, until };
  if (!exactly) return part;
  const start = from === span.from ? exactly.from : startOfDate(from, exactly.zone);
  const end = until === span.until ? exactly.until : startOfDate(until, exactly.zone);
  return { ...part, exactly: { ...exactly, from: start, until: end } };
}

/** Returns the span cut at those of the days that lie inside it, in order of time. */
export function cutAt(span: Span, days: readonly CalendarDate[]): Span[] {
  const edges = [...new Set(days)].filter((day) => span.from < day && day < span.until).sort();
  const starts = [span.from, ...edges];
  return starts.map((start, i) => partOf(span, start, starts[i + 1] ?? span.until));
}
