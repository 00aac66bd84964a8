import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour, minute } from '#platform/instant.ts';
import type { DoorBrowser } from './given/doors.ts';
import { ask, begin, it, moveOn, pass } from './given/signingIn.ts';

const password = 'the tide turns at nine';

beforeAll(begin, 60_000);
afterAll(() => expect(it.failed).toEqual([]));
// Each test comes from a network of its own, at a time of its own.
beforeEach(() => {
  moveOn();
  pass(hour);
});

describe('a token of a program', () => {
  let admin: DoorBrowser;
  let manager: DoorBrowser;
  let adminId: string;
  beforeAll(async () => {
    [admin, manager] = [it.browser(), it.browser()];
    adminId = await it.staff('ada@vendor.example', 'administrator');
    await admin.beSignedIn(adminId, 'password-and-code');
    await manager.beSignedIn(await it.staff('max@vendor.example'));
  });

  const made = async (role = 'license-manager') =>
    ask(admin, 'api-tokens', { name: 'nightly import', role, days: 30 });
  const by = (token: string, path: string, method = 'GET', body?: unknown) =>
    ask(it.browser(), path, body, method, { authorization: `Bearer ${token}` });

  test('is made by an administrator who is freshly signed in, never for one', async () => {
    expect((await ask(manager, 'api-tokens', { name: 'x', role: 'sales', days: 1 })).status).toBe(403);
    pass(16 * minute);
    expect((await made()).body).toMatchObject({ code: 'sign_in_again' });
    await admin.beSignedIn(adminId, 'password-and-code');
    expect((await made('administrator')).status).toBe(422);
    expect((await made()).body.token).toMatch(/^gta_[0-9a-f]{32}_[\w-]{43}$/);
  });

  test('does what its role may, in its own name, until it is revoked', async () => {
    await admin.beSignedIn(adminId, 'password-and-code');
    const { body } = await made();
    const { token, id } = body as unknown as { token: string; id: string };
    expect((await by(token, 'positions')).status).toBe(200);
    expect((await by(token, 'team', 'POST', { name: 'x', email: 'x@x.example', role: 'sales' })).status).toBe(
      403,
    );
    expect((await by(token, 'session')).body).toMatchObject({ account: id, kind: 'staff', how: null });
    expect((await by(token, 'account/password', 'PUT', { password })).body).toMatchObject({
      code: 'session_needed',
    });
    await ask(admin, `api-tokens/${id}/revoke`);
    expect((await by(token, 'positions')).status).toBe(401);
    const listed = await ask(admin, 'api-tokens', undefined, 'GET');
    expect(JSON.stringify(listed.body)).not.toContain(token.slice(-20));
  });

  test('that is wrong is nobody, also beside a good cookie', async () => {
    expect((await ask(admin, 'positions', undefined, 'GET', { authorization: 'Bearer gta_x' })).status).toBe(
      401,
    );
    expect((await ask(admin, 'positions', undefined, 'GET', { authorization: 'Basic eDp5' })).status).toBe(
      401,
    );
  });
});
