import { beforeAll, describe, expect, test } from 'vitest';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, hour, type Instant, minute } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { inAccess } from './accessScope.store.ts';
import {
  acceptAccount,
  closeAccount,
  eraseAccount,
  giveRole,
  inviteAccount,
  renameAccount,
  reopenAccount,
} from './account.store.ts';
import type { Whose } from './account.ts';
import { accountById, accountsByEmail, accountsOf, hasAdministrator } from './accounts.store.ts';
import { makeApiToken, principalOfToken, revokeApiToken } from './apiToken.store.ts';
import { countAttempt, forgetAttempts } from './attempt.store.ts';
import { readMode, settleMode } from './installation.store.ts';
import { makeLink, readLink, takeLink } from './link.store.ts';
import { endSessionById, sessionOf, sessionsOf, startSession } from './session.store.ts';
import { moveStaff, saveStaff } from './staff.store.ts';

let db: TestDatabase;
const now = at('2026-11-22T10:00:00Z');
const by = { actor: 'a-test', now };
const later = (span: number): Instant => after(now, span);
const access = <T>(work: Parameters<typeof inAccess<T>>[2]) => inAccess(db.app, 'a-test', work);
const member: Whose = { kind: 'customer', customer: 'aster', role: 'customer-member' };
const person = (name: string) => ({ name, email: `${name}@Aster.example` });

async function open(id: string, whose: Whose, name: string | null = id): Promise<void> {
  await access(async (tx) => {
    const invited = { id, whose, person: name === null ? null : person(name) };
    expect(await inviteAccount(tx, invited, by)).toMatchObject({ kind: 'done' });
    expect(await acceptAccount(tx, id, by)).toMatchObject({ kind: 'done' });
  });
}
const begin = (id: string, when = now, instead?: string) =>
  access(async (tx) =>
    startSession(tx, {
      account: (await accountById(tx, id))!,
      ...{ how: 'link', browser: 'Firefox on Linux', now: when, instead },
    }),
  );
const opens = (token: string, when: Instant) => access((tx) => sessionOf(tx, token, when));

beforeAll(async () => {
  db = await testDatabase();
});

describe('accounts', () => {
  test('one address has one account on each side, and may have several of different customers', async () => {
    await open('ada', member);
    const again = (whose: Whose) =>
      access((tx) =>
        inviteAccount(tx, { id: `x${JSON.stringify(whose)}`, whose, person: person('ada') }, by),
      );
    expect(await again(member)).toMatchObject({ refusal: { code: 'account_email_taken' } });
    expect(await again({ ...member, customer: 'borage' })).toMatchObject({ kind: 'done' });
    expect(await again({ kind: 'partner', partner: 'p' })).toMatchObject({ kind: 'done' });
    const all = await access((tx) => accountsByEmail(tx, 'ADA@aster.example'));
    expect(all.map(({ principal }) => principal.kind)).toEqual(['partner', 'customer', 'customer']);
    expect(await access((tx) => accountsOf(tx, { customer: 'aster' }))).toMatchObject([
      { id: 'ada', status: 'active', name: 'ada', email: 'ada@aster.example' },
    ]);
  });

  test('of staff have name, address and role from the team, and end with it', async () => {
    const details = { name: 'Sam', email: 'sam@vendor.example', role: 'administrator' } as const;
    await access((tx) => saveStaff(tx, 'sam', details, by, 0));
    expect(await access(hasAdministrator)).toBe(false);
    await open('sam', { kind: 'staff' }, null);
    expect(await access((tx) => accountById(tx, 'sam'))).toMatchObject({
      ...{ name: 'Sam', email: 'sam@vendor.example', status: 'active' },
      principal: { kind: 'staff', account: 'sam', role: 'administrator' },
    });
    expect(await access(hasAdministrator)).toBe(true);
    const { token } = await begin('sam');
    await access((tx) => moveStaff(tx, 'sam', 'retire', by, 1));
    expect(await opens(token, now), 'who has left').toBeUndefined();
    expect(await access(hasAdministrator)).toBe(false);
  });

  test('hold no name and address in what is never erased, and nowhere once they are erased', async () => {
    await open('zoe', member);
    await access((tx) => renameAccount(tx, 'zoe', 'Zoe Zander', by));
    const held = async (table: string, column: string) =>
      (await db.admin.query(`SELECT string_agg(${column}::text, ' ') AS all FROM ${table}`)).rows[0]
        .all as string;
    expect(await held('event', 'payload')).not.toMatch(/zoe@|Zander/);
    expect(await held('stream_state', 'state')).not.toMatch(/zoe@|Zander/);
    expect(await held('document', 'content')).toMatch(/Zander/);
    await access((tx) => closeAccount(tx, 'zoe', by));
    await access((tx) => eraseAccount(tx, 'zoe', by));
    for (const [table, column] of [
      ['account', 'email'],
      ['account', 'name'],
      ['document', 'content'],
    ] as const)
      expect(await held(table, column), table).not.toMatch(/zoe@|Zander/);
  });

  test('are seen by no other work, of the vendor or of their customer', async () => {
    for (const table of ['account', 'account_session', 'account_link', 'account_credential', 'api_token'])
      for (const customers of [[vendorWide], ['aster', vendorWide]]) {
        const rows = await withScope(db.app, { customers, actor: 'x' }, (tx) =>
          tx
            .selectFrom(table as 'account')
            .selectAll()
            .execute(),
        );
        expect(rows, table).toEqual([]);
      }
  });
});

