import { beforeAll, describe, expect, test } from 'vitest';
import { type Tx, withScope } from '#platform/database/scope.ts';
import { exact, plain, sum } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { customerId, writePositions } from './given/many.ts';
import {
  type PositionFilter,
  type PositionOrder,
  positionOrders,
  ratesOn,
  searchable,
} from './positionFilter.ts';
import { type ListedPosition, type ListPlace, listPositions, totalPositions } from './positionList.store.ts';

const customers = 60;
const now = at('2026-11-22T10:00:00Z');
const ids = Array.from({ length: customers }, (_, n) => customerId(n));
let db: TestDatabase;
let all: ListedPosition[];

const inScope = <T>(work: (tx: Tx) => Promise<T>) =>
  withScope(db.app, { customers: [...ids, '*'], actor: 'a' }, work);
type Asked = {
  filter?: PositionFilter;
  order?: PositionOrder;
  backwards?: boolean;
  rates?: [string, string][];
};
const queryOf = ({ filter = {}, order = 'money', backwards = false, rates = [] }: Asked) => ({
  filter,
  order,
  backwards,
  rates: new Map(rates),
});

/** Reads a whole list in pages of `limit`. */
async function read(asked: Asked, limit = 500): Promise<ListedPosition[]> {
  const found: ListedPosition[] = [];
  for (let after: readonly string[] | null = null; ; ) {
    const place: ListPlace = { now, owner: { id: 'o1', email: 'Owner1@vendor.example' }, after, limit };
    const rows: ListedPosition[] = await inScope((tx) => listPositions(tx, queryOf(asked), place));
    found.push(...rows);
    if (rows.length < limit) return found;
    after = rows.at(-1)!.key;
  }
}
const keys = (rows: readonly ListedPosition[]) =>
  rows.map(({ body }) => `${body.customer.id}/${body.clause.id}`);

beforeAll(async () => {
  db = await testDatabase();
  await inScope((tx) => writePositions(tx, 0, customers));
  const flag = 'INSERT INTO customer_flag VALUES ($1, gen_random_uuid(), $2, $3, $4)';
  await db.admin.query(flag, [ids[3], 'legal-hold', '2026-01-01T00:00:00Z', null]);
  await db.admin.query(flag, [ids[4], 'legal-hold', '2026-01-01T00:00:00Z', '2026-11-22T10:00:00Z']);
  await db.admin.query("INSERT INTO assignment VALUES ($1, 'AG-5', 'clause-0', '[]', 'o1')", [ids[5]]);
  await db.admin.query(
    `INSERT INTO finding_triage (customer_id, finding, agreement, clause, group_key, severity, sequence, owner, due_on, table_version)
     SELECT customer_id, finding, agreement, clause, group_key, (ARRAY['critical', 'high', 'low'])[1 + length(customer_sort) % 3],
       1, CASE WHEN customer_id = $1 THEN 'o1' END, '2026-12-01', 1 FROM position WHERE finding IS NOT NULL`,
    [ids[9]],
  );
  all = await read({});
});

