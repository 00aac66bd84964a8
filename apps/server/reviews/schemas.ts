import { z } from '@hono/zod-openapi';
import { pageOf } from '../http/cursor.ts';
import { PortalDate } from '../portal/dateSchemas.ts';
import { dayField, words } from '../questions/schemas.ts';
import { instantField } from '../reasoned.ts';
import { WayUpPrice } from '../waysUp/schemas.ts';

const id = z.string().min(1).max(200);
const decimal = z.string().openapi({ description: 'An exact decimal.' });
const Named = z.object({ id: z.string(), name: z.string() });
const side = z.enum(['vendor', 'customer']);
const outcomeKind = z.enum(['keep', 'fewer', 'more', 'change', 'training', 'follow-up']);

export const SlotForm = z.object({ from: instantField, until: instantField }).openapi('ReviewSlotForm');
export const OpenOrder = z
  .object({
    from: dayField
      .optional()
      .openapi({ description: 'Its first day; a year before the last when left out.' }),
    until: dayField.optional().openapi({ description: 'The day after its last; today when left out.' }),
  })
  .openapi('ReviewOpenOrder');
export const OfferOrder = z
  .object({ slots: z.array(SlotForm).max(20), note: z.string().trim().max(4000).default('') })
  .openapi('ReviewOfferOrder');
export const AcceptOrder = SlotForm.extend({
  place: z.string().trim().max(500).default('').openapi({ description: 'Where, or by which call.' }),
}).openapi('ReviewAcceptOrder');
export const WhyOrder = z.object({ reason: words }).openapi('ReviewWhyOrder');
export const HoldOrder = z
  .object({
    summary: words,
    outcomes: z
      .array(z.object({ kind: outcomeKind, what: words, side, dueOn: dayField.nullable().default(null) }))
      .max(50),
  })
  .openapi('ReviewHoldOrder');
export const EndOrder = z
  .object({ how: z.enum(['done', 'given-up']), why: z.string().trim().max(4000).default('') })
  .openapi('ReviewEndOrder');
const months = z.number().int().min(1).max(60);
export const ReviewPolicyForm = z
  .object({
    everyMonths: months.nullable().openapi({ description: 'From the start of the first agreement on.' }),
    beforeRenewalDays: z.number().int().min(1).max(365).nullable(),
  })
  .openapi('ReviewPolicyForm');
export const ReviewPolicyView = ReviewPolicyForm.extend({ version: z.number().int() }).openapi(
  'ReviewPolicy',
);

const Bar = z.object({
  from: z.string(),
  until: z.string(),
  used: decimal.nullable(),
  limit: decimal.nullable(),
});

/** One clause over the period, and the size that fits. */
export const ReviewLine = z
  .object({
    agreement: z.object({ id: z.string(), title: z.string() }),
    clause: z.object({ id: z.string(), plain: z.string() }),
    product: Named,
    unit: z.object({ one: z.string(), many: z.string() }),
    zone: z.string(),
    renewsOn: z.string(),
    windows: z.number().int(),
    limit: decimal,
    peak: z.object({ value: decimal, on: z.string() }).nullable(),
    typical: decimal.nullable(),
    unused: decimal.nullable(),
    bars: z.array(Bar),
    idle: z.number().int(),
    above: z.number().int(),
    ahead: decimal.nullable(),
    headroom: decimal,
    suggestion: z.enum(['fewer', 'keep', 'more', 'cannot-tell']),
    why: z.enum([
      'no-use-data',
      'checking',
      'too-short',
      'was-above',
      'will-be-above',
      'unused',
      'fits',
      'no-saving',
    ]),
    to: decimal,
    from: z.string(),
    perYear: WayUpPrice.nullable(),
    untilThen: WayUpPrice.nullable(),
  })
  .openapi('ReviewLine');