describe('a session', () => {
  test('is opened by its token alone, of which only the digest is kept', async () => {
    await open('ben', member);
    const { token } = await begin('ben');
    expect(await opens(token, now)).toMatchObject({ account: { id: 'ben' }, browser: 'Firefox on Linux' });
    expect(await opens(`${token}x`, now)).toBeUndefined();
    const { rows } = await db.admin.query('SELECT account_session::text AS all FROM account_session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('ends when it was not used for a week, whatever came before, and after a month in all', async () => {
    await open('cyd', member);
    const { token } = await begin('cyd');
    expect(await opens(token, later(7 * day))).toBeUndefined();
    for (const days of [6, 12, 18, 24, 29])
      expect(await opens(token, later(days * day)), `${days}`).toBeDefined();
    expect(await opens(token, later(30 * day))).toBeUndefined();
  });

  test('of staff ends after twelve hours unused', async () => {
    await access((tx) => saveStaff(tx, 'eve', { name: 'Eve', email: 'eve@v.example', role: 'sales' }, by, 0));
    await open('eve', { kind: 'staff' }, null);
    const { token } = await begin('eve');
    expect(await opens(token, later(12 * hour - minute))).toBeDefined();
    expect(await opens(token, later(25 * hour))).toBeUndefined();
  });

  test('is another one at each sign-in; the one before ends', async () => {
    await open('dan', member);
    const first = await begin('dan');
    const second = await begin('dan', later(minute), first.token);
    expect(second.token).not.toBe(first.token);
    expect(await opens(first.token, later(minute))).toBeUndefined();
    expect(await access((tx) => sessionsOf(tx, 'dan', later(minute)))).toHaveLength(1);
  });

  test('is ended by its owner alone, one or all', async () => {
    await open('fay', member);
    await open('gil', member);
    const { id, token } = await begin('fay');
    expect(await access((tx) => endSessionById(tx, 'gil', id))).toBe(false);
    expect(await opens(token, now)).toBeDefined();
    expect(await access((tx) => endSessionById(tx, 'fay', id))).toBe(true);
    expect(await opens(token, now)).toBeUndefined();
  });

  test('ends with its account and with its role', async () => {
    await open('hal', member);
    const one = await begin('hal');
    await access((tx) => giveRole(tx, 'hal', 'customer-administrator', by));
    expect(await opens(one.token, now)).toBeUndefined();
    const two = await begin('hal');
    await access((tx) => closeAccount(tx, 'hal', by));
    expect(await opens(two.token, now)).toBeUndefined();
    await access((tx) => reopenAccount(tx, 'hal', by));
    expect(await opens(two.token, now), 'opened again, not accepted').toBeUndefined();
    await expect(begin('hal')).rejects.toThrow('only an open account');
  });
});

describe('a one-time link', () => {
  test('is looked at without being used, and used once, also by many at once', async () => {
    const { token } = await access((tx) => makeLink(tx, { purpose: 'sign-in', email: 'x@y.example', now }));
    expect(await access((tx) => readLink(tx, token, ['sign-in'], now))).toMatchObject({
      email: 'x@y.example',
    });
    expect(await access((tx) => takeLink(tx, token, ['invitation'], now)), 'another purpose').toBeUndefined();
    const used = await Promise.all(
      Array.from({ length: 5 }, () => access((tx) => takeLink(tx, token, ['sign-in'], now))),
    );
    expect(used.filter((link) => link !== undefined)).toHaveLength(1);
  });

  test('ends after fifteen minutes', async () => {
    const { token } = await access((tx) => makeLink(tx, { purpose: 'sign-in', email: 'x@y.example', now }));
    expect(await access((tx) => takeLink(tx, token, ['sign-in'], later(15 * minute)))).toBeUndefined();
    expect(await access((tx) => takeLink(tx, token, ['sign-in'], later(15 * minute - 1)))).toBeDefined();
  });
});

describe('attempts', () => {
  const limit = { what: 'test', most: 5, within: 10 * minute };
  const attempt = (who: string, when = now) => access((tx) => countAttempt(tx, limit, who, when));

  test('are counted exactly, also when many come at once, and the span ends by itself', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => attempt('many')));
    expect(tries.filter((wait) => wait === null)).toHaveLength(5);
    expect(await attempt('MANY', later(9 * minute))).toBe(later(10 * minute));
    expect(await attempt('many', later(10 * minute))).toBeNull();
    expect(await attempt('somebody else')).toBeNull();
  });

  test('are forgotten when somebody has proved who they are', async () => {
    for (let i = 0; i < 6; i++) await attempt('right');
    expect(await attempt('right')).not.toBeNull();
    await access((tx) => forgetAttempts(tx, limit, 'right'));
    expect(await attempt('right')).toBeNull();
  });
});

