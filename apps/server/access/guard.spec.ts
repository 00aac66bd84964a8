import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoVendor } from '#apps/demo/vendor.ts';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { type Running, running } from '../given/running.ts';
import { ourselves } from './ourselves.ts';

const start = at('2026-11-22T10:00:00Z');
const auditor: Principal = { kind: 'staff', account: 'an-auditor', role: 'auditor' };
const member: Principal = {
  kind: 'customer',
  account: 'a-member',
  customer: 'copperfield',
  role: 'customer-member',
};
const json = { 'content-type': 'application/json' };
let it: Running;

beforeAll(async () => {
  it = await running(start);
  const few = demoVendor(start).filter(({ path }) => /imports|copperfield/.test(path));
  for (const { path, type, body } of few)
    expect((await it.send('POST', path, body, { 'content-type': type })).status).toBe(200);
});
beforeEach(() => it.as(ourselves));
afterAll(() => it.stop());

const codeOf = async (method: string, path: string, body?: string) =>
  ((await it.send(method, path, body, body === undefined ? {} : json)).body as { code?: string }).code;

describe('whoever has not signed in', () => {
  test('is told so, whatever the address names', async () => {
    it.as(null);
    expect(await codeOf('GET', '/v1/positions')).toBe('sign_in_needed');
    expect(await codeOf('GET', '/v1/customers/copperfield/page')).toBe('sign_in_needed');
    expect(await codeOf('GET', '/v1/customers/nobody/page')).toBe('sign_in_needed');
    expect(await codeOf('POST', '/v1/team', '{')).toBe('sign_in_needed');
  });

  test('may read how the API is, and that the server lives', async () => {
    it.as(null);
    expect((await it.send('GET', '/v1/openapi.json')).status).toBe(200);
    expect((await it.send('GET', '/health')).status).toBe(200);
  });

  test('is not told which addresses there are', async () => {
    it.as(null);
    expect(await codeOf('GET', '/v1/no-such-thing')).toBe('not_found');
  });
});

describe('an auditor', () => {
  test('reads', async () => {
    it.as(auditor);
    expect((await it.send('GET', '/v1/customers/copperfield/page')).status).toBe(200);
  });

  test('changes nothing: the refusal comes before anything is read', async () => {
    it.as(auditor);
    const note = JSON.stringify({ text: 'A note' });
    expect(await codeOf('POST', '/v1/customers/copperfield/notes', note)).toBe('not_allowed');
    expect(await codeOf('POST', '/v1/customers/nobody/notes', 'no json')).toBe('not_allowed');
  });
});

describe('a person of a customer', () => {
  test('cannot tell from the answer of the workspace whether a customer exists', async () => {
    it.as(member);
    const own = await it.send('GET', '/v1/customers/copperfield/page');
    const random = await it.send('GET', '/v1/customers/a-random-id/page');
    expect(own).toEqual(random);
    expect(own.status).toBe(403);
  });
});

describe('what is done', () => {
  test('stands in the name of whoever did it', async () => {
    it.as({ kind: 'staff', account: 'sam', role: 'license-manager' });
    const note = JSON.stringify({ text: 'They called.' });
    expect((await it.send('POST', '/v1/customers/copperfield/notes', note, json)).status).toBe(200);
    const { rows } = await it.db.admin.query(
      "SELECT actor FROM goodterms.event WHERE type LIKE 'work.%' OR type LIKE 'note%'",
    );
    expect(rows.map(({ actor }) => actor)).toContain('sam');
  });
});

test('what the API answers is kept by no cache on the way, also where an address looks like a file', async () => {
  for (const path of ['/v1/quotes/lines.csv', '/v1/customers', '/v1/portal', '/v1/nothing.css']) {
    const answer = await it.answer('GET', path);
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});

describe('a change that brings a cookie', () => {
  const put = (headers: Record<string, string>) =>
    it.send('POST', '/v1/customers/copperfield/notes', JSON.stringify({ text: 'x' }), {
      ...json,
      ...headers,
    });

  test.each([
    [{ cookie: 'goodterms=x' }],
    [{ cookie: 'goodterms=x', 'sec-fetch-site': 'cross-site' }],
    [{ cookie: 'goodterms=x', 'sec-fetch-site': 'same-site' }],
    [{ cookie: 'goodterms=x', origin: 'null' }],
    [{ cookie: 'goodterms=x', origin: 'http://localhost:9999' }],
    [{ origin: 'https://evil.example' }],
  ])('and does not come from our own pages is refused: %j', async (headers) => {
    expect((await put(headers as unknown as Record<string, string>)).body).toMatchObject({
      code: 'foreign_origin',
    });
  });

  test('is taken from our own pages', async () => {
    const ours = { cookie: 'goodterms=x', origin: 'http://localhost:4300' };
    expect((await put(ours)).status).toBe(200);
    expect((await put({ cookie: 'goodterms=x', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});
