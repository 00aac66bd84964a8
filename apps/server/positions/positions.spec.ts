import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import { readTable } from '#platform/table/readTable.ts';
import { at } from '#test/given.ts';
import { identifyAsOurselves } from '../access/ourselves.ts';
import { makeApp } from '../app.ts';
import type { PositionsPage } from './schemas.ts';

let it: Running;
const json = { 'content-type': 'application/json' };
const ids = ['aster', 'birch', 'cedar'];

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(ids).replace('Cedar Labs', '"=cmd() Labs"'));
  for (const id of ids) await it.take('agreements', agreement(id));
  await it.tell('aster', event('a', at('2026-10-05'), 130));
  await it.tell('birch', event('b', at('2026-11-05'), 95));
});
afterAll(() => it?.stop());

const page = async (query: string) => (await it.send('GET', `/v1/positions?${query}`)).body as PositionsPage;

describe('the list of positions', () => {
  test('says of which time each number is: of the peak, or of the window that still runs', async () => {
    const { items } = await page('order=customer');
    const periods = Object.fromEntries(items.map(({ customer, period }) => [customer.id, period]));
    expect(periods).toMatchObject({
      aster: { from: '2026-10-01T00:00:00Z', until: '2026-11-01T00:00:00Z', peak: true },
      birch: { from: '2026-11-01T00:00:00Z', until: null, peak: false },
    });
  });

  test('comes page by page; totals are told once and are of the whole list', async () => {
    const first = await page('limit=2');
    expect(first).toMatchObject({ total: 3, totals: { all: 3, customers: 3 } });
    expect(first.totals!.atStake).toHaveLength(1);
    const second = await page(`limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ next: null, total: null, totals: null });
    expect([...first.items, ...second.items].map(({ customer }) => customer.id)).toEqual([
      'aster',
      'birch',
      'cedar',
    ]);
  });

  test.each([
    ['least=100', 'least_without_currency'],
    ['cursor=abc', 'cursor_unknown'],
    ['order=money&cursor=WzFd', 'cursor_unknown'],
    ['status=late', 'invalid_request'],
    ['renewsFrom=2026-02-30', 'invalid_request'],
    ['limit=0', 'invalid_request'],
    ['least=many&currency=EUR', 'invalid_request'],
  ])('%s is refused: %s', async (query, code) => {
    expect(await it.send('GET', `/v1/positions?${query}`)).toMatchObject({ status: 422, body: { code } });
  });
});

describe('the file', () => {
  const file = async (query: string) => {
    const base = {
      pool: it.db.app,
      clock: () => at('2026-11-22T10:00:00Z'),
      actor: 'staff',
      wake: () => undefined,
    };
    const app = makeApp(base, {
      workspace: 'nowhere',
      identify: identifyAsOurselves,
      report: () => undefined,
    });
    return app.fetch(
      new Request(`http://localhost/v1/positions/export?${query}`, { headers: { host: 'localhost' } }),
    );
  };

  test('as CSV has what the filter leaves, numbers without signs between them, and no formula of a customer’s name', async () => {
    const answer = await file('format=csv&order=customer');
    expect(answer.headers.get('content-disposition')).toContain('positions.csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Customer,Customer id,Agreement');
    expect(lines.find((line) => line.includes(',cedar,'))).toMatch(/^'=cmd\(\) Labs,/);
    expect((await (await file('format=csv&status=beyond')).text()).trim().split('\r\n')).toHaveLength(2);
  });

  test('as a workbook is one that can be opened, with the same rows', async () => {
    const answer = await file('order=customer');
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(typeof readTable).toBe('function');
  });
});

describe('saved filters', () => {
  type List = { items: { id: string; name: string; positions: number | null; version: number }[] };
  const path = '/v1/positions/filters';
  const save = (name: string, address: string) =>
    it.send('POST', path, JSON.stringify({ name, address }), json);

  test('have a name, a count, and are renamed from the version that was seen, and removed', async () => {
    const saved = await save('Beyond now', 'status=beyond');
    const [one] = (saved.body as List).items;
    expect(one).toMatchObject({ name: 'Beyond now', positions: 1, version: 1 });
    expect(((await save('All near', 'status=near&status=within')).body as List).items).toMatchObject([
      { name: 'All near', positions: 1 },
      { name: 'Beyond now', positions: 1 },
    ]);
    const rename = (name: string, version: number) =>
      it.send('PATCH', `${path}/${one!.id}`, JSON.stringify({ name }), {
        ...json,
        'if-match': `"${version}"`,
      });
    expect((await rename('Over', 1)).status).toBe(200);
    expect((await rename('Over again', 1)).status).toBe(412);
    expect(await rename('All near', 2)).toMatchObject({ status: 422, body: { code: 'filter_name_taken' } });
    expect((await it.send('DELETE', `${path}/${one!.id}`)).status).toBe(200);
    expect((await it.send('DELETE', `${path}/${one!.id}`)).status).toBe(404);
  });

  test.each(['status=late', 'mood=bad', 'least=5'])('%s is no filter', async (address) => {
    expect(await save('x', address)).toMatchObject({ status: 422, body: { code: 'filter_unreadable' } });
  });
});
