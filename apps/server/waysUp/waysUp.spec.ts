import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { ourselves } from '../access/ourselves.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { person } from './given/person.ts';
import type { OrderView, WaysUp } from './schemas.ts';

type Ways = z.infer<typeof WaysUp>;
let it: Running;
const json = { 'content-type': 'application/json' };
const send = (method: string, path: string, body?: object, headers = {}) =>
  it.send(method, `/v1${path}`, body && JSON.stringify(body), { ...json, ...headers });
const code = async (answer: ReturnType<typeof send>) => {
  const { status, body } = await answer;
  return status === 200 ? 'done' : `${status} ${(body as { code: string }).code}`;
};

const ways = async (customer: string) =>
  (await send('GET', `/portal/${customer}/ways-up/AG-${customer}/calls`)).body as Ways;
const wish = async (customer: string, units: string) => {
  const path = `/portal/${customer}/ways-up/AG-${customer}/calls/units/${units}`;
  const { seen } = (await send('GET', path)).body as Ways['ways'][number];
  return { agreement: `AG-${customer}`, clause: 'calls', seen };
};
const orders = async (customer: string) =>
  ((await send('GET', `/portal/${customer}/orders`)).body as { items: OrderView[] }).items;
const publish = async (...rows: object[]) => {
  it.as(ourselves);
  const { version } = (await send('GET', '/order-policy')).body as { version: number };
  return code(send('PUT', '/order-policy', { rows }, { 'if-match': `"${version}"` }));
};
const atOnceUpTo = (below: string) => ({
  tests: {
    amount: { kind: 'between', atLeast: null, below, currency: 'EUR' },
    standing: { kind: 'oneOf', values: ['good'] },
  },
  outcome: 'at-once',
});

let boss: Principal;
let member: Principal;
let other: Principal;

