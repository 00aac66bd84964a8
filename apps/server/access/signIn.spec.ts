import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount } from '#business/identity/account.store.ts';
import { beginSecondFactor, confirmSecondFactor, savePassword } from '#business/identity/credential.store.ts';
import { settleMode } from '#business/identity/installation.store.ts';
import { after, hour, type Instant, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { type DoorBrowser, type Doors, doors, of } from './given/doors.ts';
import { keptPassword } from './passwords.ts';
import { codeOf, stepOf } from './secondFactor.ts';
import { localAccess } from './settings.ts';

let it: Doors;
let now = at('2026-11-22T10:00:00Z');
const settings = { ...localAccess(), proxies: 1 };
const words = 'the tide turns at nine';
const secret = Buffer.from('12345678901234567890');
let kept: string;
let networks = 0;

beforeAll(async () => {
  it = await doors(now, { settings });
  kept = await keptPassword(words);
}, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
// Each test comes from a network of its own, at a time of its own.
beforeEach(() => {
  networks += 1;
  pass(hour);
});

function pass(span: number): void {
  now = after(now, span) as Instant;
  it.turnTo(now);
}
const from = () => ({ 'x-forwarded-for': `10.0.0.${networks}` });
type Body = {
  readonly step: string;
  readonly codes: readonly string[];
  readonly secret: string;
  readonly address: string;
  readonly can: readonly string[];
  readonly items: readonly { readonly id: string }[];
  readonly accounts: readonly { readonly account: string }[];
  readonly demo: readonly { readonly account: string; readonly name: string }[];
};
type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers };
const ask = async (browser: DoorBrowser, path: string, body?: unknown, method = 'POST', headers = {}) =>
  (await browser.send(method, `/v1/${path}`, body, { ...from(), ...headers })) as unknown as Answer;
const withPassword = async (email: string) => {
  const id = await it.staff(email);
  await it.inDoors((tx) => savePassword(tx, id, kept));
  return id;
};
const withCode = async (email: string) => {
  const id = await withPassword(email);
  await it.inDoors(async (tx) => {
    await beginSecondFactor(tx, id, secret);
    await confirmSecondFactor(tx, id, { step: 0, codes: ['abcd-efgh-ijkl-mnop'], now });
  });
  return id;
};
const code = (steps = 0) => codeOf(secret, stepOf(now) + steps);
const signIn = (browser: DoorBrowser, email: string, password = words, to?: string) =>
  ask(browser, 'sign-in/password', { email, password, ...(to === undefined ? {} : { to }) });
const tokenIn = (text: string | null) => /#([\w-]{43})/.exec(text ?? '')![1]!;
const link = async (email: string, purpose: 'sign-in' | 'recover' = 'sign-in', to?: string) => {
  await it.letters();
  expect((await ask(it.browser(), 'sign-in/link', { email, purpose, to: to ?? null })).body).toEqual({
    asked: true,
  });
  return it.letters();
};
const redeem = (browser: DoorBrowser, token: string) => ask(browser, 'sign-in/link/redeem', { token });

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
    networks += 1;
    expect((await signIn(it.browser(), 'dan@vendor.example')).status, 'from elsewhere').toBe(200);
    networks -= 1;
    pass(15 * minute);
    expect((await signIn(it.browser(), 'dan@vendor.example')).status).toBe(200);
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
      networks += 1;
      expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: '000000' })).status).toBe(422);
    }
    expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: code() })).status).toBe(429);
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

