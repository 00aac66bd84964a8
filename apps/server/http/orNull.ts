import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Schema } from '#platform/openApi.ts';

/*
 * The library writes a named schema down as it meets it first: met as "this or null", the name itself would allow null,
 * everywhere. So what is behind a `.nullable()` is shown to it before the routes are; what it then makes of "this or
 * null" is a contradiction for objects and lists of values (both this and null), which `orNull` puts right.
 */

type Definitions = OpenAPIHono['openAPIRegistry']['definitions'];

/** Returns an app that knows the same routes, with everything that may be null elsewhere written down as itself first. */
export function namesFirst(app: OpenAPIHono): OpenAPIHono {
  const { definitions } = app.openAPIRegistry;
  const found = new Set<z.core.$ZodType>();
  const seen = new Set<unknown>();
  for (const definition of definitions) collect(definition, found, seen);
  const first = [...found].map((schema) => ({ type: 'schema', schema }) as unknown as Definitions[number]);
  const book = new OpenAPIHono();
  Object.defineProperty(book.openAPIRegistry, 'definitions', { value: [...first, ...definitions] });
  return book;
}

/** Adds what stands behind a `.nullable()`, however deep in the schemas that `part` holds: what stands inside before what it stands in. */
function collect(part: unknown, found: Set<z.core.$ZodType>, seen: Set<unknown>): void {
  if (typeof part !== 'object' || part === null || seen.has(part)) return;
  seen.add(part);
  const def = (part as Partial<z.core.$ZodType>)._zod?.def as Record<string, unknown> | undefined;
  for (const inner of Object.values(def ?? part)) collect(inner, found, seen);
  if (def?.['type'] === 'nullable') found.add(def['innerType'] as z.core.$ZodType);
}

/** Returns a part of a document in which "both this and maybe null" is "either this or null". */
export function orNull(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(orNull);
  if (typeof part !== 'object' || part === null) return part;
  const { allOf, ...rest } = part as Schema;
  const [one, other, ...more] = allOf ?? [];
  if (one?.$ref !== undefined && other && more.length === 0 && isMaybeNull(other))
    return { ...rest, anyOf: [one, { type: 'null' }] };
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, orNull(value)]));
}

function isMaybeNull({ type, ...rest }: Schema): boolean {
  return Array.isArray(type) && type.includes('null') && Object.keys(rest).length === 0;
}
