import { z } from '@hono/zod-openapi';

/** Numbers are texts as people read them. */
export const ControlView = z
  .object({
    code: z.string(),
    question: z.string(),
    advice: z.string(),
    weight: z.number().int(),
    good: z.number().int(),
    of: z.number().int(),
    /** Nothing to check, all as it should be, or something missing. */
    outcome: z.enum(['nothing-to-check', 'good', 'missing']),
    /** The first of those that are not as they should be, at most twenty. */
    gaps: z.array(z.object({ customer: z.string(), name: z.string(), words: z.string() })),
    task: z
      .object({
        status: z.enum(['open', 'settled', 'accepted']),
        since: z.string(),
        staff: z.object({ id: z.string(), name: z.string() }).nullable(),
        dueOn: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('Control');

export const AuditSummary = z
  .object({
    quarter: z.string(),
    status: z.enum(['open', 'closed']),
    ranAt: z.string(),
    closedAt: z.string().nullable(),
    runs: z.number().int(),
    /** Percent with one decimal, and the same for a chart; null where nothing could be checked. */
    score: z.string().nullable(),
    open: z.number().int(),
  })
  .openapi('ControlAuditSummary');

export const AuditView = AuditSummary.extend({
  version: z.number().int(),
  controls: z.array(ControlView),
}).openapi('ControlAudit');

export const AuditList = z
  .object({
    /** The quarter that runs now. */
    quarter: z.string(),
    items: z.array(AuditSummary),
    next: z.null(),
    total: z.number().int(),
  })
  .openapi('ControlAudits');

export const AssignOrder = z
  .object({ staff: z.string().max(200).nullable(), dueOn: z.iso.date().nullable().default(null) })
  .openapi('AssignTaskOrder');
