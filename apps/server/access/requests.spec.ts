import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { savePassword } from '#business/identity/credential.store.ts';
import { makeLink } from '#business/identity/link.store.ts';
import { after, minute } from '#platform/instant.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { at } from '#test/given.ts';
import { type Doors, doors, of } from './given/doors.ts';
import { operations } from './operations.ts';
import { keptPassword } from './passwords.ts';

const hashes = vi.hoisted(() => ({ made: 0 }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const argon2: typeof real.argon2 = (...given) => {
    hashes.made++;
    return real.argon2(...given);
  };
  return { ...real, argon2 };
});

const start = at('2026-11-22T10:00:00Z');
const password = 'a sentence that is long enough';
let here: Doors;
let staff: string;

beforeAll(async () => {
  here = await doors(start);
  staff = await here.staff('dana@vendor.example', 'legal');
  await here.outside(of('acme'), 'maria@acme.example');
  const kept = await keptPassword(password);
  await here.inDoors((tx) => savePassword(tx, staff, kept));
});
afterAll(() => expect(here?.failed).toEqual([]));

const codeOf = (body: never) => (body as { code?: string }).code;
const addressOf = (path: string) => path.replace(/\{\w+\}/g, 'x');
const changing = Object.keys(operations).filter((one) => !one.startsWith('GET '));

describe('a page of another site', () => {
  test.each([
    ['says whose it is', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['of a neighboring name', { origin: 'http://evil.localhost:4300', 'sec-fetch-site': 'same-site' }],
    ['of another port', { origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' }],
    [
      'hides whose it is, as forms do',
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
    ],
  ])('that %s changes nothing by any operation, whoever is signed in', async (_, headers) => {
    const browser = here.browser();
    await browser.beSignedIn(staff);
    for (const operation of changing) {
      const [method = '', path = ''] = operation.split(' ');
      const { status, body } = await browser.send(method, addressOf(path), '{}', headers);
      expect([operation, status, codeOf(body)]).toEqual([operation, 403, 'foreign_origin']);
    }
    expect((await browser.session())?.account.id).toBe(staff);
  });
});

describe('more than was asked for', () => {
  /** Every operation of the doors that takes something, with what it takes. */
  async function taking() {
    const { body } = await here.browser().send('GET', '/v1/openapi.json');
    const { paths, components } = body as unknown as OpenApi & {
      components: { schemas: Record<string, unknown> };
    };
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(
        item as Record<string, { requestBody?: { content: Record<string, { schema: { $ref?: string } }> } }>,
      ).flatMap(([method, operation]) => {
        const schema = operation.requestBody?.content['application/json']?.schema;
        const isDoor =
          /^\/v1\/(sign-in|account|session|accounts|api-tokens|portal\/\{customer\}\/people|.*single-sign-on|.*accounts|.*people$)/.test(
            path,
          );
        if (!schema || !isDoor || /usage|merges|leave-outs/.test(path)) return [];
        const name = schema.$ref?.split('/').at(-1) ?? '';
        return [
          {
            method: method.toUpperCase(),
            path,
            schema: (components.schemas[name] ?? schema) as { additionalProperties?: unknown },
          },
        ];
      }),
    );
  }

  test('is refused by every door: nobody gives themselves a role, a customer or an account', async () => {
    const found = await taking();
    expect(found.length).toBeGreaterThan(15);
    const open = found.filter(({ schema }) => schema.additionalProperties !== false);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test.each(['role', 'customer', 'kind', 'account', 'status', 'persona', '__proto__', 'constructor'])(
    'such as %s signs nobody in',
    async (field) => {
      const browser = here.browser();
      const order = `{"email":"dana@vendor.example","password":"${password}","${field}":"administrator"}`;
      const { status } = await browser.send('POST', '/v1/sign-in/password', order);
      expect(status).toBe(422);
      expect(await browser.session()).toBeUndefined();
    },
  );
});

describe('where somebody is led', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    '%2f%2fevil.example',
    '/%2f%2fevil.example',
    'javascript:alert(1)',
    'https://localhost:4300@evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '／／evil.example',
  ];

  test.each(elsewhere)('%j is not where a password or a link leads', async (to) => {
    const browser = here.browser();
    const byPassword = await browser.send('POST', '/v1/sign-in/password', {
      email: 'dana@vendor.example',
      password,
      to,
    });
    expect(byPassword.body).toMatchObject({ next: 'done', to: '/' });
    const place = to;
    const { token } = await here.inDoors((tx) =>
      makeLink(tx, { purpose: 'sign-in', email: 'maria@acme.example', place, now: start }),
    );
    const byLink = await here.browser().send('POST', '/v1/sign-in/link/redeem', { token });
    expect(byLink.body).toMatchObject({ next: 'done', to: '/portal' });
  });
});

describe('a link from a letter', () => {
  const link = () =>
    here.inDoors((tx) => makeLink(tx, { purpose: 'sign-in', email: 'maria@acme.example', now: start }));
  const redeem = (token: string) => here.browser().send('POST', '/v1/sign-in/link/redeem', { token });

  test('of many who press it at once lets one in', async () => {
    const { token } = await link();
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(422)]);
  });

  test('is over after a quarter of an hour, and after its use', async () => {
    const [late, used] = [await link(), await link()];
    expect((await redeem(used.token)).status).toBe(200);
    expect(codeOf((await redeem(used.token)).body)).toBe('link_over');
    here.turnTo(after(start, 16 * minute));
    expect(codeOf((await redeem(late.token)).body)).toBe('link_over');
    here.turnTo(start);
  });

  test('is opened by nobody who only looks at its address', async () => {
    const { token } = await link();
    await here.browser().send('GET', `/sign-in/link?token=${token}`);
    expect((await redeem(token)).status).toBe(200);
  });
});

