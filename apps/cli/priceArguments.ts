import { Temporal } from 'temporal-polyfill';
import type { SignedAgreement } from '#business/agreements/agreement.ts';
import type { Catalog, Per } from '#business/catalog/priceBook.ts';
import { componentAt, type PriceInForce } from '#business/catalog/priceBookAt.ts';
import { type Span, spanOf } from '#business/catalog/span.ts';
import { type Exact, exact, parseDecimal, zero } from '#platform/exact.ts';
import {
  type CalendarDate,
  dateIn,
  fromMilliseconds,
  type Instant,
  isZone,
  startOfDate,
} from '#platform/instant.ts';
import { nearest } from '#platform/nearest.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, refused } from './answer.ts';
import { momentOf, momentProblem } from './moments.ts';
import { type Given, problem } from './options.ts';

/** Returns the decimal of zero or more that an option holds. */
export function quantityOf(option: string, text: string): Answer<Exact> {
  const quantity = parseDecimal(text);
  const todo = 'Write digits, with a point for decimals: 12 or 0.25.';
  if (!quantity)
    return refused(problem('quantity_invalid', `--${option} ${text} is no decimal number.`, todo));
  if (quantity.compare(zero) < 0)
    return refused(problem('quantity_negative', `--${option} ${text} is below zero.`, 'Check the quantity.'));
  if (quantity.compare(exact(10n ** 15n)) > 0)
    return refused(
      problem('quantity_absurd', `--${option} ${text} is more than 10^15.`, 'Check the quantity.'),
    );
  return { ok: true, value: quantity };
}

/** The time to pay for, as the command line gives it; `until` is worked out once it is known what a period is. */
export type Times = {
  readonly zone: string;
  readonly from: Instant;
  readonly until: Instant | undefined;
  readonly anchor: Instant;
};

/** Returns the time to pay for: that of the options; with an agreement to its end, its periods counted from its first day. */
export function timesOf(given: Given, agreement: SignedAgreement | null): Answer<Times> {
  const zone = given.text('zone') ?? agreement?.zone ?? 'UTC';
  if (!isZone(zone))
    return refused(
      problem('zone_unknown', `--zone ${zone} is no time zone.`, 'Use an IANA name such as Europe/Berlin.'),
    );
  const problems: Problem[] = [];
  const moment = (name: string): Instant | undefined => {
    const text = given.text(name);
    const found = text === undefined ? undefined : momentOf(text, zone);
    if (text !== undefined && found === undefined) problems.push(momentProblem(name, text));
    return found;
  };
  const first = moment('from') ?? startOfDate(dateIn(fromMilliseconds(Date.now()), zone), zone);
  const from = Math.max(first, agreement?.from ?? first) as Instant;
  const until = moment('until') ?? agreement?.until;
  const anchor = moment('anchor') ?? agreement?.from ?? from;
  if (problems.length === 0 && until !== undefined && until <= from) problems.push(ended(given, from, zone));
  return problems.length > 0 ? refused(...problems) : { ok: true, value: { zone, from, until, anchor } };
}

function ended(given: Given, from: Instant, zone: string): Problem {
  const day = dateIn(from, zone);
  if (given.has('until'))
    return problem(
      'dates_reversed',
      `--until ${given.text('until')} is not after the first day, ${day}.`,
      'Give a later day, or --from.',
    );
  return problem('term_over', `The agreement ended before ${day}.`, 'Give an earlier day as --from.');
}

/** Returns the span of these times: without an end it is one whole period, with an agreement it ends with it. */
export function spanIn({ zone, from, until, anchor }: Times, currency: string, per: Per): Span {
  return spanOf({ from, until: until ?? periodAfter(from, zone, per) }, { currency, zone, anchor });
}

function periodAfter(from: Instant, zone: string, per: Per): Instant {
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(from / 1000)).toZonedDateTimeISO(zone);
  const end = per === 'once' ? { days: 1 } : { months: { month: 1, quarter: 3, year: 12 }[per] };
  return fromMilliseconds(start.add(end).epochMilliseconds);
}

/** Returns the component as priced on a day: in the currency asked for, or in the only one there is. */
export function componentOf(
  catalog: Catalog,
  { option, id, currency: wanted }: { option: string; id: string; currency: string | undefined },
  day: CalendarDate,
): Answer<PriceInForce> {
  const books = catalog.priceBooks.filter(({ components }) => components.some((one) => one.id === id));
  if (books.length === 0) return refused(unknownComponent(catalog, option, id));
  const currencies = [...new Set(books.map(({ currency }) => currency))].sort();
  const currency = wanted ?? (currencies.length === 1 ? currencies[0] : undefined);
  if (currency !== undefined && currencies.includes(currency)) return componentAt(catalog, id, currency, day);
  const list = currencies.join(', ');
  if (currency !== undefined)
    return refused(
      problem('currency_unknown', `${id} has no price in ${currency}.`, `It has one in ${list}.`),
    );
  return refused(
    problem('currency_missing', `${id} is priced in ${list}.`, `Add --currency ${currencies[0]}.`),
  );
}

function unknownComponent({ priceBooks }: Catalog, option: string, id: string): Problem {
  const known = [...new Set(priceBooks.flatMap(({ components }) => components.map((one) => one.id)))];
  const meant = nearest(id, known);
  const todo = meant
    ? `Write --${option} ${meant}, if that is meant.`
    : known.length > 0
      ? `Known here: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}.`
      : 'Add a price book to the catalog.';
  return problem('component_unknown', `The catalog has no price component ${id}.`, todo);
}
