import { expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import type { Catalog, PriceBook } from './priceBook.ts';
import { componentAt } from './priceBookAt.ts';

const date = (text: string): CalendarDate => text as CalendarDate;
const book = (
  id: string,
  from: string,
  until: string | null,
  prices: string[],
  currency = 'EUR',
): PriceBook => ({
  id,
  currency,
  from: date(from),
  until: until === null ? null : date(until),
  components: prices.map((price) => ({
    id: price,
    product: 'p',
    edition: null,
    unitName: { one: 'seat', many: 'seats' },
    per: 'year',
    model: { kind: 'unit', unit: '1' },
  })),
});
const books: Catalog = {
  products: [],
  features: [],
  priceBooks: [
    book('2027', '2027-01-01', null, ['seat']),
    book('2026', '2026-01-01', null, ['seat', 'storage']),
    book('2026-usd', '2026-06-01', '2026-09-01', ['seat'], 'USD'),
  ],
};

test.each([
  ['the day before the first book', 'seat', 'EUR', '2025-12-31', 'no_price'],
  ['its first day', 'seat', 'EUR', '2026-01-01', '2026'],
  ['the day before the next book takes over', 'seat', 'EUR', '2026-12-31', '2026'],
  ['the day it does', 'seat', 'EUR', '2027-01-01', '2027'],
  ['a price the newer book leaves out', 'storage', 'EUR', '2027-01-01', '2026'],
  ['another currency', 'seat', 'USD', '2026-06-01', '2026-usd'],
  ['the last day of a book that ends', 'seat', 'USD', '2026-08-31', '2026-usd'],
  ['the day it has ended', 'seat', 'USD', '2026-09-01', 'no_price'],
  ['a currency without a book', 'seat', 'CHF', '2026-06-01', 'no_price'],
])('%s', (_, price, currency, on, expected) => {
  const found = componentAt(books, price, currency, date(on));
  expect(found.ok ? found.value.book.id : found.problems[0]!.code).toBe(expected);
});

test('two books of the same first day are a problem, in whatever order they come', () => {
  const two = [book('a', '2026-01-01', null, ['seat']), book('b', '2026-01-01', null, ['seat'])];
  for (const priceBooks of [two, two.toReversed()]) {
    const found = componentAt({ ...books, priceBooks }, 'seat', 'EUR', date('2026-05-01'));
    expect(found.ok ? '' : found.problems[0]!.code).toBe('price_ambiguous');
  }
});
