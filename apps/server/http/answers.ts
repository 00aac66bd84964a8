import { z } from '@hono/zod-openapi';
import { ProblemView } from '../pages.ts';

/** The content of a body or an answer in JSON. */
export function jsonOf<S extends z.ZodType>(schema: S) {
  return { 'application/json': { schema } };
}

/** Returns a body that has to be there. */
export function bodyOf<S extends z.ZodType>(schema: S) {
  return { required: true, content: jsonOf(schema) };
}

/** At which version a thing is, now that a command was carried out. */
export const Changed = z.object({ version: z.number().int() }).openapi('Changed');

/** What was wrong, as every route answers it. */
export const problemContent = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
