import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';

let it: Running;
const standing = ['bell', 'cork', 'dune', 'echo', 'fern'];

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await add(standing);
});
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

async function add(names: readonly string[]): Promise<void> {
  await it.take('customers', customers([...names]));
  await it.take('agreements', names.map((name) => agreement(name)).join('---\n'));
  for (const name of names) await it.tell(name, event(name, at('2026-03-03'), 5));
}

type Page = { items: Record<string, unknown>[]; next: string | null };

/** Reads a list to its end, two items at a time; something comes in after every page. */
async function readWhile(path: string, between: (page: number) => Promise<void>): Promise<Page['items']> {
  const items: Page['items'] = [];
  for (let cursor = '', page = 0; page < 20; page += 1) {
    const answer = (await it.send('GET', `${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`))
      .body as Page;
    items.push(...answer.items);
    if (answer.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(answer.next)}`;
    if (page < 3) await between(page);
  }
  throw new Error('the list has no end');
}

const newcomers = [
  ['aaron', 'zebra'],
  ['adam', 'zoe'],
  ['able', 'zinc'],
];

test.each([
  ['/v1/positions', (item: Record<string, unknown>) => (item['customer'] as { id: string }).id],
  ['/v1/customers', (item: Record<string, unknown>) => item['id'] as string],
])(
  '%s loses and doubles nothing that stood there all the time while others come in',
  async (path, nameOf) => {
    const made = newcomers.map((names) => names.map((name) => `${name}-${path.length}`));
    const names = (await readWhile(path, async (page) => add(made[page]!))).map(nameOf);
    expect(names.filter((name) => standing.includes(name)).sort()).toEqual(standing);
    expect(new Set(names).size).toBe(names.length);
  },
);

test('a command on a finding names the version that was seen, by its header or its body', async () => {
  await it.tell('bell', event('much', at('2026-04-03'), 500));
  const [finding] = (await it.page('bell')).findings;
  const path = `/v1/customers/bell/findings/${finding!.key}/confirm`;
  const json = { 'content-type': 'application/json' };
  const confirm = (order: object, headers = {}) =>
    it.send('POST', path, JSON.stringify(order), { ...json, ...headers });
  const { version } = finding!;

  expect(await confirm({})).toMatchObject({ status: 428, body: { code: 'if_match_missing' } });
  expect(await confirm({}, { 'if-match': '"99"' })).toMatchObject({ status: 412 });
  expect(await confirm({ expectedVersion: version }, { 'if-match': '"99"' })).toMatchObject({
    status: 422,
    body: { code: 'two_versions' },
  });
  const seen = { 'if-match': `"${version}"`, 'idempotency-key': 'confirm-bell' };
  const done = await it.answer('POST', path, '{"cause":"growth"}', { ...json, ...seen });
  const now = (await done.json()) as { version: number };
  expect(done.status).toBe(200);
  expect(done.headers.get('etag')).toBe(`"${now.version}"`);
  expect(await confirm({ cause: 'growth' }, seen)).toMatchObject({ status: 200, body: now });
});