describe('a link by e-mail', () => {
  test('is asked for with the same answer whoever it is; only who has an account gets a letter', async () => {
    await it.outside(of('aster'), 'kim@aster.example');
    const [letter, ...none] = await link('KIM@aster.example');
    expect(none).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'sign-in-link',
      to: { address: 'kim@aster.example' },
      customer: '@access',
    });
    expect(letter!.text).toContain('http://localhost:4300/sign-in/link#');
    expect(await link('nobody@aster.example')).toEqual([]);
  });

  test('signs in once, for a quarter of an hour', async () => {
    const id = await it.outside(of('aster'), 'lea@aster.example');
    const [letter] = await link('lea@aster.example', 'sign-in', '/portal/aster');
    const browser = it.browser();
    const token = tokenIn(letter!.text);
    expect((await redeem(browser, token)).body).toMatchObject({ next: 'done', to: '/portal/aster' });
    expect(await browser.session()).toMatchObject({ how: 'link', account: { id } });
    expect((await redeem(it.browser(), token)).body, 'again').toMatchObject({ code: 'link_over' });
    const [late] = await link('lea@aster.example');
    pass(15 * minute);
    expect((await redeem(it.browser(), tokenIn(late!.text))).body).toMatchObject({ code: 'link_over' });
  });

  test('of somebody closed meanwhile opens nothing', async () => {
    const id = await it.outside(of('aster'), 'mia@aster.example');
    const [letter] = await link('mia@aster.example');
    await it.inDoors((tx) => closeAccount(tx, id, { actor: 'x', now }));
    expect((await redeem(it.browser(), tokenIn(letter!.text))).body).toMatchObject({ code: 'link_over' });
  });

  test('of an address with several accounts lets the person choose, and only among these', async () => {
    const [one, two] = [
      await it.outside(of('aster'), 'ned@x.example'),
      await it.outside(of('borage'), 'ned@x.example'),
    ];
    const other = await it.outside(of('aster'), 'olga@x.example');
    const choose = async () => {
      const [letter] = await link('ned@x.example');
      return (await redeem(it.browser(), tokenIn(letter!.text))).body;
    };
    const { step, accounts, ...more } = await choose();
    expect(more).toMatchObject({ next: 'choose' });
    expect(accounts.map(({ account }) => account).sort()).toEqual([one, two].sort());
    expect((await ask(it.browser(), 'sign-in/choose', { step, account: other })).body).toMatchObject({
      code: 'link_over',
    });
    const browser = it.browser();
    expect(
      (await ask(browser, 'sign-in/choose', { step: (await choose()).step, account: two })).body,
    ).toMatchObject({ next: 'done' });
    expect(await browser.session()).toMatchObject({ account: { id: two } });
  });

  test('never signs in people of the vendor: they choose a new password by it, with their second factor', async () => {
    const id = await withCode('pat@vendor.example');
    const old = it.browser();
    await old.beSignedIn(id);
    const [letter] = await link('pat@vendor.example', 'recover');
    expect(letter).toMatchObject({ kind: 'recovery-link' });
    const browser = it.browser();
    const { body } = await redeem(browser, tokenIn(letter!.text));
    expect(body).toMatchObject({ next: 'new-password', codeNeeded: true });
    expect(await browser.session()).toBeUndefined();
    const set = (order: object) => ask(browser, 'sign-in/new-password', { step: body.step, ...order });
    const password = 'another sea, another tide';
    expect((await set({ password })).body).toMatchObject({ code: 'code_wrong' });
    expect((await set({ password: 'pat@vendor.example', code: code() })).body).toMatchObject({
      code: 'password_guessable',
    });
    expect((await set({ password, code: code() })).body).toMatchObject({ next: 'done' });
    expect(await browser.session()).toMatchObject({ how: 'link-and-code' });
    expect(await old.session(), 'signed in before').toBeUndefined();
    expect((await set({ password, code: code(1) })).body).toMatchObject({ code: 'link_over' });
    expect((await signIn(it.browser(), 'pat@vendor.example')).status, 'the old password').toBe(422);
    expect((await signIn(it.browser(), 'pat@vendor.example', password)).body).toMatchObject({
      next: 'second-factor',
    });
  });

  test('is sent five times to one address and no more', async () => {
    await it.outside(of('aster'), 'quin@aster.example');
    await it.letters();
    const ask5 = Array.from({ length: 8 }, () =>
      ask(it.browser(), 'sign-in/link', { email: 'quin@aster.example' }),
    );
    expect((await Promise.all(ask5)).filter(({ status }) => status === 200)).toHaveLength(5);
    expect(await it.letters()).toHaveLength(5);
  });

  test('is not used up by a program that opens its address', async () => {
    await it.outside(of('aster'), 'rob@aster.example');
    const [letter] = await link('rob@aster.example');
    for (const method of ['GET', 'HEAD']) await it.browser().send(method, '/sign-in/link', undefined, from());
    expect((await redeem(it.browser(), tokenIn(letter!.text))).body).toMatchObject({ next: 'done' });
  });
});

