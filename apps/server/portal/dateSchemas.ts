import { z } from '@hono/zod-openapi';

/** What a date is about. */
export const portalDateKinds = [
  'term-start',
  'term-end',
  'renewal',
  'variation-end',
  'limit-change',
  'price-change',
  'duty-due',
  'grace-end',
  'answer-due',
  'quote-end',
] as const;

/** A date to know of, with the facts it is worded from. */
export const PortalDate = z
  .object({
    /** Stable: the same date keeps it, so that a calendar moves it when it moves. */
    id: z.string(),
    kind: z.enum(portalDateKinds),
    /** The day, in `zone`. */
    on: z.string(),
    zone: z.string(),
    agreement: z.string().nullable(),
    clause: z.string().nullable(),
    /** What it is called: the agreement's title, the grant's or duty's id, the product. */
    about: z.string(),
    /** Of a change: what was and what will be; of a duty the time it is about, `from` and `through`. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    words: z.string(),
  })
  .openapi('PortalDate');

/** All dates from today on, soonest first; before them what was due (`duty-due`) and has not come yet. */
export const PortalDates = z.object({ asOf: z.string(), items: z.array(PortalDate) }).openapi('PortalDates');

export type PortalDate = z.infer<typeof PortalDate>;
export type PortalDates = z.infer<typeof PortalDates>;