describe('a token of a program', () => {
  test('stands for its role until it is over or revoked', async () => {
    const made = await access((tx) =>
      makeApiToken(tx, {
        name: 'nightly',
        role: 'license-manager',
        until: later(day),
        createdBy: 'sam',
        now,
      }),
    );
    const who = (token: string, when = now) => access((tx) => principalOfToken(tx, token, when));
    expect(await who(made.token)).toEqual({ kind: 'staff', account: made.id, role: 'license-manager' });
    expect(await who(made.token.slice(0, -1))).toBeUndefined();
    expect(await who('gta_')).toBeUndefined();
    expect(await who(made.token, later(day))).toBeUndefined();
    await access((tx) => revokeApiToken(tx, made.id, by));
    expect(await who(made.token)).toBeUndefined();
  });
});

test('an installation that was once without the demo never offers it again', async () => {
  const started = (wanted: 'demo' | 'own', hasCustomers = false) =>
    access((tx) => settleMode(tx, { wanted, hasCustomers, now }));
  expect(await access(readMode)).toBe('own');
  expect(await started('demo')).toBe('demo');
  expect(await started('demo', true)).toBe('demo');
  expect(await started('own', true)).toBe('own');
  expect(await started('demo', true)).toBe('own');
  await db.admin.query('DELETE FROM installation');
  expect(await started('demo', true), 'it holds customers, and nobody said whose').toBe('own');
});
