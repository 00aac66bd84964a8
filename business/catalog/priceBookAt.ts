import type { CalendarDate } from '#platform/instant.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import type { Catalog, PriceBook, PriceComponent } from './priceBook.ts';

/** A price, and the book it stands in. */
export type PriceInForce = { readonly book: PriceBook; readonly component: PriceComponent };

/**
 * Returns the price of a component on a date in one currency: from the book in force then that names the component;
 * of several the one with the latest `from`. A newer book that does not name it leaves the older price standing.
 * Refuses `no_price` (none in force) and `price_ambiguous` (two books of the same first day).
 */
export function componentAt(
  catalog: Catalog,
  componentId: string,
  currency: string,
  date: CalendarDate,
): Result<PriceInForce> {
  const found = pricesInForce(catalog, componentId, currency, date);
  const latest = found
    .map(({ book }) => book.from)
    .sort()
    .at(-1);
  const [price, other] = found.filter(({ book }) => book.from === latest);
  if (price === undefined)
    return failure({
      code: 'no_price',
      title: 'No price agreed',
      detail: `No price book in ${currency} has a price ${componentId} in force on ${date}.`,
      todo: 'Import a catalog with a price book of that currency which names this price and is in force on that day.',
    });
  if (other !== undefined)
    return failure({
      code: 'price_ambiguous',
      title: 'Two prices for the same day',
      detail: `The price books ${price.book.id} and ${other.book.id} both give ${componentId} from ${latest} in ${currency}.`,
      todo: 'Give one of the two books a later first day, or take the price out of it.',
    });
  return success(price);
}

function pricesInForce(
  { priceBooks }: Catalog,
  componentId: string,
  currency: string,
  date: CalendarDate,
): PriceInForce[] {
  return priceBooks
    .filter((book) => book.currency === currency && book.from <= date)
    .filter(({ until }) => until === null || date < until)
    .flatMap((book) =>
      book.components.filter(({ id }) => id === componentId).map((component) => ({ book, component })),
    );
}
