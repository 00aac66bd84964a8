import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { after, day, type Instant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import { directoryOf, everything, stored, type TestDirectory, user } from './directory.testing.ts';

let it: Running;
let directory: TestDirectory;
let today: Instant = at('2026-03-10');
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const nextDay = () => {
  today = after(today, day);
  it.turnTo(today);
};
const used = async (customer = 'northwind') => {
  await it.settle();
  return (await it.positions()).items.find((row) => row.customer.id === customer)!.used;
};
type View = Record<string, unknown> & {
  id: string;
  totalResults: number;
  Resources: { id: string; userName: string }[];
};
const get = async (path: string) => (await directory.send('GET', path)).body as View;
beforeAll(async () => {
  it = await running(today);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'harborview']));
  const measure = '{ aggregate: peakConcurrency, window: instant }';
  await it.take(
    'agreements',
    ['northwind', 'harborview'].map((id) => agreement(id, { measure })).join('---\n'),
  );
  directory = await directoryOf(it, 'northwind');
});
afterAll(() => it.stop());
beforeEach(() => nextDay());

describe('active users are seats', () => {
  test('one that comes takes a seat, one that is deactivated gives it back, one that returns takes one again', async () => {
    const id = await directory.hire('dana@northwind.example');
    await directory.hire('lee@northwind.example');
    await directory.hire('off@northwind.example', { active: false });
    expect(await used()).toBe('2');
    nextDay();
    await directory.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(await used()).toBe('1');
    nextDay();
    await directory.patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
    expect(await used()).toBe('2');
    nextDay();
    expect(
      (await directory.send('PUT', `/Users/${id}`, user('dana@northwind.example', { active: false }))).status,
    ).toBe(200);
    expect(await used()).toBe('1');
  });

  test('who is deleted gives the seat back, and is not there any more', async () => {
    const id = await directory.hire('gone@northwind.example');
    expect(await used()).toBe('2');
    nextDay();
    await deleted(id);
    expect(await used()).toBe('1');
    expect((await directory.send('GET', `/Users/${id}`)).status).toBe(404);
  });

  test('both counts agree on them, and the records name nobody', async () => {
    await it.settle();
    const [reading] = await stored(it, 'northwind', 'clause_reading');
    expect((reading!.body as { firstDifference: null }).firstDifference).toBeNull();
    const records = await stored(it, 'northwind', 'usage_record');
    expect(records.length).toBeGreaterThan(6);
    expect(JSON.stringify(records)).not.toMatch(/northwind\.example|Family/);
    expect(it.failed).toEqual([]);
  });

  test('the same requests again change nothing', async () => {
    const id = (await get('/Users?filter=userName eq "lee@northwind.example"')).Resources[0]!.id;
    const body = user('lee@northwind.example', { displayName: 'Lee' });
    await directory.send('PUT', `/Users/${id}`, body);
    await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
    const before = await everything(it, 'northwind');
    nextDay();
    expect((await directory.send('POST', '/Users', body)).status).toBe(409);
    expect((await directory.send('PUT', `/Users/${id}`, body)).status).toBe(200);
    expect(
      (await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true })).status,
    ).toBe(200);
    expect(await everything(it, 'northwind')).toBe(before);
  });

  test('membership in a group is an attribute of the seat from then on, and counts no seat twice', async () => {
    const id = await directory.hire('kim@northwind.example');
    nextDay();
    const group = (
      await directory.send('POST', '/Groups', { displayName: 'Engineering', members: [{ value: id }] })
    ).body as View;
    expect(await used()).toBe('2');
    expect((await get(`/Users/${id}`)).groups).toMatchObject([{ value: group.id, display: 'Engineering' }]);
    nextDay();
    await directory.patch(`/Groups/${group.id}`, { op: 'Remove', path: 'members', value: [{ value: id }] });
    await directory.patch(`/Groups/${group.id}`, { op: 'remove', path: `members[value eq "${id}"]` });
    const own = (await stored(it, 'northwind', 'usage_record')).filter(({ series }) => series === id);
    expect(own.map(({ kind, attributes }) => [kind, attributes])).toEqual([
      ['held', {}],
      ['held', { 'group:Engineering': 'member' }],
      ['held', {}],
    ]);
    expect(await used()).toBe('2');
  });

  test('who is erased stays a seat that names nobody', async () => {
    const id = await directory.hire('erase.me@northwind.example');
    expect(await used()).toBe('3');
    const people = (await it.send('GET', '/v1/customers/northwind/people?search=erase.me')).body as {
      items: { id: string }[];
    };
    await it.send('POST', `/v1/customers/northwind/people/${people.items[0]!.id}/erase`);
    expect(await used()).toBe('3');
    expect(await everything(it, 'northwind')).not.toContain('erase.me');
    expect(await get(`/Users/${id}`)).toMatchObject({ userName: `erased-${id}`, active: true });
    nextDay();
    await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    expect(await used()).toBe('2');
  });
});

