import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount } from '#business/identity/account.store.ts';
import { beginSecondFactor, savePassword } from '#business/identity/credential.store.ts';
import { settleMode } from '#business/identity/installation.store.ts';
import { hour, minute } from '#platform/instant.ts';
import { of } from './given/doors.ts';
import {
  ask,
  begin,
  code,
  it,
  kept,
  moveOn,
  now,
  pass,
  signIn,
  withCode,
  withPassword,
  words,
} from './given/signingIn.ts';
import { codeOf, stepOf } from './secondFactor.ts';

beforeAll(begin, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
// Each test comes from a network of its own, at a time of its own.
beforeEach(() => {
  moveOn();
  pass(hour);
});

describe('a password', () => {
  test('signs in who it belongs to, and no other', async () => {
    const id = await withPassword('ada@vendor.example');
    const browser = it.browser();
    expect(await signIn(browser, 'ADA@vendor.example')).toMatchObject({
      status: 200,
      body: { next: 'done', to: '/' },
    });
    expect(await browser.session()).toMatchObject({ how: 'password', account: { id } });
    const stranger = it.browser();
    const wrong = await signIn(stranger, 'ada@vendor.example', 'the tide turns at ten');
    const unknown = await signIn(stranger, 'nobody@vendor.example');
    expect(wrong).toMatchObject({ status: 422, body: { code: 'sign_in_failed' } });
    expect(unknown.body, 'the same answer').toEqual(wrong.body);
    expect(stranger.jar.size).toBe(0);
  });

  test('opens nothing for who was closed, was not invited, or is outside the vendor', async () => {
    const closed = await withPassword('closed@vendor.example');
    await it.inDoors((tx) => closeAccount(tx, closed, { actor: 'x', now }));
    const invited = await it.staff('invited@vendor.example', 'sales', 'invited');
    const outside = await it.outside(of('aster'), 'out@aster.example');
    for (const id of [closed, invited, outside]) await it.inDoors((tx) => savePassword(tx, id, kept));
    for (const email of ['closed@vendor.example', 'invited@vendor.example', 'out@aster.example'])
      expect((await signIn(it.browser(), email)).body, email).toMatchObject({ code: 'sign_in_failed' });
  });

  test('gives a new token each time; one that was planted before is worth nothing', async () => {
    await withPassword('ben@vendor.example');
    const browser = it.browser();
    browser.jar.set('goodterms', 'planted'.padEnd(43, 'x'));
    await signIn(browser, 'ben@vendor.example');
    const first = browser.jar.get('goodterms')!;
    expect(first).not.toMatch(/^planted/);
    await signIn(browser, 'ben@vendor.example');
    const second = browser.jar.get('goodterms')!;
    expect(second).not.toBe(first);
    const before = it.browser();
    before.jar.set('goodterms', first);
    expect(await before.session()).toBeUndefined();
  });

  test('its cookie is seen by no script and sent along by no other site', async () => {
    await withPassword('cookie@vendor.example');
    const { headers } = await signIn(it.browser(), 'cookie@vendor.example');
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/^goodterms=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('leads only to pages of our own', async () => {
    await withPassword('cyd@vendor.example');
    for (const [to, then] of [
      ['/positions?status=beyond', '/positions?status=beyond'],
      ['//evil.example', '/'],
      ['https://evil.example/', '/'],
      ['/\\evil.example', '/'],
    ] as const)
      expect((await signIn(it.browser(), 'cyd@vendor.example', words, to)).body, to).toMatchObject({
        to: then,
      });
  });

  test('takes no more than it asks for', async () => {
    const order = { email: 'ada@vendor.example', password: words, role: 'administrator' };
    expect(await ask(it.browser(), 'sign-in/password', order)).toMatchObject({
      status: 422,
      body: { code: 'invalid_request' },
    });
  });
});

describe('guessing', () => {
  test('is slow: ten tries at one address from one network, then 429 until the span is over, also with the right one', async () => {
    await withPassword('dan@vendor.example');
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => signIn(it.browser(), 'dan@vendor.example', 'wrong words here')),
    );
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(10);
    const refused = await signIn(it.browser(), 'dan@vendor.example');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    moveOn();
    expect((await signIn(it.browser(), 'dan@vendor.example')).status, 'from elsewhere').toBe(200);
    moveOn(-1);
    pass(15 * minute);
    expect((await signIn(it.browser(), 'dan@vendor.example')).status).toBe(200);
  });

  test('guessed at from one network without end shuts nobody out elsewhere', async () => {
    await withPassword('quinn@vendor.example');
    for (let i = 0; i < 60; i++) await signIn(it.browser(), 'quinn@vendor.example', 'a wrong sentence');
    moveOn();
    expect((await signIn(it.browser(), 'quinn@vendor.example')).body).toMatchObject({ next: 'done' });
  });

  test('is slow for addresses nobody has in the same way', async () => {
    for (let i = 0; i < 10; i++) await signIn(it.browser(), 'ghost@vendor.example');
    expect((await signIn(it.browser(), 'ghost@vendor.example')).status).toBe(429);
  });

  test('a right password forgets the wrong ones before', async () => {
    await withPassword('eve@vendor.example');
    for (let i = 0; i < 9; i++) await signIn(it.browser(), 'eve@vendor.example', 'wrong words here');
    expect((await signIn(it.browser(), 'eve@vendor.example')).status).toBe(200);
    for (let i = 0; i < 9; i++) await signIn(it.browser(), 'eve@vendor.example', 'wrong words here');
    expect((await signIn(it.browser(), 'eve@vendor.example')).status).toBe(200);
  });
});

describe('a second factor', () => {
  test('is asked for after the password, each code is good once, and so is the step', async () => {
    const id = await withCode('fay@vendor.example');
    const browser = it.browser();
    const { body } = await signIn(browser, 'fay@vendor.example', words, '/work');
    expect(body).toMatchObject({ next: 'second-factor', to: null });
    expect(await browser.session(), 'not yet').toBeUndefined();
    const { step } = body;
    expect((await ask(browser, 'sign-in/second-factor', { step, code: '000000' })).body).toMatchObject({
      code: 'code_wrong',
    });
    const used = code();
    expect((await ask(browser, 'sign-in/second-factor', { step, code: used })).body).toMatchObject({
      next: 'done',
      to: '/work',
    });
    expect(await browser.session()).toMatchObject({ how: 'password-and-code', account: { id } });
    expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: code(1) })).body).toMatchObject({
      code: 'link_over',
    });
    const other = it.browser();
    const again = (await signIn(other, 'fay@vendor.example')).body.step;
    expect(
      (await ask(other, 'sign-in/second-factor', { step: again, code: used })).body,
      'replayed',
    ).toMatchObject({ code: 'code_wrong' });
  });

  test('can be replaced once by each recovery code', async () => {
    await withCode('gil@vendor.example');
    const recover = async () => {
      const { step } = (await signIn(it.browser(), 'gil@vendor.example')).body;
      return ask(it.browser(), 'sign-in/second-factor', { step, code: 'ABCD EFGH IJKL MNOP' });
    };
    expect((await recover()).body).toMatchObject({ next: 'done' });
    expect((await recover()).body).toMatchObject({ code: 'code_wrong' });
  });

  test('is guessed at ten times and no more, from wherever', async () => {
    await withCode('hal@vendor.example');
    const { step } = (await signIn(it.browser(), 'hal@vendor.example')).body;
    for (let i = 0; i < 10; i++) {
      moveOn();
      expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: '000000' })).status).toBe(422);
    }
    expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: code() })).status).toBe(429);
  });

  test('once it works ends every session that was begun without it, but the one that set it up', async () => {
    const id = await withPassword('uma@vendor.example');
    const [thief, owner] = [it.browser(), it.browser()];
    for (const browser of [thief, owner]) await signIn(browser, 'uma@vendor.example');
    const own = decoded((await ask(owner, 'account/second-factor')).body.secret);
    const done = await ask(owner, 'account/second-factor/confirm', { code: codeOf(own, stepOf(now)) });
    expect(done.status).toBe(200);
    expect((await owner.session())?.account.id).toBe(id);
    expect(await thief.session()).toBeUndefined();
    await it.letters();
  });

  test('that works is not put out by setting up another one', async () => {
    const id = await withCode('vic@vendor.example');
    expect(await it.inDoors((tx) => beginSecondFactor(tx, id, Buffer.alloc(20)))).toBe(false);
    expect((await signIn(it.browser(), 'vic@vendor.example')).body).toMatchObject({ next: 'second-factor' });
  });

  test('is set up with a fresh session and a code, and taken away with one', async () => {
    await withPassword('ida@vendor.example');
    const browser = it.browser();
    await signIn(browser, 'ida@vendor.example');
    pass(16 * minute);
    expect(await ask(browser, 'account/second-factor')).toMatchObject({
      status: 403,
      body: { code: 'sign_in_again' },
    });
    expect((await ask(browser, 'session/again', { password: 'no no no no no' })).body).toMatchObject({
      code: 'sign_in_failed',
    });
    const before = browser.jar.get('goodterms');
    expect((await ask(browser, 'session/again', { password: words })).body).toMatchObject({ next: 'done' });
    expect(browser.jar.get('goodterms'), 'rotated').not.toBe(before);
    const begun = (await ask(browser, 'account/second-factor')).body;
    expect(begun.address).toMatch(
      /^otpauth:\/\/totp\/Goodterms%3Aida%40vendor\.example\?secret=[A-Z2-7]{32}&/,
    );
    expect((await signIn(it.browser(), 'ida@vendor.example')).body, 'not confirmed yet').toMatchObject({
      next: 'done',
    });
    const own = decoded(begun.secret);
    expect((await ask(browser, 'account/second-factor/confirm', { code: '000000' })).body).toMatchObject({
      code: 'code_wrong',
    });
    const { codes } = (
      await ask(browser, 'account/second-factor/confirm', { code: codeOf(own, stepOf(now)) })
    ).body;
    expect(codes).toHaveLength(10);
    expect((await ask(browser, 'account/second-factor')).body).toMatchObject({ code: 'second_factor_set' });
    expect((await ask(browser, 'account/second-factor', undefined, 'GET')).body).toEqual({
      set: true,
      codesLeft: 10,
      required: false,
    });
    expect((await signIn(it.browser(), 'ida@vendor.example')).body).toMatchObject({ next: 'second-factor' });
    expect((await ask(browser, 'account/second-factor/remove', { code: codes[0] })).body).toMatchObject({
      set: false,
    });
    expect((await it.letters()).map(({ subject }) => subject)).toEqual([
      'Your second factor works',
      'Your second factor was taken away',
    ]);
  });
});