describe('sessions', () => {
  test('say who one is and what one may do', async () => {
    const id = await it.outside(of('aster', 'customer-administrator'), 'sue@aster.example');
    const browser = it.browser();
    expect(await ask(browser, 'session', undefined, 'GET')).toMatchObject({
      status: 401,
      body: { code: 'sign_in_needed' },
    });
    await browser.beSignedIn(id);
    const { body } = await ask(browser, 'session', undefined, 'GET');
    expect(body).toMatchObject({
      ...{
        account: id,
        name: 'sue',
        kind: 'customer',
        role: 'customer-administrator',
        demo: false,
        needs: null,
      },
      customer: { id: 'aster' },
    });
    expect(body.can).toContain('portal.people');
    expect(body.can).not.toContain('work.read');
    const set = { name: 'Sue Sand', language: 'de', zone: 'Europe/Berlin' };
    expect((await ask(browser, 'session', set, 'PUT')).body).toMatchObject(set);
    expect((await ask(browser, 'session', { zone: 'Mars/Crater' }, 'PUT')).status).toBe(422);
    expect((await ask(browser, 'session', { role: 'administrator' }, 'PUT')).status).toBe(422);
  });

  test('end here, one elsewhere, or everywhere', async () => {
    const id = await it.outside(of('aster'), 'tim@aster.example');
    const browsers = [it.browser(), it.browser(), it.browser()] as const;
    for (const browser of browsers) await browser.beSignedIn(id);
    const [here, there, third] = browsers;
    const list = async () => (await ask(here, 'account/sessions', undefined, 'GET')).body.items;
    expect(await list()).toHaveLength(3);
    const other = (await there.session())!.id;
    expect((await ask(here, `account/sessions/${other}`, undefined, 'DELETE')).status).toBe(200);
    expect(await there.session()).toBeUndefined();
    const stranger = it.browser();
    await stranger.beSignedIn(await it.outside(of('aster'), 'una@aster.example'));
    const own = (await here.session())!.id;
    expect((await ask(stranger, `account/sessions/${own}`, undefined, 'DELETE')).status).toBe(404);
    expect((await ask(third, 'session', undefined, 'DELETE')).status).toBe(200);
    expect(third.jar.size).toBe(0);
    expect(await list()).toHaveLength(1);
    await third.beSignedIn(id);
    await ask(here, 'session/everywhere');
    expect(await third.session()).toBeUndefined();
  });

  test('end with a changed password, but for the one that changed it', async () => {
    const id = await withPassword('vic@vendor.example');
    const [here, there] = [it.browser(), it.browser()];
    await here.beSignedIn(id);
    await there.beSignedIn(id);
    const change = (order: object) => ask(here, 'account/password', order, 'PUT');
    const password = 'another sea, another tide';
    expect((await change({ current: 'not the right words', password })).body).toMatchObject({
      code: 'sign_in_failed',
    });
    expect((await change({ current: words, password: 'short' })).body).toMatchObject({
      code: 'password_too_short',
    });
    expect((await change({ current: words, password })).body).toMatchObject({ next: 'done' });
    expect(await there.session()).toBeUndefined();
    expect(await here.session()).toBeDefined();
  });

  test('are changed by no page of another site', async () => {
    const id = await it.outside(of('aster'), 'wyn@aster.example');
    const browser = it.browser();
    await browser.beSignedIn(id);
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
    ])
      expect(await ask(browser, 'session/everywhere', undefined, 'POST', headers)).toMatchObject({
        status: 403,
      });
    expect(await browser.session()).toBeDefined();
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
