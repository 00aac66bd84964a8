import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveWish } from '#business/alerts/wish.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, type Instant, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { type Deliveries, startDeliveries } from './deliver.ts';
import { type MailServer, mailServer } from './given/mailServer.ts';
import { mailerBy } from './mailer.ts';
import type { Ways } from './settings.ts';

/** A customer a story: a hundred calls a month each. */
const ids = [
  'near',
  'fast',
  'flagged',
  'choosy',
  'busy',
  'refused',
  'crash',
  'over',
  'mute',
  'posted',
  'left',
];
let it: Running;
let server: MailServer;
let ways: { -readonly [W in keyof Ways]: Ways[W] };
let deliveries: Deliveries;
const failed: unknown[] = [];
let now = at('2026-07-10');

beforeAll(async () => {
  it = await running(now);
  server = await mailServer();
  ways = { mailer: mailerBy(server.url, 'Meridian <licenses@meridian.example>'), poster: null };
  deliveries = startDeliveries({ pool: it.db.app, clock: () => now, actor: 'delivery' }, ways, (e) =>
    failed.push(e),
  );
  await it.take('catalog', catalog());
  await it.take('customers', customers(ids));
  await it.take('agreements', ids.map((id) => agreement(id)).join('---\n'));
}, 60_000);
afterAll(async () => {
  await deliveries.stop();
  await server.stop();
  await it.stop();
  expect([...it.failed, ...failed]).toEqual([]);
});
beforeEach(async () => {
  await deliveries.settle();
  server.received.length = 0;
  server.answerWith(null);
});

let told = 0;
async function use(customer: string, calls: number): Promise<void> {
  told += 1;
  now = after(now, minute);
  it.turnTo(now);
  await it.tell(customer, event(`e${told}`, now, calls));
}
const pass = (microseconds: number): Instant => {
  now = after(now, microseconds);
  it.turnTo(now);
  return now;
};
const inScope = <T>(customer: string, work: Parameters<typeof withScope<T>>[2]) =>
  withScope(it.db.app, { customers: [customer, vendorWide], actor: 'test' }, work);
const outcomes = async (customer: string) => {
  const { rows } = await it.db.admin.query(
    'SELECT recipient, status, attempts FROM alert_delivery WHERE customer_id = $1 ORDER BY id',
    [customer],
  );
  return rows.map(({ recipient, status, attempts }) => `${recipient} ${status} ${attempts}`);
};
const addresses = () => server.received.map(({ to }) => [to ?? []].flat()[0]!.value[0]!.address).sort();

test('an alert goes once to the contact and once to the owner, by a real mail server', async () => {
  await use('near', 89);
  await deliveries.settle();
  expect(server.received).toEqual([]);
  await use('near', 1);
  await deliveries.settle();
  await deliveries.settle();
  expect(addresses()).toEqual(['dana.wells@near.example', 'sam.ortiz@meridian.example']);
  const mail = server.received.find(({ subject }) => subject?.startsWith('Beacon API'))!;
  expect(mail.subject).toBe('Beacon API: 90 of 100 calls in use');
  expect(mail.text).toContain('Nothing is wrong');
  expect(mail.text).toContain('add 13 calls, 113 in all');
  expect(mail.replyTo?.value[0]?.address).toBe('sam.ortiz@meridian.example');
  expect(mail.messageId).toMatch(/^<A-near-calls-[0-9a-f]{8}\.1\.contact@meridian\.example>$/);
  expect(await outcomes('near')).toEqual(['contact sent 1', 'owner sent 1']);
});

test('more of the same state tells nobody again; crossing tells the owner alone', async () => {
  await use('near', 5);
  await deliveries.settle();
  expect(server.received).toEqual([]);
  await use('near', 20);
  await deliveries.settle();
  expect(addresses()).toEqual(['sam.ortiz@meridian.example']);
  expect(server.received[0]!.text).toContain('nobody has been told of it but you');
});

test('use that goes beyond at once was never close: no customer hears of it', async () => {
  await use('fast', 150);
  await deliveries.settle();
  expect(addresses()).toEqual(['sam.ortiz@meridian.example']);
});

