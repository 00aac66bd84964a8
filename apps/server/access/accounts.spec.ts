import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, type Instant, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { customers } from '../given/papers.ts';
import { makeFirstAdministrator, makeWelcome } from './firstAdministrator.ts';
import { type DoorBrowser, type Doors, doors, of } from './given/doors.ts';
import { localAccess } from './settings.ts';

let it: Doors;
let now = at('2026-11-22T10:00:00Z');
const welcome = makeWelcome();
const settings = { ...localAccess(), proxies: 1, secondFactor: 'administrators' as const };
const password = 'the tide turns at nine';
let admin: DoorBrowser;
let manager: DoorBrowser;
let adminId: string;
let networks = 0;

type Account = {
  readonly id: string;
  readonly email: string;
  readonly status: string;
  readonly invitedUntil: string | null;
};
type Body = { readonly items: readonly Account[]; readonly token: string; readonly [key: string]: unknown };
type Answer = { readonly status: number; readonly body: Body };
const ask = async (browser: DoorBrowser, path: string, body?: unknown, method = 'POST', headers = {}) =>
  (await browser.send(method, `/v1/${path}`, body, {
    'x-forwarded-for': `10.1.0.${networks}`,
    ...headers,
  })) as unknown as Answer;
const get = (browser: DoorBrowser, path: string) => ask(browser, path, undefined, 'GET');
const pass = (span: number) => {
  now = after(now, span) as Instant;
  it.turnTo(now);
};
const tokenIn = (text: string | null | undefined) => /#([\w-]{43})/.exec(text ?? '')![1]!;
const inviteTo = (browser: DoorBrowser, customer: string, email: string, role = 'customer-member') =>
  ask(browser, `accounts/customers/${customer}`, { name: email.split('@')[0], email, role });
const invited = async (email: string, customer = 'aster', role?: string) => {
  await it.letters();
  expect((await inviteTo(manager, customer, email, role)).status).toBe(200);
  const [letter] = await it.letters();
  const { items } = (await get(manager, `accounts/customers/${customer}`)).body;
  return { token: tokenIn(letter!.text), id: items.find((one) => one.email === email)!.id, letter: letter! };
};
const accept = (token: string, more = {}, browser = it.browser()) =>
  ask(browser, 'sign-in/invitation/accept', { token, ...more });
const step = (browser: DoorBrowser, id: string, name: string) => ask(browser, `accounts/${id}/${name}`);

