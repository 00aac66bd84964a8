import { Temporal } from 'temporal-polyfill';
import { type Exact, exact, sum } from '#platform/exact.ts';
import {
  type CalendarDate,
  daysBetween,
  formatInstant,
  type Instant,
  second,
  startOfDate,
} from '#platform/instant.ts';
import type { Per, Proration } from './priceBook.ts';
import type { PricedLine } from './priced.ts';
import type { Span } from './span.ts';

const months = { month: 1, quarter: 3, year: 12 } as const;

/** A period of an agreement that is charged in part: `part` of its `of` days or seconds, from `from` up to, not including, `until`. */
export type Part = PricedLine['share'][number];

/** How much of a price is charged: whole periods, and a part of a period before and after them. */
export type Charged = {
  readonly before: readonly Part[];
  readonly whole: number;
  readonly after: readonly Part[];
};

/** What is charged by, and of how many. */
type Scale<Edge> = {
  readonly edge: (period: number) => Edge;
  readonly between: (from: Edge, until: Edge) => number;
  readonly written: (edge: Edge) => string;
  readonly by: Part['by'];
  /** What a part counts out of, where it is not the length of its period. */
  readonly of?: number;
};

/**
 * Returns the periods of an agreement that a span meets. Periods are counted from the span's anchor, in both directions;
 * one that starts on a day a month does not have starts on its last. `once` is one whole, whatever the span.
 */
export function charged(per: Per, span: Span, proration: Proration = 'day'): Charged {
  if (per === 'once') return { before: [], whole: 1, after: [] };
  const base = Temporal.PlainDate.from(span.anchor);
  const dateOf = (n: number) => base.add({ months: n * months[per] }).toString() as CalendarDate;
  const first = periodBefore(span.from, base, months[per], dateOf);
  if (proration === 'second') return bySecond(per, span, first);
  return met(span.from, span.until, first, {
    edge: dateOf,
    between: daysBetween,
    written: String,
    by: 'day',
    ...(proration === 'thirtyDays' ? { of: months[per] * 30 } : {}),
  });
}

function bySecond(per: Exclude<Per, 'once'>, span: Span, first: number): Charged {
  const { zone, ...moments } = span.exactly ?? {
    from: startOfDate(span.from, 'UTC'),
    until: startOfDate(span.until, 'UTC'),
    anchor: startOfDate(span.anchor, 'UTC'),
    zone: 'UTC',
  };
  const base = Temporal.Instant.fromEpochMilliseconds(Math.floor(moments.anchor / 1000)).toZonedDateTimeISO(
    zone,
  );
  const [from, until] = [wholeSecond(moments.from), wholeSecond(moments.until)];
  return met(from, until, first, {
    edge: (n) => wholeSecond((base.add({ months: n * months[per] }).epochMilliseconds * 1000) as Instant),
    between: (start, end) => (end - start) / second,
    written: formatInstant,
    by: 'second',
  });
}

/** `first` is a period that begins before the span: the two may differ by what a day has of hours. */
function met<Edge extends string | number>(from: Edge, until: Edge, first: number, scale: Scale<Edge>) {
  const { edge, between, written, by } = scale;
  const before: Part[] = [];
  const after: Part[] = [];
  let whole = 0;
  if (from >= until) return { before, whole, after };
  // Each edge is worked out once: calendar arithmetic is most of what a price costs us.
  for (let n = first, begins = edge(n), ends = edge(n + 1); begins < until; n += 1) {
    const start = begins < from ? from : begins;
    const end = ends > until ? until : ends;
    if (start === begins && end === ends) whole += 1;
    else if (start < end) {
      const of = scale.of ?? between(begins, ends);
      const part = Math.min(between(start, end), of);
      const share = { from: written(start), until: written(end), by, part, of };
      (whole === 0 && before.length === 0 ? before : after).push(share);
    }
    [begins, ends] = [ends, edge(n + 2)];
  }
  return { before, whole, after };
}

/** Returns the number of periods charged, exactly: 12 whole months are 12, 197 of 365 days are 197/365. */
export function periods({ before, whole, after }: Charged): Exact {
  const parts = [...before, ...after].map(({ part, of }) => exact(part).div(exact(of)));
  return sum([exact(whole), ...parts]);
}

/** Returns the factor in words: `` for one whole period, ` × 3 quarters`, ` × 197 of 365 days`, ` × (2 months + 20 of 30 days)`. */
export function inWords(per: Per, { before, whole, after }: Charged): string {
  const wholes = whole === 0 ? [] : [`${whole} ${per}${whole === 1 ? '' : 's'}`];
  const words = [...before.map(partInWords), ...wholes, ...after.map(partInWords)];
  if (words.length > 1) return ` × (${words.join(' + ')})`;
  return whole === 1 ? '' : ` × ${words[0] ?? `0 ${per}s`}`;
}

function partInWords({ part, of, by }: Part): string {
  return `${withCommas(part)} of ${withCommas(of)} ${by}s`;
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function wholeSecond(instant: Instant): Instant {
  return (instant - (instant % second)) as Instant;
}

/** The calendar distance in months may be one period off either way, and a day more by the clock: begin before it. */
function periodBefore(
  from: CalendarDate,
  base: Temporal.PlainDate,
  size: number,
  edge: (n: number) => CalendarDate,
): number {
  const start = Temporal.PlainDate.from(from);
  const distance = (start.year - base.year) * 12 + (start.month - base.month);
  let n = Math.floor(distance / size) - 1;
  while (edge(n + 1) < from) n += 1;
  return n;
}
