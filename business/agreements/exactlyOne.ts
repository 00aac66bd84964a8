import type { z } from 'zod';
import { fieldIssue } from '#platform/schemaProblems.ts';

/** An object of which exactly one of `keys` must be given. */
export function exactlyOne<T extends z.ZodObject>(schema: T, keys: readonly string[]) {
  return schema.meta({ oneOf: keys.map((key) => ({ required: [key] })) }).superRefine((value, ctx) => {
    const given = keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined);
    if (given.length === 1) return;
    const message =
      given.length === 0
        ? `One of ${keys.join(', ')} is missing.`
        : `${given.join(' and ')} exclude each other.`;
    ctx.addIssue(
      fieldIssue({ code: 'exactly_one', message, todo: `Give exactly one of ${keys.join(', ')}.` }),
    );
  });
}
