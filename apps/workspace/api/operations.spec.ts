import { expect, test } from 'vitest';
import { chaptersOf, laidOut, piecesOf } from './operations.ts';

test('a type is laid out one property a line, and a brace in a text breaks nothing', () => {
  expect(laidOut('{ "a": string; "b-c"?: ("{x}" | { "d": number }) }')).toBe(
    ['{', '  a: string;', '  "b-c"?: ("{x}" | {', '    d: number', '  })', '}'].join('\n'),
  );
  expect(laidOut('{  }')).toBe('{}');
});

test('names of schemas are cut out, to be links', () => {
  expect(piecesOf('(components["schemas"]["Flag"])[]')).toEqual([
    { text: '(' },
    { name: 'Flag' },
    { text: ')[]' },
  ]);
});

test('operations stand under what they are about, with an example to copy', () => {
  const answer = { content: { 'application/json': { schema: { type: 'string' } } } };
  const chapters = chaptersOf(
    {
      paths: {
        '/v1/positions': { get: { tags: ['Positions'], summary: 'All', responses: { 200: answer } } },
        '/v1/customers/{customer}/usage': {
          post: {
            tags: ['Usage'],
            parameters: [
              { name: 'customer', in: 'path', required: true, schema: { type: 'string' } },
              { name: 'if-match', in: 'header', required: true, schema: { type: 'string' } },
            ],
            requestBody: { content: { 'text/csv': {} } },
          },
        },
      },
    },
    'http://localhost:4300',
  );
  expect(chapters.map(({ name }) => name)).toEqual(['Positions', 'Usage']);
  expect(chapters[1]!.operations[0]).toMatchObject({
    method: 'POST',
    parameters: [
      { name: 'customer', place: 'address', needed: true, type: 'string' },
      { name: 'if-match', place: 'header' },
    ],
    example:
      "curl -X POST -H 'if-match: \"7\"' -H 'content-type: text/csv' --data-binary @FILE 'http://localhost:4300/v1/customers/{customer}/usage'",
  });
});
