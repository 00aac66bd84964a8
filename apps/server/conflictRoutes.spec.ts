import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';
import type { ConflictsPage } from './views/conflictView.ts';

let it: Running;
let page: ConflictsPage;
const json = { 'content-type': 'application/json' };
const post = (name: string, body: object, customer = 'northwind') =>
  it.send('POST', `/v1/customers/${customer}/conflicts/${name}`, JSON.stringify(body), json);
const conflicts = async (query = '') =>
  (await it.send('GET', `/v1/customers/northwind/conflicts${query}`)).body as ConflictsPage;
const used = async () => (await it.positions()).items.find((row) => row.customer.id === 'northwind')!.used;

beforeAll(async () => {
  it = await running(at('2026-02-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'harborview']));
  await it.take('agreements', agreement('northwind'));
  await it.tell(
    'northwind',
    event('a', at('2026-02-01T08:00:00Z'), 30, { user: 'dana@northwind.example' }),
    event('b', at('2026-02-02T08:00:00Z'), 50),
  );
  await it.tell('northwind', event('a', at('2026-02-01T08:00:00Z'), 80, { user: 'dana@northwind.example' }));
  page = await conflicts();
});
afterAll(() => it.stop());

const digestOf = (quantity: string) =>
  page.conflicts[0]!.contents.find((content) => content.quantity === quantity)!.digest;

describe('a record that came in with two contents', () => {
  test('is listed with both, in words, and neither counts', async () => {
    expect(page).toMatchObject({ total: 1, unsettled: 1 });
    expect(page.conflicts[0]).toMatchObject({ source: '/gateway', id: 'a', settled: false, choices: [] });
    expect(page.conflicts[0]!.contents.map(({ words, counts }) => `${words}: ${counts}`).sort()).toEqual([
      'occurrence of 30 call by dana@northwind.example, 2026-02-01T08:00:00Z: false',
      'occurrence of 80 call by dana@northwind.example, 2026-02-01T08:00:00Z: false',
    ]);
    expect(await used()).toBe('50');
  });

  test('counts as chosen, with who, when and why on record, until that is taken back with its reason', async () => {
    const chosen = await post('choose', {
      source: '/gateway',
      id: 'a',
      digest: digestOf('80'),
      reason: 'The first was cut off.',
    });
    expect(chosen).toEqual({
      status: 200,
      body: { choice: expect.stringMatching(/^\d+$/), at: expect.any(String) },
    });
    await it.settle();
    expect(await used()).toBe('130');
    const settled = await conflicts();
    expect(settled).toMatchObject({ total: 1, unsettled: 0 });
    expect(settled.conflicts[0]).toMatchObject({
      settled: true,
      choices: [{ digest: digestOf('80'), by: 'staff', reason: 'The first was cut off.', undone: null }],
    });
    expect(
      settled.conflicts[0]!.contents.filter(({ counts }) => counts).map(({ quantity }) => quantity),
    ).toEqual(['80']);

    const { choice } = chosen.body as { choice: string };
    expect(await post('undo', { choice, reason: 'It was not.' })).toEqual({
      status: 200,
      body: { undone: true, at: expect.any(String) },
    });
    await it.settle();
    expect(await used()).toBe('50');
    expect((await conflicts()).conflicts[0]).toMatchObject({
      settled: false,
      choices: [{ choice, undone: { by: 'staff', reason: 'It was not.' } }],
    });
    expect(await post('undo', { choice, reason: 'Again.' })).toMatchObject({ status: 404 });
  });

  test('a choice taken back leaves the one before it', async () => {
    const choose = (quantity: string) =>
      post('choose', {
        source: '/gateway',
        id: 'a',
        digest: digestOf(quantity),
        reason: 'As told by phone.',
      });
    await choose('30');
    const later = (await choose('80')).body as { choice: string };
    await post('undo', { choice: later.choice, reason: 'A misunderstanding.' });
    await it.settle();
    expect(await used()).toBe('80');
    expect(await choose('30')).toMatchObject({ status: 409, body: { code: 'not_possible_now' } });
  });
});

describe('what cannot be done is said', () => {
  const right = () => ({ source: '/gateway', id: 'a', digest: digestOf('80'), reason: 'Why not.' });
  test.each([
    ['without a reason', () => post('choose', { ...right(), reason: ' ' }), 422, 'reason_missing'],
    ['taken back without a reason', () => post('undo', { choice: '1' }), 422, 'reason_missing'],
    [
      'a content nobody sent',
      () => post('choose', { ...right(), digest: 'ab'.repeat(32) }),
      404,
      'not_found',
    ],
    ['no digest at all', () => post('choose', { ...right(), digest: 'eighty' }), 422, 'invalid_request'],
    ['a record without conflict', () => post('choose', { ...right(), id: 'b' }), 404, 'not_found'],
    ['of another customer', () => post('choose', right(), 'harborview'), 404, 'not_found'],
    ['of nobody', () => post('choose', right(), 'nobody'), 404, 'not_found'],
    ['no such choice', () => post('undo', { choice: '4711', reason: 'Why not.' }), 404, 'not_found'],
    ['the list of nobody', () => it.send('GET', '/v1/customers/nobody/conflicts'), 404, 'not_found'],
  ] as const)('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({ status, code });
  });

  test('another customer sees none of it', async () => {
    const answer = await it.send('GET', '/v1/customers/harborview/conflicts');
    expect(answer.body).toEqual({ total: 0, unsettled: 0, conflicts: [] });
  });
});

test('a page holds fifty, those nobody has settled first', async () => {
  const many = Array.from({ length: 60 }, (_, n) => [1, 2].map((q) => event(`m${n}`, at('2026-02-03'), q)));
  await it.tell('northwind', ...many.flat());
  const first = await conflicts();
  expect(first).toMatchObject({ total: 61, unsettled: 60 });
  expect(first.conflicts).toHaveLength(50);
  const rest = await conflicts('?offset=50');
  expect(rest.conflicts).toHaveLength(11);
  expect(rest.conflicts.at(-1)).toMatchObject({ id: 'a', settled: true });
});

test('the document of the interface describes them all', async () => {
  const { paths } = (await it.send('GET', '/v1/openapi.json')).body as { paths: Record<string, object> };
  const described = Object.entries(paths)
    .filter(([path]) => path.includes('/conflicts'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  expect(described).toEqual([
    'get /v1/customers/{customer}/conflicts',
    'post /v1/customers/{customer}/conflicts/choose',
    'post /v1/customers/{customer}/conflicts/undo',
    'get /v1/customers/{customer}/conflicts/choose-many',
    'post /v1/customers/{customer}/conflicts/choose-many',
  ]);
});

test('nothing failed on the way', () => expect(it.failed).toEqual([]));
