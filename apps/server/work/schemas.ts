import { z } from '@hono/zod-openapi';

export const NoteView = z
  .object({
    id: z.string(),
    finding: z.string().nullable(),
    erased: z.boolean(),
    /** What was written, in order; nothing is ever changed, only added. */
    texts: z.array(z.object({ text: z.string().nullable(), by: z.string(), at: z.string() })),
  })
  .openapi('Note');

export const WorkView = z
  .object({
    assigned: z.array(
      z.object({
        agreement: z.string(),
        clause: z.string(),
        group: z.string(),
        staff: z.string(),
        name: z.string().nullable(),
      }),
    ),
    /** Newest first. */
    notes: z.array(NoteView),
  })
  .openapi('CustomerWork');

export const AssignOrder = z
  .object({
    agreement: z.string(),
    clause: z.string(),
    group: z.string().default('[]'),
    /** A member of staff; `null` takes the assignment back. */
    staff: z.string().nullable(),
  })
  .openapi('AssignOrder');

const text = z.string().trim().min(1, 'Write a note.').max(8000);

export const NoteOrder = z
  .object({ text, finding: z.string().nullable().default(null), author: z.string().nullable().default(null) })
  .openapi('NoteOrder');

export const AppendOrder = z
  .object({ text, author: z.string().nullable().default(null) })
  .openapi('AppendOrder');
