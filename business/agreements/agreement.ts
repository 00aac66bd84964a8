import type { CustomerId } from '#business/customers/customer.ts';
import type { Measure } from '#business/usage/measure.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import type { Condition } from './condition.ts';
import type { Duty } from './duty.ts';
import type { Right, RightRule } from './right.ts';

/** A quantity a customer signed for. It counts for its clause from `from` up to, not including, `until`. */
export type OrderLine = {
  readonly id: string;
  readonly clause: string;
  readonly product: string;
  readonly edition: string | null;
  readonly quantity: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Where the order is on paper: `PO 4711`. */
  readonly source: string;
};

/**
 * What counts where the limit changes inside a window.
 * - `instant`: each moment has its own limit (only for measures that have a value at an instant).
 * - `highest`: the highest limit of the window's counted part.
 * - `prorate`: the average limit, weighted by time over the window's counted part.
 * - `split`: the window is cut where the limit changes; each part is measured and judged by itself.
 */
export type LimitRule = 'instant' | 'highest' | 'prorate' | 'split';

/** Use this much above the limit is not yet beyond the clause; the excess, once there, is still counted from the limit. */
export type Tolerance = { readonly kind: 'units' | 'percent'; readonly value: string };

/** Beyond only after this many windows in a row, or, for the window `instant`, after this long without a break. */
export type Sustain =
  | { readonly kind: 'windows'; readonly count: number }
  | { readonly kind: 'duration'; readonly microseconds: number };

type ClauseBase = {
  readonly id: string;
  readonly product: string;
  /** What one counted unit is called. */
  readonly unitName: { readonly one: string; readonly many: string };
  /** The contract's own words. */
  readonly text: string;
  /** The same for somebody who has never read a contract. */
  readonly plain: string;
  readonly measure: Measure;
  /** Features that count; empty: those the feature map takes to `product`. */
  readonly features: readonly string[];
  readonly sustain: Sustain;
  /** How long after a window's end records may still come in, in microseconds, before it is judged for good. */
  readonly lateness: number;
  /** The price component that prices the missing units; `null` where no price applies. */
  readonly price: string | null;
  /** When the clause binds at all; left out, always. */
  readonly onlyIf?: Condition;
  /** Which use counts for it, as far as that is agreed; left out, none is. */
  readonly rights?: readonly Right[];
};

/**
 * The limit grows by `each` for every unit of another clause (`of`) that is allowed by it or used under it in the same
 * window, whichever is more.
 */
export type Allowance = { readonly each: string; readonly of: string };

/** A limit on a measure. `baseLimit` is a fixed limit; `null`: the sum of the order lines that name the clause. */
export type CapacityClause = ClauseBase & {
  readonly kind: 'capacity';
  readonly baseLimit: string | null;
  readonly limitRule: LimitRule;
  readonly tolerance: Tolerance;
  readonly allowance?: Allowance;
};

/** Use only where `attribute` has one of `allowed`. Its measure counts what has another value; the limit is zero. */
export type RestrictionClause = ClauseBase & {
  readonly kind: 'restriction';
  readonly attribute: string;
  readonly allowed: readonly string[];
};

/** One promise. */
export type Clause = CapacityClause | RestrictionClause;

/** What an amendment does. Only amendments replace or lower. */
export type AmendmentChange =
  | { readonly kind: 'addOrderLine'; readonly orderLine: OrderLine }
  | { readonly kind: 'endOrderLine'; readonly orderLine: string }
  | { readonly kind: 'replaceQuantity'; readonly orderLine: string; readonly quantity: string }
  | { readonly kind: 'replaceLimit'; readonly clause: string; readonly limit: string }
  | { readonly kind: 'replaceAllowed'; readonly clause: string; readonly allowed: readonly string[] };

/** A signed change of the agreement itself, in force from `from` on. Later `from` (then greater id) prevails. */
export type Amendment = {
  readonly id: string;
  readonly signedOn: CalendarDate;
  readonly from: Instant;
  readonly changes: readonly AmendmentChange[];
  readonly recordedAt: Instant;
  /** Taken back, because it was recorded by mistake; what was known before stays known to the past. */
  readonly withdrawn?: { readonly recordedAt: Instant };
};

/** What both sides signed, without what came after. */
export type SignedAgreement = {
  readonly id: string;
  readonly customer: CustomerId;
  readonly title: string;
  readonly signedOn: CalendarDate;
  readonly from: Instant;
  readonly until: Instant;
  readonly renewsOn: CalendarDate;
  readonly zone: string;
  /** ISO 4217; all prices of one agreement are in one currency. */
  readonly currency: string;
  readonly orderLines: readonly OrderLine[];
  readonly clauses: readonly Clause[];
  /** What the customer owes by a date; missing in texts from before there were duties. Read it by `dutiesOf`. */
  readonly duties?: readonly Duty[];
};

/** One recording of the signed text; a correction of a typing error records it anew. The latest one known counts. */
export type RecordedText = { readonly signed: SignedAgreement; readonly recordedAt: Instant };

/** An agreement with its history, as `evolve` builds it. Never ordered by arrival where meaning is concerned. */
export type Agreement = {
  readonly texts: readonly RecordedText[];
  readonly amendments: readonly Amendment[];
  readonly variations: readonly Variation[];
};

type VariationBase = {
  readonly id: string;
  readonly clause: string;
  readonly from: Instant;
  readonly until: Instant;
  /** When it was decided; before that it permits nothing, except by `releasesPast`. */
  readonly decidedAt: Instant;
  readonly recordedAt: Instant;
  /** Ended early: from `at` on, if known by then (`recordedAt`). `at` is never before `recordedAt`. */
  readonly revoked: { readonly at: Instant; readonly recordedAt: Instant } | null;
  /** Why, in words fit for both sides to read. */
  readonly reason: string;
};

/** Changes what is allowed. `releasesPast` is the exact span before the decision that it covers too. */
export type Permit = VariationBase & {
  readonly kind: 'permit';
  readonly change:
    | { readonly kind: 'add'; readonly quantity: string }
    | { readonly kind: 'raiseTo'; readonly quantity: string }
    | { readonly kind: 'widen'; readonly values: readonly string[] }
    | { readonly kind: 'right'; readonly rule: RightRule };
  readonly releasesPast: { readonly from: Instant; readonly until: Instant } | null;
};

/** Pauses what would follow from a finding; the finding stays, and what is allowed does not change. */
export type Forbearance = VariationBase & {
  readonly kind: 'forbearance';
  readonly pauses: readonly ('contact' | 'fees' | 'suspension')[];
};

/** A dated departure from a clause. */
export type Variation = Permit | Forbearance;
