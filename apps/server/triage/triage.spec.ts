import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import { triageAll } from '#business/remediation/triage.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { at } from '#test/given.ts';
import type { Position } from '../positions/schemas.ts';

let it: Running;
let sam: string;
const row = (tests: object, outcome: object) => ({
  tests,
  outcome: { severity: 'normal', sequence: 5, owner: null, dueDays: 14, ...outcome },
});
const json = { 'content-type': 'application/json' };
const put = (rows: object[], version: number) =>
  it.send('PUT', '/v1/triage', JSON.stringify({ rows }), { ...json, 'if-match': `"${version}"` });
const preview = (rows: object[]) => it.send('POST', '/v1/triage/preview', JSON.stringify({ rows }), json);
const listed = async (query = '') =>
  (await it.send('GET', `/v1/positions?${query}`)).body as { items: Position[] };
const between = (atLeast: string | null, below: string | null, currency?: string) => ({
  kind: 'between',
  atLeast,
  below,
  ...(currency ? { currency } : {}),
});

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['aster', 'birch']));
  for (const id of ['aster', 'birch']) await it.take('agreements', agreement(id));
  const person = { name: 'Sam Ortiz', email: 'Sam.Ortiz@meridian.example', role: 'license-manager' };
  const { body } = await it.send('POST', '/v1/team', JSON.stringify(person), json);
  sam = (body as { items: { id: string }[] }).items[0]!.id;
  await it.tell('aster', event('a', at('2026-10-05'), 130));
  await it.tell('birch', event('b', at('2026-10-05'), 300));
});
afterAll(() => it?.stop());

describe('the triage table', () => {
  test('there is none at first, and no finding has a severity', async () => {
    expect((await it.send('GET', '/v1/triage')).body).toMatchObject({ version: 0, rows: [] });
    expect((await listed()).items.map(({ triage }) => triage)).toEqual([null, null]);
  });

  test('is tried on every open finding before it is published, with what it leaves open', async () => {
    const rows = [row({ percent: between('100', null) }, { severity: 'critical', sequence: 1, owner: sam })];
    const { status, body } = await preview(rows);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 2,
      changed: 1,
      coverage: { gaps: ['excess in percent from 0', 'excess in percent not known'], unreached: [] },
      findings: [
        {
          customer: { id: 'birch' },
          changes: true,
          after: { severity: 'critical', row: 1, dueOn: '2026-12-06' },
        },
        { customer: { id: 'aster' }, changes: false, after: { problem: 'no row of the table covers it' } },
      ],
    });
    expect((await listed()).items.map(({ triage }) => triage)).toEqual([null, null]);
  });

  test('once published gives findings their severity, owner, due date and the row that said so; the list is ordered by it', async () => {
    const rows = [
      row({ percent: between('100', null) }, { severity: 'critical', sequence: 1, owner: sam }),
      row({ stake: between('0', '1000', 'EUR') }, { severity: 'low', dueDays: null }),
    ];
    expect((await put(rows, 0)).status).toBe(200);
    const items = (await listed('order=severity')).items;
    expect(
      items.map(({ customer, triage, owner }) => [
        customer.id,
        triage?.severity,
        triage?.dueOn,
        triage?.reason,
        owner?.by,
      ]),
    ).toEqual([
      ['birch', 'critical', '2026-12-06', 'row 1 of version 1', 'table'],
      ['aster', 'low', null, 'row 2 of version 1', 'customer'],
    ]);
    expect((await listed(`owner=${sam}`)).items).toHaveLength(2);
    expect((await listed('owner=none')).items.map(({ customer }) => customer.id)).toEqual(['aster']);
    expect((await listed('severity=critical')).items).toHaveLength(1);
  });

  test('is asked again at each detection and when a flag is raised', async () => {
    const flags = { flags: { kind: 'hasAny', values: ['legal-hold'] } };
    expect((await put([row(flags, { severity: 'critical' }), row({}, {})], 1)).status).toBe(200);
    await it.send(
      'POST',
      '/v1/customers/aster/flags',
      JSON.stringify({ kind: 'legal-hold', reason: 'x' }),
      json,
    );
    expect((await listed('order=severity')).items.map(({ customer }) => customer.id)).toEqual([
      'aster',
      'birch',
    ]);
    await it.tell('birch', event('c', at('2026-10-06'), 300));
    expect((await listed('customer=birch')).items[0]!.triage).toMatchObject({
      severity: 'normal',
      reason: 'row 2 of version 2',
    });
  });

  test('is asked by several at once about the same findings, one after the other', async () => {
    const now = at('2026-11-22T10:00:00Z');
    const asking = Array.from({ length: 5 }, () =>
      withScope(it.db.app, { customers: ['birch', vendorWide], actor: 'test' }, async (tx) => {
        await triageAll(tx, now, 'birch');
        await sql`SELECT pg_sleep(0.05)`.execute(tx);
      }),
    );
    await expect(Promise.all(asking)).resolves.toHaveLength(5);
    expect((await listed('customer=birch')).items).toHaveLength(1);
  });

  test.each([
    [[row({ size: between('1', null) }, {})], 2, 422, 'table_test_unfit'],
    [[row({ stake: between('1', null) }, {})], 2, 422, 'table_test_unfit'],
    [[row({ mood: { kind: 'any' } }, {})], 2, 422, 'table_test_unfit'],
    [[row({ days: { kind: 'missing' } }, {})], 2, 422, 'table_test_unfit'],
    [[row({}, { owner: 'nobody' })], 2, 422, 'table_owner_unknown'],
    [[row({ percent: between('ten', null) }, {})], 2, 422, 'invalid_request'],
    [[row({}, {})], 1, 412, 'version_conflict'],
  ])('%j at version %i is refused: %i %s', async (rows, version, status, code) => {
    expect(await put(rows, version)).toMatchObject({ status, body: { code } });
  });
});
