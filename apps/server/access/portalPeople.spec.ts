import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour } from '#platform/instant.ts';
import { type DoorBrowser, of } from './given/doors.ts';
import { ask, begin, it, moveOn, pass, tokenIn } from './given/signingIn.ts';

const accept = (browser: DoorBrowser, token: string) => ask(browser, 'sign-in/invitation/accept', { token });

beforeAll(begin, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
// Each test comes from a network of its own, at a time of its own.
beforeEach(() => {
  moveOn();
  pass(hour);
});

describe('the people of a customer', () => {
  const people = (browser: DoorBrowser, customer = 'aster', more = '', body?: unknown, method = 'POST') =>
    ask(browser, `portal/${customer}/people${more}`, body, method);
  let owner: DoorBrowser;
  beforeAll(async () => {
    owner = it.browser();
    await owner.beSignedIn(await it.outside(of('aster', 'customer-administrator'), 'gus@aster.example'));
  });

  test('are invited by its administrator, and by nobody else of it', async () => {
    await it.letters();
    const order = { name: 'Hana', email: 'hana@aster.example', role: 'customer-member' };
    expect((await people(owner, 'aster', '', order)).status).toBe(200);
    const member = it.browser();
    expect((await accept(member, tokenIn((await it.letters())[0]!.text))).status).toBe(200);
    expect(await people(member, 'aster', '', order)).toMatchObject({ status: 403 });
    expect(
      (await people(owner, 'aster', '', undefined, 'GET')).body.items.map(({ email }) => email),
    ).toContain('hana@aster.example');
  });

  test('have names of one line: no letter of ours says what a stranger wrote between its lines', async () => {
    await it.letters();
    for (const breaks of ['\n\n', '\r', '\u2028', '\u0085', '\u202e']) {
      const name = `Una${breaks}Your account is locked, go to https://evil.example`;
      const order = { name, email: 'una@aster.example', role: 'customer-member' };
      expect((await people(owner, 'aster', '', order)).body).toMatchObject({ code: 'invalid_request' });
      expect((await ask(owner, 'session', { name }, 'PUT')).status).toBe(422);
    }
    expect(await it.letters()).toEqual([]);
  });

  test('of another customer are not there', async () => {
    const other = await it.outside(of('borage'), 'ivy@borage.example');
    expect((await people(owner, 'borage', '', undefined, 'GET')).status).toBe(404);
    for (const id of [other, await it.staff('kay@vendor.example'), 'nobody'])
      expect(await people(owner, 'aster', `/${id}/close`), id).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    expect((await people(owner, 'aster', `/${other}/role`, { role: 'customer-member' }, 'PUT')).status).toBe(
      404,
    );
  });

  test('get another role, which ends their sessions; nobody changes or closes their own account', async () => {
    const id = await it.outside(of('aster'), 'jan@aster.example');
    const jan = it.browser();
    await jan.beSignedIn(id);
    expect(
      (await people(owner, 'aster', `/${id}/role`, { role: 'customer-administrator' }, 'PUT')).status,
    ).toBe(200);
    expect(await jan.session()).toBeUndefined();
    const own = (await owner.session())!.account.id;
    expect((await people(owner, 'aster', `/${own}/close`)).body).toMatchObject({ code: 'account_own' });
    expect(
      (await people(owner, 'aster', `/${own}/role`, { role: 'customer-member' }, 'PUT')).body,
    ).toMatchObject({ code: 'account_own' });
  });
});
