import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentDocument } from '../../../bin/client.ts';

/** What the portal's answers may hold, name by name: whatever is added has to be read by somebody, here. */
const file = join(import.meta.dirname, '../../../test/golden/portalKeys.txt');

type Schema = {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const document = currentDocument();
const schemas = (document as unknown as { components: { schemas: Record<string, Schema> } }).components
  .schemas;

/** Returns the names under a schema, `window.id`, without going into those that have names of their own. */
function keysOf(schema: Schema, before = ''): string[] {
  const parts = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
    `${before}${name}`,
    ...keysOf(one, `${before}${name}.`),
  ]);
  return [...own, ...parts.flatMap((part) => (part ? keysOf(part, before) : []))];
}

function namedIn(schema: Schema, found: Set<string>): void {
  const { $ref, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const name = $ref?.split('/').at(-1);
  if (name && !found.has(name)) {
    found.add(name);
    namedIn(schemas[name]!, found);
  }
  for (const part of [...Object.values(properties), items, ...anyOf, ...oneOf, ...allOf])
    if (part) namedIn(part, found);
}

/** The schemas of whatever can be read at the portal's addresses. */
function shown(): string[] {
  const found = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const answers = path.startsWith('/v1/portal') ? (item.get?.responses ?? {}) : {};
    for (const [status, answer] of Object.entries(answers)) {
      const content = (answer as { content?: Record<string, { schema?: Schema }> }).content ?? {};
      if (status === '200') for (const { schema } of Object.values(content)) namedIn(schema ?? {}, found);
    }
  }
  return [...found].sort();
}

test('the portal shows what is on the list and nothing else; `UPDATE_GOLDEN=1` writes it anew, to be read in the diff', () => {
  const now = `${shown()
    .map((name) => `${name}: ${[...new Set(keysOf(schemas[name]!))].sort().join(' ')}`)
    .join('\n')}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, now);
  expect(now).toBe(readFileSync(file, 'utf8'));
});

/** Names that only the vendor's own side uses. */
const vendors = /flag|internal|risk|severity|triage|finding|dismiss|suspic|segment|silence|assign|margin/i;
/** Of a thread that both sides read: which entries only one of them gets. */
const known = new Set(['ThreadEntry: internal']);

test('no name of it is one of the vendor’s own side', () => {
  const names = shown().flatMap((name) => keysOf(schemas[name]!).map((key) => `${name}: ${key}`));
  expect(names.filter((name) => vendors.test(name) && !known.has(name))).toEqual([]);
});
