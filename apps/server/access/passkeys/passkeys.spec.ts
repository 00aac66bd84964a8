import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { closeAccount } from '#business/identity/account.store.ts';
import { after, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { type Device, device, type Lies } from '../given/device.ts';
import { type DoorBrowser, type Doors, doors, of } from '../given/doors.ts';

const start = at('2026-11-22T10:00:00Z');
let here: Doors;
let people = 0;

beforeAll(async () => {
  here = await doors(start);
});
afterAll(() => expect(here?.failed).toEqual([]));

type Options = { options: { challenge: string } };
const codeOf = ({ status, body }: { status: number; body: never }) => [
  status,
  (body as { code?: string }).code,
];

const add = async (browser: DoorBrowser, key: Device, lies?: Lies) => {
  const asked = await browser.send('POST', '/v1/account/passkeys/challenge');
  const credential = key.make((asked.body as Options).options, lies);
  return browser.send('POST', '/v1/account/passkeys', { name: 'Phone', credential });
};
const ask = async (browser: DoorBrowser) =>
  ((await browser.send('POST', '/v1/sign-in/passkey/challenge')).body as Options).options;
const answer = (browser: DoorBrowser, credential: object) =>
  browser.send('POST', '/v1/sign-in/passkey', { credential });
const signIn = async (browser: DoorBrowser, key: Device, lies?: Lies) =>
  answer(browser, key.sign(await ask(browser), lies));

/** Somebody of a customer with a passkey. */
async function owner() {
  const id = await here.outside(of('acme'), `p${people++}@acme.example`);
  const [browser, key] = [here.browser(), device()];
  await browser.beSignedIn(id);
  expect((await add(browser, key)).status).toBe(200);
  return { id, browser, key };
}

describe('a passkey', () => {
  test('signs in who made it, as two factors in one', async () => {
    const { id, key } = await owner();
    const browser = here.browser();
    const { status, body } = await signIn(browser, key);
    expect([status, body]).toMatchObject([200, { next: 'done', to: '/portal' }]);
    expect(await browser.session()).toMatchObject({ account: { id }, how: 'passkey' });
    expect([...browser.jar.keys()]).toEqual(['goodterms']);
  });

  test('answers a question once: neither answer nor question can be used again', async () => {
    const { key } = await owner();
    const browser = here.browser();
    const options = await ask(browser);
    const held = new Map(browser.jar);
    const credential = key.sign(options);
    expect((await answer(browser, credential)).status).toBe(200);
    const thief = here.browser();
    for (const [name, value] of held) thief.jar.set(name, value);
    expect(codeOf(await answer(thief, credential))).toEqual([422, 'challenge_over']);
    expect(codeOf(await answer(here.browser(), key.sign(options)))).toEqual([422, 'challenge_over']);
  });

  test('answers in the browser that was asked, within five minutes', async () => {
    const { key } = await owner();
    const [mine, other] = [here.browser(), here.browser()];
    const options = await ask(mine);
    await ask(other);
    expect(codeOf(await answer(other, key.sign(options)))).toEqual([422, 'passkey_refused']);
    here.turnTo(after(start, 6 * minute));
    expect(codeOf(await answer(mine, key.sign(options)))).toEqual([422, 'challenge_over']);
    here.turnTo(start);
  });

  test.each<[string, Lies]>([
    ['for a page elsewhere', { origin: 'https://goodterms.evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['that nobody unlocked', { locked: true }],
    ['by a copy that has signed less often', { counter: 1 }],
    ['in the name of somebody else', { handle: Buffer.from('somebody-else').toString('base64url') }],
    ['of another question', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
  ])('a signature %s opens nothing', async (_, lies) => {
    const { key } = await owner();
    await signIn(here.browser(), key);
    await signIn(here.browser(), key);
    const browser = here.browser();
    expect(codeOf(await signIn(browser, key, lies))).toEqual([422, 'passkey_refused']);
    expect(await browser.session()).toBeUndefined();
    expect((await signIn(here.browser(), key)).status).toBe(200);
  });

  test('nobody knows is answered like one that is wrong', async () => {
    const stranger = device();
    stranger.make({ challenge: 'x', user: { id: 'x' } });
    expect(codeOf(await signIn(here.browser(), stranger))).toEqual([422, 'passkey_refused']);
  });

  test('opens nothing once it is removed, or its account closed', async () => {
    const first = await owner();
    const [{ id: passkey }] = (
      (await first.browser.send('GET', '/v1/account/passkeys')).body as {
        items: [{ id: string }];
      }
    ).items;
    expect((await first.browser.send('DELETE', `/v1/account/passkeys/${passkey}`)).status).toBe(200);
    expect(codeOf(await signIn(here.browser(), first.key))).toEqual([422, 'passkey_refused']);
    const second = await owner();
    await inAccess(here.db.app, 'a-test', (tx) =>
      closeAccount(tx, second.id, { actor: 'a-test', now: start }),
    );
    expect(codeOf(await signIn(here.browser(), second.key))).toEqual([422, 'passkey_refused']);
  });

  test('that was planted by a session gives a new one: the old token is worth nothing', async () => {
    const { key } = await owner();
    const browser = here.browser();
    browser.jar.set('goodterms', 'planted');
    await signIn(browser, key);
    expect(browser.jar.get('goodterms')).not.toBe('planted');
  });
});

describe('making a passkey', () => {
  test.each<[string, Lies]>([
    ['for a page elsewhere', { origin: 'https://goodterms.evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['without unlocking the device', { locked: true }],
    ['for another question', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
  ])('%s is refused', async (_, lies) => {
    const { browser } = await owner();
    expect(codeOf(await add(browser, device(), lies))).toEqual([422, 'passkey_refused']);
  });

  test('of another account is refused: the question was put to somebody else', async () => {
    const [one, other] = [await owner(), await owner()];
    const { body } = await one.browser.send('POST', '/v1/account/passkeys/challenge');
    other.browser.jar.set('goodterms-challenge', one.browser.jar.get('goodterms-challenge')!);
    const credential = device().make((body as Options).options);
    const sent = await other.browser.send('POST', '/v1/account/passkeys', { name: 'Mine', credential });
    expect(codeOf(sent)).toEqual([422, 'challenge_over']);
  });

  test('needs a sign-in of the last quarter of an hour, and so does removing one', async () => {
    const { browser } = await owner();
    here.turnTo(after(start, 16 * minute));
    expect(codeOf(await browser.send('POST', '/v1/account/passkeys/challenge'))).toEqual([
      403,
      'sign_in_again',
    ]);
    expect(codeOf(await browser.send('DELETE', '/v1/account/passkeys/any'))).toEqual([403, 'sign_in_again']);
    here.turnTo(start);
  });

  test('somebody else’s is neither named nor removed', async () => {
    const [one, other] = [await owner(), await owner()];
    const { items } = (await one.browser.send('GET', '/v1/account/passkeys')).body as {
      items: [{ id: string }];
    };
    const address = `/v1/account/passkeys/${items[0].id}`;
    expect(codeOf(await other.browser.send('DELETE', address))).toEqual([404, 'not_found']);
    expect(codeOf(await other.browser.send('PUT', address, { name: 'Mine' }))).toEqual([404, 'not_found']);
  });
});
