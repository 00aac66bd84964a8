import type { Priced } from '#business/catalog/priced.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';

/**
 * Why a number of units is worth comparing: to stay (`stay`), for use as it stands (`now`), for the highest use of the
 * term so far (`term`), until the end of the term as far as is likely (`likely`), the same in nine of ten cases or, where
 * nothing can be foreseen, with a fifth left free (`room`), up to the next tier of the price (`tier`), or as somebody
 * chose (`chosen`).
 */
export type Aim = 'stay' | 'now' | 'term' | 'likely' | 'room' | 'tier' | 'chosen';

/** The use of the term so far, held against one limit. Windows are counted once, whichever of their groups is above. */
export type Replayed = {
  readonly windows: number;
  readonly above: number;
  /** The highest value of any window; exact, stored form. `null` without windows. */
  readonly peak: { readonly value: string; readonly from: Instant } | null;
};

/** The rest of the term against one limit, as an estimate: when it is likely to be crossed, and as early as one case in ten. */
export type Foreseen =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'seen'; readonly early: Instant | null; readonly likely: Instant | null };

/**
 * `enough`: no window so far would have been above, and none is likely to be until the end of the term, where that can be
 * foreseen (else it says nothing of what lies ahead, and neither may a page). `from-now-on`:
 * the same without what lies behind. `short`: use is above it now, or is likely to be. `cannot-tell`: nothing is counted,
 * or some window may be above as its records contradict each other.
 */
export type Fit = 'enough' | 'from-now-on' | 'short' | 'cannot-tell';

/** One option: so many units more until the end of the term. Exact numbers in stored form, amounts as decimals. */
export type WayUp = {
  readonly aims: readonly Aim[];
  readonly units: string;
  readonly limitAfter: string;
  readonly replayed: Replayed;
  readonly foreseen: Foreseen;
  readonly fit: Fit;
  /** What the units cost to the end of the term; `null` where no price is agreed or nothing of the term is left. */
  readonly price: Priced | null;
  /** What they add to a whole year of the agreement; `null` for what is paid once. */
  readonly perYear: string | null;
  readonly perMonth: string | null;
  /** A larger option costs less than this one, as the price of its tier is lower: so many units. */
  readonly dearerThan: string | null;
};

/** An edition of the product, for what is allowed now and for what the best quantity would allow. */
export type EditionWay = {
  readonly edition: string;
  readonly name: string;
  readonly component: string;
  readonly isCurrent: boolean;
  /** Features of the feature map that belong to it. */
  readonly includes: readonly string[];
  /** The units it is priced for. */
  readonly units: string;
  /** For the rest of the term: the edition's price, less what is paid for the units there are; `null` for the current one. */
  readonly change: Priced | null;
  readonly perYear: string | null;
};

/** What is paid for what is allowed now, at the price in force. */
export type Paid = { readonly perYear: string | null; readonly restOfTerm: Priced };

/** All that is compared for one clause. */
export type Comparison = {
  readonly limit: string;
  readonly used: string;
  readonly firstDay: CalendarDate;
  /** The day after the last that is paid for. */
  readonly until: CalendarDate;
  readonly currency: string;
  readonly ways: readonly WayUp[];
  /** Units of the cheapest way that fits; `null` where none does, or it cannot be told of what there is. `0`: nothing is needed. */
  readonly best: string | null;
  readonly paid: Paid | null;
  readonly editions: readonly EditionWay[];
};
