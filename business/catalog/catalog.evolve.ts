import { decideCatalog } from './catalog.decide.ts';
import { type CatalogEvent, type Changes, type Entry, inOrder, keyOf } from './catalog.ts';
import type { Catalog } from './priceBook.ts';

/** Returns the catalog after one event, its lists in the order of their keys. */
export function evolveCatalog(state: Catalog, event: CatalogEvent): Catalog {
  switch (event.kind) {
    case 'catalogPublished':
    case 'importWithdrawn':
      return {
        products: changed(state.products, event.products),
        priceBooks: changed(state.priceBooks, event.priceBooks),
        features: changed(state.features, event.features),
        ...exchangeRates(state, event),
      };
  }
}

/** A catalog that never had exchange rates has none to show: events of before fold to the rows of before. */
function exchangeRates(state: Catalog, event: CatalogEvent): Pick<Catalog, 'exchangeRates'> {
  const { exchangeRates: before } = state;
  if (event.exchangeRates) return { exchangeRates: changed(before ?? [], event.exchangeRates) };
  return before ? { exchangeRates: before } : {};
}

function changed<T extends Entry>(entries: readonly T[], { put, removed }: Changes<T>): T[] {
  const gone = new Set(removed);
  return inOrder([...entries.filter((entry) => !gone.has(keyOf(entry))), ...put]);
}

/** The lifecycle of the vendor's one catalog. */
export const catalogDecider = {
  initial: { products: [], priceBooks: [], features: [] } as Catalog,
  decide: decideCatalog,
  evolve: evolveCatalog,
};
