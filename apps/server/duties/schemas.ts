import { z } from '@hono/zod-openapi';
import { parseDate } from '#platform/instant.ts';
import { pageQuery } from '../http/cursor.ts';

export const DutyState = z.enum(['upcoming', 'due', 'overdue', 'done']).openapi('DutyState');

const date = z.string().refine((text) => parseDate(text) !== undefined, 'Give a date such as 2026-03-31.');

export const dutyQuery = pageQuery.extend({
  state: z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(DutyState).max(4).optional(),
  ),
  customer: z.string().max(200).optional(),
});

export const DutyView = z
  .object({
    customer: z.object({ id: z.string(), name: z.string() }),
    agreement: z.string(),
    duty: z.object({ id: z.string(), plain: z.string() }),
    dueOn: z.string(),
    remindOn: z.string(),
    graceUntil: z.string(),
    /** The time a report is about, last day included. */
    about: z.object({ from: z.string(), through: z.string() }).nullable(),
    state: DutyState,
    receipt: z.object({ id: z.string(), receivedOn: z.string() }).nullable(),
  })
  .openapi('Duty');

export const DutiesPage = z
  .object({
    items: z.array(DutyView),
    next: z.string().nullable(),
    total: z.number().int().nullable(),
    states: z.array(z.object({ state: DutyState, dates: z.number().int() })),
  })
  .openapi('DutiesPage');

export const ReceiveOrder = z
  .object({ agreement: z.string(), duty: z.string(), dueOn: date, receivedOn: date })
  .openapi('ReceiveOrder');

export const UndoReceiptOrder = z
  .object({
    agreement: z.string(),
    duty: z.string(),
    receipt: z.string(),
    reason: z.string().trim().min(1, 'Say why, in a sentence others will understand in a year.').max(4000),
  })
  .openapi('UndoReceiptOrder');
