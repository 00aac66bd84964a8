import type { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { after, day, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { AlertsPage, AlertView, PreviewView, RulesView } from './schemas.ts';

type Alert = z.infer<typeof AlertView>;

const ids = ['near', 'quiet', 'silent', 'growing', 'strict', 'bouncing'];
let it: Running;
let now = at('2026-07-10');

beforeAll(async () => {
  it = await running(now);
  await it.take('catalog', catalog());
  await it.take('customers', customers(ids));
  await it.take(
    'agreements',
    ids
      .map((id) =>
        id === 'growing' ? agreement(id, { measure: '{ aggregate: max, window: day }' }) : agreement(id),
      )
      .join('---\n'),
  );
}, 60_000);
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

const turnTo = (instant: typeof now) => {
  now = instant;
  it.turnTo(now);
};
let told = 0;
async function use(customer: string, calls: number): Promise<void> {
  told += 1;
  turnTo(after(now, minute));
  await it.tell(customer, event(`e${told}`, now, calls));
}
const get = async <T>(path: string) => (await it.send('GET', path)).body as T;
const alertsOf = async (customer: string, show = 'all') =>
  (await get<z.infer<typeof AlertsPage>>(`/v1/alerts?customer=${customer}&show=${show}`)).items;
const sendJson = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
  it.send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
const acknowledge = (alert: Alert, body: object, headers: Record<string, string> = {}) =>
  sendJson('POST', `/v1/customers/${alert.customer.id}/alerts/${alert.id}/acknowledge`, body, {
    'if-match': `"${alert.version}"`,
    ...headers,
  });
const eventsOf = async (customer: string) => {
  const { rows } = await it.db.admin.query(
    "SELECT type FROM event WHERE customer_id = $1 AND type LIKE 'alert.%' ORDER BY sequence",
    [customer],
  );
  return rows.map(({ type }) => (type as string).slice(6));
};
const ofClause = (customer: string) =>
  `/v1/customers/${customer}/agreements/AG-${customer}/clauses/calls/alert-rules`;

describe('detection raises alerts', () => {
  test('at nine tenths, with the words of the rule; below it there is none', async () => {
    await use('quiet', 89);
    expect(await alertsOf('quiet')).toEqual([]);
    await use('near', 90);
    expect(await alertsOf('near')).toMatchObject([
      {
        status: 'raised',
        used: '90',
        limit: '100',
        left: '10',
        percent: 90,
        rules: ['90 % of the limit is used'],
      },
    ]);
  });

  test('once, however often it looks, and escalates to the finding', async () => {
    await use('near', 3);
    await use('near', 3);
    expect(await eventsOf('near')).toEqual(['raised']);
    expect(await alertsOf('near'), 'as last counted').toMatchObject([{ used: '96', left: '4' }]);
    await use('near', 10);
    expect(await eventsOf('near')).toEqual(['raised', 'crossed']);
    const [alert] = await alertsOf('near');
    expect(alert).toMatchObject({ status: 'crossed', percent: 106 });
    expect(alert!.finding).toMatch(/^F-near-calls-/);
    expect(await acknowledge(alert!, { reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'not_possible_now' },
    });
  });

  test('by forecast: steady growth is told as an estimate between two days', async () => {
    const from = at('2026-05-01');
    const events = Array.from({ length: 70 }, (_, i) =>
      event(`g${i}`, after(from, i * day + minute), 20 + i + (i % 3)),
    );
    await it.tell('growing', ...events);
    const [alert] = await alertsOf('growing');
    expect(alert).toMatchObject({ status: 'raised' });
    expect(alert!.rules).toContain('the limit is likely to be reached within 30 days');
    expect(alert!.forecast).toMatch(/^likely (between|around) July \d+, 2026/);
    const page = await it.page('growing');
    const drawn = page.agreements[0]!.clauses[0]!.charts[0]!.chart.forecast;
    expect(drawn?.words).toMatch(/likely/);
    expect(drawn?.path.length).toBeGreaterThan(50);
  });
});

describe('acknowledging', () => {
  test('silences with a reason until a date, survives more of the same, and speaks again after it', async () => {
    await use('silent', 92);
    const [alert] = await alertsOf('silent');
    const until = '2026-07-15T00:00:00Z';
    expect(await acknowledge(alert!, { reason: 'They order on Monday.', until })).toMatchObject({
      status: 200,
      body: { status: 'silenced', silence: { until, reason: 'They order on Monday.' } },
    });
    await use('silent', 3);
    expect(await eventsOf('silent')).toEqual(['raised', 'acknowledged']);
    turnTo(at('2026-07-15'));
    await it.settle();
    expect(await eventsOf('silent')).toEqual(['raised', 'acknowledged', 'resumed']);
  });

  test('needs the version that was seen, a reason, and an end to come', async () => {
    const [alert] = await alertsOf('silent');
    const order = { reason: 'x' };
    expect(await acknowledge({ ...alert!, version: 1 }, order)).toMatchObject({ status: 412 });
    expect(await acknowledge(alert!, { reason: ' ' })).toMatchObject({ status: 422 });
    expect(await acknowledge(alert!, { reason: 'x', until: '2026-07-01T00:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'silence_ends_before' },
    });
    const path = `/v1/customers/silent/alerts/${alert!.id}/acknowledge`;
    expect(await sendJson('POST', path, order)).toMatchObject({ status: 428 });
    expect(await acknowledge({ ...alert!, id: 'A-nobody' }, order)).toMatchObject({ status: 404 });
  });

  test('sent twice under one key is done once, and keeps one reason', async () => {
    const [alert] = await alertsOf('silent');
    const once = { 'idempotency-key': 'the-same-key' };
    const first = await acknowledge(alert!, { reason: 'Only once.' }, once);
    expect(first.status).toBe(200);
    expect(await acknowledge(alert!, { reason: 'Only once.' }, once)).toEqual(first);
    const { rowCount } = await it.db.admin.query("SELECT 1 FROM document WHERE content = 'Only once.'");
    expect(rowCount).toBe(1);
  });
});

describe('rules', () => {
  const few = [{ id: 'few', threshold: { kind: 'remaining', units: '60' } }];

  test('begin as the vendor’s, and a clause may have its own and give them back', async () => {
    const before = await get<z.infer<typeof RulesView>>(ofClause('strict'));
    expect(before).toMatchObject({ own: false, version: 0 });
    expect(before.rules.map(({ words }) => words)).toEqual([
      '90 % of the limit is used',
      'the limit is likely to be reached within 30 days',
    ]);
    await use('strict', 45);
    expect(await sendJson('PUT', ofClause('strict'), { rules: few }, { 'if-match': '"0"' })).toMatchObject({
      status: 200,
      body: { own: true, version: 1, rules: [{ words: '60 or fewer are left' }] },
    });
    await it.settle();
    expect(await alertsOf('strict')).toMatchObject([{ status: 'raised', rules: ['60 or fewer are left'] }]);
    expect(await sendJson('PUT', ofClause('strict'), { rules: null }, { 'if-match': '"0"' })).toMatchObject({
      status: 412,
    });
    expect(await sendJson('PUT', ofClause('strict'), { rules: null }, { 'if-match': '"1"' })).toMatchObject({
      body: { own: false, version: 2 },
    });
    await it.settle();
    expect(await alertsOf('strict')).toMatchObject([{ status: 'cleared' }]);
  });

  test('of a clause that is not there are not found', async () => {
    const path = ofClause('strict').replace('/calls/', '/none/');
    expect((await it.send('GET', path)).status).toBe(404);
    expect((await sendJson('PUT', path, { rules: few }, { 'if-match': '"0"' })).status).toBe(404);
  });

  test.each<[string, object[]]>([
    ['a share of nothing', [{ id: 'a', threshold: { kind: 'percent', percent: '0' } }]],
    ['more than all', [{ id: 'a', threshold: { kind: 'percent', percent: '100.5' } }]],
    ['a negative number', [{ id: 'a', threshold: { kind: 'remaining', units: '-1' } }]],
    ['no days', [{ id: 'a', threshold: { kind: 'forecast', before: 'days', days: 0 } }]],
    ['an unknown kind', [{ id: 'a', threshold: { kind: 'mood' } }]],
    ['two of one id', [...few, ...few]],
    ['no bands', [{ id: 'a', threshold: { kind: 'bands', bands: [] } }]],
    [
      'bands in the wrong order',
      [
        {
          id: 'a',
          threshold: {
            kind: 'bands',
            bands: ['25', '15'].map((upTo) => ({ upTo, left: { kind: 'units', value: '1' } })),
          },
        },
      ],
    ],
  ])('with %s are refused', async (_, rules) => {
    const answer = await sendJson('PUT', '/v1/alert-rules', { rules }, { 'if-match': '"0"' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
  });

  test('can be tried before they are saved: what would be due today', async () => {
    const answer = await sendJson('POST', '/v1/alert-rules/preview', {
      rules: [{ id: 'half', threshold: { kind: 'percent', percent: '89' } }],
    });
    const preview = answer.body as z.infer<typeof PreviewView>;
    const names = preview.fires.map(({ customer }) => customer.id);
    expect(names[0]).toBe('near');
    expect(names).toContain('quiet');
    expect(names).not.toContain('strict');
    expect(preview.total).toBe(preview.fires.length);
    // A clause with rules of its own is not asked about.
    const own = [{ id: 'own', threshold: { kind: 'percent', percent: '99' } }];
    await sendJson('PUT', ofClause('quiet'), { rules: own }, { 'if-match': '"0"' });
    const without = await sendJson('POST', '/v1/alert-rules/preview', {
      rules: [{ id: 'half', threshold: { kind: 'percent', percent: '89' } }],
    });
    expect((without.body as typeof preview).total).toBe(preview.total - 1);
  });
});

test('use around a threshold is one alert; gone back far enough it is over, and may be raised anew', async () => {
  await use('bouncing', 91);
  turnTo(at('2026-08-02'));
  await use('bouncing', 1);
  expect(await eventsOf('bouncing')).toEqual(['raised', 'cleared']);
  await use('bouncing', 95);
  expect(await eventsOf('bouncing')).toEqual(['raised', 'cleared', 'raised']);
  expect(await alertsOf('bouncing', 'over')).toEqual([]);
});

test('the list goes on by its cursor, and refuses one it has not given out', async () => {
  const all = await get<z.infer<typeof AlertsPage>>('/v1/alerts?show=all');
  const first = await get<z.infer<typeof AlertsPage>>('/v1/alerts?show=all&limit=2');
  const second = await get<z.infer<typeof AlertsPage>>(`/v1/alerts?show=all&limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  expect(first.total).toBe(all.items.length);
  expect((await it.send('GET', '/v1/alerts?cursor=nonsense')).status).toBe(422);
  expect((await it.send('GET', '/v1/alert-deliveries?cursor=nonsense')).status).toBe(422);
});

test('wishes are kept by person, and the owner’s hold for every customer', async () => {
  const path = '/v1/customers/near/alert-wishes';
  const wish = { channel: 'email', kinds: ['crossed'] };
  expect(await sendJson('PUT', `${path}/owner`, wish)).toMatchObject({
    status: 200,
    body: {
      items: [
        { who: 'contact', kinds: ['near', 'forecast', 'crossed'] },
        { who: 'owner', kinds: ['crossed'] },
      ],
    },
  });
  expect(await get('/v1/customers/quiet/alert-wishes')).toMatchObject({
    items: [{ who: 'contact' }, { who: 'owner', kinds: ['crossed'] }],
  });
  expect((await sendJson('PUT', `${path}/owner`, { channel: 'pigeon', kinds: [] })).status).toBe(422);
  expect((await it.send('DELETE', `${path}/owner`)).status).toBe(200);
  expect((await it.db.admin.query('SELECT 1 FROM alert_wish')).rowCount).toBe(0);
  expect((await it.send('GET', '/v1/customers/nobody/alert-wishes')).status).toBe(404);
});
