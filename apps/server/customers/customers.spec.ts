import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { type Running, running } from '../given/running.ts';

const json = { 'content-type': 'application/json' };
let server: Running;
beforeAll(async () => {
  server = await running(at('2026-07-10'));
});
afterAll(async () => {
  await server.stop();
  expect(server.failed).toEqual([]);
});

const person = (name: string) => ({ name, email: `${name.toLowerCase()}@x.example`, role: 'Lead' });
const form = (id: string, more: object = {}) => ({
  id,
  name: `${id} Labs`,
  size: 'medium',
  segment: 'research',
  riskTolerance: 'low',
  contact: person('Dana'),
  owner: person('Sam'),
  relationship: { since: '2019-04-01', renewals: '6', goodExperiences: ['The pilot.'] },
  ...more,
});
const send = (method: string, path: string, body: object, version?: number) =>
  server.send(method, path, JSON.stringify(body), {
    ...json,
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  });
type List = { items: { id: string }[]; next: string | null; total: number };
const list = async (query = '') => (await server.send('GET', `/v1/customers${query}`)).body as List;
const ids = ({ items }: List) => items.map(({ id }) => id);

test('a customer is created, read as it was written, and its id is taken', async () => {
  const mistake = {
    id: 'VM-1',
    clause: 'calls',
    from: '2026-05-01',
    until: '2026-06-01',
    units: '8',
    what: 'Ours.',
  };
  const order = { id: 'OO-1', clause: 'calls', units: '5', since: '2026-06-01T12:00:00Z' };
  const relationship = {
    since: '2019-04-01',
    renewals: '6',
    goodExperiences: ['A\nB'],
    vendorMistakes: [mistake],
    openOrders: [order],
  };
  expect(await send('POST', '/v1/customers', form('northwind', { relationship }))).toMatchObject({
    status: 201,
  });
  expect(await server.send('GET', '/v1/customers/northwind')).toMatchObject({
    body: { version: 1, form: form('northwind', { relationship }) },
  });
  expect(await send('POST', '/v1/customers', form('northwind'))).toMatchObject({
    status: 422,
    body: { code: 'customer_taken', pointer: '/id' },
  });
  expect((await server.page('northwind')).customer.name).toBe('northwind Labs');
});

test('what is wrong is told at each field, all of it at once', async () => {
  const contact = { ...person('Dana'), email: 'nobody' };
  const relationship = {
    since: 'soon',
    renewals: '-1',
    vendorMistakes: [
      { id: 'a', clause: 'c', from: '2026-02-01', until: '2026-01-01', units: '1', what: 'x' },
    ],
  };
  const bad = form('Bad Id', { name: '', size: 'huge', contact, relationship });
  const { status, body } = await send('POST', '/v1/customers', bad);
  const pointers = (body as { problems: { pointer: string }[] }).problems.map(({ pointer }) => pointer);
  expect(status).toBe(422);
  expect(pointers).toEqual(
    expect.arrayContaining([
      '/id',
      '/name',
      '/size',
      '/contact/email',
      '/relationship/since',
      '/relationship/renewals',
    ]),
  );
});

test('a change names the version it was made from; who is late is told and nothing is overwritten', async () => {
  const path = '/v1/customers/northwind';
  expect(await send('PUT', path, form('northwind', { segment: 'health' }), 1)).toMatchObject({
    status: 200,
    body: { version: 2, form: { segment: 'health' } },
  });
  expect(await send('PUT', path, form('northwind', { segment: 'law' }), 1)).toMatchObject({
    status: 412,
    body: { code: 'version_conflict' },
  });
  expect(await send('PUT', path, form('northwind'))).toMatchObject({ status: 428 });
  expect(
    await send('PUT', path, form('other', { segment: 'health', name: 'northwind Labs' }), 2),
  ).toMatchObject({
    status: 200,
    body: { version: 2, form: { id: 'northwind' } },
  });
  expect(await send('PUT', '/v1/customers/nobody', form('nobody'), 1)).toMatchObject({ status: 404 });
});

test('two who change the same version at once: one is written, the other is told', async () => {
  const both = ['a', 'b'].map((segment) =>
    send('PUT', '/v1/customers/northwind', form('northwind', { segment }), 2),
  );
  const statuses = (await Promise.all(both)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 412]);
});

test('the list is by name, in pages, and can be narrowed', async () => {
  for (const id of ['zeta', 'alpha', 'mid'])
    await send(
      'POST',
      '/v1/customers',
      form(id, id === 'mid' ? { size: 'large', owner: person('Kim') } : {}),
    );
  const first = await list('?limit=2');
  expect(ids(first)).toEqual(['alpha', 'mid']);
  expect(ids(await list(`?limit=2&cursor=${first.next}`))).toEqual(['northwind', 'zeta']);
  expect(first).toMatchObject({ total: 4, choices: { owners: [{ name: 'Kim' }, { name: 'Sam' }] } });
  expect(ids(await list('?words=ALPHA'))).toEqual(['alpha']);
  expect(ids(await list('?size=large&owner=kim@x.example'))).toEqual(['mid']);
  expect(ids(await list('?segment=nothing'))).toEqual([]);
  expect(ids(await list('?flag=legal-hold'))).toEqual([]);
  await send('POST', '/v1/customers/zeta/flags', { kind: 'legal-hold', reason: 'A dispute.' });
  expect(ids(await list('?flag=legal-hold'))).toEqual(['zeta']);
  expect((await server.send('GET', '/v1/customers?cursor=x')).status).toBe(422);
});

test('a partner is created, changed from the version that was seen, and names only known customers', async () => {
  const partner = {
    id: 'channel',
    name: 'Channel',
    contactName: 'Lee',
    contactEmail: 'lee@c.example',
    contactRole: 'Lead',
    sellsTo: ['alpha'],
    speaksFor: [],
  };
  expect(await send('POST', '/v1/partners', { ...partner, sellsTo: ['nobody'] })).toMatchObject({
    status: 422,
    body: { code: 'unknown_customer', pointer: '/sellsTo' },
  });
  expect(await send('POST', '/v1/partners', partner)).toMatchObject({ status: 201, body: { version: 1 } });
  expect(await send('POST', '/v1/partners', partner)).toMatchObject({ body: { code: 'partner_taken' } });
  const path = '/v1/partners/channel';
  expect(await send('PUT', path, { ...partner, speaksFor: ['mid'] }, 1)).toMatchObject({
    status: 200,
    body: { version: 2, speaksFor: ['mid'] },
  });
  expect(await send('PUT', path, partner, 1)).toMatchObject({ status: 412 });
  expect(await server.send('GET', '/v1/partners')).toMatchObject({ body: { items: [{ id: 'channel' }] } });
  expect(await server.send('GET', '/v1/partners/none')).toMatchObject({ status: 404 });
});