beforeAll(async () => {
  it = await doors(now, { settings, welcome });
  admin = it.browser();
}, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
beforeEach(() => {
  networks += 1;
  pass(minute);
});

describe('the first administrator', () => {
  const order = { name: 'Olga Owner', email: 'olga@vendor.example', password };

  test('is who opens the address that was printed, once, also of many at once', async () => {
    expect((await get(it.browser(), 'sign-in')).body).toMatchObject({ first: true, demo: null });
    const wrong = { ...order, token: 'x'.repeat(43) };
    expect((await ask(it.browser(), 'sign-in/welcome', wrong)).body).toMatchObject({ code: 'link_over' });
    const own = { ...order, token: welcome.token };
    expect(
      (await ask(it.browser(), 'sign-in/welcome', { ...own, password: 'Olga Owner 2026' })).body,
    ).toMatchObject({ code: 'password_guessable' });
    const browsers = Array.from({ length: 4 }, () => it.browser());
    const all = await Promise.all(
      browsers.map((browser, i) =>
        ask(browser, 'sign-in/welcome', { ...own, email: `o${i}@vendor.example` }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    admin = browsers[all.findIndex(({ status }) => status === 200)]!;
    expect((await ask(it.browser(), 'sign-in/welcome', own)).body).toMatchObject({ code: 'link_over' });
    expect((await get(it.browser(), 'sign-in')).body).toMatchObject({ first: false });
  });

  test('reaches nothing but the second factor, where this installation asks for one', async () => {
    expect((await get(admin, 'session')).body).toMatchObject({
      role: 'administrator',
      needs: 'second-factor',
    });
    expect(await get(admin, 'team')).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
    expect((await get(admin, 'account/second-factor')).body).toMatchObject({ set: false, required: true });
    adminId = (await admin.session())!.account.id;
    await it.db.admin.query('UPDATE account_credential SET confirmed_at = now() WHERE account = $1', [
      adminId,
    ]);
    expect((await get(admin, 'session')).body).toMatchObject({ needs: null });
    expect((await get(admin, 'team')).status).toBe(200);
  });

  test('cannot leave while nobody else is one', async () => {
    expect((await step(admin, adminId, 'close')).body).toMatchObject({ code: 'last_administrator' });
    const { version, email } = (await get(admin, 'team')).body.items[0] as unknown as {
      version: number;
      email: string;
    };
    const seen = { 'if-match': `"${version}"` };
    expect((await ask(admin, `team/${adminId}/retire`, {}, 'POST', seen)).body).toMatchObject({
      code: 'last_administrator',
    });
    const sales = { name: 'Olga', email, role: 'sales' };
    expect((await ask(admin, `team/${adminId}`, sales, 'PUT', seen)).body).toMatchObject({
      code: 'last_administrator',
    });
  });
});

test('whoever starts the program and has lost their way in becomes a further administrator, once', async () => {
  const further = makeWelcome(true);
  const made = { ...{ name: 'Ria', email: 'ria@vendor.example', kept: 'x', now }, further: further.further };
  expect(await it.inDoors((tx) => makeFirstAdministrator(tx, made))).toMatchObject({ status: 'active' });
  expect(await it.inDoors((tx) => makeFirstAdministrator(tx, made))).toMatchObject({
    code: 'staff_email_taken',
  });
  const first = { ...made, email: 'other@vendor.example', further: false };
  expect(await it.inDoors((tx) => makeFirstAdministrator(tx, first))).toMatchObject({ code: 'link_over' });
  further.end();
  expect(further.isRight(further.token)).toBe(false);
});

test('of two who open that address at once one becomes it; who is refused may correct it', async () => {
  const further = makeWelcome(true);
  const door = await doors(now, { settings, welcome: further });
  const order = (email: string) => ({
    token: further.token,
    name: 'Ria',
    email,
    password: 'the tide turns at nine',
  });
  await door.staff('taken@vendor.example');
  const send = (email: string) => door.browser().send('POST', '/v1/sign-in/welcome', order(email));
  expect((await send('taken@vendor.example')).body).toMatchObject({ code: 'staff_email_taken' });
  const both = await Promise.all([send('one@vendor.example'), send('two@vendor.example')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  const { rows } = await door.db.admin.query(
    "SELECT count(*)::int AS many FROM account WHERE status = 'active'",
  );
  expect(rows).toEqual([{ many: 2 }]);
});

describe('an invitation', () => {
  beforeAll(async () => {
    const inside = customers(['aster', 'borage']);
    const yaml = { 'content-type': 'application/yaml' };
    expect((await admin.send('POST', '/v1/imports/customers', inside, yaml)).status).toBe(200);
    manager = it.browser();
    await manager.beSignedIn(await it.staff('max@vendor.example'));
  });

  test('is looked at without being used up, accepted once, and signs in', async () => {
    const { token, id, letter } = await invited('ann@aster.example', 'aster', 'customer-administrator');
    expect(letter.text).toContain('max invites you');
    expect(letter.text).toContain('Aster');
    const look = () => ask(it.browser(), 'sign-in/invitation', { token });
    for (let i = 0; i < 2; i++)
      expect((await look()).body).toMatchObject({
        kind: 'customer',
        email: 'ann@aster.example',
        passwordNeeded: false,
      });
    const browser = it.browser();
    expect((await accept(token, {}, browser)).body).toMatchObject({ next: 'done', to: '/portal' });
    expect(await browser.session()).toMatchObject({ how: 'invitation', account: { id } });
    expect((await accept(token)).body).toMatchObject({ code: 'link_over' });
    expect((await look()).body).toMatchObject({ code: 'link_over' });
  });

  test('ends after seven days; sent again, only the latest link opens', async () => {
    const { token, id } = await invited('bea@aster.example');
    pass(7 * day);
    expect((await accept(token)).body).toMatchObject({ code: 'link_over' });
    await manager.beSignedIn(await it.staff('max2@vendor.example'));
    await admin.beSignedIn(adminId, 'password-and-code');
    await it.letters();
    const first = (await step(manager, id, 'resend')) && tokenIn((await it.letters())[0]!.text);
    const second = (await step(manager, id, 'resend')) && tokenIn((await it.letters())[0]!.text);
    expect((await accept(first)).body).toMatchObject({ code: 'link_over' });
    expect((await accept(second)).status).toBe(200);
    expect((await step(manager, id, 'resend')).body).toMatchObject({ code: 'account_not_invited' });
  });

  test('is withdrawn by closing; the account can be opened again and is accepted anew', async () => {
    const { token, id } = await invited('cas@aster.example');
    await step(manager, id, 'close');
    expect((await accept(token)).body).toMatchObject({ code: 'link_over' });
    expect((await inviteTo(manager, 'aster', 'cas@aster.example')).body).toMatchObject({
      code: 'account_email_taken',
    });
    await it.letters();
    expect((await step(manager, id, 'reopen')).status).toBe(200);
    expect((await accept(tokenIn((await it.letters())[0]!.text))).status).toBe(200);
  });

  test('never opens an account there is already, of another side or another customer', async () => {
    const staff = await it.staff('dot@x.example');
    const other = await it.outside(of('borage'), 'dot@x.example');
    const { token, id } = await invited('dot@x.example');
    const browser = it.browser();
    await accept(token, {}, browser);
    const session = await browser.session();
    expect(session?.account.id).toBe(id);
    expect([staff, other]).not.toContain(id);
    expect(session?.account.principal).toMatchObject({
      kind: 'customer',
      customer: 'aster',
      role: 'customer-member',
    });
  });

  test('of somebody of the vendor comes from an administrator and needs a password', async () => {
    const { items } = (await ask(admin, 'team', { name: 'Eli', email: 'eli@vendor.example', role: 'legal' }))
      .body;
    const { id } = items.find((one) => one.email === 'eli@vendor.example')!;
    expect((await ask(manager, `accounts/staff/${id}`)).status).toBe(403);
    await it.letters();
    expect((await ask(admin, `accounts/staff/${id}`)).status).toBe(200);
    expect((await ask(admin, `accounts/staff/${id}`)).body).toMatchObject({ code: 'account_known' });
    const token = tokenIn((await it.letters())[0]!.text);
    expect((await accept(token)).body).toMatchObject({ code: 'password_missing' });
    expect((await accept(token, { password: 'short' })).body).toMatchObject({ code: 'password_too_short' });
    expect((await accept(token, { password })).body).toMatchObject({ next: 'done', to: '/' });
    const eli = it.browser();
    const signIn = { email: 'eli@vendor.example', password };
    expect((await ask(eli, 'sign-in/password', signIn)).body).toMatchObject({ next: 'done' });
    const member = (await get(admin, 'team')).body.items.find((one) => one.id === id) as unknown as {
      version: number;
    };
    const seen = { 'if-match': `"${member.version}"` };
    expect((await ask(admin, `team/${id}/retire`, {}, 'POST', seen)).status).toBe(200);
    expect(await eli.session(), 'who has left').toBeUndefined();
    expect((await ask(it.browser(), 'sign-in/password', signIn)).status).toBe(422);
    const back = { 'if-match': `"${member.version + 1}"` };
    expect((await ask(admin, `team/${id}/take-back`, {}, 'POST', back)).status).toBe(200);
    expect(await eli.session(), 'taken back, not invited anew').toBeUndefined();
    expect((await ask(it.browser(), 'sign-in/password', signIn)).status).toBe(422);
  });

  test('to a customer or partner there is none of is to nobody', async () => {
    expect((await inviteTo(manager, 'nobody', 'x@x.example')).status).toBe(404);
    expect((await inviteTo(manager, '@access', 'x@x.example')).status).toBe(404);
    expect((await ask(manager, 'accounts/partners/nobody', { name: 'x', email: 'x@x.example' })).status).toBe(
      404,
    );
    const more = { name: 'x', email: 'x@x.example', role: 'customer-member', status: 'active' };
    expect((await ask(manager, 'accounts/customers/aster', more)).body).toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('accounts', () => {
  test('of the vendor are touched by administrators alone', async () => {
    for (const name of ['close', 'reset-second-factor', 'erase'])
      expect(await step(manager, adminId, name), name).toMatchObject({
        status: 403,
        body: { code: 'not_allowed' },
      });
    expect((await step(manager, 'nobody', 'close')).status).toBe(404);
  });

  test('that are closed sign nobody in; erased, no table holds who it was', async () => {
    const id = await it.outside(of('aster'), 'flo@aster.example');
    const flo = it.browser();
    await flo.beSignedIn(id);
    expect((await step(manager, id, 'erase')).body).toMatchObject({ code: 'account_open' });
    expect((await step(manager, id, 'close')).status).toBe(200);
    expect(await flo.session()).toBeUndefined();
    expect((await step(manager, id, 'erase')).status).toBe(200);
    const { rows } = await it.db.admin.query(
      "SELECT (SELECT string_agg(account::text, '') FROM account) || (SELECT string_agg(coalesce(content, ''), '') FROM document) AS all",
    );
    expect(rows[0].all).not.toContain('flo@');
  });
});

test('letters about signing in are in no customer’s and no vendor’s rows', async () => {
  for (const customer of ['aster', vendorWide]) {
    const rows = await withScope(it.db.app, { customers: [customer], actor: 'x' }, (tx) =>
      tx
        .selectFrom('mail_message' as 'account')
        .selectAll()
        .execute(),
    );
    expect(rows).toEqual([]);
  }
});
