import type { Instant } from '#platform/instant.ts';
import type { Catalog, ExchangeRates, FeatureMapping, PriceBook, Product } from './priceBook.ts';

/** What one list of the catalog became: entries that are new or changed, and the keys (see `keyOf`) of those left out. */
export type Changes<T> = { readonly put: readonly T[]; readonly removed: readonly string[] };

/**
 * The catalog as a whole, to take the place of what there is. `zone` is the vendor's own: in it `at` is a day.
 * `withdraw` takes an import back that was a mistake: it alone may change a price in force, and the journal says so.
 */
export type CatalogCommand = {
  readonly kind: 'import' | 'withdraw';
  readonly at: Instant;
  readonly zone: string;
  readonly catalog: Catalog;
};

/** What an import changed, and nothing else. */
export type CatalogEvent = {
  readonly kind: 'catalogPublished' | 'importWithdrawn';
  readonly at: Instant;
  readonly products: Changes<Product>;
  readonly priceBooks: Changes<PriceBook>;
  readonly features: Changes<FeatureMapping>;
  /** Only where they changed; there were none before. */
  readonly exchangeRates?: Changes<ExchangeRates>;
};

/** What stands in a list of the catalog. */
export type Entry = Product | PriceBook | FeatureMapping | ExchangeRates;

/** `price_in_force_changed`: what something cost on a day that has come stays what it cost. */
export type CatalogRefusal = 'price_in_force_changed';

/** Returns what an entry of the catalog is known by: its id, exchange rates by their first day; a mapping, which has neither, by all that it says. */
export function keyOf(entry: Entry): string {
  if ('id' in entry) return entry.id;
  if ('rates' in entry) return entry.from;
  const { source, feature, product, edition, precedence, from, until } = entry;
  return JSON.stringify([feature, source, precedence, product, edition, from, until]);
}

/** Returns the entries in the order of their keys, each key once: the order of a file means nothing. */
export function inOrder<T extends Entry>(entries: readonly T[]): T[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
