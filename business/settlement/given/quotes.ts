import type { Priced } from '#business/catalog/priced.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import type { Quote } from '../quote.ts';

/** Returns a price of lines by their shown amounts. */
export function pricedBy(currency: string, total: string, ...shown: readonly string[]): Priced {
  const line = (amount: string, i: number): Priced['lines'][number] => ({
    kind: amount.startsWith('-') ? 'credit' : 'charge',
    label: `line ${i + 1}`,
    quantity: '20',
    unitPrice: '100',
    share: [{ from: '2026-06-18', until: '2027-01-01', by: 'day', part: 197, of: 365 }],
    amount,
    shown: amount,
  });
  return { currency, total, lines: shown.map(line) };
}

/** Returns a quote of Northwind's that releases two months, and what differs this time. */
export function aQuote(differs: Partial<Quote> = {}): Quote {
  return {
    id: 'Q-northwind-1',
    customer: 'northwind',
    agreement: 'AG-1',
    clause: 'seats',
    product: 'atlas',
    unitName: { one: 'seat', many: 'seats' },
    price: 'atlas-seat',
    zone: 'UTC',
    finding: 'F-1',
    units: '20',
    from: at('2026-05-01'),
    until: at('2027-01-01'),
    priced: pricedBy('EUR', '1342.47', '2000.00', '-657.53'),
    release: { from: at('2026-03-01'), until: at('2026-05-01'), units: '12' },
    validUntil: '2026-06-30' as CalendarDate,
    ...differs,
  };
}