/** An answer without a body is no JSON. */
const deleted = (id: string) => expect(directory.send('DELETE', `/Users/${id}`)).rejects.toThrow(SyntaxError);

describe('as the RFCs have it', () => {
  test('what it can do, which resources there are and what they look like can be read', async () => {
    expect(await get('/ServiceProviderConfig')).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
    });
    expect((await get('/ResourceTypes')).totalResults).toBe(2);
    expect((await get('/Schemas')).Resources.map(({ id }) => id)).toContain(enterprise);
    expect((await get('/ResourceTypes/User')).endpoint).toBe('/Users');
  });

  test('users are found by filter and listed a page at a time', async () => {
    const ids = [];
    for (const n of [1, 2, 3])
      ids.push(await directory.hire(`List${n}@page.example`, { externalId: `X-${n}` }));
    const names = async (query: string) =>
      (await get(`/Users?${query}`)).Resources.map(({ userName }) => userName);
    expect(await names('filter=userName eq "LIST2@page.example"')).toEqual(['List2@page.example']);
    expect(await names('filter=externalId eq "X-3"')).toEqual(['List3@page.example']);
    expect(await names('filter=userName sw "list" and active eq true')).toHaveLength(3);
    expect(await names('filter=userName sw "list" and active eq false')).toEqual([]);
    expect(await names('filter=emails.value co "@page"')).toHaveLength(3);
    const page = await get('/Users?filter=userName sw "list"&startIndex=2&count=1');
    expect(page).toMatchObject({
      totalResults: 3,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ id: ids[1] }],
    });
    expect(await get('/Users?filter=userName sw "list"&count=0')).toMatchObject({
      totalResults: 3,
      Resources: [],
    });
    expect(Object.keys(await get(`/Users/${ids[0]}?attributes=userName`)).sort()).toEqual(['id', 'userName']);
  });

  test('a change from an older version is refused, and what is known is not sent again', async () => {
    const id = await directory.hire('tag@northwind.example');
    const view = await get(`/Users/${id}`);
    expect(view).toMatchObject({
      meta: { version: 'W/"1"', location: `http://localhost:4300/scim/v2/northwind/Users/${id}` },
    });
    const put = (version: string) =>
      directory.send('PUT', `/Users/${id}`, user('tag@northwind.example', { title: version }), {
        'if-match': version,
      });
    expect((await put('W/"1"')).status).toBe(200);
    expect((await put('W/"1"')).status).toBe(412);
    expect((await put('W/"2"')).status).toBe(200);
  });

  test('patches read as Microsoft Entra ID and Okta write them', async () => {
    const id = await directory.hire('shape@northwind.example', { emails: [] });
    await directory.patch(
      `/Users/${id}`,
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'shape@work.example' },
      { op: 'Replace', path: 'name.givenName', value: 'Sha' },
      { op: 'Add', path: `${enterprise}:department`, value: 'Research' },
      { op: 'Replace', value: { displayName: 'Shape', active: 'True' } },
    );
    expect(await get(`/Users/${id}`)).toMatchObject({
      emails: [{ type: 'work', value: 'shape@work.example' }],
      name: { givenName: 'Sha', familyName: 'Family' },
      displayName: 'Shape',
      active: true,
      [enterprise]: { department: 'Research' },
    });
    await directory.patch(
      `/Users/${id}`,
      { op: 'remove', path: 'emails[type eq "work"]' },
      { op: 'remove', path: 'displayName' },
    );
    const view = await get(`/Users/${id}`);
    expect([view.emails, view.displayName]).toEqual([undefined, undefined]);
  });

  test('operations on different attributes come to the same in any order', async () => {
    const operations = [
      { op: 'replace', path: 'active', value: false },
      { op: 'add', path: 'title', value: 'Engineer' },
      { op: 'remove', path: 'name.givenName' },
    ];
    const outcomes = new Set<string>();
    for (const [n, order] of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ].entries()) {
      const id = await directory.hire(`order${n}@northwind.example`);
      await directory.patch(`/Users/${id}`, ...order.map((i) => operations[i]!));
      const { id: _, userName, emails, meta, ...rest } = await get(`/Users/${id}`);
      outcomes.add(JSON.stringify(rest));
    }
    expect([...outcomes]).toHaveLength(1);
  });
});

