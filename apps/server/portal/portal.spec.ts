import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAgreements } from '#business/agreements/agreementFile.ts';
import type { Principal } from '#business/identity/principal.ts';
import { exact, plain, sum } from '#platform/exact.ts';
import type { Problem } from '#platform/problem.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { PortalDates } from './dateSchemas.ts';
import type { PortalDocuments } from './documentSchemas.ts';
import type { PortalEvidence, PortalLine } from './lineSchemas.ts';
import type { PortalEntries, PortalOverview } from './overviewSchemas.ts';

/** Northwind may make 100 calls a month, and 20 more until October; it made 96 in September. */
let it: Running;
const variation = `variations:
  - { id: EX-1, kind: permit, clause: calls, from: 2026-08-01, until: 2026-10-01, decidedOn: 2026-07-30, add: 20, reason: A test }
  - { id: FB-1, kind: forbearance, clause: calls, from: 2026-08-01, until: 2026-11-01, decidedOn: 2026-07-30, pauses: [contact], reason: Ours }
duties:
  - { id: report, text: A report., plain: You send a report., due: { every: quarter, days: 30 }, remind: 14 }
`;
const ana: Principal = {
  kind: 'customer',
  account: 'ana',
  customer: 'northwind',
  role: 'customer-member',
};
const path = '/v1/portal/northwind';
const line = `${path}/lines/AG-northwind/calls`;

beforeAll(async () => {
  it = await running(at('2026-09-20T10:00:00Z'));
  await it.take(
    'catalog',
    catalog().replace(
      'features:',
      `  - id: PB-EUR-2027
    currency: EUR
    from: 2026-12-01
    reason: Our own costs have grown.
    components:
      - { id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: 0.60 }
features:`,
    ),
  );
  await it.take('customers', customers(['northwind', 'others', 'coming', 'quiet']));
  await it.take('agreements', agreement('northwind', { rest: variation }));
  await it.take('agreements', agreement('others'));
  await it.take('agreements', agreement('quiet'));
  const later = agreement('coming').replace('from: 2026', 'from: 2027').replace('until: 2027', 'until: 2028');
  await it.take('agreements', later);
  await it.tell('northwind', ...calls('2026-08', 40), ...calls('2026-09', 48));
  it.as(ana);
});
afterAll(() => it?.stop());

const calls = (month: string, each: number) =>
  [1, 2].map((n) => event(`${month}-${n}`, at(`${month}-0${n}`), each, { user: `user${n}` }));
const get = async <T>(where: string) => (await it.send('GET', where)).body as T;
const refusal = async (where: string) => {
  const { status, body } = await it.send('GET', where);
  return { status, problem: body as Problem };
};

describe('who may open what', () => {
  test('a person of a customer finds its own customer, and is not told that there are others', async () => {
    expect(await get<PortalEntries>('/v1/portal')).toEqual({
      items: [{ id: 'northwind', name: 'Northwind Labs' }],
      next: null,
      total: 1,
      as: 'customer',
    });
    expect(await refusal('/v1/portal/others/overview')).toEqual(await refusal('/v1/portal/nobody/overview'));
  });

  test('staff find all of them, page by page and by a part of the name', async () => {
    it.as({ kind: 'staff', account: 'auditor', role: 'auditor' });
    const first = await get<PortalEntries>('/v1/portal?limit=3');
    expect([first.items.length, first.total, first.as]).toEqual([3, 4, 'staff']);
    const rest = await get<PortalEntries>(`/v1/portal?limit=3&cursor=${first.next}`);
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([['quiet'], null]);
    expect((await get<PortalEntries>('/v1/portal?search=OTHER')).items.map(({ id }) => id)).toEqual([
      'others',
    ]);
    expect((await it.send('GET', '/v1/portal?cursor=x')).status).toBe(422);
    expect((await it.send('GET', `${path}/overview`)).status).toBe(200);
    it.as(ana);
  });

  test.each([
    '/nothing',
    '/lines/AG-northwind/seats',
    '/lines/AG-others/calls',
    '/documents/agreements/AG-others',
  ])('there is no %s', async (where) => {
    expect((await refusal(`${path}${where}`)).status).toBe(404);
  });
});

