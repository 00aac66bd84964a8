import type { CalendarDate } from '#platform/instant.ts';
import type { Discount, Per, PriceComponent, PriceModel } from '../priceBook.ts';
import type { Priced } from '../priced.ts';
import type { Span } from '../span.ts';

export const date = (text: string): CalendarDate => text as CalendarDate;

/** A price of seats; `given` brings discounts, a minimum, the proration. */
export const priceBy = (
  model: PriceModel,
  per: Per = 'once',
  given: Partial<PriceComponent> = {},
): PriceComponent => ({
  id: 'seat',
  product: 'p',
  edition: null,
  unitName: { one: 'seat', many: 'seats' },
  per,
  model,
  ...given,
});

export const each = (unit: string): PriceModel => ({ kind: 'unit', unit });

/** `20% Public sector, from a day until another`. */
export const discount = (name: string, off: string, from?: string, until?: string): Discount => ({
  name,
  kind: off.endsWith('%') ? 'percent' : 'amount',
  value: off.replace('%', ''),
  from: from === undefined ? null : date(from),
  until: until === undefined ? null : date(until),
});

/** The year 2026 in euros, its periods counted from its first day. */
export const spanFrom = (from = '2026-01-01', until = '2027-01-01'): Span => ({
  currency: 'EUR',
  from: date(from),
  until: date(until),
  anchor: date('2026-01-01'),
});

export const shownLines = ({ lines }: Priced): [string, string][] =>
  lines.map(({ label, shown }) => [label, shown]);
