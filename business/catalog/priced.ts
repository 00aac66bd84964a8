/**
 * - `charge`, `fee`: units at a price; a fixed fee. `credit`: what was charged and is not owed.
 * - `discount`: a discount by its name. `minimum`: what is missing to a minimum charge or a commitment.
 * - `overage`: what goes beyond a commitment. `rounding`: see `PricedLine`.
 */
export type LineKind = 'charge' | 'credit' | 'fee' | 'discount' | 'minimum' | 'overage' | 'rounding';

/**
 * One line of arithmetic as the reader sees it. `amount` is exact, `shown` rounded to the currency's minor unit; the
 * line of kind `rounding` is what makes the shown amounts add up to the shown total.
 */
export type PricedLine = {
  readonly kind: LineKind;
  /** The arithmetic in words: `20 seats × €100.00 per year × 197 of 365 days`. */
  readonly label: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  /** The parts of periods that are charged, so many days (or seconds) of those the period has; empty when nothing is prorated. */
  readonly share: readonly {
    /** A day, or by seconds a time. */
    readonly from: string;
    readonly until: string;
    readonly by: 'day' | 'second';
    readonly part: number;
    readonly of: number;
  }[];
  /** What else stands in the label and is not among the above: numbers, amounts of the currency, names. */
  readonly also?: readonly { readonly kind: 'number' | 'money' | 'name'; readonly value: string }[];
  /** Under a commitment: the component the line is of; the line of what is left of it has none. */
  readonly component?: string;
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
