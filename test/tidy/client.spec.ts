import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientFile, currentTypes } from '../../bin/client.ts';
import { clientTypes } from '../../bin/clientTypes.ts';

/** Without white space, marks a formatter may set or leave out, and quotes. */
const bare = (text: string) => text.replace(/[\s;,()'"|]/g, '');

test('the types our pages read the API by are those of its document: else run `npm run client`', () => {
  expect(bare(readFileSync(clientFile, 'utf8')) === bare(currentTypes())).toBe(true);
});

test('what may be left out, be null, or be one of several is typed as that', () => {
  const schema = {
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: ['string', 'null'] },
      b: { enum: ['x', 'y'] },
      c: { type: 'array', items: { anyOf: [{ type: 'integer' }, { $ref: '#/components/schemas/Thing' }] } },
      d: { type: 'object', additionalProperties: { type: 'string' } },
    },
  };
  const answer = { 200: { content: { 'application/json': { schema } } } };
  const text = clientTypes({
    paths: { '/x': { get: { responses: answer } } },
    components: { schemas: { Thing: { type: 'boolean' } } },
  });
  expect(text).toContain(
    '{ "a": (string | null); "b"?: "x" | "y"; "c"?: ((number | components["schemas"]["Thing"]))[]; "d"?: Record<string, string> }',
  );
});
