import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { PortalChanges, PortalOnboarding } from './changeSchemas.ts';

/** Ana and Ben of Northwind look at what changed; the vendor's administrator changes it. */
let it: Running;
const administrator: Principal = { kind: 'staff', account: 'staff', role: 'administrator' };
const person = (account: string): Principal => ({
  kind: 'customer',
  account,
  customer: 'northwind',
  role: 'customer-member',
});
const path = '/v1/portal/northwind';
const json = { 'content-type': 'application/json' };
const grant =
  '{ id: EX-1, kind: permit, clause: calls, from: 2026-08-01, until: 2026-10-01, decidedOn: 2026-07-30, add: 20, reason: A test }';
const amendment =
  '{ id: AM-1, signedOn: 2026-08-20, from: 2026-09-01, changes: [{ replaceQuantity: { orderLine: OL-1, quantity: 150 } }] }';
const papers = (rest: string, clause = '') => agreement('northwind', { rest, clause });

beforeAll(async () => {
  it = await running(at('2026-08-10T10:00:00Z'));
  await it.take(
    'catalog',
    catalog().replace(
      'features:',
      `  - id: PB-EUR-LATER
    currency: EUR
    from: 2026-09-15
    components:
      - { id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: 0.60 }
features:`,
    ),
  );
  await it.take('customers', customers(['northwind', 'others']));
  await it.take('agreements', papers(''));
  await it.take('agreements', agreement('others'));
  await it.tell('northwind', event('a', at('2026-08-02'), 40, { user: 'anna' }));
  await it.tell('northwind', event('b', at('2026-08-03'), 3, { user: 'svc-test' }));
});
afterAll(() => it?.stop());

const as = async <T>(who: Principal, method: string, where: string, body?: object) => {
  it.as(who);
  const answer = await it.send(method, where, body && JSON.stringify(body), json);
  it.as(administrator);
  return { status: answer.status, body: answer.body as T };
};
const changes = async (who = person('ana')) => (await as<PortalChanges>(who, 'GET', `${path}/changes`)).body;
const look = async (who = person('ana')) =>
  as(who, 'POST', `${path}/changes/seen`, { until: (await changes(who)).asOf });
const seen = async (who?: Principal) =>
  (await changes(who)).items.map(({ kind, about }) => `${kind} ${about}`);

describe('what changed since somebody last looked', () => {
  test('whoever has never looked is told of no changes: everything is new', async () => {
    expect(await changes()).toMatchObject({ since: null, items: [] });
  });

  test('nothing has changed when nothing was recorded, and more use is no change of the rules', async () => {
    await look();
    it.turnTo(at('2026-08-15T10:00:00Z'));
    await it.tell('northwind', event('c', at('2026-08-04'), 5, { user: 'anna' }));
    expect((await changes()).items).toEqual([]);
  });

  test('a grant, and the limit that follows from it; then an amendment that takes effect later', async () => {
    await it.take('agreements', papers(`variations:\n  - ${grant}\n`));
    expect(await seen()).toEqual([
      'grant-new EX-1',
      'limit-changed You may make as many calls in a calendar month as you ordered.',
    ]);
    const limit = (await changes()).items.find(({ kind }) => kind === 'limit-changed')!;
    expect([limit.before, limit.after]).toEqual(['100', '120']);
    await look();
    it.turnTo(at('2026-08-21T10:00:00Z'));
    await it.take('agreements', papers(`amendments:\n  - ${amendment}\nvariations:\n  - ${grant}\n`));
    expect(await seen()).toEqual(['amendment AM-1']);
    expect((await changes()).items[0]!.words).toBe('Amendment AM-1: order OL-1 becomes 150.');
  });

  test('what takes effect or ends by time alone is told when it has', async () => {
    await look();
    it.turnTo(at('2026-09-02T10:00:00Z'));
    expect(await seen()).toEqual([
      'limit-changed You may make as many calls in a calendar month as you ordered.',
    ]);
    await look();
    it.turnTo(at('2026-10-02T10:00:00Z'));
    expect(await seen()).toEqual([
      'grant-ended EX-1',
      'limit-changed You may make as many calls in a calendar month as you ordered.',
      'price-changed calls',
    ]);
    const [price] = (await changes()).items.filter(({ kind }) => kind === 'price-changed');
    expect([price!.before, price!.after, price!.at]).toEqual(['0.5', '0.6', '2026-09-15T00:00:00Z']);
  });

  test('another source, and an account that no longer counts: whom, and not why', async () => {
    await look();
    it.turnTo(at('2026-10-03T10:00:00Z'));
    const other = event('d', at('2026-10-02'), 1).replace('/gateway', '/second');
    await it.tell('northwind', other);
    const people = '/v1/customers/northwind/people';
    const { body } = await as<{ items: { id: string; key: string }[] }>(administrator, 'GET', people);
    const identity = body.items.find(({ key }) => key === 'svc-test')!.id;
    const order = { identity, reason: 'They told us so by phone.' };
    await as(administrator, 'POST', `${people}/leave-outs`, order);
    expect(await seen()).toEqual(['account-left-out svc-test', 'source-new /second']);
    expect(JSON.stringify(await changes())).not.toContain('by phone');
  });

  test('how it is counted, said before and after', async () => {
    await look();
    it.turnTo(at('2026-10-04T10:00:00Z'));
    const text = papers(`amendments:\n  - ${amendment}\nvariations:\n  - ${grant}\n`);
    const corrected = text.replace('aggregate: sum', 'aggregate: { unique: who }');
    const version = (
      await as<{ items: { version: number }[] }>(
        administrator,
        'GET',
        '/v1/customers/northwind/agreements',
      ).then(({ body }) => body.items)
    )[0]!.version;
    it.as(administrator);
    const done = await it.send(
      'PUT',
      '/v1/customers/northwind/agreements/AG-northwind',
      JSON.stringify({ text: corrected }),
      { ...json, 'if-match': `"${version}"` },
    );
    expect(done).toMatchObject({ status: 200 });
    const [change] = (await changes()).items.filter(({ kind }) => kind === 'counting-changed');
    expect([change!.before, change!.after]).toEqual([
      'all calls added up, in each calendar month',
      'the number of different people using calls, in each calendar month',
    ]);
  });

  test('each account has seen what it has seen; time does not run backwards', async () => {
    await look(person('ben'));
    expect(await seen(person('ben'))).toEqual([]);
    expect((await seen()).length).toBeGreaterThan(0);
    const back = await as(person('ben'), 'POST', `${path}/changes/seen`, { until: '2020-01-01T00:00:00Z' });
    expect((back.body as { seenAt: string }).seenAt > '2026').toBe(true);
    const ahead = await as<{ seenAt: string }>(person('ben'), 'POST', `${path}/changes/seen`, {
      until: '2030-01-01T00:00:00Z',
    });
    expect(ahead.body.seenAt < '2027').toBe(true);
  });

  test('a moment of one’s own choice can be asked for; staff see it too, and put nothing down', async () => {
    const since = (who: Principal, moment: string) =>
      as<PortalChanges>(who, 'GET', `${path}/changes?since=${moment}`);
    expect((await since(person('ana'), '2026-08-12T00:00:00Z')).body.items.length).toBeGreaterThan(5);
    expect((await since(administrator, '2026-08-12T00:00:00Z')).body.items.length).toBeGreaterThan(5);
    expect((await since(person('ana'), 'yesterday')).status).toBe(422);
    const all = (await since(person('new'), '1970-01-01T00:00:00Z')).body.items;
    const grants = ['grant-ended EX-1', 'amendment AM-1', 'grant-new EX-1', 'agreement-new'];
    const told = all.map(({ kind, about }) => `${kind} ${about}`);
    expect(grants.filter((one) => told.some((words) => words.startsWith(one)))).toEqual(grants);
    const staff = await as(administrator, 'POST', `${path}/changes/seen`, { until: '2026-10-01T00:00:00Z' });
    expect(staff.status).toBe(403);
  });
});

