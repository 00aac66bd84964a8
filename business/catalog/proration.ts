import { Temporal } from 'temporal-polyfill';
import { type Exact, exact, sum } from '#platform/exact.ts';
import { type CalendarDate, daysBetween } from '#platform/instant.ts';
import type { Per } from './priceBook.ts';
import type { PricedLine } from './priced.ts';

const months = { month: 1, quarter: 3, year: 12 } as const;

/** A period of an agreement that is charged in part: `days` of its `of` days, from `from` up to, not including, `until`. */
export type Part = PricedLine['share'][number];

/** How much of a price is charged: whole periods, and a part of a period before and after them. */
export type Charged = {
  readonly before: readonly Part[];
  readonly whole: number;
  readonly after: readonly Part[];
};

/**
 * Returns the periods of an agreement that the span [from, until) meets. Periods are counted from `anchor`, in both
 * directions; one that starts on a day a month does not have starts on its last. `once` is one whole, whatever the span.
 */
export function charged(per: Per, from: CalendarDate, until: CalendarDate, anchor: CalendarDate): Charged {
  if (per === 'once') return { before: [], whole: 1, after: [] };
  const base = Temporal.PlainDate.from(anchor);
  const edge = (n: number): CalendarDate => base.add({ months: n * months[per] }).toString() as CalendarDate;
  const before: Part[] = [];
  const after: Part[] = [];
  let whole = 0;
  for (let n = firstPeriod(from, base, months[per], edge); edge(n) < until && from < until; n += 1) {
    const start = edge(n) < from ? from : edge(n);
    const end = edge(n + 1) > until ? until : edge(n + 1);
    const days = daysBetween(start, end);
    const of = daysBetween(edge(n), edge(n + 1));
    if (days === of) whole += 1;
    else (whole === 0 && before.length === 0 ? before : after).push({ from: start, until: end, days, of });
  }
  return { before, whole, after };
}

/** Returns the number of periods charged, exactly: 12 whole months are 12, 197 of 365 days are 197/365. */
export function periods({ before, whole, after }: Charged): Exact {
  const parts = [...before, ...after].map(({ days, of }) => exact(days).div(exact(of)));
  return sum([exact(whole), ...parts]);
}

/** Returns the factor in words: `` for one whole period, ` × 3 quarters`, ` × 197 of 365 days`, ` × (2 months + 20 of 30 days)`. */
export function inWords(per: Per, { before, whole, after }: Charged): string {
  const wholes = whole === 0 ? [] : [`${whole} ${per}${whole === 1 ? '' : 's'}`];
  const words = [...before.map(partInWords), ...wholes, ...after.map(partInWords)];
  if (words.length > 1) return ` × (${words.join(' + ')})`;
  return whole === 1 ? '' : ` × ${words[0] ?? `0 ${per}s`}`;
}

function partInWords({ days, of }: Part): string {
  return `${days} of ${of} days`;
}

/** The calendar distance in months may be one period off either way; step to the last one that starts by `from`. */
function firstPeriod(
  from: CalendarDate,
  base: Temporal.PlainDate,
  size: number,
  edge: (n: number) => CalendarDate,
): number {
  const start = Temporal.PlainDate.from(from);
  const distance = (start.year - base.year) * 12 + (start.month - base.month);
  let n = Math.floor(distance / size) - 1;
  while (edge(n + 1) <= from) n += 1;
  return n;
}
