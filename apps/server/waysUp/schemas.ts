import { z } from '@hono/zod-openapi';
import { reasonField } from '../reasoned.ts';

const decimal = z.string().openapi({ description: 'An exact decimal.' });
const Unit = z.object({ one: z.string(), many: z.string() });
const Named = z.object({ id: z.string(), name: z.string() });

/** One line of arithmetic, for the reader's own language: its parts beside its words in English. */
const Line = z
  .object({
    kind: z.enum(['charge', 'credit', 'fee', 'discount', 'minimum', 'overage', 'rounding']),
    label: z.string(),
    quantity: decimal.nullable(),
    unitPrice: decimal.nullable(),
    share: z.array(z.object({ part: z.number().int(), of: z.number().int(), by: z.enum(['day', 'second']) })),
    /** Whole periods beside the shares; `null` where it is not reckoned by periods. */
    whole: z.number().int().nullable(),
    shown: decimal,
  })
  .openapi('WayUpLine');

/** A sum whose shown lines add up to its total. */
export const WayUpPrice = z
  .object({ currency: z.string(), lines: z.array(Line), total: decimal })
  .openapi('WayUpPrice');

const Stated = z
  .object({
    component: z.string(),
    per: z.enum(['once', 'month', 'quarter', 'year']),
    book: z.string(),
    from: z.string(),
    until: z.string().nullable(),
    kind: z.enum(['flat', 'unit', 'package', 'volume', 'graduated', 'blocks']),
    steps: z.array(
      z.object({
        upTo: decimal.nullable(),
        unit: decimal,
        flat: decimal,
        size: decimal.nullable(),
      }),
    ),
    discounts: z.array(z.object({ name: z.string(), value: decimal, kind: z.enum(['percent', 'amount']) })),
    minimum: decimal.nullable(),
  })
  .openapi('StatedPrice');

/** Why it costs what it costs: the price in force, what it was before, and what was said of the change. */
export const WayUpReason = z
  .object({ now: Stated, before: Stated.nullable(), reason: z.string().nullable() })
  .openapi('WayUpReason');

/** What is shown and material: it comes back with an order, which is refused where any of it has changed. */
export const WayUpSeen = z
  .strictObject({
    units: z.string().regex(/^(0|[1-9]\d{0,14})$/, 'Say how many whole units more.'),
    edition: z.string().max(200).nullable(),
    limit: z.string().max(100),
    limitAfter: z.string().max(100),
    firstDay: z.iso.date(),
    until: z.iso.date(),
    currency: z.string().max(3),
    total: z.string().max(100).nullable(),
    price: z.string().max(1000).nullable(),
    fit: z.enum(['enough', 'from-now-on', 'short', 'cannot-tell']).nullable(),
    above: z.number().int().min(0),
    atOnce: z.boolean(),
  })
  .openapi('WayUpSeen');

const Aim = z.enum(['stay', 'now', 'term', 'likely', 'room', 'tier', 'chosen']);

/** One option: so many units more to the end of the term, held against the customer's own use. */
export const WayUp = z
  .object({
    aims: z.array(Aim),
    units: decimal,
    limitAfter: decimal,
    fit: z.enum(['enough', 'from-now-on', 'short', 'cannot-tell']),
    replayed: z.object({
      windows: z.number().int(),
      above: z.number().int(),
      peak: z.object({ value: decimal, on: z.string() }).nullable(),
    }),
    /** Days by which the limit is likely to be reached, or in one case of ten; `null`: not before the end of the term. */
    foreseen: z.object({ early: z.string().nullable(), likely: z.string().nullable() }).nullable(),
    price: WayUpPrice.nullable(),
    perYear: decimal.nullable(),
    perMonth: decimal.nullable(),
    dearerThan: decimal.nullable(),
    seen: WayUpSeen,
  })
  .openapi('WayUp');
export type WayUpView = z.infer<typeof WayUp>;

const Edition = z
  .object({
    edition: z.string(),
    name: z.string(),
    isCurrent: z.boolean(),
    includes: z.array(z.string()),
    units: decimal,
    change: WayUpPrice.nullable(),
    perYear: decimal.nullable(),
    seen: WayUpSeen,
  })
  .openapi('WayUpEdition');

/** What may be done about it by whoever asks. */
const May = z.object({ order: z.boolean(), prepare: z.boolean() });

