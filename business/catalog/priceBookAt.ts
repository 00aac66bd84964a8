import type { CalendarDate } from '#platform/instant.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import type { Catalog, Commitment, PriceBook, PriceComponent } from './priceBook.ts';

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

/** A commitment, and the book it stands in. */
export type CommitmentInForce = { readonly book: PriceBook; readonly commitment: Commitment };

/** Returns every commitment of a catalog, in whatever book, by currency and id. */
export function commitmentsOf({ priceBooks }: Catalog): Map<string, CommitmentInForce[]> {
  const all = priceBooks.flatMap((book) =>
    (book.commitments ?? []).map((commitment) => ({ book, commitment })),
  );
  return Map.groupBy(all, ({ book, commitment }) => priceName(book.currency, commitment.id));
}

/**
 * Returns a commitment on a date: from the book of the latest first day that is in force then and names it. Refuses
 * `no_commitment` (none in force).
 */
export function commitmentAt(
  catalog: Catalog,
  id: string,
  currency: string,
  date: CalendarDate,
): Result<CommitmentInForce> {
  const [found] = latestOn(commitmentsOf(catalog).get(priceName(currency, id)) ?? [], date);
  if (found) return success(found);
  return failure({
    code: 'no_commitment',
    title: 'No such commitment',
    detail: `No price book in ${currency} has a commitment ${id} in force on ${date}.`,
    todo: 'Name a commitment of a price book that is in force on that day.',
  });
}

/** Returns every price of a catalog, in whatever book, by `priceName`. */
export function pricesOf({ priceBooks }: Catalog): Map<string, PriceInForce[]> {
  const prices = priceBooks.flatMap((book) => book.components.map((component) => ({ book, component })));
  return Map.groupBy(prices, ({ book, component }) => priceName(book.currency, component.id));
}

/** Returns what stands under one name in books that are in force on a date, of the latest first day: one, where the catalog is sound. */
export function latestOn<T extends { readonly book: PriceBook }>(
  prices: readonly T[],
  date: CalendarDate,
): T[] {
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
