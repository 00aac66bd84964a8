import type { Catalog, PriceBook } from './priceBook.ts';
import type { PricePlace } from './priceFields.ts';

/** Returns the catalog with a price put into its book, which is made where there is none; in the order of their ids. */
export function withPrice(catalog: Catalog, { book, component }: PricePlace): Catalog {
  const known = catalog.priceBooks.find(({ id }) => id === book.id) ?? { ...book, components: [] };
  const at = known.components.findIndex(({ id }) => id === component.id);
  const components = at < 0 ? [...known.components, component] : known.components.with(at, component);
  return { ...catalog, priceBooks: replaced(catalog.priceBooks, { ...known, components }) };
}

/** Returns the catalog without a price; a book that holds nothing any more goes with it. */
export function withoutPriceOf(catalog: Catalog, bookId: string, componentId: string): Catalog {
  const book = catalog.priceBooks.find(({ id }) => id === bookId);
  if (!book) return catalog;
  const components = book.components.filter(({ id }) => id !== componentId);
  const isEmpty = components.length === 0 && !book.commitments?.length;
  const priceBooks = isEmpty
    ? catalog.priceBooks.filter((one) => one !== book)
    : replaced(catalog.priceBooks, { ...book, components });
  return { ...catalog, priceBooks };
}

function replaced(books: readonly PriceBook[], book: PriceBook): PriceBook[] {
  return [...books.filter(({ id }) => id !== book.id), book].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Returns every price of a catalog with its book. */
export function pricePlaces(catalog: Catalog): PricePlace[] {
  return catalog.priceBooks.flatMap(({ components, commitments: _, ...book }) =>
    components.map((component) => ({ book, component })),
  );
}
