import type { ExchangeRates } from '#business/catalog/priceBook.ts';
import type { FlagKind } from '#business/customers/flag.ts';
import { exact, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { Status } from './position.ts';

/** Which positions to list. What is not given does not narrow the list; of several values any one will do. */
export type PositionFilter = {
  /** Words, all of which must be found in a position, without regard to case and accents. */
  readonly words?: string | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly customer?: string | undefined;
  readonly segments?: readonly string[] | undefined;
  readonly sizes?: readonly string[] | undefined;
  /** Renews on or after, and on or before. */
  readonly renewsFrom?: CalendarDate | undefined;
  readonly renewsUntil?: CalendarDate | undefined;
  /** A member of staff who works on it, or `none`: nobody does. */
  readonly owner?: string | undefined;
  /** In force now; `none`: customers without any. */
  readonly flags?: readonly (FlagKind | 'none')[] | undefined;
  readonly severities?: readonly string[] | undefined;
  readonly currency?: string | undefined;
  /** At least so much at stake, in `currency`. */
  readonly least?: string | undefined;
};

/** What a list may be ordered by. */
export const positionOrders = ['money', 'customer', 'status', 'renews', 'severity', 'due'] as const;
export type PositionOrder = (typeof positionOrders)[number];

/** A list to read: its filter, order and place. `rates`: what one unit of a currency is worth in a common one. */
export type PositionQuery = {
  readonly filter: PositionFilter;
  readonly order: PositionOrder;
  readonly backwards: boolean;
  readonly rates: ReadonlyMap<string, string>;
};

/** Returns a text as it is searched: in lower case, without accents. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the words of a search, each once. */
export function wordsOf(search: string): string[] {
  return [...new Set(searchable(search).split(/\s+/).filter(Boolean))].slice(0, 20);
}

/**
 * Returns what one unit of each currency is worth, by the latest table that holds on `today`; none where the vendor gives
 * no rates. They order a list across currencies and convert nothing else.
 */
export function ratesOn(
  tables: readonly ExchangeRates[] | undefined,
  today: CalendarDate,
): ReadonlyMap<string, string> {
  const table = [...(tables ?? [])]
    .filter(({ from }) => from <= today)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!table) return new Map();
  const known = table.rates.filter(({ rate }) => exact(rate).gt(zero));
  return new Map([[table.currency, '1'], ...known.map(({ currency, rate }) => [currency, rate] as const)]);
}
