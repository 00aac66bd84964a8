import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import { directoryOf, everything, patchOf, type TestDirectory, user } from './directory.testing.ts';

let it: Running;
beforeAll(async () => {
  it = await running(at('2026-03-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['broken']));
});
afterAll(() => it.stop());

describe('a broken request leaves nothing', () => {
  let broken: TestDirectory;
  let id: string;
  let group: string;
  beforeAll(async () => {
    broken = await directoryOf(it, 'broken');
    id = await broken.hire('one@broken.example');
    group = ((await broken.send('POST', '/Groups', { displayName: 'G' })).body as { id: string }).id;
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
    [
      'a patch of a thousand operations',
      413,
      'PATCH',
      () => `/Groups/${group}`,
      () => patchOf(...Array.from({ length: 1000 }, () => ({ op: 'add', path: 'displayName', value: 'H' }))),
    ],
    ['a filter that is none', 400, 'GET', () => '/Users?filter=userName zz "x', () => undefined],
    ['a count that is none', 400, 'GET', () => '/Users?count=many', () => undefined],
    ['bulk', 404, 'POST', () => '/Bulk', () => ({ Operations: [] })],
    ['a resource there is not', 404, 'GET', () => '/Devices', () => undefined],
  ])('%s is refused with %i', async (_, status, method, path, body, headers) => {
    const before = await everything(it, 'broken');
    const answer = await broken.send(method, encodeURI(path()), body(), headers);
    expect(answer).toMatchObject({
      status,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) },
    });
    expect(await everything(it, 'broken')).toBe(before);
    expect(it.failed).toEqual([]);
  });
});
