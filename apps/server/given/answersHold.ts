import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApi, Operation, Schema } from '#platform/openApi.ts';

/** Statuses that any operation may answer with before it looks at what is asked; the document has them as `default`. */
const anywhere = new Set([400, 403, 413, 415]);

type Answer = { readonly status: number; readonly type: string; readonly text: string };

/**
 * Returns what holds answers against the document: `undefined` where an answer is as documented, else what is not. An
 * object may hold nothing that is not documented.
 */
export function answersHold(document: OpenApi): (operation: Operation, answer: Answer) => string | undefined {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const checks = new Map<Schema, ValidateFunction>();
  const checkOf = (schema: Schema) => {
    const known = checks.get(schema);
    if (known) return known;
    const check = ajv.compile({ ...closed(schema, document), $defs: definitions });
    checks.set(schema, check);
    return check;
  };
  const definitions = Object.fromEntries(
    Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
      name,
      closed(schema, document),
    ]),
  );
  return (operation, { status, type, text }) => {
    const { responses = {} } = operation;
    const documented = responses[status] ?? (anywhere.has(status) ? responses.default : undefined);
    if (status >= 500 && !responses[status]) return `status ${status}: ${text.slice(0, 300)}`;
    if (!documented) return `status ${status} is not documented: ${text.slice(0, 300)}`;
    if (!documented.content && text === '') return undefined;
    const media = documented.content?.[type];
    if (!media) return `${type} is not documented for status ${status}`;
    if (!type.endsWith('json') || !media.schema) return undefined;
    const check = checkOf(media.schema);
    return check(JSON.parse(text))
      ? undefined
      : `status ${status}: ${ajv.errorsText(check.errors)}: ${text.slice(0, 300)}`;
  };
}

/** Returns a schema whose objects hold nothing but what it names. `open`: what it is part of says that. */
function closed(schema: Schema, document: OpenApi, open = false): object {
  const { $ref, allOf, properties, items, anyOf, oneOf, additionalProperties, ...rest } = schema;
  const inner = (part: Schema) => closed(part, document);
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1)!;
    return open
      ? closed(document.components?.schemas?.[name] ?? {}, document, true)
      : { $ref: `#/$defs/${name}` };
  }
  const all = allOf?.map((part) => closed(part, document, true));
  return {
    ...rest,
    ...(all ? { allOf: all } : {}),
    ...(anyOf ? { anyOf: anyOf.map(inner) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(inner) } : {}),
    ...(items ? { items: inner(items) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [name, inner(part)]),
          ),
        }
      : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: inner(additionalProperties) }
      : {}),
    ...((properties || all) && !open && additionalProperties === undefined
      ? { unevaluatedProperties: false }
      : {}),
  };
}
