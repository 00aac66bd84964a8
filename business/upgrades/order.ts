import type { Told } from '#business/settlement/quote.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import type { Fit } from './wayUp.ts';

/**
 * What somebody saw when they ordered, and all of it is material: where one of these is another by the time they send
 * it, they look again. Exact numbers in stored form, the total as a decimal.
 */
export type Seen = {
  readonly units: string;
  /** The edition to change to; `null`: more of the same. */
  readonly edition: string | null;
  readonly limit: string;
  readonly limitAfter: string;
  readonly firstDay: CalendarDate;
  readonly until: CalendarDate;
  readonly currency: string;
  readonly total: string | null;
  /** The price component, its book, and the book's first day: `call PB-26 2026-01-01`; `null` without a price. */
  readonly price: string | null;
  /** How it stands against use: `null` for an edition, which changes no limit. */
  readonly fit: Fit | null;
  /** Windows of the term so far that would have been above. */
  readonly above: number;
  /** Whether it is ordered at once. */
  readonly atOnce: boolean;
};

/** What can differ between what was seen and what holds. */
export type Difference = 'day' | 'terms' | 'price' | 'use' | 'policy';

/** Returns in what `now` differs from what was seen; empty where it is the same. */
export function differences(seen: Seen, now: Seen): Difference[] {
  const differs = (...keys: readonly (keyof Seen)[]) => keys.some((key) => seen[key] !== now[key]);
  return [
    ...(differs('firstDay') ? ['day' as const] : []),
    ...(differs('limit', 'limitAfter', 'until', 'currency', 'units', 'edition') ? ['terms' as const] : []),
    ...(differs('total', 'price') ? ['price' as const] : []),
    ...(differs('fit', 'above') ? ['use' as const] : []),
    ...(differs('atOnce') ? ['policy' as const] : []),
  ];
}

/** What a customer wants: so many units more of a clause, or another edition. */
export type Order = {
  readonly id: string;
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly product: string;
  readonly unitName: { readonly one: string; readonly many: string };
  /** Of the agreement; its days are the order's. */
  readonly zone: string;
  readonly seen: Seen;
  /** The version of the table of orders by which it was taken, and the row; `null`: none covers it. */
  readonly policy: { readonly version: number; readonly row: number | null };
  /** The account that chose it. */
  readonly by: string;
};

/** Which side did something. */
export type Side = 'customer' | 'vendor';

export type Ended = { readonly at: Instant; readonly side: Side; readonly reason: Told | null };

/**
 * Where an order stands: `prepared` by somebody who may not order, for one who may; `requested` of the vendor; `quoted`
 * by it; `agreed` by both (at once where the policy allows it), so that its units count; `declined` or `withdrawn`.
 */
export type OrderState =
  | { readonly status: 'none' }
  | {
      readonly status: 'prepared' | 'requested' | 'quoted' | 'agreed' | 'declined' | 'withdrawn';
      readonly order: Order;
      /** Over canonical JSON of the order: what was asked for is bound to it. */
      readonly digest: string;
      readonly madeAt: Instant;
      readonly note: Told | null;
      readonly quote: string | null;
      readonly agreedAt: Instant | null;
      readonly ended: Ended | null;
    };

/** An order that is there. */
export type KnownOrder = Exclude<OrderState, { status: 'none' }>;

type Made = { readonly order: Order; readonly digest: string; readonly note: Told | null };
type By = { readonly quote: string };
type Ending = { readonly side: Side; readonly reason: Told | null };

/**
 * What can be done to an order. `place` orders at once, by a quote made and agreed with it; `request` asks for one; both
 * also take up what a colleague `prepare`d, as it is seen then. `carryOut`: the vendor amended the agreement itself.
 */
export type OrderCommand = { readonly at: Instant } & (
  | ({ readonly kind: 'prepare' } & Made)
  | ({ readonly kind: 'request' } & Made)
  | ({ readonly kind: 'place' } & Made & By)
  | ({ readonly kind: 'quote' } & By)
  | { readonly kind: 'agree' | 'carryOut' }
  | ({ readonly kind: 'decline' } & Ending)
  | ({ readonly kind: 'withdraw' } & Ending)
);

export type OrderEvent = { readonly at: Instant } & (
  | ({ readonly kind: 'prepared' } & Made)
  | ({ readonly kind: 'requested' } & Made)
  | ({ readonly kind: 'placed' } & Made & By)
  | ({ readonly kind: 'quoted' } & By)
  | { readonly kind: 'agreed' | 'carriedOut' }
  | ({ readonly kind: 'declined' } & Ending)
  | ({ readonly kind: 'withdrawn' } & Ending)
);
