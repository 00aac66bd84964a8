import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { creditFor, difference, priceOf, priceOfAdded } from '#business/catalog/price.ts';
import type { Catalog, PriceComponent } from '#business/catalog/priceBook.ts';
import type { Priced } from '#business/catalog/priced.ts';
import type { Span } from '#business/catalog/span.ts';
import { type Exact, grouped, plain } from '#platform/exact.ts';
import { dateIn } from '#platform/instant.ts';
import { type Answer, every, inFile, type Outcome, refused } from './answer.ts';
import type { PriceDocument } from './documents.ts';
import { agreementsIn, catalogIn } from './files.ts';
import { wrapped } from './layout.ts';
import { type Command, type Given, problem } from './options.ts';
import { componentOf, quantityOf, spanIn, timesOf } from './priceArguments.ts';
import { committed } from './priceCommitted.ts';
import { pricedDocument, pricedText } from './pricedDocument.ts';

/** `goodterms price`: what a quantity of one price component costs, or what use costs under a commitment. */
export const priceCommand: Command = {
  name: 'price',
  does: 'work out a price line by line',
  about:
    'The price in force on the first day, with its discounts and its minimum. A recurring price is prorated over the periods counted from the anchor, by day or as its component says; a rounding line makes the lines add up to the total. Days that end a span are not in it.',
  options: {
    catalog: { value: 'FILE', required: true, what: 'Products and prices (YAML or JSON).' },
    component: { value: 'ID', what: 'The price component.' },
    quantity: { value: 'N', what: 'How many units: a decimal of zero or more.' },
    held: { value: 'N', what: 'Units there are already: what --quantity more cost on top of them.' },
    'given-back': { value: 'N', what: 'Units of --quantity that are given back: what is credited for them.' },
    reached: { value: 'N', what: 'The most units so far, where a tier once reached stays.' },
    'instead-of': { value: 'ID', what: 'The price component before: what changing from it costs.' },
    commitment: { value: 'ID', what: 'A commitment, in place of --component: what --use costs under it.' },
    use: { value: 'ID=N', many: 'times', what: 'Use of a component of the commitment.' },
    from: { value: 'TIME', what: 'The first day charged, or a time with offset (default: today).' },
    until: { value: 'TIME', what: 'The first day no longer charged (default: one whole period later).' },
    anchor: { value: 'TIME', what: 'The day from which periods are counted (default: --from).' },
    agreement: {
      value: 'FILE',
      what: 'An agreement: what is added ends with it, in its currency and zone, its periods counted from its first day.',
    },
    zone: { value: 'NAME', what: 'The time zone of days (default: that of the agreement, else UTC).' },
    currency: { value: 'CODE', what: 'The currency, where the component is priced in several.' },
  },
  example:
    'goodterms price --catalog examples/first-check/catalog.yaml --component forge-license --quantity 3 --from 2026-03-01 --until 2027-01-01 --anchor 2026-01-01',
  run: price,
};

async function price(given: Given): Promise<Answer<Outcome>> {
  const file = given.text('catalog')!;
  const catalog = await catalogIn(file);
  const agreement = await agreementIn(given);
  if (!catalog.ok || !agreement.ok) return every<unknown>([catalog, agreement]) as Answer<never>;
  const missing = given.has('commitment') ? undefined : ['component', 'quantity'].find((o) => !given.has(o));
  if (missing !== undefined)
    return refused(problem('option_missing', `price needs --${missing}.`, `Add --${missing}.`));
  const answer = given.has('commitment') ? committed : component;
  return answer(given, catalog.value, agreement.value);
}

async function agreementIn(given: Given): Promise<Answer<SignedAgreement | null>> {
  const file = given.text('agreement');
  if (file === undefined) return { ok: true, value: null };
  const read = await agreementsIn(file);
  if (!read.ok) return read;
  if (read.value.length === 1) return { ok: true, value: read.value[0]!.signed };
  const detail = `The file holds ${read.value.length} agreements.`;
  return inFile(
    file,
    refused(problem('agreements_several', detail, 'Give a file with the one agreement that is meant.')),
  );
}

const numbers = ['quantity', 'held', 'given-back', 'reached'] as const;
type Numbers = { readonly [name in (typeof numbers)[number]]?: Exact };