describe('whoever guesses', () => {
  /** What is done for one request: hashes made, statements sent. */
  async function work(path: string, body: object) {
    const statements = vi.spyOn(Client.prototype, 'query');
    hashes.made = 0;
    const { status, body: said } = await here.browser().send('POST', path, body);
    const done = { status, said, hashes: hashes.made, statements: statements.mock.calls.length };
    statements.mockRestore();
    return done;
  }

  test('learns nothing from a wrong password: known, unknown, without one or closed, answer and work are the same', async () => {
    await here.staff('none@vendor.example');
    await here.staff('invited@vendor.example', 'legal', 'invited');
    const tried = [
      'dana@vendor.example',
      'nobody@vendor.example',
      'none@vendor.example',
      'invited@vendor.example',
      'maria@acme.example',
    ];
    const order = (email: string) => ({ email, password: 'not the one that was chosen' });
    await work('/v1/sign-in/password', order('warm@up.example'));
    const first = await work('/v1/sign-in/password', order(tried[0]!));
    expect(first).toMatchObject({ status: 422, hashes: 1 });
    for (const email of tried) expect(await work('/v1/sign-in/password', order(email))).toEqual(first);
  });

  test('learns nothing by asking for a link: the same is done for whoever it is, and the rest later', async () => {
    const [known, unknown] = [
      await work('/v1/sign-in/link', { email: 'maria@acme.example' }),
      await work('/v1/sign-in/link', { email: 'nobody@acme.example' }),
    ];
    expect(known).toMatchObject({ status: 200, hashes: 0 });
    expect(unknown).toEqual(known);
  });

  test('has to work for each guess: argon2id with at least 19 MiB and two passes, each with a salt of its own', async () => {
    const { rows } = await here.db.admin.query(
      'SELECT password FROM account_credential WHERE password IS NOT NULL',
    );
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d\$[\w+/]{22}\$[\w+/]{43}$/.exec(
      rows[0].password,
    )!;
    expect([Number(memory) >= 19_456, Number(passes) >= 2]).toEqual([true, true]);
    expect(await keptPassword(password)).not.toBe(rows[0].password);
  });
});
