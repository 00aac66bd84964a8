import { type CalendarDate, dateIn } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { canonical } from '#platform/journal/json.ts';
import {
  type CatalogCommand,
  type CatalogEvent,
  type CatalogRefusal,
  type Changes,
  type Entry,
  inOrder,
  keyOf,
} from './catalog.ts';
import type { Catalog, Discount, PriceBook, PriceComponent } from './priceBook.ts';
import { commitmentsOf, latestOn, pricesOf } from './priceBookAt.ts';

type Decision = { readonly events: readonly CatalogEvent[] } | { readonly refused: Refusal<CatalogRefusal> };

/**
 * Returns the event an import leads to: none when nothing is new. Refused is what would change a price on a day that
 * has come, today included: in a changed book, a removed or shortened one, or by a new one with an earlier first day; but
 * not when an import is withdrawn, for what was a mistake was never the price.
 */
export function decideCatalog(command: CatalogCommand, state: Catalog): Decision {
  const { at, zone, catalog } = command;
  const isMistake = command.kind === 'withdraw';
  const words = isMistake ? undefined : changeOfThePast(state, catalog, dateIn(at, zone));
  const kind = isMistake ? 'importWithdrawn' : 'catalogPublished';
  if (words !== undefined) return { refused: { code: 'price_in_force_changed', words } };
  const products = changes(state.products, catalog.products);
  const priceBooks = changes(state.priceBooks, catalog.priceBooks);
  const features = changes(state.features, catalog.features);
  const rates = changes(state.exchangeRates ?? [], catalog.exchangeRates ?? []);
  const nothing = [products, priceBooks, features, rates].every(isNothing);
  const exchangeRates = isNothing(rates) ? {} : { exchangeRates: rates };
  return {
    events: nothing ? [] : [{ kind, at, products, priceBooks, features, ...exchangeRates }],
  };
}

function isNothing({ put, removed }: Changes<Entry>): boolean {
  return put.length === 0 && removed.length === 0;
}

function changes<T extends Entry>(before: readonly T[], after: readonly T[]): Changes<T> {
  const known = new Map(before.map((entry) => [keyOf(entry), written(entry)]));
  const kept = new Set(after.map(keyOf));
  return {
    put: inOrder(after).filter((entry) => known.get(keyOf(entry)) !== written(entry)),
    removed: [...known.keys()].filter((key) => !kept.has(key)).sort(),
  };
}

type Cost = { readonly book: PriceBook; readonly cost: (day: CalendarDate) => string };

/** Between the days on which books and discounts begin and end no price changes, so those days tell for all. */
function changeOfThePast(before: Catalog, after: Catalog, today: CalendarDate): string | undefined {
  const costsNow = costs(after);
  for (const [name, was] of costs(before)) {
    const now = costsNow.get(name) ?? [];
    const days = [...was, ...now].flatMap(({ book }) => edges(book));
    for (const day of [...new Set(days)].filter((date) => date <= today).sort()) {
      const [old] = latestOn(was, day);
      if (old && old.cost(day) !== latestOn(now, day)[0]?.cost(day)) return refusal(name, old.book, day);
    }
  }
  return undefined;
}

/** Every price and every commitment by its name. */
function costs(catalog: Catalog): Map<string, Cost[]> {
  const all = new Map<string, Cost[]>();
  for (const [name, prices] of pricesOf(catalog))
    all.set(
      name,
      prices.map(({ book, component }) => ({ book, cost: (day) => cost(component, day) })),
    );
  for (const [name, commitments] of commitmentsOf(catalog))
    all.set(
      `commitment ${name}`,
      commitments.map(({ book, commitment: { name: _, ...rest } }) => ({ book, cost: () => written(rest) })),
    );
  return all;
}

function edges({ from, until, components }: PriceBook): CalendarDate[] {
  const discounts = components.flatMap((component) => component.discounts ?? []);
  const days = discounts.flatMap((discount) => [discount.from, discount.until]);
  return [from, until ?? from, ...days.filter((day) => day !== null)];
}

/** What a unit or a discount is called may be put right at any time; what it is and costs on the day may not. */
function cost(component: PriceComponent, day: CalendarDate): string {
  const { id: _, unitName: __, discounts = [], ...rest } = component;
  const inForce = ({ from, until }: Discount) =>
    (from === null || from <= day) && (until === null || day < until);
  return written({
    ...rest,
    discounts: discounts.filter(inForce).map(({ kind, value }) => ({ kind, value })),
  });
}

function refusal(name: string, book: PriceBook, day: CalendarDate): string {
  return (
    `The price ${name} of the price book ${book.id} was in force on ${day} and would change for that day. ` +
    'Leave it as it is, and publish a new price book that begins on a later day.'
  );
}

/** The same whatever the order of keys: the state comes back from a database that keeps none. */
function written(value: object): string {
  return canonical(value as Json);
}
