import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { EffectView, SourceItem, SourcePage } from './schemas.ts';

const start = at('2026-07-25');
const json = { 'content-type': 'application/json' };
let it: Running;
const list = async (query = '') =>
  (await it.send('GET', `/v1/sources${query}`)).body as {
    items: z.infer<typeof SourceItem>[];
    next: string | null;
    total: number;
  };
const names = async (query: string) => (await list(query)).items.map(({ source }) => source);
const source = async (name: string, customer = 'northwind') =>
  (await it.send('GET', `/v1/customers/${customer}/sources/${encodeURIComponent(name)}`)).body as z.infer<
    typeof SourcePage
  >;
const effect = async (since: string) =>
  (await it.send('GET', `/v1/customers/northwind/effect?since=${since}`)).body as z.infer<typeof EffectView>;

const status = `lmutil - Copyright
Flexible License Manager status on Fri 7/24/2026 08:00
License server status: 27000@lic1
    lic1: license server UP (MASTER) v11.16
Vendor daemon status (on lic1):
      acme: UP v11.16
Feature usage info:
Users of solver:  (Total of 10 licenses issued;  Total of 3 licenses in use)
  "solver" v1.0, vendor: acme
  floating license
    dana ws1 /dev/tty (v1.0) (lic1/27000 101), start Fri 7/24 7:30
`;

beforeAll(async () => {
  it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'harborview']));
  await it.take('agreements', agreement('northwind'));
  const early = [2, 3, 4].map((n) => event(`e${n}`, after(start, -n * day), 20));
  await it.tell(
    'northwind',
    ...early,
    event('x', after(start, -5 * day), 1),
    event('y', after(start, -5 * day), 1),
  );
  await it.tell('northwind', event('x', after(start, -5 * day), 60), event('y', after(start, -5 * day), 2));
  await it.send('POST', '/v1/customers/northwind/usage?format=lmstat&source=lic1&zone=UTC', status);
  await it.tell('harborview', event('h', after(start, -100 * day), 1), 'no event');
});
afterAll(() => it.stop());

test('sources are listed by customer and by what is wrong with them, a page at a time', async () => {
  expect((await list()).items.map((one) => [one.customer.name, one.source])).toEqual([
    ['Harborview Labs', '/gateway'],
    ['Northwind Labs', '/gateway'],
    ['Northwind Labs', 'lic1'],
  ]);
  const first = await list('?limit=2');
  expect(first).toMatchObject({ total: 3 });
  expect(await names(`?cursor=${first.next}`)).toEqual(['lic1']);
  expect((await list('?show=silent')).items.map(({ customer }) => customer.id)).toEqual(['harborview']);
  expect((await list('?show=conflicts')).items).toMatchObject([{ source: '/gateway', conflicts: 2 }]);
  expect((await list('?show=totals')).items).toMatchObject([{ source: 'lic1', disagreeing: 1 }]);
  expect((await list('?show=unmatched')).items).toMatchObject([{ source: 'lic1', unmatched: 1 }]);
  expect(await names('?show=gaps')).toEqual([]);
  expect(await names('?search=HARBOR')).toEqual(['/gateway']);
  expect((await it.send('GET', '/v1/sources?cursor=x')).body).toMatchObject({ code: 'cursor_unknown' });
});

test('a source says when it was heard, its pace, totals that disagree, and what belongs to no product', async () => {
  const page = await source('lic1');
  expect(page).toMatchObject({
    records: 1,
    silent: false,
    lastRecord: '2026-07-24T07:30:00Z',
    totals: [{ feature: 'solver', stated: '3', lines: '1', difference: '2', at: '2026-07-24T08:00:00Z' }],
    unmatchedList: [{ feature: 'solver', records: 1 }],
    grades: [{ grade: '', records: 1 }],
  });
  expect(page.bars.unit).toBe('day');
  expect(page.bars.bars.at(-2)).toEqual({ from: '2026-07-24', records: 1, imports: 0 });
  expect(page.bars.bars.at(-1)).toEqual({ from: '2026-07-25', records: 0, imports: 1 });
  expect((await source('/gateway')).pace).toBe('a record about every day');
  expect((await it.send('GET', '/v1/customers/northwind/sources/none')).status).toBe(404);
});

test('a year of silence is shown by the week, and lines that were not taken with what to do', async () => {
  const page = await source('/gateway', 'harborview');
  expect(page).toMatchObject({ silent: true, bars: { unit: 'week' }, rejections: { total: 1 } });
  expect(page.rejections.items[0]).toMatchObject({
    line: 2,
    file: 'request',
    todo: expect.stringMatching(/./),
  });
});

test('what a withdrawn import told is left out', async () => {
  const [{ id }] = (
    (await it.send('GET', '/v1/usage-imports?customer=northwind')).body as { items: [{ id: string }] }
  ).items;
  const undo = (path: string) =>
    it.send(
      'POST',
      `/v1/customers/northwind/usage-imports/${id}/${path}`,
      JSON.stringify({ reason: 'Wrong server.' }),
      json,
    );
  expect((await undo('withdraw')).status).toBe(200);
  await it.settle();
  expect(await source('lic1')).toMatchObject({ records: 0, lastImport: null, totals: [], unmatchedList: [] });
  expect(await names('?show=totals')).toEqual([]);
});

test('many conflicts are settled at once as shown, one choice each, and it is said what that did', async () => {
  const path = '/v1/customers/northwind/conflicts';
  const preview = await it.send('GET', `${path}/choose-many?source=/gateway&side=latest`);
  expect(preview.body).toMatchObject({ count: 2, left: 0, records: [{ id: 'x' }, { id: 'y' }] });
  const order = { source: '/gateway', side: 'latest', reason: 'The first export was cut off.' };
  const post = (expected: number) =>
    it.send('POST', `${path}/choose-many`, JSON.stringify({ ...order, expected }), json);
  expect(await post(3)).toMatchObject({ status: 409, body: { code: 'preview_outdated' } });
  const done = (await post(2)).body as { chosen: number; at: string };
  expect(done.chosen).toBe(2);
  expect(await effect(done.at)).toEqual({ counting: true, changes: [] });
  await it.settle();
  expect(await effect(done.at)).toMatchObject({
    counting: false,
    changes: [{ words: 'stands, verified', clause: 'calls' }],
  });
  expect(await names('?show=conflicts')).toEqual([]);
  const settled = (await it.send('GET', `${path}?source=/gateway`)).body as {
    unsettled: number;
    conflicts: { choices: { choice: string }[]; contents: { counts: boolean; quantity: string }[] }[];
  };
  expect(settled.unsettled).toBe(0);
  expect(settled.conflicts.map((one) => one.contents.find(({ counts }) => counts)!.quantity)).toEqual([
    '60',
    '2',
  ]);
  expect(new Set(settled.conflicts.map((one) => one.choices[0]!.choice)).size).toBe(2);
});
