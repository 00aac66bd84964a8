import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { person } from './given/person.ts';
import type { OrderView, WayUpView } from './schemas.ts';

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
  await it.take('customers', customers(['fixed', 'race']));
  const fixed = agreement('fixed', { clause: '\n    limit: 100' }).replace(/orderLines:\n.*\n/, '');
  await it.take('agreements', [fixed, agreement('race')].join('---\n'));
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

test('an hour more of counting is no reason to refuse, as long as the figures hold', async () => {
  it.as(await person(it.db, 'race', 'customer-member'));
  const asked = await wish('race', '5');
  it.turnTo(at('2026-04-10T13:00:00Z'));
  await it.settle();
  expect((await send('POST', '/portal/race/orders/prepare', asked)).status).toBe(200);
});