const ClauseText = z.object({ id: z.string(), plain: z.string(), text: z.string() }).openapi('WayUpClause');

const Place = z.object({
  agreement: z.object({ id: z.string(), title: z.string() }),
  clause: ClauseText,
  product: Named,
  unit: Unit,
  zone: z.string(),
  /** When use was counted; `null` where it never was. */
  asOf: z.string().nullable(),
  limit: decimal,
  /** `null`: nobody knows, as no data has come or we are checking what was counted. */
  used: decimal.nullable(),
});

/** All that is compared for one clause. */
export const WaysUp = Place.extend({
  customer: Named,
  currency: z.string(),
  firstDay: z.string(),
  /** The day after the last that is paid for. */
  until: z.string(),
  renewsOn: z.string(),
  ended: z.boolean(),
  /** The highest use of each window so far, in order; at most 150 of them. */
  history: z.array(z.object({ from: z.string(), until: z.string(), value: decimal })),
  /** Where use is likely to be until the end of the term: estimates, for drawing. */
  ahead: z.array(z.object({ from: z.string(), low: z.number(), middle: z.number(), high: z.number() })),
  ways: z.array(WayUp),
  /** Units of the cheapest way that fits; `0`: nothing is needed; `null`: none fits, or it cannot be told. */
  best: decimal.nullable(),
  paid: z.object({ perYear: decimal.nullable(), restOfTerm: WayUpPrice }).nullable(),
  reason: WayUpReason.nullable(),
  editions: z.array(Edition),
  openOrder: z.string().nullable(),
  may: May,
}).openapi('WaysUp');
export type WaysUpView = z.infer<typeof WaysUp>;

/** The clauses of a customer that more could be had of, closest to their limit first. */
export const WaysUpList = z
  .object({
    customer: Named,
    clauses: z.array(
      Place.extend({ percent: z.number().int().nullable(), openOrder: z.string().nullable() }),
    ),
  })
  .openapi('WaysUpList');

const Status = z.enum(['prepared', 'requested', 'quoted', 'agreed', 'declined', 'withdrawn']);

/** An order as both sides read it. */
export const OrderView = z
  .object({
    id: z.string(),
    status: Status,
    customer: Named,
    agreement: z.string(),
    clause: z.object({ id: z.string(), plain: z.string() }),
    product: Named,
    edition: Named.nullable(),
    unit: Unit,
    zone: z.string(),
    seen: WayUpSeen,
    madeAt: z.string(),
    /** Who chose it; `null` where the account is erased. */
    by: z.string().nullable(),
    note: z.string().nullable(),
    agreedAt: z.string().nullable(),
    ended: z
      .object({ at: z.string(), side: z.enum(['customer', 'vendor']), reason: z.string().nullable() })
      .nullable(),
    quote: z
      .object({
        id: z.string(),
        status: z.string(),
        digest: z.string(),
        validUntil: z.string(),
        firstDay: z.string(),
        lastDay: z.string(),
        units: decimal,
        price: WayUpPrice,
      })
      .nullable(),
    /** What whoever asks may do with it now. */
    commands: z.array(z.enum(['send', 'agree', 'decline', 'withdraw', 'quote', 'carryOut'])),
    version: z.number().int(),
  })
  .openapi('Order');
export type OrderView = z.infer<typeof OrderView>;

/** The same for the vendor: also by which table and row it came the way it came. */
export const StaffOrderView = OrderView.extend({
  policy: z.object({ version: z.number().int(), row: z.number().int().nullable() }),
}).openapi('CustomerOrder');

export const MakeOrder = z
  .strictObject({
    agreement: z.string().min(1).max(200),
    clause: z.string().min(1).max(200),
    seen: WayUpSeen,
    note: z.string().trim().min(1).max(2000).optional(),
    /** The order of a colleague that this one takes up. */
    prepared: z.string().max(300).optional(),
  })
  .openapi('OrderMade');
export type MakeOrder = z.infer<typeof MakeOrder>;

export const AgreeQuoteOrder = z.strictObject({ digest: z.string().min(1).max(100) }).openapi('OrderAgreed');
export const EndOrder = z.strictObject({ reason: reasonField.optional() }).openapi('OrderEnded');
export const QuoteOrder = z
  .strictObject({
    validUntil: z.iso.date().optional().openapi({ description: 'Thirty days from today when left out.' }),
  })
  .openapi('OrderQuoted');
