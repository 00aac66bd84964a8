import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeOrders } from '#business/upgrades/order.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { at } from '#test/given.ts';
import { ourselves } from '../access/ourselves.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { withPeopleOf } from '../questions/scope.ts';
import { person } from './given/person.ts';
import { makeOrder } from './make.ts';
import type { OrderView, WaysUpView as Ways, WayUpView } from './schemas.ts';

let it: Running;
const json = { 'content-type': 'application/json' };
const send = (method: string, path: string, body?: object) =>
  it.send(method, `/v1${path}`, body && JSON.stringify(body), json);
const wish = async (customer: string, units: string) => {
  const place = `/portal/${customer}/ways-up/AG-${customer}/calls`;
  const { seen } = (await send('GET', `${place}/units/${units}`)).body as WayUpView;
  return { agreement: `AG-${customer}`, clause: 'calls', seen };
};

beforeAll(async () => {
  it = await running(at('2026-04-10T12:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['fixed', 'race', 'queue', 'later', 'silent', 'owned']));
  const fixed = agreement('fixed', { clause: '\n    limit: 100' }).replace(/orderLines:\n.*\n/, '');
  await it.take(
    'agreements',
    [fixed, ...['race', 'queue', 'later', 'silent', 'owned'].map((id) => agreement(id))].join('---\n'),
  );
  const row = { tests: {}, outcome: 'at-once' };
  const table = JSON.stringify({ rows: [row] });
  await it.send('PUT', '/v1/order-policy', table, { ...json, 'if-match': '"0"' });
}, 60_000);
afterAll(async () => {
  expect(it.failed).toEqual([]);
  await it.stop();
});

test('a fixed limit, which order lines do not feed, is raised by a permit', async () => {
  await it.tell('fixed', event('m', at('2026-03-05'), 90));
  it.as(await person(it.db, 'fixed', 'customer-administrator'));
  const made = await send('POST', '/portal/fixed/orders', await wish('fixed', '25'));
  expect(made).toMatchObject({ status: 200, body: { status: 'agreed', seen: { limitAfter: '125' } } });
  await it.settle();
  expect((await send('GET', '/portal/fixed/ways-up/AG-fixed/calls')).body).toMatchObject({ limit: '125' });
});

test('an order is told to the owner of the customer in person, once, beside the roles that decide', async () => {
  it.as(ourselves);
  await it.tell('owned', event('w', at('2026-03-05'), 90));
  const boss = await person(it.db, 'owned', 'customer-administrator');
  const told = async () => {
    it.as(boss);
    expect((await send('POST', '/portal/owned/orders', await wish('owned', '10'))).status).toBe(200);
    await it.settle();
    const { rows } = await it.db.admin.query<{ audience: string; kind: string }>(
      `DELETE FROM goodterms.notification WHERE customer_id = 'owned' AND kind LIKE 'order.%'
       RETURNING audience, kind`,
    );
    return rows.map(({ audience, kind }) => `${kind} ${audience}`).sort();
  };
  const roles = ['order.placed role/deal-desk', 'order.placed role/sales'];
  it.as(ourselves);
  const sam = { name: 'Sam Ortiz', email: 'sam.ortiz@meridian.example', role: 'customer-success' };
  const { body } = await send('POST', '/team', sam);
  const { id, version } = (body as { items: { id: string; version: number; email: string }[] }).items.find(
    ({ email }) => email === sam.email,
  )!;
  expect(await told()).toEqual([...roles, `order.placed staff/${id}`]);
  it.as(ourselves);
  const asSales = JSON.stringify({ ...sam, role: 'sales' });
  const changed = await it.send('PUT', `/v1/team/${id}`, asSales, { ...json, 'if-match': `"${version}"` });
  expect(changed.status).toBe(200);
  expect(await told()).toEqual(roles);
});

test('where no data has come it cannot be told what is enough: that is not the same as no use', async () => {
  it.as(await person(it.db, 'silent', 'customer-administrator'));
  const view = (await send('GET', '/portal/silent/ways-up/AG-silent/calls')).body as Ways;
  expect(view).toMatchObject({ used: null, best: null, history: [] });
  expect(view.ways.map(({ aims, fit }) => [...aims, fit])).toEqual([['stay', 'cannot-tell']]);
  const { clauses } = (await send('GET', '/portal/silent/ways-up')).body as { clauses: object[] };
  expect(clauses).toMatchObject([{ used: null, percent: null }]);
});

test('of two who order the same at once one does, and the other sees what has changed', async () => {
  it.as(await person(it.db, 'race', 'customer-administrator'));
  const asked = await wish('race', '10');
  const answers = await Promise.all([1, 2, 3].map(() => send('POST', '/portal/race/orders', asked)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const refused = answers.find(({ status }) => status === 409)!.body as object;
  expect(refused).toMatchObject({ code: 'order_changed', differs: ['terms'], now: { limit: '110' } });
  const { items } = (await send('GET', '/portal/race/orders')).body as { items: OrderView[] };
  expect(items.map(({ id }) => id)).toEqual(['O-race-1']);
});

test('who waits for a colleague’s order is judged at their turn, not at the moment they came', async () => {
  const { db } = it;
  const boss = await person(db, 'queue', 'customer-administrator');
  it.as(boss);
  const order = await wish('queue', '10');
  const waiting = async (tx: Tx) => {
    const { rows } = await sql<{ many: number }>`
      SELECT count(*)::int AS many FROM pg_locks
      WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(tx);
    return rows[0]!.many;
  };
  const now = at('2026-04-10T12:30:00Z');
  const context = { pool: db.app, clock: () => now, actor: boss.account, wake: () => undefined };
  let second: ReturnType<typeof send> | undefined;
  await withPeopleOf(context, 'queue', async (tx) => {
    await takeOrders(tx, 'queue', undefined);
    second = send('POST', '/portal/queue/orders', order);
    await expect.poll(() => waiting(tx)).toBe(1);
    it.turnTo(now);
    const by = { customer: 'queue', actor: boss.account, now };
    const made = await makeOrder(tx, {
      how: 'place',
      order,
      key: undefined,
      customer: 'queue',
      by: () => by,
    });
    expect(made).toMatchObject({ first: true });
  });
  expect(await second).toMatchObject({ status: 409, body: { code: 'order_changed', differs: ['terms'] } });
});

test('an hour more of counting is no reason to refuse, as long as the figures hold', async () => {
  it.as(await person(it.db, 'race', 'customer-member'));
  const asked = await wish('race', '5');
  it.turnTo(at('2026-04-10T13:00:00Z'));
  await it.settle();
  expect((await send('POST', '/portal/race/orders/prepare', asked)).status).toBe(200);
});

test('a letter about an offer tells the figures of the offer, not those of the day on which it was asked for', async () => {
  it.as(await person(it.db, 'later', 'customer-administrator'));
  const { body } = await send('POST', '/portal/later/orders/request', await wish('later', '10'));
  const { id } = body as OrderView;
  it.turnTo(at('2026-06-15T12:00:00Z'));
  it.as(ourselves);
  const { seen, quote } = (await send('POST', `/orders/${id}/quote`, {})).body as OrderView;
  expect(quote!.price.total).not.toBe(seen.total);
  const letter = await it.db.admin.query<{ body: string }>(
    `SELECT body FROM goodterms.mail_message WHERE kind = 'order.quoted'`,
  );
  expect(letter.rows[0]!.body).toContain(
    `From June 15, 2026 through December 31, 2026, €${quote!.price.total}`,
  );
});
