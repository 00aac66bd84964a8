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
  const prices = pricesOf(catalog).get(priceName(currency, componentId)) ?? [];
  const [price, other] = latestOn(prices, date);
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
      detail: `The price books ${price.book.id} and ${other.book.id} both give ${componentId} from ${price.book.from} in ${currency}.`,
      todo: 'Give one of the two books a later first day, or take the price out of it.',
    });
  return success(price);
}

/** Returns every price of a catalog, in whatever book, by `priceName`. */
export function pricesOf({ priceBooks }: Catalog): Map<string, PriceInForce[]> {
  const prices = priceBooks.flatMap((book) => book.components.map((component) => ({ book, component })));
  return Map.groupBy(prices, ({ book, component }) => priceName(book.currency, component.id));
}

/** Returns the prices of one name that are in force on a date and of the latest first day: one, where the catalog is sound. */
export function latestOn(prices: readonly PriceInForce[], date: CalendarDate): PriceInForce[] {
  const inForce = prices.filter(
    ({ book }) => book.from <= date && (book.until === null || date < book.until),
  );
  const latest = inForce
    .map(({ book }) => book.from)
    .sort()
    .at(-1);
  return inForce.filter(({ book }) => book.from === latest);
}

/** A price is of one currency and component: `EUR seat`. */
function priceName(currency: string, componentId: string): string {
  return `${currency} ${componentId}`;
}
