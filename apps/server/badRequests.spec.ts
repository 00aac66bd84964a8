import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';
import { type CursorKey, cursorAfter } from './http/cursor.ts';

let it: Running;
let order: string;

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['one', 'two']));
  await it.take('agreements', agreement('one'));
  await it.tell('one', event('a', at('2026-03-03'), 120));
  const [finding] = (await it.page('one')).findings;
  order = `/v1/customers/one/findings/${finding!.key}/dismiss`;
});
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

const json = { 'content-type': 'application/json' };
const reason = (text: string) => JSON.stringify({ expectedVersion: 2, reason: text });

describe('whoever asks wrongly is told so, and nothing is reported as our mistake', () => {
  test.each<[string, () => string, string | undefined, Record<string, string>, number, string]>([
    ['a command that is no JSON', () => order, '{', json, 400, 'bad_json'],
    [
      'a command of another type',
      () => order,
      reason('x'),
      { 'content-type': 'text/plain' },
      415,
      'unknown_media_type',
    ],
    ['a command without end', () => order, reason('x'.repeat(2_000_000)), json, 413, 'too_large'],
    [
      'a quote without end',
      () => '/v1/customers/one/quotes',
      reason('x'.repeat(2_000_000)),
      json,
      413,
      'too_large',
    ],
    ['a note without end', () => '/v1/customers/one/notes', 'x'.repeat(2_000_000), json, 413, 'too_large'],
    ['a reason with a NUL', () => order, reason('a\u0000b'), json, 422, 'invalid_request'],
    ['a customer with a NUL', () => '/v1/customers/%00/page', undefined, {}, 404, 'not_found'],
    ['a customer with half a character', () => '/v1/customers/%c3/page', undefined, {}, 404, 'not_found'],
    ['a file name with a NUL', () => '/v1/customers/one/usage?file=%00', '{}', json, 422, 'invalid_request'],
    [
      'a file name with a line break',
      () => '/v1/customers/one/usage?file=a%0Ab',
      '{}',
      json,
      422,
      'invalid_request',
    ],
  ])('%s', async (_, path, body, headers, status, code) => {
    const answer = await it.send(body === undefined ? 'GET' : 'POST', path(), body, headers);
    expect(answer).toMatchObject({ status, body: { code } });
  });
});

const lists: readonly [string, number, CursorKey][] = [
  ['/v1/alerts', 2, ['1.5', 'x']],
  ['/v1/alert-deliveries', 1, ['x']],
  ['/v1/duties', 5, ['2026-13-45', 'a', 'b', 'c', 'd']],
  ['/v1/customers/one/people', 2, [null, 'x']],
  ['/v1/customers/one/usage-imports/1/rejections', 1, ['x']],
  ['/v1/positions?order=renews', 6, ['x', '', '', '', '', '']],
  ['/v1/positions?order=due', 7, ['infinity', 99_999, '', '', '', '', '']],
  ['/v1/positions?order=severity', 8, [1, 1e30, 'infinity', '', '', '', '', '']],
  ['/v1/positions?order=money', 9, [1, '', 'much', 1, '', '', '', '', '']],
];

test.each(lists)('%s goes on behind no place that it never gave out', async (path, length, key) => {
  expect(key).toHaveLength(length);
  const address = `${path}${path.includes('?') ? '&' : '?'}cursor=${cursorAfter(key)}`;
  expect(await it.send('GET', address)).toMatchObject({ status: 422, body: { code: 'cursor_unknown' } });
});

describe('an agreement under an id that another customer has', () => {
  const stolen = () => agreement('two').replace('id: AG-two', 'id: AG-one');
  const refused = { status: 422, body: { code: 'agreement_id_taken', pointer: '/id' } };

  test('is refused, and the answer does not tell whose it is', async () => {
    const answer = await it.send('POST', '/v1/imports/agreements', stolen());
    expect(answer).toMatchObject(refused);
    expect(JSON.stringify(answer.body)).not.toMatch(/one\b(?<!AG-one)|customer/);
  });

  test('is refused as well where the file names both customers', async () => {
    const both = `${agreement('one').replace('id: AG-one', 'id: AG-new')}---\n${stolen()}`;
    expect(await it.send('POST', '/v1/imports/agreements', both)).toMatchObject(refused);
  });
});
