import { type CalendarDate, dateIn } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { canonical } from '#platform/journal/json.ts';
import {
  type CatalogCommand,
  type CatalogEvent,
  type CatalogRefusal,
  type Changes,
  inOrder,
  keyOf,
} from './catalog.ts';
import type { Catalog, FeatureMapping, PriceBook, PriceComponent, Product } from './priceBook.ts';
import { latestOn, type PriceInForce, pricesOf } from './priceBookAt.ts';

type Decision = { readonly events: readonly CatalogEvent[] } | { readonly refused: Refusal<CatalogRefusal> };

/**
 * Returns the event an import leads to: none when nothing is new. Refused is what would change a price on a day that
 * has come, today included: in a changed book, a removed or shortened one, or by a new one with an earlier first day.
 */
export function decideCatalog(command: CatalogCommand, state: Catalog): Decision {
  const { at, zone, catalog } = command;
  const words = changeOfThePast(state, catalog, dateIn(at, zone));
  if (words !== undefined) return { refused: { code: 'price_in_force_changed', words } };
  const products = changes(state.products, catalog.products);
  const priceBooks = changes(state.priceBooks, catalog.priceBooks);
  const features = changes(state.features, catalog.features);
  const nothing = [products, priceBooks, features].every(
    ({ put, removed }) => put.length === 0 && removed.length === 0,
  );
  return { events: nothing ? [] : [{ kind: 'catalogPublished', at, products, priceBooks, features }] };
}

function changes<T extends Product | PriceBook | FeatureMapping>(
  before: readonly T[],
  after: readonly T[],
): Changes<T> {
  const known = new Map(before.map((entry) => [keyOf(entry), written(entry)]));
  const kept = new Set(after.map(keyOf));
  return {
    put: inOrder(after).filter((entry) => known.get(keyOf(entry)) !== written(entry)),
    removed: [...known.keys()].filter((key) => !kept.has(key)).sort(),
  };
}

/** Between the days on which books begin and end no price changes, so those days tell for all. */
function changeOfThePast(before: Catalog, after: Catalog, today: CalendarDate): string | undefined {
  const newPrices = pricesOf(after);
  for (const [name, prices] of pricesOf(before)) {
    const now = newPrices.get(name) ?? [];
    const days = [...prices, ...now].flatMap(({ book }) => [book.from, book.until ?? book.from]);
    for (const day of [...new Set(days)].filter((date) => date <= today).sort()) {
      const [was] = latestOn(prices, day);
      if (was && cost(was) !== cost(latestOn(now, day)[0])) return refusal(name, was.book, day);
    }
  }
  return undefined;
}

/** What a unit is called may be put right at any time; what it is and costs may not. */
function cost(price: PriceInForce | undefined): string | undefined {
  if (price === undefined) return undefined;
  const { product, edition, per, model }: PriceComponent = price.component;
  return written({ product, edition, per, model });
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