describe('the order', () => {
  test('by money: what has money at stake first, each currency by itself, most first', () => {
    const money = all.filter(({ body }) => body.atStake !== null && !exact(body.atStake).equals(0));
    expect(all.slice(0, money.length)).toEqual(money);
    const currencies = money.map(({ body }) => body.currency);
    expect(currencies).toEqual([...currencies].sort());
    for (const [i, row] of money.entries()) {
      const next = money[i + 1];
      if (next?.body.currency === row.body.currency)
        expect(exact(row.body.atStake!).gte(exact(next.body.atStake!))).toBe(true);
    }
  });

  test('by money with exchange rates: across the currencies there are rates for, the others after them', async () => {
    const rates: [string, string][] = [
      ['EUR', '1'],
      ['USD', '0.9'],
    ];
    const rows = (await read({ rates })).filter(({ body }) => body.atStake && !exact(body.atStake).equals(0));
    const worth = (row: ListedPosition) =>
      exact(row.body.atStake!).mul(exact(row.body.currency === 'USD' ? '0.9' : '1'));
    const rated = rows.filter(({ body }) => body.currency !== 'SEK');
    expect(rows.slice(0, rated.length)).toEqual(rated);
    expect(new Set(rated.slice(0, 10).map(({ body }) => body.currency)).size).toBe(2);
    for (const [i, row] of rated.slice(0, -1).entries())
      expect(worth(row).gte(worth(rated[i + 1]!))).toBe(true);
  });

  const statuses = ['beyond', 'near', 'cannot-tell', 'covered', 'within'];
  const severities = ['critical', 'high', 'normal', 'low'];
  test.each<[PositionOrder, (row: ListedPosition) => number | string]>([
    ['status', ({ body }) => statuses.indexOf(body.status)],
    ['customer', ({ body }) => searchable(body.customer.name)],
    ['renews', ({ body }) => body.renewsOn],
    ['severity', ({ triage }) => (triage?.severity ? severities.indexOf(triage.severity) : 9)],
    ['due', ({ triage }) => triage?.dueOn ?? 'never'],
  ])('by %s, and turned around', async (order, keyOf) => {
    const keysOf = async (backwards: boolean) => (await read({ order, backwards })).map(keyOf);
    const ascending = await keysOf(false);
    expect(new Set(ascending).size).toBeGreaterThan(1);
    expect(ascending).toEqual([...ascending].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(await keysOf(true)).toEqual(ascending.toReversed());
  });

  test.each(positionOrders.flatMap((order) => [false, true].map((backwards) => ({ order, backwards }))))(
    'law: read in pages of seven, no row is missing, comes twice or stands elsewhere: %j',
    async (asked) => {
      const whole = await read(asked);
      expect(new Set(keys(whole))).toEqual(new Set(keys(all)));
      expect(keys(await read(asked, 7))).toEqual(keys(whole));
    },
  );
});

describe('the filter finds what a loop over all rows finds', () => {
  const rowOf = ({ body }: ListedPosition) => body;
  const number = (row: ListedPosition) => Number(rowOf(row).customer.id.slice(2));
  const cases: [PositionFilter, (row: ListedPosition) => boolean][] = [
    [{ words: 'ELAN clause 7' }, () => false],
    [
      { words: 'elan 1 beacon' },
      (row) => ['elan', '1', 'beacon'].every((word) => textOf(row).includes(word)),
    ],
    [{ words: '100%' }, () => false],
    [{ statuses: ['near', 'covered'] }, (row) => ['near', 'covered'].includes(rowOf(row).status)],
    [{ products: ['atlas'] }, (row) => rowOf(row).product.id === 'atlas'],
    [{ customer: customerId(7) }, (row) => number(row) === 7],
    [{ segments: ['retail, EU'] }, (row) => number(row) % 4 === 2],
    [{ sizes: ['small', 'large'] }, (row) => number(row) % 3 !== 1],
    [
      { renewsFrom: '2027-03-01' as CalendarDate, renewsUntil: '2027-05-01' as CalendarDate },
      (row) => rowOf(row).renewsOn >= '2027-03-01' && rowOf(row).renewsOn <= '2027-05-01',
    ],
    [{ flags: ['legal-hold'] }, (row) => number(row) === 3],
    [{ flags: ['none', 'do-not-contact'] }, (row) => number(row) !== 3],
    [
      { currency: 'EUR', least: '400' },
      (row) => rowOf(row).currency === 'EUR' && exact(rowOf(row).atStake ?? '0').gte(400),
    ],
    [{ severities: ['critical'] }, (row) => row.triage?.severity === 'critical'],
    [{ owner: 'none' }, (row) => row.assignee === null && !row.triage?.owner],
    [
      { owner: 'o1' },
      (row) => (row.assignee ?? row.triage?.owner ?? (number(row) % 7 === 1 ? 'o1' : '')) === 'o1',
    ],
  ];

  test.each(cases)('%j', async (filter, passes) => {
    const found = await read({ filter });
    const expected = all.filter(passes);
    expect(keys(found)).toEqual(keys(expected));
    const totals = await inScope((tx) =>
      totalPositions(tx, queryOf({ filter }), { now, owner: { id: 'o1', email: 'owner1@vendor.example' } }),
    );
    expect(totals.found).toBe(expected.length);
    expect(totals.all).toBe(all.length);
    expect(totals.customers).toBe(new Set(expected.map(({ body }) => body.customer.id)).size);
    for (const { currency, amount } of totals.money) {
      const mine = expected.filter(({ body }) => body.currency === currency && body.atStake !== null);
      expect(amount).toBe(plain(sum(mine.map(({ body }) => exact(body.atStake!)))));
    }
  });

  test('the counts beside the statuses are of all that pass the rest of the filter', async () => {
    const filter: PositionFilter = { products: ['atlas'], statuses: ['near'] };
    const totals = await inScope((tx) => totalPositions(tx, queryOf({ filter }), { now, owner: null }));
    const atlas = all.filter(({ body }) => body.product.id === 'atlas');
    expect(totals.statuses.get('within')).toBe(atlas.filter(({ body }) => body.status === 'within').length);
    expect(totals.found).toBe(totals.statuses.get('near'));
  });
});

test('rows of customers out of scope are neither listed nor counted', async () => {
  const scope = { customers: [ids[1]!], actor: 'a' };
  const place = { now, owner: null, after: null, limit: 500 };
  const rows = await withScope(db.app, scope, (tx) => listPositions(tx, queryOf({}), place));
  expect(new Set(rows.map(({ body }) => body.customer.id))).toEqual(new Set([ids[1]]));
  expect((await withScope(db.app, scope, (tx) => totalPositions(tx, queryOf({}), place))).all).toBe(3);
});

test('rates are those of the latest table that holds', () => {
  const table = (from: string, rate: string) => ({
    currency: 'EUR',
    from: from as CalendarDate,
    rates: [{ currency: 'USD', rate }],
  });
  const today = '2026-06-01' as CalendarDate;
  expect(ratesOn(undefined, today)).toEqual(new Map());
  const tables = [table('2026-01-01', '0.8'), table('2026-05-01', '0.9'), table('2026-07-01', '1.1')];
  expect([...ratesOn(tables, today)]).toEqual([
    ['EUR', '1'],
    ['USD', '0.9'],
  ]);
});

function textOf({ body }: ListedPosition): string {
  return searchable(
    [body.customer.name, body.customer.id, body.product.name, body.clause.plain, body.agreement].join(' '),
  );
}