describe('the rules, explained', () => {
  const onboarding = async (who = person('ana')) =>
    (await as<PortalOnboarding>(who, 'GET', `${path}/onboarding`)).body;
  const done = async (lessons: PortalOnboarding['lessons'], digest?: string) =>
    as<PortalOnboarding & { code?: string }>(person('ana'), 'POST', `${path}/onboarding/done`, {
      lessons: lessons.map((lesson) => ({
        agreement: lesson.clause.agreement,
        clause: lesson.clause.id,
        digest: digest ?? lesson.digest,
      })),
    });

  test('come first for whoever is new, each with an example on own numbers', async () => {
    const { needed, lessons, contact } = await onboarding();
    expect([needed, contact.name, lessons.map(({ state }) => state)]).toEqual([true, 'Sam Ortiz', ['new']]);
    expect(lessons[0]!.example!.words).toBe(
      'From September 1, 2026 through September 30, 2026 0 calls were counted, where 170 are allowed: 170 left.',
    );
  });

  test('are put away when they were read, by each for itself', async () => {
    const { lessons } = await onboarding();
    expect((await done(lessons)).body).toMatchObject({ needed: false });
    expect((await onboarding()).lessons[0]!.state).toBe('done');
    expect((await onboarding(person('ben'))).needed).toBe(true);
  });

  test('come back where they have changed, and say in which part', async () => {
    const rest = `amendments:\n  - ${amendment}\n  - ${amendment.replaceAll('AM-1', 'AM-2').replace('2026-09-01', '2026-10-01').replace('150', '200')}\nvariations:\n  - ${grant}\n`;
    const text = papers(rest).replace('aggregate: sum', 'aggregate: { unique: who }');
    await it.take('agreements', text);
    const { needed, lessons } = await onboarding();
    expect([needed, lessons[0]!.state, lessons[0]!.changed]).toEqual([true, 'changed', ['allowed']]);
  });

  test('what was read has to be what holds: else nothing is put away', async () => {
    const { lessons } = await onboarding();
    expect(await done(lessons, 'x')).toMatchObject({ status: 409, body: { code: 'terms_changed' } });
    expect((await onboarding()).needed).toBe(true);
    expect((await done(lessons)).body).toMatchObject({ needed: false });
  });
});

test('nothing of it was a mistake of ours', () => {
  expect(it.failed).toEqual([]);
});
