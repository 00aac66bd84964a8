import type { CalendarDate } from '#platform/instant.ts';

/** What can be bought: a product in its editions. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
};

/** One step of a tiered price: up to and including `upTo` units (`null`: without end). Decimals, in the book's currency. */
export type Tier = { readonly upTo: string | null; readonly unit: string; readonly flat: string };

/** One step of a price by blocks: up to and including `upTo` units, in whole blocks of `size`, each at `price`. */
export type BlockTier = { readonly upTo: string | null; readonly size: string; readonly price: string };

/**
 * How a quantity becomes an amount.
 * - `flat`: one amount whatever the quantity.
 * - `unit`: the quantity times one price.
 * - `package`: whole packages of `size` units, the last one rounded up, times the price of one.
 * - `volume`: the whole quantity at the tier the total falls in, plus that tier's flat fee. With `ratchet` a tier once
 *   reached stays: the tier is that of the most units reached so far.
 * - `graduated`: each slice at its own tier, plus the flat fee of every tier entered.
 * - `blocks`: each slice in whole blocks of its own tier, the last one rounded up.
 * Zero units cost nothing in every model but `flat`; a minimum charge is owed for them too.
 */
export type PriceModel =
  | { readonly kind: 'flat'; readonly amount: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'package'; readonly size: string; readonly price: string }
  | { readonly kind: 'volume' | 'graduated'; readonly tiers: readonly Tier[]; readonly ratchet?: boolean }
  | { readonly kind: 'blocks'; readonly tiers: readonly BlockTier[] };

/** What a price covers: once, or each month, quarter or year of the agreement, counted from its first day. */
export type Per = 'once' | 'month' | 'quarter' | 'year';

/**
 * How a part of a period is charged: by its days or its seconds out of those the period has, or (`thirtyDays`) by its
 * days out of 30 for a month, 90 for a quarter and 360 for a year, at most one whole period.
 */
export type Proration = 'day' | 'second' | 'thirtyDays';

/**
 * A discount the reader sees by its name, in force from a day on, until another: a share of what is left after the
 * discounts before it, or an amount for each period of the price, never more than is left.
 */
export type Discount = {
  readonly name: string;
  readonly kind: 'percent' | 'amount';
  readonly value: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
};

/** One price of one thing. What is left out of the last three is not agreed; catalogs of before do not name them. */
export type PriceComponent = {
  readonly id: string;
  readonly product: string;
  readonly edition: string | null;
  /** What one unit is called, singular and plural, for the reader. */
  readonly unitName: { readonly one: string; readonly many: string };
  readonly per: Per;
  readonly model: PriceModel;
  /** `day` where it is left out. */
  readonly proration?: Proration;
  /** In the order in which they apply. */
  readonly discounts?: readonly Discount[];
  /** The least that a period costs, after all discounts. */
  readonly minimum?: string;
};

/**
 * Money committed to for each period: what the components cost at list uses it up in their order; what goes beyond it
 * costs `overage` times its list price, and what is left of it is owed.
 */
export type Commitment = {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly per: Per;
  /** A factor: 1.5 is half as much again. */
  readonly overage: string;
  readonly components: readonly string[];
};

/** Prices from a day on, until another book takes over or `until`, in one currency. */
export type PriceBook = {
  readonly id: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** Why its prices are what they are, in words that customers read. */
  readonly reason?: string;
  readonly components: readonly PriceComponent[];
  readonly commitments?: readonly Commitment[];
};

/**
 * What one unit of another currency is worth in `currency`, from a day on until a later table. Used to put amounts of
 * different currencies in an order, and for nothing else: no price and no sum is ever converted.
 */
export type ExchangeRates = {
  readonly currency: string;
  readonly from: CalendarDate;
  readonly rates: readonly { readonly currency: string; readonly rate: string }[];
};

/** The catalog as imported. */
export type Catalog = {
  readonly products: readonly Product[];
  readonly priceBooks: readonly PriceBook[];
  readonly features: readonly FeatureMapping[];
  readonly exchangeRates?: readonly ExchangeRates[];
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