function component(given: Given, catalog: Catalog, agreement: SignedAgreement | null): Answer<Outcome> {
  const parsed = every(numbers.filter((name) => given.has(name)).map((name) => named(given, name)));
  const times = timesOf(given, agreement);
  if (!parsed.ok || !times.ok) return every<unknown>([parsed, times]) as Answer<never>;
  const asked: Numbers = Object.fromEntries(parsed.value);
  const day = dateIn(times.value.from, times.value.zone);
  const currency = given.text('currency') ?? agreement?.currency;
  const of = (option: string) =>
    inFile(given.text('catalog')!, componentOf(catalog, { option, id: given.text(option)!, currency }, day));
  const found = of('component');
  const before = given.has('instead-of') ? of('instead-of') : null;
  if (!found.ok || (before && !before.ok))
    return every<unknown>(before ? [found, before] : [found]) as Answer<never>;
  const { component: own, book } = found.value;
  const span = spanIn(times.value, book.currency, own.per);
  const priced = pricedAs(own, before?.value.component ?? null, asked, span);
  if (!priced.ok) return priced;
  const document: PriceDocument = {
    goodterms: 'price/1',
    component: own.id,
    insteadOf: before?.value.component.id ?? null,
    priceBook: book.id,
    quantity: plain(asked.quantity!, 30),
    held: decimalOrNull(asked.held),
    givenBack: decimalOrNull(asked['given-back']),
    reached: decimalOrNull(asked.reached),
    per: own.per,
    from: span.from,
    until: span.until,
    anchor: span.anchor,
    ...pricedDocument(priced.value),
  };
  return { ok: true, value: { exit: 0, document, text: priceText(document, own, asked) } };
}

function named(given: Given, name: keyof Numbers): Answer<[string, Exact]> {
  const parsed = quantityOf(name, given.text(name)!);
  return parsed.ok ? { ok: true, value: [name, parsed.value] } : parsed;
}

/** What was asked of one component: a price, what is added, what is given back, or a change from another component. */
function pricedAs(
  own: PriceComponent,
  before: PriceComponent | null,
  { quantity, held, reached, 'given-back': back }: Numbers,
  span: Span,
): Answer<Priced> {
  const ways = [held, back, reached, before].filter((one) => one !== undefined && one !== null);
  const todo = 'Give at most one of --held, --given-back, --reached and --instead-of.';
  if (ways.length > 1) return refused(problem('option_excluded', 'These options exclude each other.', todo));
  if (back && back.compare(quantity!) > 0) {
    const detail = `${plain(back)} units are given back, and there are ${plain(quantity!)}.`;
    return refused(problem('given_back_too_many', detail, 'Give back at most --quantity units.'));
  }
  const price = () => {
    if (held) return priceOfAdded(own, held, quantity!, span);
    if (back) return creditFor(own, quantity!, back, span);
    if (before) return difference(priceOf(own, quantity!, span), priceOf(before, quantity!, span));
    return priceOf(own, quantity!, reached ? { ...span, reached } : span);
  };
  return { ok: true, value: price() };
}

function decimalOrNull(value: Exact | undefined): string | null {
  return value === undefined ? null : plain(value, 30);
}

function priceText(document: PriceDocument, { unitName }: PriceComponent, asked: Numbers): string[] {
  const { component: id, priceBook, per, from, until, anchor, insteadOf } = document;
  const units = (count: Exact) => `${grouped(count)} ${count.equals(1) ? unitName.one : unitName.many}`;
  const { quantity, held, reached, 'given-back': back } = asked;
  const more = [
    ...(insteadOf === null ? [] : [`in place of ${insteadOf}`]),
    ...(held ? [`on top of ${units(held)}`] : []),
    ...(back ? [`${units(back)} of them given back`] : []),
    ...(reached ? [`at most ${units(reached)} so far`] : []),
  ];
  const what = `${units(quantity!)} of ${[id, ...more].join(', ')}${more.length > 0 ? ',' : ''}`;
  const time =
    per === 'once'
      ? `paid once, on ${from}`
      : `${from} until ${until} (not included), each ${per} counted from ${anchor}`;
  return [...wrapped(`${what} by price book ${priceBook}: ${time}`), ...pricedText(document, '  ')];
}
