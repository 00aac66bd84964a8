import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withScope } from '#platform/database/scope.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import { directoryOf, patchOf, type TestDirectory, user } from './directory.testing.ts';

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
const stored = (customer: string, table: string) =>
  withScope(it.db.app, { customers: [customer], actor: 'test' }, async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE customer_id = ${customer} ORDER BY 1, 2, 3`.execute(tx);
    return rows;
  });
const everything = async (customer: string) =>
  JSON.stringify(
    await Promise.all(
      ['usage_record', 'scim_user', 'scim_group', 'scim_member', 'identity', 'usage_import'].map((table) =>
        stored(customer, table),
      ),
    ),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );

beforeAll(async () => {
  it = await running(today);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'harborview', 'broken']));
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
    const [reading] = await stored('northwind', 'clause_reading');
    expect((reading!.body as { firstDifference: null }).firstDifference).toBeNull();
    const records = await stored('northwind', 'usage_record');
    expect(records.length).toBeGreaterThan(6);
    expect(JSON.stringify(records)).not.toMatch(/northwind\.example|Family/);
    expect(it.failed).toEqual([]);
  });

  test('the same requests again change nothing', async () => {
    const id = (await get('/Users?filter=userName eq "lee@northwind.example"')).Resources[0]!.id;
    const body = user('lee@northwind.example', { displayName: 'Lee' });
    await directory.send('PUT', `/Users/${id}`, body);
    await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true });
    const before = await everything('northwind');
    nextDay();
    expect((await directory.send('POST', '/Users', body)).status).toBe(409);
    expect((await directory.send('PUT', `/Users/${id}`, body)).status).toBe(200);
    expect(
      (await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true })).status,
    ).toBe(200);
    expect(await everything('northwind')).toBe(before);
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
    const own = (await stored('northwind', 'usage_record')).filter(({ series }) => series === id);
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
    expect(await everything('northwind')).not.toContain('erase.me');
    expect(await get(`/Users/${id}`)).toMatchObject({ userName: `erased-${id}`, active: true });
    nextDay();
    await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    expect(await used()).toBe('2');
  });
});

/** An answer without a body is no JSON. */
const deleted = (id: string) => expect(directory.send('DELETE', `/Users/${id}`)).rejects.toThrow(SyntaxError);
  return it
    .send('DELETE', `/scim/v2/northwind/Users/${id}`, undefined, headers)
    .catch(() => ({ status: 204 }));
};

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
    expect(JSON.stringify(await stored('harborview', 'scim_token'))).not.toContain(other.token.slice(17));
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

describe('a broken request leaves nothing', () => {
  let broken: TestDirectory;
  let id: string;
  let group: string;
  beforeAll(async () => {
    broken = await directoryOf(it, 'broken');
    id = await broken.hire('one@broken.example');
    group = ((await broken.send('POST', '/Groups', { displayName: 'G' })).body as View).id;
  });
  const good = () => user('two@broken.example');
  test.each<[string, number, string, () => string, () => unknown, Record<string, string>?]>([
    ['no object', 400, 'POST', () => '/Users', () => [good()]],
    ['nothing', 400, 'POST', () => '/Users', () => null],
    ['no user name', 400, 'POST', () => '/Users', () => ({ ...good(), userName: undefined })],
    ['an empty user name', 400, 'POST', () => '/Users', () => ({ ...good(), userName: '' })],
    ['a number as user name', 400, 'POST', () => '/Users', () => ({ ...good(), userName: 7 })],
    ['a user name of two lines', 400, 'POST', () => '/Users', () => ({ ...good(), userName: 'a\nb' })],
    ['an endless user name', 400, 'POST', () => '/Users', () => ({ ...good(), userName: 'x'.repeat(600) })],
    ['active as a number', 400, 'POST', () => '/Users', () => ({ ...good(), active: 1 })],
    ['active as a strange word', 400, 'POST', () => '/Users', () => ({ ...good(), active: 'maybe' })],
    ['emails as a text', 400, 'POST', () => '/Users', () => ({ ...good(), emails: 'a@b' })],
    ['a name as a text', 400, 'POST', () => '/Users', () => ({ ...good(), name: 'Dana' })],
    ['a NUL', 400, 'POST', () => '/Users', () => ({ ...good(), displayName: 'a\u0000b' })],
    ['half a surrogate pair', 400, 'POST', () => '/Users', () => ({ ...good(), displayName: 'a\ud800b' })],
    ['a user there is already', 409, 'POST', () => '/Users', () => user('ONE@broken.example')],
    ['another content type', 415, 'POST', () => '/Users', good, { 'content-type': 'text/plain' }],
    ['too long a body', 413, 'POST', () => '/Users', () => ({ ...good(), title: 'x'.repeat(1_100_000) })],
    [
      'a patch without operations',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () => ({ schemas: patchOf().schemas }),
    ],
    ['operations that are none', 400, 'PATCH', () => `/Users/${id}`, () => patchOf('x' as never)],
    [
      'an unknown operation',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () => patchOf({ op: 'move', path: 'active', value: true }),
    ],
    [
      'an unknown path',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () => patchOf({ op: 'add', path: 'nope', value: 1 }),
    ],
    [
      'a path that is none',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () => patchOf({ op: 'add', path: 'emails[', value: 1 }),
    ],
    ['removing without a path', 400, 'PATCH', () => `/Users/${id}`, () => patchOf({ op: 'remove' })],
    [
      'removing the user name',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () => patchOf({ op: 'remove', path: 'userName' }),
    ],
    [
      'a good operation before a bad one',
      400,
      'PATCH',
      () => `/Users/${id}`,
      () =>
        patchOf({ op: 'replace', path: 'active', value: false }, { op: 'replace', path: 'active', value: 7 }),
    ],
    ['an older version', 412, 'PUT', () => `/Users/${id}`, good, { 'if-match': 'W/"99"' }],
    ['a user there is not', 404, 'PUT', () => '/Users/none', good],
    ['deleting all users', 405, 'DELETE', () => '/Users', () => undefined],
    ['a group without a name', 400, 'POST', () => '/Groups', () => ({ members: [] })],
    [
      'a member there is not',
      400,
      'POST',
      () => '/Groups',
      () => ({ displayName: 'H', members: [{ value: 'none' }] }),
    ],
    [
      'a member that is none, in a patch',
      400,
      'PATCH',
      () => `/Groups/${group}`,
      () => patchOf({ op: 'add', path: 'members', value: [{ value: 'none' }] }),
    ],
    ['a filter that is none', 400, 'GET', () => '/Users?filter=userName zz "x', () => undefined],
    ['a count that is none', 400, 'GET', () => '/Users?count=many', () => undefined],
    ['bulk', 404, 'POST', () => '/Bulk', () => ({ Operations: [] })],
    ['a resource there is not', 404, 'GET', () => '/Devices', () => undefined],
  ])('%s is refused with %i', async (_, status, method, path, body, headers) => {
    const before = await everything('broken');
    const answer = await broken.send(method, encodeURI(path()), body(), headers);
    expect(answer).toMatchObject({
      status,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) },
    });
    expect(await everything('broken')).toBe(before);
    expect(it.failed).toEqual([]);
  });
});
