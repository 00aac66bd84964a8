import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount } from '#business/identity/account.store.ts';
import { hour, minute } from '#platform/instant.ts';
import { of } from './given/doors.ts';
import {
  ask,
  begin,
  code,
  from,
  it,
  link,
  moveOn,
  now,
  pass,
  redeem,
  signIn,
  tokenIn,
  withCode,
  withPassword,
  words,
} from './given/signingIn.ts';

beforeAll(begin, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
// Each test comes from a network of its own, at a time of its own.
beforeEach(() => {
  moveOn();
  pass(hour);
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

  test('begin with no step that the password before it opened', async () => {
    await withCode('pam@vendor.example');
    const { step } = (await signIn(it.browser(), 'pam@vendor.example')).body;
    const owner = it.browser();
    const own = (await signIn(owner, 'pam@vendor.example')).body.step;
    expect((await ask(owner, 'sign-in/second-factor', { step: own, code: code() })).body).toMatchObject({
      next: 'done',
    });
    const change = { current: words, password: 'the ebb begins at three' };
    expect((await ask(owner, 'account/password', change, 'PUT')).status).toBe(200);
    expect((await ask(it.browser(), 'sign-in/second-factor', { step, code: code(1) })).body).toMatchObject({
      code: 'link_over',
    });
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