describe('nobody hears of it', () => {
  test('where the customer is flagged “do not contact”; the owner does', async () => {
    const body = JSON.stringify({
      kind: 'do-not-contact',
      from: '2026-07-01T00:00:00Z',
      until: null,
      reason: 'They asked.',
    });
    const flag = await it.send('POST', '/v1/customers/flagged/flags', body, {
      'content-type': 'application/json',
    });
    expect(JSON.stringify(flag)).toMatch(/"status":20[01]/);
    await use('flagged', 95);
    await deliveries.settle();
    expect(addresses()).toEqual(['sam.ortiz@meridian.example']);
    expect(await outcomes('flagged')).toEqual(['contact held 1', 'owner sent 1']);
  });

  test('who wishes no messages of this kind, or none at all', async () => {
    const contact = { customer: 'choosy', address: 'Dana.Wells@choosy.example' };
    await inScope('choosy', (tx) => saveWish(tx, contact, { channel: 'email', kinds: ['forecast'] }, now));
    await use('choosy', 95);
    const mute = { customer: 'mute', address: 'dana.wells@mute.example' };
    await inScope('mute', (tx) => saveWish(tx, mute, { channel: 'none', kinds: ['near'] }, now));
    await use('mute', 95);
    await deliveries.settle();
    expect(addresses()).toEqual(['sam.ortiz@meridian.example', 'sam.ortiz@meridian.example']);
    expect(await outcomes('choosy')).toEqual(['contact unwanted 1', 'owner sent 1']);
    expect(await outcomes('mute')).toEqual(['contact unwanted 1', 'owner sent 1']);
  });

  test('of what was over before it could go out', async () => {
    server.answerWith(450);
    await use('over', 95);
    await deliveries.settle();
    now = at('2026-08-02');
    it.turnTo(now);
    await use('over', 1);
    // A round that was under way had still seen it as it was before.
    await deliveries.settle();
    server.answerWith(null);
    // The server may have been asked once more, in vain, before use had fallen.
    pass(day);
    await deliveries.settle();
    expect(server.received).toEqual([]);
    expect(await outcomes('over')).toEqual([
      expect.stringMatching(/^contact outdated \d$/),
      expect.stringMatching(/^owner outdated \d$/),
    ]);
  });
});

test('a server that is busy is asked again later, and later each time', async () => {
  server.answerWith(450);
  await use('busy', 95);
  await deliveries.settle();
  expect(await outcomes('busy')).toEqual(['contact waiting 1', 'owner waiting 1']);
  await deliveries.settle();
  expect(await outcomes('busy')).toEqual(['contact waiting 1', 'owner waiting 1']);
  pass(minute);
  await deliveries.settle();
  expect(await outcomes('busy')).toEqual(['contact waiting 2', 'owner waiting 2']);
  server.answerWith(null);
  pass(minute);
  await deliveries.settle();
  expect(server.received).toEqual([]);
  pass(minute);
  await deliveries.settle();
  expect(await outcomes('busy')).toEqual(['contact sent 3', 'owner sent 3']);
});

test('a server that refuses is not asked again, and says so without a name', async () => {
  server.answerWith(550);
  await use('refused', 95);
  await deliveries.settle();
  pass(day);
  await deliveries.settle();
  expect(await outcomes('refused')).toEqual(['contact failed 1', 'owner failed 1']);
  const { rows } = await it.db.admin.query("SELECT detail FROM alert_delivery WHERE customer_id = 'refused'");
  expect(rows.map(({ detail }) => detail)).toEqual(
    Array(2).fill('The mail server refused the message (550).'),
  );
});

test('a sender that dies after it has sent sends again, under the same id', async () => {
  await use('crash', 95);
  await deliveries.settle();
  const first = server.received.map(({ messageId }) => messageId);
  await it.db.admin.query(
    "UPDATE alert_delivery SET status = 'waiting', sent_at = NULL WHERE customer_id = 'crash'",
  );
  pass(5 * minute);
  await deliveries.settle();
  expect(server.received.map(({ messageId }) => messageId)).toEqual([...first, ...first]);
});

test('a webhook gets the facts and the words, and nobody’s name', async () => {
  const posted: { id: string; body: string }[] = [];
  ways.poster = {
    send: async (posting) => {
      posted.push(posting);
      return { kind: 'sent' };
    },
  };
  await use('posted', 95);
  await deliveries.settle();
  ways.poster = null;
  expect(await outcomes('posted')).toEqual(['contact sent 1', 'owner sent 1', 'webhook sent 1']);
  expect(posted[0]!.id).toMatch(/^msg_A-posted-calls-[0-9a-f]{8}\.1\.webhook$/);
  const { type, data } = JSON.parse(posted[0]!.body);
  expect(type).toBe('alert.raised');
  expect(data).toMatchObject({ customer: 'posted', agreement: 'AG-posted', clause: 'calls', kind: 'near' });
  expect(data.facts.find(({ id }: { id: string }) => id === 'used')).toMatchObject({
    value: '95',
    shown: '95',
  });
  expect(posted[0]!.body).not.toMatch(/Dana|Wells|Ortiz|@/);
});

test('an owner who has left the team gets no figures any more, and no answers of the customer', async () => {
  const json = { 'content-type': 'application/json' };
  const sam = JSON.stringify({ name: 'Sam Ortiz', email: 'Sam.Ortiz@meridian.example', role: 'sales' });
  const team = (await it.send('POST', '/v1/team', sam, json)).body as { items: { id: string }[] };
  const path = `/v1/team/${team.items[0]!.id}/retire`;
  expect((await it.send('POST', path, undefined, { 'if-match': '"1"' })).status).toBe(200);
  await use('left', 90);
  await deliveries.settle();
  expect(addresses()).toEqual(['dana.wells@left.example']);
  expect(server.received[0]!.replyTo).toBeUndefined();
  expect(await outcomes('left')).toEqual(['contact sent 1', 'owner unwanted 1']);
});