describe('the door', () => {
  const attempt = (customer: string, authorization?: string, path = '/Users') =>
    it.send('GET', `/scim/v2/${customer}${path}`, undefined, authorization ? { authorization } : {});

  test('opens to nobody without a token of this customer, and says the same to all of them', async () => {
    const answers = [
      await attempt('northwind'),
      await attempt('northwind', 'Bearer nonsense'),
      await attempt('northwind', `Basic ${directory.token}`),
      await attempt('harborview', `Bearer ${directory.token}`),
      await attempt('nobody', `Bearer ${directory.token}`),
      await attempt('northwind', `Bearer ${directory.token}x`),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { status: '401' } });
  });

  test('another customer has users of its own', async () => {
    const other = await directoryOf(it, 'harborview');
    await other.hire('lee@northwind.example');
    expect(((await other.send('GET', '/Users')).body as View).totalResults).toBe(1);
    const foreign = (await get('/Users')).Resources[0]!.id;
    expect((await other.send('GET', `/Users/${foreign}`)).status).toBe(404);
    expect(
      (await other.send('POST', '/Groups', { displayName: 'X', members: [{ value: foreign }] })).status,
    ).toBe(400);
  });

  test('who fails too often waits a minute; who holds a good token does not', async () => {
    for (let n = 0; n < 12; n += 1) await attempt('harborview', 'Bearer gts_0123456789ab_wrong');
    expect((await attempt('harborview', 'Bearer gts_0123456789ab_wrong')).status).toBe(429);
    expect((await attempt('northwind', `Bearer ${directory.token}`)).status).toBe(200);
    nextDay();
    expect((await attempt('harborview', 'Bearer gts_0123456789ab_wrong')).status).toBe(401);
  });

  test('a revoked token opens nothing; a token is shown once and kept as a digest', async () => {
    const other = await directoryOf(it, 'harborview');
    const path = '/v1/customers/harborview/scim-tokens';
    expect(JSON.stringify((await it.send('GET', path)).body)).not.toContain(other.token);
    expect(JSON.stringify(await stored(it, 'harborview', 'scim_token'))).not.toContain(other.token.slice(17));
    expect((await it.send('POST', `${path}/${other.id}/revoke`)).status).toBe(200);
    expect((await it.send('POST', `${path}/${other.id}/revoke`)).status).toBe(404);
    expect((await other.send('GET', '/Users')).status).toBe(401);
  });

  test('a source gives seats of one feature', async () => {
    const order = JSON.stringify({ source: 'entra', feature: 'other' });
    const json = { 'content-type': 'application/json' };
    expect(await it.send('POST', '/v1/customers/northwind/scim-tokens', order, json)).toMatchObject({
      status: 409,
      body: { code: 'scim_source_taken' },
    });
    expect((await it.send('POST', '/v1/customers/nobody/scim-tokens', order, json)).status).toBe(404);
  });
});