export const CustomerInsight = z
  .object({
    product: Named,
    quarter: z.string(),
    alike: z.enum(['segment and size', 'segment', 'size', 'product']),
    atLeast: z.number().int(),
    lowerQuarter: z.number().int(),
    middle: z.number().int(),
    upperQuarter: z.number().int(),
    own: z.number().int(),
  })
  .openapi('CustomerInsight');
export const CustomerInsights = z
  .object({ quarter: z.string(), insights: z.array(CustomerInsight) })
  .openapi('CustomerInsights');

/** What both sides look at. */
export const ReviewPage = z
  .object({
    period: z.object({ from: z.string(), until: z.string() }),
    lines: z.array(ReviewLine),
    /** What all suggestions together change in a year; negative where they save. */
    inAll: z.array(z.object({ currency: z.string(), total: decimal })),
    dates: z.array(PortalDate),
    questions: z.object({
      asked: z.number().int(),
      answered: z.number().int(),
      contests: z.number().int(),
      right: z
        .number()
        .int()
        .openapi({ description: 'Contests in which the customer was right, or partly.' }),
    }),
    alerts: z.number().int().openapi({ description: 'How often a limit came close, or was reached.' }),
    insights: z.array(CustomerInsight),
    gains: z.object({
      within: z.number().int().openapi({ description: 'Clauses never above their limit in the period.' }),
      of: z.number().int(),
      ordersAtOnce: z.boolean(),
    }),
  })
  .openapi('ReviewPage');
export type ReviewPage = z.infer<typeof ReviewPage>;
export type ReviewLine = z.infer<typeof ReviewLine>;

const Slot = z.object({ from: z.string(), until: z.string() });
const status = z.enum(['due', 'offered', 'booked', 'held', 'dropped']);

/** A review in a list. */
export const ReviewSummary = z
  .object({
    id: z.string(),
    customer: Named,
    status,
    cause: z.enum(['cadence', 'renewal', 'asked']),
    from: z.string(),
    until: z.string(),
    openedAt: z.string(),
    /** Who offered times that wait for the other side. */
    offeredBy: side.nullable(),
    meeting: Slot.nullable(),
    /** Of its outcomes: those that have not ended. */
    open: z.number().int(),
    outcomes: z.number().int(),
  })
  .openapi('ReviewSummary');
export type ReviewSummary = z.infer<typeof ReviewSummary>;
export const ReviewsPage = pageOf(ReviewSummary).openapi('ReviewsPage');

/** A review with all that was agreed, and its page: live, and frozen once it was held. Texts are null where they were erased. */
export const ReviewView = ReviewSummary.extend({
  zone: z.string(),
  contact: z.object({ name: z.string(), role: z.string() }),
  offer: z.object({ side, slots: z.array(Slot), note: z.string().nullable() }).nullable(),
  place: z.string().nullable(),
  held: z.object({ at: z.string(), summary: z.string().nullable() }).nullable(),
  agreed: z.array(
    z.object({
      id: z.string(),
      kind: outcomeKind,
      what: z.string().nullable(),
      side,
      dueOn: z.string().nullable(),
      ended: z
        .object({ how: z.enum(['done', 'given-up']), at: z.string(), why: z.string().nullable() })
        .nullable(),
    }),
  ),
  dropped: z.object({ at: z.string(), side, reason: z.string().nullable() }).nullable(),
  commands: z.array(
    z.object({
      command: z.enum(['offer', 'accept', 'callOff', 'hold', 'end', 'drop']),
      possible: z.boolean(),
      why: z.string().nullable(),
    }),
  ),
  page: ReviewPage.nullable(),
  /** Sha-256 over the canonical JSON of the page: the same for both sides. */
  digest: z.string().nullable(),
  asOf: z.string(),
  frozen: z.boolean(),
}).openapi('Review');
export type ReviewView = z.infer<typeof ReviewView>;

export const reviewShows = z.enum(['open', 'due', 'offered', 'booked', 'held', 'dropped', 'all']);
export const idField = id;
