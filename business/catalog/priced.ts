/**
 * One line of arithmetic as the reader sees it. `amount` is exact, `shown` rounded to the currency's minor unit; the
 * line of kind `rounding` is what makes the shown amounts add up to the shown total.
 */
export type PricedLine = {
  readonly kind: 'charge' | 'credit' | 'fee' | 'rounding';
  /** The arithmetic in words: `20 seats × €100.00 per year × 197 of 365 days`. */
  readonly label: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  /** The part of a period that is charged, `{ days, of }` per period; empty when nothing is prorated. */
  readonly share: readonly {
    readonly from: string;
    readonly until: string;
    readonly days: number;
    readonly of: number;
  }[];
  /** Exact, stored form. */
  readonly amount: string;
  /** Rounded, with the currency's decimals. */
  readonly shown: string;
};

/** A sum that adds up: total = the exact sum rounded once; the shown lines, rounding line included, sum to `total`. */
export type Priced = {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly total: string;
};
