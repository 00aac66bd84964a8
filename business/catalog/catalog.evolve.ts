import { decideCatalog } from './catalog.decide.ts';
import { type CatalogEvent, type Changes, inOrder, keyOf } from './catalog.ts';
import type { Catalog, FeatureMapping, PriceBook, Product } from './priceBook.ts';

/** Returns the catalog after one event, its lists in the order of their keys. */
export function evolveCatalog(state: Catalog, event: CatalogEvent): Catalog {
  switch (event.kind) {
    case 'catalogPublished':
      return {
        products: changed(state.products, event.products),
        priceBooks: changed(state.priceBooks, event.priceBooks),
        features: changed(state.features, event.features),
      };
  }
}

function changed<T extends Product | PriceBook | FeatureMapping>(
  entries: readonly T[],
  { put, removed }: Changes<T>,
): T[] {
  const gone = new Set(removed);
  return inOrder([...entries.filter((entry) => !gone.has(keyOf(entry))), ...put]);
}

/** The lifecycle of the vendor's one catalog. */
export const catalogDecider = {
  initial: { products: [], priceBooks: [], features: [] } as Catalog,
  decide: decideCatalog,
  evolve: evolveCatalog,
};
