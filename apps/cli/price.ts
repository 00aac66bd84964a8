import { Temporal } from 'temporal-polyfill';
import { priceOf } from '#business/catalog/price.ts';
import type { Catalog, Per } from '#business/catalog/priceBook.ts';
import { componentAt, type PriceInForce } from '#business/catalog/priceBookAt.ts';
import { type Exact, exact, grouped, parseDecimal, plain, zero } from '#platform/exact.ts';
import { addDays, type CalendarDate, dateIn, fromMilliseconds, parseDate } from '#platform/instant.ts';
import { nearest } from '#platform/nearest.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, inFile, type Outcome, refused } from './answer.ts';
import type { PriceDocument } from './documents.ts';
import { catalogIn } from './files.ts';
import { wrapped } from './layout.ts';
import { type Command, type Given, problem } from './options.ts';
import { pricedDocument, pricedText } from './pricedDocument.ts';

/** `goodterms price`: what a quantity of one price component costs. */
export const priceCommand: Command = {
  name: 'price',
  does: 'work out a price line by line',
  about:
    'The price in force on the first day. A recurring price is prorated by day over the periods counted from the anchor; a rounding line makes the lines add up to the total. Days that end a span are not in it.',
  options: {
    catalog: { value: 'FILE', required: true, what: 'Products and prices (YAML or JSON).' },
    component: { value: 'ID', required: true, what: 'The price component.' },
    quantity: { value: 'N', required: true, what: 'How many units: a decimal of zero or more.' },
    from: { value: 'DAY', what: 'The first day charged (default: today).' },
    until: { value: 'DAY', what: 'The first day no longer charged (default: one whole period later).' },
    anchor: { value: 'DAY', what: 'The day from which periods are counted (default: --from).' },
    currency: { value: 'CODE', what: 'The currency, where the component is priced in several.' },
  },
  example:
    'goodterms price --catalog examples/first-check/catalog.yaml --component forge-license --quantity 3 --from 2026-03-01 --until 2027-01-01 --anchor 2026-01-01',
  run: price,
};

async function price(given: Given): Promise<Answer<Outcome>> {
  const file = given.text('catalog')!;
  const catalog = await catalogIn(file);
  const quantity = quantityOf(given.text('quantity')!);
  const days = daysOf(given);
  const problems = [catalog, quantity, days].flatMap((answer) => (answer.ok ? [] : answer.problems));
  if (!catalog.ok || !quantity.ok || !days.ok) return { ok: false, problems };
  const { from, anchor = from, until } = days.value;
  const found = inFile(file, componentOf(catalog.value, given, from));
  if (!found.ok) return found;
  const { component, book } = found.value;
  const span = { currency: book.currency, from, until: until ?? periodAfter(from, component.per), anchor };
  const document: PriceDocument = {
    goodterms: 'price/1',
    component: component.id,
    priceBook: book.id,
    quantity: plain(quantity.value, 30),
    per: component.per,
    from: span.from,
    until: span.until,
    anchor,
    ...pricedDocument(priceOf(component, quantity.value, span)),
  };
  const { one, many } = component.unitName;
  const units = `${grouped(quantity.value)} ${quantity.value.equals(1) ? one : many}`;
  return { ok: true, value: { exit: 0, document, text: priceText(document, units) } };
}

function quantityOf(text: string): Answer<Exact> {
  const quantity = parseDecimal(text);
  const todo = 'Write digits, with a point for decimals: 12 or 0.25.';
  if (!quantity)
    return refused(problem('quantity_invalid', `--quantity ${text} is no decimal number.`, todo));
  if (quantity.compare(zero) < 0)
    return refused(problem('quantity_negative', `--quantity ${text} is below zero.`, 'Check the quantity.'));
  if (quantity.compare(exact(10n ** 15n)) > 0)
    return refused(
      problem('quantity_absurd', `--quantity ${text} is more than 10^15.`, 'Check the quantity.'),
    );
  return { ok: true, value: quantity };
}

type Days = { readonly from: CalendarDate; readonly until?: CalendarDate; readonly anchor?: CalendarDate };

function daysOf(given: Given): Answer<Days> {
  const problems: Problem[] = [];
  const day = (name: string): CalendarDate | undefined => {
    const text = given.text(name);
    const date = text === undefined ? undefined : parseDate(text);
    if (text !== undefined && date === undefined)
      problems.push(problem('day_invalid', `--${name} ${text} is no day.`, `Write --${name} 2026-03-31.`));
    return date;
  };
  const from = day('from') ?? dateIn(fromMilliseconds(Date.now()), 'UTC');
  const until = day('until');
  const anchor = day('anchor');
  if (until !== undefined && until <= from)
    problems.push(
      problem(
        'dates_reversed',
        `--until ${until} is not after the first day, ${from}.`,
        'Give a later day, or --from.',
      ),
    );
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: { from, ...(until && { until }), ...(anchor && { anchor }) } };
}

function periodAfter(from: CalendarDate, per: Per): CalendarDate {
  if (per === 'once') return addDays(from, 1);
  const months = { month: 1, quarter: 3, year: 12 }[per];
  return Temporal.PlainDate.from(from).add({ months }).toString() as CalendarDate;
}

/** The component as priced on a day: in the currency asked for, or in the only one there is. */
function componentOf(catalog: Catalog, given: Given, day: CalendarDate): Answer<PriceInForce> {
  const id = given.text('component')!;
  const books = catalog.priceBooks.filter(({ components }) => components.some((one) => one.id === id));
  if (books.length === 0) return refused(unknownComponent(catalog, id));
  const currencies = [...new Set(books.map(({ currency }) => currency))].sort();
  const currency = given.text('currency') ?? (currencies.length === 1 ? currencies[0] : undefined);
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

function unknownComponent({ priceBooks }: Catalog, id: string): Problem {
  const known = [...new Set(priceBooks.flatMap(({ components }) => components.map((one) => one.id)))];
  const meant = nearest(id, known);
  const todo = meant
    ? `Write --component ${meant}, if that is meant.`
    : known.length > 0
      ? `Known here: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}.`
      : 'Add a price book to the catalog.';
  return problem('component_unknown', `The catalog has no price component ${id}.`, todo);
}

function priceText(document: PriceDocument, units: string): string[] {
  const { component, priceBook, per, from, until, anchor } = document;
  const time =
    per === 'once'
      ? `paid once, on ${from}`
      : `${from} until ${until} (not included), each ${per} counted from ${anchor}`;
  return [
    ...wrapped(`${units} of ${component} by price book ${priceBook}: ${time}`),
    ...pricedText(document, '  '),
  ];
}
