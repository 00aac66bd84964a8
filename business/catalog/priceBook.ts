import type { CalendarDate } from '#platform/instant.ts';

/** What can be bought: a product in its editions. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
};

/** One step of a tiered price: up to and including `upTo` units (`null`: without end). Decimals, in the book's currency. */
export type Tier = { readonly upTo: string | null; readonly unit: string; readonly flat: string };

/**
 * How a quantity becomes an amount.
 * - `flat`: one amount whatever the quantity.
 * - `unit`: the quantity times one price.
 * - `volume`: the whole quantity at the tier the total falls in, plus that tier's flat fee.
 * - `graduated`: each slice at its own tier, plus the flat fee of every tier entered.
 * Zero units cost nothing in every model but `flat`.
 */
export type PriceModel =
  | { readonly kind: 'flat'; readonly amount: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'volume' | 'graduated'; readonly tiers: readonly Tier[] };

/** What a price covers: once, or each month, quarter or year of the agreement, counted from its first day. */
export type Per = 'once' | 'month' | 'quarter' | 'year';

/** One price of one thing. */
export type PriceComponent = {
  readonly id: string;
  readonly product: string;
  readonly edition: string | null;
  /** What one unit is called, singular and plural, for the reader. */
  readonly unitName: { readonly one: string; readonly many: string };
  readonly per: Per;
  readonly model: PriceModel;
};

/** Prices from a day on, until another book takes over or `until`, in one currency. */
export type PriceBook = {
  readonly id: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly components: readonly PriceComponent[];
};

/** The catalog as imported. */
export type Catalog = {
  readonly products: readonly Product[];
  readonly priceBooks: readonly PriceBook[];
  readonly features: readonly FeatureMapping[];
};

/**
 * A feature of a source belongs to a product, for a time. Where several mappings hold at once (a bundle and a single
 * product), the one with the least `precedence` whose product the customer has ordered wins; else the least of all.
 */
export type FeatureMapping = {
  readonly source: string | null;
  readonly feature: string;
  readonly product: string;
  readonly edition: string | null;
  readonly precedence: number;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
};
