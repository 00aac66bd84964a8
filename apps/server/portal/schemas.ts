import { z } from '@hono/zod-openapi';

/**
 * Parts of what customers are shown. Everything that is worded is also there as facts, from which any language can word
 * it. Numbers are exact decimals without grouping (`52900.5`), moments RFC 3339 in UTC, days `2026-03-31`; each place says
 * in which zone its days are. `words` are English.
 */

export const PortalParty = z.object({ id: z.string(), name: z.string() }).openapi('PortalParty');
export const PortalUnit = z.object({ one: z.string(), many: z.string() }).openapi('PortalUnit');

/** Whom the customer may turn to at the vendor. */
export const PortalContact = z
  .object({ name: z.string(), role: z.string(), email: z.string() })
  .openapi('PortalContact');

/** Where use stands, without a reproach: `close` from nine tenths of the limit on. */
export const PortalStatus = z
  .enum(['within', 'close', 'at-limit', 'above', 'cannot-tell'])
  .openapi('PortalStatus');

/** Why it cannot be told where use stands. `low` and `high`: between what the value lies, where records contradict. */
export const PortalWhy = z
  .object({
    code: z.enum([
      'not-counted-yet',
      'no-data',
      'not-begun',
      'ended',
      'checking',
      'records-differ',
      'still-open',
    ]),
    low: z.string().nullable(),
    high: z.string().nullable(),
    words: z.string(),
  })
  .openapi('PortalWhy');

/** A condition on a record: its attribute has one of `in`, or none of `notIn`. */
export const PortalFilter = z
  .object({
    attribute: z.string(),
    in: z.array(z.string()).nullable(),
    notIn: z.array(z.string()).nullable(),
  })
  .openapi('PortalFilter');

/** One step of how quantities are rated; `values` are the factors by value of `by`. */
export const PortalRatingStep = z
  .object({
    kind: z.enum(['factor', 'floor', 'packs', 'times']),
    by: z.string().nullable(),
    values: z.array(z.object({ value: z.string(), factor: z.string() })),
    otherwise: z.string().nullable(),
    each: z.array(z.string()),
    /** The least of a floor, the size of a pack, the factor of `times`. */
    amount: z.string().nullable(),
  })
  .openapi('PortalRatingStep');

const hourly = ['count', 'sum', 'max', 'unique', 'peakConcurrency', 'timeWeighted'] as const;

/** One way of counting. */
export const PortalMeasurePart = z
  .object({
    kind: z.enum([
      'count',
      'sum',
      'min',
      'max',
      'latest',
      'timeWeighted',
      'peakConcurrency',
      'unique',
      'nthHighest',
      'percentile',
    ]),
    /** What is told apart (`who`: people), of `unique`. */
    by: z.string().nullable(),
    /** Each counts only by the highest kind it had, of `unique`; lowest first. */
    highest: z.object({ attribute: z.string(), order: z.array(z.string()) }).nullable(),
    /** Which of the highest hours, or which percentile of them. */
    nth: z.string().nullable(),
    hourly: z.enum(hourly).nullable(),
    filter: z.array(PortalFilter),
    unitSize: z.string(),
    rating: z.array(PortalRatingStep),
    /** Use is charged when it begins, and again after so many hours. */
    firstUse: z.object({ each: z.array(z.string()), hours: z.string() }).nullable(),
  })
  .openapi('PortalMeasurePart');

/** The windows a clause is read over. */
export const PortalWindowRule = z
  .object({
    unit: z.enum(['instant', 'term', 'minute', 'hour', 'day', 'month', 'quarter', 'year', 'rolling']),
    /** Whether months, quarters and years begin with the calendar or with the term. */
    anchor: z.enum(['calendar', 'term']).nullable(),
    /** Of `rolling`. */
    days: z.number().int().nullable(),
  })
  .openapi('PortalWindowRule');

/** How use becomes a number. `combine`: one way of counting, or the lower or greater of several. */
export const PortalMeasure = z
  .object({
    combine: z.enum(['one', 'lowerOf', 'greaterOf']),
    parts: z.array(PortalMeasurePart),
    window: PortalWindowRule,
    zone: z.string(),
    filter: z.array(PortalFilter),
    groupBy: z.array(z.string()),
    countsReservations: z.boolean(),
    /** The highest value so far stays. */
    ratchet: z.boolean(),
  })
  .openapi('PortalMeasure');

/** One part of what is allowed, and where it comes from. `counts: false`: named, but another part is greater. */
export const PortalAllowedPart = z
  .object({
    kind: z.enum(['order', 'limit', 'amendment', 'raiseTo', 'add', 'allowed', 'widen', 'allowance']),
    /** The id of the order line, amendment or grant; of an allowance the clause it comes with. */
    of: z.string(),
    value: z.string().nullable(),
    values: z.array(z.string()),
    counts: z.boolean(),
    from: z.string(),
    until: z.string(),
    /** Where the order is on paper. */
    source: z.string().nullable(),
    words: z.string(),
  })
  .openapi('PortalAllowedPart');

/** What a clause allows now: a limit, or (a restriction) the values its attribute may have. */
export const PortalAllowed = z
  .object({
    limit: z.string().nullable(),
    attribute: z.string().nullable(),
    values: z.array(z.string()).nullable(),
    /** In one line that adds up: `120 = 100 signed + 20 by grant EX-1 through 2027-03-31`. */
    words: z.string(),
    parts: z.array(PortalAllowedPart),
    /** What counts where the limit changes within a window. */
    rule: z.enum(['instant', 'highest', 'prorate', 'split']).nullable(),
    tolerance: z.object({ kind: z.enum(['units', 'percent']), value: z.string() }).nullable(),
    /** Above only after so many windows in a row, or (a standing level) after so many seconds without a break. */
    sustain: z.object({ kind: z.enum(['windows', 'seconds']), count: z.string() }),
    /** The limit grows by `each` for every unit of the clause `of`. */
    grows: z.object({ each: z.string(), of: z.string() }).nullable(),
  })
  .openapi('PortalAllowed');

/** A rule about which use counts. Of each kind only what belongs to it is there. */
export const PortalRight = z
  .object({
    id: z.string(),
    kind: z.enum(['freeUse', 'pool', 'reassignment', 'rulingSource', 'maintenance']),
    attribute: z.string().nullable(),
    values: z.array(z.string()),
    upTo: z.string().nullable(),
    days: z.number().int().nullable(),
    sources: z.array(z.string()),
    releasedBefore: z.string().nullable(),
    from: z.string(),
    until: z.string(),
    words: z.string(),
  })
  .openapi('PortalRight');

/** When a clause binds at all: where any or all of these are so. */
export const PortalCondition = z
  .object({
    kind: z.enum(['any', 'all']),
    of: z.array(
      z.object({ fact: z.string(), is: z.enum(['atLeast', 'above', 'atMost', 'below']), value: z.string() }),
    ),
    words: z.string(),
  })
  .openapi('PortalCondition');
