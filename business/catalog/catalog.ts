import type { Instant } from '#platform/instant.ts';
import type { Catalog, FeatureMapping, PriceBook, Product } from './priceBook.ts';

/** What one list of the catalog became: entries that are new or changed, and the keys (see `keyOf`) of those left out. */
export type Changes<T> = { readonly put: readonly T[]; readonly removed: readonly string[] };

/** The catalog as a whole, to take the place of what there is. `zone` is the vendor's own: in it `at` is a day. */
export type CatalogCommand = {
  readonly kind: 'import';
  readonly at: Instant;
  readonly zone: string;
  readonly catalog: Catalog;
};

/** What an import changed, and nothing else. */
export type CatalogEvent = {
  readonly kind: 'catalogPublished';
  readonly at: Instant;
  readonly products: Changes<Product>;
  readonly priceBooks: Changes<PriceBook>;
  readonly features: Changes<FeatureMapping>;
};

/** `price_in_force_changed`: what something cost on a day that has come stays what it cost. */
export type CatalogRefusal = 'price_in_force_changed';

/** Returns what an entry of the catalog is known by: its id; a mapping, which has none, by all that it says. */
export function keyOf(entry: Product | PriceBook | FeatureMapping): string {
  if ('id' in entry) return entry.id;
  const { source, feature, product, edition, precedence, from, until } = entry;
  return JSON.stringify([feature, source, precedence, product, edition, from, until]);
}

/** Returns the entries in the order of their keys, each key once: the order of a file means nothing. */
export function inOrder<T extends Product | PriceBook | FeatureMapping>(entries: readonly T[]): T[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