describe('the people of the demo', () => {
  test('are nobody’s where it is not the demo', async () => {
    const id = await withPassword('xan@vendor.example');
    await it.db.admin.query('UPDATE account SET persona = true WHERE id = $1', [id]);
    expect((await ask(it.browser(), 'sign-in', undefined, 'GET')).body).toMatchObject({ demo: null });
    expect((await ask(it.browser(), 'sign-in/demo', { account: id })).status).toBe(404);
  });

  test('sign in with one click where it is, and nobody else does so', async () => {
    await it.inDoors((tx) => settleMode(tx, { wanted: 'demo', hasCustomers: false, now }));
    const other = await withPassword('yan@vendor.example');
    const { demo } = (await ask(it.browser(), 'sign-in', undefined, 'GET')).body;
    expect(demo.map(({ name }) => name)).toEqual(['xan']);
    const browser = it.browser();
    expect((await ask(browser, 'sign-in/demo', { account: demo[0]!.account })).body).toMatchObject({
      next: 'done',
      to: '/',
    });
    expect(await browser.session()).toMatchObject({ how: 'demo' });
    expect((await ask(it.browser(), 'sign-in/demo', { account: other })).status).toBe(404);
    await it.inDoors((tx) => settleMode(tx, { wanted: 'own', hasCustomers: true, now }));
    expect((await ask(it.browser(), 'sign-in/demo', { account: demo[0]!.account })).status).toBe(404);
  });
});

/** As an app reads a secret. */
function decoded(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
}