describe('the overview', () => {
  test('says what is allowed and where it comes from, as facts and in a line that adds up', async () => {
    const { agreements, contact } = await get<PortalOverview>(`${path}/overview`);
    expect(contact).toEqual({
      name: 'Sam Ortiz',
      role: 'License manager',
      email: 'sam.ortiz@meridian.example',
    });
    const { allowed, text } = agreements[0]!.clauses[0]!;
    expect(text).toContain('Monthly Call Allowance');
    expect([allowed.limit, allowed.words]).toEqual([
      '120',
      '120 = 100 signed + 20 by grant EX-1 through 2026-09-30',
    ]);
    expect(allowed.parts.map(({ kind, of, value, source }) => [kind, of, value, source])).toEqual([
      ['order', 'OL-1', '100', 'PO 1'],
      ['add', 'EX-1', '20', null],
    ]);
  });

  test('says where use stands against it, up to when data came, and from where', async () => {
    const { agreements, sources } = await get<PortalOverview>(`${path}/overview`);
    const { status, uses, completeness } = agreements[0]!.clauses[0]!;
    expect([status, uses[0]!.window!.value, uses[0]!.left, uses[0]!.percent]).toEqual([
      'within',
      '96',
      '24',
      80,
    ]);
    expect([completeness.dataUntil, completeness.sources]).toEqual(['2026-09-02T00:00:00Z', ['/gateway']]);
    expect(sources.map(({ name, silent, records }) => [name, silent, records])).toEqual([
      ['/gateway', false, 4],
    ]);
  });

  test('does not guess: without data, and before the agreement begins', async () => {
    it.as({ ...ana, customer: 'quiet' });
    const quiet = (await get<PortalOverview>('/v1/portal/quiet/overview')).agreements[0]!.clauses[0]!;
    it.as({ ...ana, customer: 'coming' });
    const coming = (await get<PortalOverview>('/v1/portal/coming/overview')).agreements[0]!.clauses[0]!;
    it.as(ana);
    expect([quiet, coming].map(({ status, why, uses }) => [status, why!.code, uses[0]!.window])).toEqual([
      ['cannot-tell', 'no-data', null],
      ['cannot-tell', 'not-begun', null],
    ]);
  });

  test('a source that has gone silent is named', async () => {
    it.turnTo(at('2026-12-20T10:00:00Z'));
    const { sources, agreements } = await get<PortalOverview>(`${path}/overview`);
    it.turnTo(at('2026-09-20T10:00:00Z'));
    expect(sources.map(({ silent }) => silent)).toEqual([true]);
    expect(agreements[0]!.clauses[0]!.completeness.silent).toEqual(['/gateway']);
  });
});

describe('one line', () => {
  test('has no window of no use where no data came in', async () => {
    it.as({ ...ana, customer: 'quiet' });
    const quiet = await get<PortalLine>(line.replaceAll('northwind', 'quiet'));
    it.as(ana);
    expect([quiet.windows, quiet.forecast, quiet.allowedOver.length]).toEqual([[], null, 1]);
  });

  test('shows each window against what was allowed in it', async () => {
    const { windows, allowedOver, use } = await get<PortalLine>(line);
    expect(windows.slice(-2).map(({ value, limit, above }) => [value, limit, above])).toEqual([
      ['80', '120', false],
      ['96', '120', false],
    ]);
    expect(allowedOver.map(({ limit }) => limit)).toEqual(['100', '120', '100']);
    expect(use!.window!.id).toBe('2026-09-01T00:00:00Z/');
  });

  test('who and what was counted makes up the value, page by page, and each row keeps its key', async () => {
    const of = (rest: string) =>
      get<PortalEvidence>(`${line}/evidence?window=${encodeURIComponent('2026-09-01T00:00:00Z/')}${rest}`);
    const first = await of('&limit=1');
    const rest = await of(`&limit=1&cursor=${first.next}`);
    const rows = [...first.items, ...rest.items];
    expect([first.total, rest.next]).toEqual([2, null]);
    expect(plain(sum(rows.map(({ contributes }) => exact(contributes))))).toBe(first.window.value);
    expect(rows.map(({ who }) => who)).toEqual(['user1', 'user2']);
    it.as({ kind: 'staff', account: 'staff', role: 'administrator' });
    await it.tell('northwind', event('late', at('2026-09-03'), 1, { user: 'user3' }));
    it.as(ana);
    const again = await of('');
    expect(again.window.value).toBe('97');
    expect(again.items.map(({ key }) => key).slice(0, 2)).toEqual(rows.map(({ key }) => key));
  });

  test('the same comes as a file', async () => {
    const of = (format: string) => `${line}/evidence/export?format=${format}&window=2026-09-01T00:00:00Z/`;
    const lines = (await it.text(of('csv'))).trim().split('\r\n');
    expect(lines.length).toBe(4);
    expect(lines[1]).toContain('user1');
    expect(String.fromCharCode(...(await it.bytes(of('xlsx'))).slice(0, 2))).toBe('PK');
  });

  test.each(['window=x', 'window=2020-01-01T00:00:00Z/', 'window=2026-09-01T00:00:00Z/&group=["x"]'])(
    'there is no evidence of %s',
    async (asked) => {
      expect((await it.send('GET', `${line}/evidence?${asked}`)).status).toBe(404);
    },
  );

  test('what was left out is told with its cause, and not who decided it and why', async () => {
    it.as({ kind: 'staff', account: 'staff', role: 'administrator' });
    const people = '/v1/customers/northwind/people';
    const { items } = await get<{ items: { id: string; key: string }[] }>(people);
    const identity = items.find(({ key }) => key === 'user2')!.id;
    const order = JSON.stringify({ identity, reason: 'They asked us by phone.' });
    const json = { 'content-type': 'application/json' };
    expect((await it.send('POST', `${people}/leave-outs`, order, json)).status).toBe(200);
    await it.settle();
    it.as(ana);
    const { leftOut, window } = await get<PortalEvidence>(`${line}/evidence?window=2026-09-01T00:00:00Z/`);
    expect(window.value).toBe('49');
    expect(leftOut).toEqual([{ cause: 'left-out', by: null, who: 'user2', feature: 'call', records: 1 }]);
    expect((await get<PortalLine>(line)).people).toEqual({ merged: 0, leftOut: 1 });
  });
});

