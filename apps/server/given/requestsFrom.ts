import fc from 'fast-check';
import type { OpenApi, Operation, Parameter, Schema } from '#platform/openApi.ts';

/** One request that is likely to be understood, or made to be refused. */
export type Play = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

/** What is known of the server that is played with: values by the name they had, and texts that some operation reads. */
export type Known = {
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly string[];
};

/** Gives values that a schema allows; `name` is what they are for. */
export type From = (schema: Schema, name?: string, depth?: number) => fc.Arbitrary<unknown>;

const oddTexts = ['', ' ', '\u0000', '\ud800', '%', '../..', "' OR 1=1 --", 'é'.repeat(500), '-1', '1e400'];
const oddNumbers = [0, -1, 2 ** 31, 2 ** 53, 1e300, -0.5];
const deepest = 6;

/** Returns requests to one operation, made of its schemas: most as they should be, some broken in a part. */
export function requestsOf(
  from: From,
  path: string,
  operation: Operation,
  files: Known['files'],
): fc.Arbitrary<Play> {
  const { parameters = [], requestBody } = operation;
  const odd = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 40 }));
  const one = ({ schema, name }: Parameter) =>
    fc.oneof(
      { weight: 6, arbitrary: from(schema ?? {}, name === 'cursor' ? 'next' : name).map(asText) },
      { weight: 1, arbitrary: name === 'if-match' ? fc.constantFrom('*', '"0"', 'W/"2"', '7', '""') : odd },
    );
  const place = (where: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        parameters.filter((part) => part.in === where).map((part) => [part.name, one(part)]),
      ),
      {
        requiredKeys:
          where === 'path' ? parameters.filter((part) => part.in === where).map(({ name }) => name) : [],
      },
    );
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const sent = type?.includes('json') ? bodies(from(media?.schema ?? {})) : fc.constantFrom(...files);
  const types = fc.oneof(
    { weight: 12, arbitrary: fc.constant(type ?? '') },
    { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml', '') },
  );
  return fc
    .tuple(
      place('path'),
      fc.oneof(fc.constant({}), place('query')),
      place('header'),
      type ? sent : fc.constant(undefined),
      types,
    )
    .map(([named, asked, headers, body, contentType]) => ({
      path: `${filled(path, named)}${questionOf(asked)}`,
      headers: {
        ...Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value))),
        ...(body === undefined ? {} : { 'content-type': contentType }),
      },
      body,
    }));
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

function filled(path: string, named: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(named[name] ?? '') || '-');
}

function questionOf(asked: Readonly<Record<string, string>>): string {
  const parts = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** JSON as it should be, with a part that is something else, or none at all. */
function bodies(good: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const broken = fc.tuple(good, fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([value, at, other]) => {
    if (typeof value !== 'object' || value === null) return other;
    const keys = Object.keys(value);
    return { ...value, [keys[at % Math.max(1, keys.length)] ?? 'more']: other };
  });
  const json = fc
    .oneof({ weight: 6, arbitrary: good }, { weight: 2, arbitrary: broken })
    .map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 12, arbitrary: json },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '[]', '{"a":"\\u0000"}') },
  );
}

/** Returns what gives values that a schema allows, of what is known and made up. */
export function valuesFrom(document: OpenApi, known: Known): From {
  const all = [...new Set([...known.named.values()].flat())];
  const met = new Map<string, fc.Arbitrary<unknown>>();

  const text = (schema: Shape, name: string): fc.Arbitrary<unknown> => {
    if (schema.format === 'date') return fc.constantFrom('2026-07-01', '2026-03-31', '2025-12-31');
    if (schema.format === 'email') return fc.constantFrom('a@example.com', 'b@example.com');
    const matching = new RegExp(schema.pattern ?? '', 'u');
    const fit = all.filter((value) => matching.test(value));
    const called = (one: string) => (known.named.get(one) ?? []).filter((value) => matching.test(value));
    const best = called(name);
    const ids = called('id');
    return fc.oneof(
      ...(best.length > 0 ? [{ weight: 20, arbitrary: fc.constantFrom(...best) }] : []),
      ...(ids.length > 0 ? [{ weight: best.length > 0 ? 4 : 20, arbitrary: fc.constantFrom(...ids) }] : []),
      ...(fit.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...fit) }] : []),
      { weight: 1, arbitrary: schema.pattern ? fc.stringMatching(matching) : fc.constantFrom(...oddTexts) },
    );
  };
  const number = (schema: Shape, name: string): fc.Arbitrary<unknown> => {
    const { minimum: min = -2, maximum: max = 1000 } = schema;
    const fit = fc.integer({ min: Math.ceil(min), max: Math.max(min, Math.min(max, min + 1000)) });
    const right = (known.named.get(name) ?? []).map(Number).filter(Number.isInteger);
    return fc.oneof(
      ...(right.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...right) }] : []),
      { weight: 4, arbitrary: fit },
      { weight: 1, arbitrary: fc.constantFrom(...oddNumbers) },
    );
  };
  const object = ({ properties = {}, required = [], additionalProperties }: Shape, depth: number) => {
    const inside = Object.entries(properties).filter(([name]) => depth <= deepest || required.includes(name));
    const own = fc.record(
      Object.fromEntries(inside.map(([name, part]) => [name, from(part, name, depth + 1)])),
      { requiredKeys: [...required] },
    );
    if (typeof additionalProperties !== 'object' || depth > deepest) return own;
    const more = fc.dictionary(fc.constantFrom(...all), from(additionalProperties, '', depth + 1), {
      maxKeys: 3,
    });
    return fc.tuple(more, own).map(([others, named]) => ({ ...others, ...named }));
  };
  const referred = (name: string, depth: number): fc.Arbitrary<unknown> => {
    const place = `${name} ${depth}`;
    const made = met.get(place) ?? from(document.components?.schemas?.[name] ?? {}, '', depth + 1);
    met.set(place, made);
    return made;
  };
  const from: From = (schema: Shape, name = '', depth = 0) => {
    const { $ref, anyOf, oneOf, allOf, type } = schema;
    if ($ref !== undefined) return referred($ref.split('/').at(-1)!, depth);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const either = anyOf ?? oneOf;
    if (either) return fc.oneof(...either.map((part) => from(part, name, depth + 1)));
    if (allOf)
      return fc
        .tuple(...allOf.map((part) => from(part, '', depth + 1)))
        .map((parts) => Object.assign({}, ...parts));
    if (typeof type === 'object')
      return fc.oneof(...type.map((each) => from({ ...schema, type: each }, name, depth)));
    switch (type) {
      case 'string':
        return text(schema, name);
      case 'integer':
      case 'number':
        return number(schema, name);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return depth > deepest
          ? fc.constant([])
          : fc.array(from(schema.items ?? {}, name, depth + 1), { maxLength: 3 });
      case 'object':
        return object(schema, depth);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  };
  return from;
}

type Shape = Schema & {
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};
