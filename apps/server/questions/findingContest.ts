import { z } from '@hono/zod-openapi';

/** A line of a finding that the customer says is wrong, by the question in which it says so; `row`: null of the number itself. */
export const FindingContest = z
  .object({
    question: z.string(),
    row: z.object({ source: z.string(), id: z.string() }).nullable(),
    words: z.string(),
    from: z.string(),
    state: z.enum(['open', 'agreed', 'answered']),
  })
  .openapi('FindingContest');