beforeAll(async () => {
  it = await running(at('2026-04-10T12:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['acme', 'other', 'owing']));
  await it.take('agreements', ['acme', 'other', 'owing'].map((id) => agreement(id)).join('---\n'));
  for (const [i, month] of ['01', '02', '03'].entries())
    await it.tell('acme', event(`m${month}`, at(`2026-${month}-05`), 85 + 5 * i));
  await it.tell('owing', event('o', at('2026-03-05'), 120));
  boss = await person(it.db, 'acme', 'customer-administrator');
  member = await person(it.db, 'acme', 'customer-member');
  other = await person(it.db, 'other', 'customer-administrator');
}, 60_000);
afterAll(async () => {
  expect(it.failed).toEqual([]);
  await it.stop();
});

describe('ways up', () => {
  test('are compared on one’s own use, with their price and why it is so', async () => {
    it.as(boss);
    const view = await ways('acme');
    expect(view).toMatchObject({
      limit: '100',
      used: '0',
      best: '0',
      firstDay: '2026-04-10',
      until: '2027-01-01',
      reason: { now: { book: 'PB-EUR', from: '2025-01-01', steps: [{ unit: '0.5' }] }, before: null },
      may: { order: true, prepare: true },
    });
    expect(view.ways.map(({ aims, units, fit }) => `${aims.join(' ')} +${units} ${fit}`)).toEqual([
      'stay now term +0 enough',
      'room +19 enough',
    ]);
    const { price } = view.ways[1]!;
    // 19 calls at 0.50 for 21 of 30 days and eight months.
    expect(price).toMatchObject({ total: '82.65', currency: 'EUR' });
  });

  test('of another customer are not there, for whoever asks', async () => {
    it.as(other);
    expect(await code(send('GET', '/portal/acme/ways-up'))).toBe('404 not_found');
    expect(await code(send('GET', '/portal/acme/ways-up/AG-acme/calls'))).toBe('404 not_found');
    expect(await code(send('GET', '/portal/acme/orders'))).toBe('404 not_found');
  });

  test('are shown to staff as a preview, who order nothing', async () => {
    it.as(ourselves);
    expect((await ways('acme')).may).toEqual({ order: false, prepare: false });
    expect(await code(send('POST', '/portal/acme/orders', await wish('acme', '5')))).toBe('403 not_allowed');
  });
});

describe('ordering at once', () => {
  test('is nobody’s while no table says otherwise', async () => {
    it.as(boss);
    const asked = await wish('acme', '10');
    expect(asked.seen.atOnce).toBe(false);
    expect(await code(send('POST', '/portal/acme/orders', asked))).toBe('422 order_not_at_once');
    expect(await orders('acme')).toEqual([]);
  });

  test('what was seen before the table changed is looked at again', async () => {
    it.as(boss);
    const asked = await wish('acme', '10');
    expect(await publish(atOnceUpTo('100'))).toBe('done');
    it.as(boss);
    const { status, body } = await send('POST', '/portal/acme/orders', asked);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'order_changed', differs: ['policy'], now: { atOnce: true } });
  });

  test('makes the limit higher by the doors of quotes, once however often it is sent', async () => {
    it.as(boss);
    const asked = await wish('acme', '10');
    expect(asked.seen).toMatchObject({ total: '43.50', atOnce: true, limitAfter: '110' });
    const once = { 'idempotency-key': 'the-one-click' };
    const both = await Promise.all([1, 2].map(() => send('POST', '/portal/acme/orders', asked, once)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await code(send('POST', '/portal/acme/orders', asked, once))).toBe('done');
    expect(await orders('acme')).toMatchObject([
      {
        id: 'O-acme-1',
        status: 'agreed',
        by: 'Dana of acme',
        quote: { id: 'Q-acme-1', status: 'agreed', units: '10', price: { total: '43.50' } },
        commands: [],
      },
    ]);
    await it.settle();
    expect(await ways('acme')).toMatchObject({ limit: '110' });
    it.as(ourselves);
    expect(JSON.stringify((await it.page('acme')).agreements)).toContain('110');
  });

  test('the same key with another wish is refused, and what was seen before the order is outdated', async () => {
    it.as(boss);
    const once = { 'idempotency-key': 'the-one-click' };
    const more = await wish('acme', '11');
    expect(await code(send('POST', '/portal/acme/orders', more, once))).toBe('409 idempotency_key_reused');
    const outdated = { ...more, seen: { ...more.seen, limit: '100', limitAfter: '111' } };
    const { body } = await send('POST', '/portal/acme/orders', outdated);
    expect(body).toMatchObject({ code: 'order_changed', differs: ['terms'], now: { limit: '110' } });
  });

  test('a price nobody was shown is no price', async () => {
    it.as(boss);
    const asked = await wish('acme', '10');
    const cheaper = { ...asked, seen: { ...asked.seen, total: '0.01' } };
    expect(await send('POST', '/portal/acme/orders', cheaper)).toMatchObject({
      status: 409,
      body: { differs: ['price'], now: { total: '43.50' } },
    });
  });

  test('is not for more than the table allows, nor on the next day at the price of the day before', async () => {
    it.as(boss);
    expect((await wish('acme', '500')).seen.atOnce).toBe(false);
    const asked = await wish('acme', '10');
    it.turnTo(at('2026-04-11T12:00:00Z'));
    const { body } = await send('POST', '/portal/acme/orders', asked);
    expect(body).toMatchObject({ code: 'order_changed', differs: ['day', 'price'] });
  });

  test('is not for a customer with a confirmed finding nobody has agreed about; a suspicion changes nothing', async () => {
    it.as(await person(it.db, 'owing', 'customer-administrator'));
    expect((await wish('owing', '5')).seen.atOnce).toBe(true);
    it.as(ourselves);
    const { findings } = await it.page('owing');
    const { key, version } = findings[0]!;
    await send('POST', `/customers/owing/findings/${key}/confirm`, {
      cause: 'growth',
      expectedVersion: version,
    });
    expect((await wish('owing', '5')).seen.atOnce).toBe(false);
  });
});

describe('asking for an offer', () => {
  test('a member prepares, and an administrator takes it up', async () => {
    it.as(member);
    expect((await ways('acme')).may).toEqual({ order: false, prepare: true });
    const asked = await wish('acme', '200');
    expect(await code(send('POST', '/portal/acme/orders', asked))).toBe('403 not_allowed');
    expect(await code(send('POST', '/portal/acme/orders/request', asked))).toBe('403 not_allowed');
    const prepared = await send('POST', '/portal/acme/orders/prepare', { ...asked, note: 'For the summer.' });
    expect(prepared).toMatchObject({ status: 200, body: { id: 'O-acme-2', status: 'prepared' } });
    it.as(ourselves);
    // It is their own until it is sent.
    expect(await code(send('GET', '/orders/O-acme-2'))).toBe('404 not_found');
    expect(await code(send('GET', '/portal/acme/orders/O-acme-2'))).toBe('404 not_found');
    it.as(boss);
    expect(await code(send('POST', '/portal/acme/orders/request', asked))).toBe('409 order_open_already');
    const sent = { ...(await wish('acme', '200')), prepared: 'O-acme-2' };
    expect(await send('POST', '/portal/acme/orders/request', sent)).toMatchObject({
      body: { id: 'O-acme-2', status: 'requested', commands: ['withdraw'] },
    });
  });

  test('the vendor quotes, the customer agrees to exactly that, and it counts', async () => {
    it.as(ourselves);
    const list = (await send('GET', '/orders?status=requested')).body as { items: OrderView[] };
    expect(list.items).toMatchObject([{ id: 'O-acme-2', commands: ['quote', 'decline'] }]);
    const quoted = (await send('POST', '/orders/O-acme-2/quote', {})).body as OrderView;
    expect(quoted).toMatchObject({ status: 'quoted', quote: { id: 'Q-acme-2', units: '200' } });
    it.as(member);
    expect(await code(send('POST', '/portal/acme/orders/O-acme-2/agree', { digest: 'x' }))).toBe(
      '403 not_allowed',
    );
    it.as(boss);
    const agree = (digest: string) => send('POST', '/portal/acme/orders/O-acme-2/agree', { digest });
    expect(await code(agree('another'))).toBe('422 quote_changed');
    expect(await code(agree(quoted.quote!.digest))).toBe('done');
    expect(await code(agree(quoted.quote!.digest))).toBe('409 not_possible_now');
    await it.settle();
    expect(await ways('acme')).toMatchObject({ limit: '310', openOrder: null });
  });

  test('an order goes the way of its quote, where the vendor records the yes', async () => {
    it.as(boss);
    await send('POST', '/portal/acme/orders/request', await wish('acme', '300'));
    it.as(ourselves);
    const { quote } = (await send('POST', '/orders/O-acme-3/quote', {})).body as OrderView;
    const yes = { digest: quote!.digest, on: '2026-04-11', by: 'Dana Wells, on the phone' };
    expect(await code(send('POST', `/quotes/${quote!.id}/agree`, yes))).toBe('done');
    expect((await send('GET', '/orders/O-acme-3')).body).toMatchObject({ status: 'agreed' });
    await it.settle();
  });

  test('either side ends it, with a reason the other reads; its quote ends with it', async () => {
    it.as(boss);
    await send('POST', '/portal/acme/orders/request', await wish('acme', '400'));
    it.as(ourselves);
    const { quote } = (await send('POST', '/orders/O-acme-4/quote', {})).body as OrderView;
    it.as(boss);
    expect(await code(send('POST', '/portal/acme/orders/O-acme-4/decline', { reason: 'Too much.' }))).toBe(
      'done',
    );
    it.as(ourselves);
    expect((await send('GET', `/quotes/${quote!.id}`)).body).toMatchObject({ status: 'withdrawn' });
    it.as(boss);
    await send('POST', '/portal/acme/orders/request', await wish('acme', '400'));
    it.as(ourselves);
    expect(await code(send('POST', '/orders/O-acme-5/decline', { reason: 'Sold out.' }))).toBe('done');
    it.as(boss);
    expect((await orders('acme'))[0]).toMatchObject({
      status: 'declined',
      ended: { side: 'vendor', reason: 'Sold out.' },
    });
  });

  test.each([
    [{ units: '0' }, '409 order_changed'],
    [{ units: '-1' }, '422 invalid_request'],
    [{ edition: 'none' }, '409 order_changed'],
    [{ surprise: 1 }, '422 invalid_request'],
  ])('%j in what was seen is refused: %s', async (differs, expected) => {
    it.as(boss);
    const asked = await wish('acme', '7');
    expect(
      await code(
        send('POST', '/portal/acme/orders/request', { ...asked, seen: { ...asked.seen, ...differs } }),
      ),
    ).toBe(expected);
  });

  test('nothing is no order', async () => {
    it.as(boss);
    expect(await code(send('POST', '/portal/acme/orders/request', await wish('acme', '0')))).toBe(
      '422 order_nothing',
    );
  });
});

describe('the letters', () => {
  test('tell whoever may order that something is prepared, and whoever chose it what became of it', async () => {
    const { rows } = await it.db.admin.query<{ kind: string; to_address: string }>(
      `SELECT kind, to_address FROM goodterms.mail_message WHERE kind LIKE 'order.%' ORDER BY id`,
    );
    expect(rows.map(({ kind, to_address }) => `${kind} ${to_address}`).slice(0, 5)).toEqual([
      'order.placed customer-administrator@acme.example',
      'order.prepared customer-administrator@acme.example',
      'order.requested customer-administrator@acme.example',
      'order.quoted customer-administrator@acme.example',
      'order.agreed customer-administrator@acme.example',
    ]);
  });
});