describe('dates', () => {
  test('what is overdue, renewal, ends, prices, limits and what is owed; the pause of contact is the vendor’s own', async () => {
    const { items } = await get<PortalDates>(`${path}/dates`);
    expect(items.map(({ on, kind, before, after }) => [on, kind, before, after]).slice(0, 8)).toEqual([
      ['2026-04-30', 'duty-due', '2026-01-01', '2026-03-31'],
      ['2026-07-30', 'duty-due', '2026-04-01', '2026-06-30'],
      ['2026-09-30', 'variation-end', null, null],
      ['2026-10-01', 'limit-change', '120', '100'],
      ['2026-10-30', 'duty-due', '2026-07-01', '2026-09-30'],
      ['2026-12-01', 'price-change', '0.5', '0.6'],
      ['2026-12-31', 'term-end', null, null],
      ['2027-01-01', 'renewal', null, null],
    ]);
    expect(JSON.stringify(items)).not.toContain('FB-1');
    expect(items.find(({ kind }) => kind === 'price-change')!.words).toContain('Our own costs have grown.');
  });

  test('the same days stand in a calendar that others can read', async () => {
    const { items } = await get<PortalDates>(`${path}/dates`);
    const calendar = new ICAL.Component(ICAL.parse(await it.text(`${path}/dates.ics`)));
    const days = calendar.getAllSubcomponents('vevent').map((one) => {
      const { startDate, summary } = new ICAL.Event(one);
      return { on: startDate.toString(), words: summary };
    });
    expect(days).toEqual(items.map(({ on, words }) => ({ on, words })));
  });
});

describe('papers', () => {
  test('the agreement is read from its YAML as it was signed, with what was granted and without pauses', async () => {
    const read = readAgreements(await it.text(`${path}/documents/agreements/AG-northwind/yaml`));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [{ signed, variations }] = read.value as [(typeof read.value)[number]];
    expect([signed.clauses[0]!.id, variations.map(({ id }) => id)]).toEqual(['calls', ['EX-1']]);
  });

  test('an offer is the vendor’s own until both sides have said yes to it', async () => {
    const send = async (where: string, body: object) =>
      (await it.send('POST', where, JSON.stringify(body), { 'content-type': 'application/json' })).body as {
        id: string;
        digest: string;
      };
    const quotes = async () =>
      (await get<PortalDocuments>(`${path}/documents`)).items.filter(({ kind }) => kind === 'quote');
    it.as({ kind: 'staff', account: 'staff', role: 'administrator' });
    const order = { agreement: 'AG-northwind', clause: 'calls', units: '10' };
    const { id, digest } = await send('/v1/customers/northwind/quotes', order);
    it.as(ana);
    expect(await quotes()).toEqual([]);
    expect((await it.send('GET', `${path}/documents/quotes/${id}`)).status).toBe(404);
    it.as({ kind: 'staff', account: 'staff', role: 'administrator' });
    await send(`/v1/quotes/${id}/agree`, { digest, on: '2026-09-20', by: 'Dana Wells' });
    it.as(ana);
    expect((await quotes()).map(({ id: name, on }) => [name, on])).toEqual([[`quote/${id}`, '2026-09-20']]);
    expect(await get(`${path}/documents/quotes/${id}`)).toMatchObject({ units: '10', status: 'agreed' });
  });

  test('every address of the list opens', async () => {
    const { items } = await get<PortalDocuments>(`${path}/documents`);
    const addresses = items.flatMap(({ files }) => files.map(({ address }) => address));
    const answers = await Promise.all(addresses.map((address) => it.answer('GET', address)));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 200));
    expect(addresses.length).toBe(5);
  });
});

test('nothing of it was a mistake of ours', () => {
  expect(it.failed).toEqual([]);
});
