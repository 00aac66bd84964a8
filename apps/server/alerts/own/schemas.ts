import { z } from '@hono/zod-openapi';
import { alertKinds } from '#business/alerts/rule.ts';
import { ThresholdForm } from '../schemas.ts';

const id = z.string().min(1).max(200);
/** When somebody of a customer wants to hear of a clause, and who; a table by the size of the limit is the vendor's alone. */
export const OwnAlertOrder = z
  .object({
    agreement: id,
    clause: id,
    threshold: ThresholdForm,
    /** Accounts of the customer that hear of it. */
    hears: z.array(id).min(1, 'Say who hears of it.').max(20),
  })
  .refine(({ threshold }) => threshold.kind !== 'bands', {
    message: 'Choose a share, a number, or days.',
    path: ['threshold'],
  })
  .openapi('OwnAlertOrder');

const Unit = z.object({ one: z.string(), many: z.string() });
const Now = z
  .object({
    used: z.string(),
    limit: z.string(),
    /** Whole percents, rounded down. */
    percent: z.number().int(),
    /** When the limit is likely to be reached; an estimate, `null` where nothing is foreseen. */
    likely: z.string().nullable(),
  })
  .openapi('OwnAlertNow');

/** A clause that can be watched, with its group closest to its limit. */
export const WatchedLine = z
  .object({
    agreement: z.string(),
    clause: z.string(),
    product: z.string(),
    plain: z.string(),
    unit: Unit,
    now: Now.nullable(),
  })
  .openapi('WatchedLine');

const Person = z.object({ id: z.string(), name: z.string() });

/** An alert that the customer set for itself. */
export const OwnAlertView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    line: WatchedLine,
    threshold: ThresholdForm,
    hears: z.array(Person),
    setBy: z.string(),
    setAt: z.string(),
    /** It is met now. */
    met: z.boolean(),
    toldAt: z.string().nullable(),
  })
  .openapi('OwnAlert');

export const WishForm = z
  .object({ channel: z.enum(['email', 'none']), kinds: z.array(z.enum(alertKinds)).max(3) })
  .openapi('OwnWish');

export const OwnAlertsView = z
  .object({
    items: z.array(OwnAlertView),
    lines: z.array(WatchedLine),
    /** Who may hear of one: open accounts of the customer. */
    colleagues: z.array(Person),
  })
  .openapi('OwnAlerts');
export type OwnAlertsView = z.infer<typeof OwnAlertsView>;
export type WatchedLine = z.infer<typeof WatchedLine>;
