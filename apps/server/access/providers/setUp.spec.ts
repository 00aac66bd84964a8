import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLink, linksOfAccount, providerOf } from '#business/identity/provider.store.ts';
import { after, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { customers } from '../../given/papers.ts';
import { type DoorBrowser, type Doors, doors, of } from '../given/doors.ts';
import { mayBeProvider, providerFetch } from './providerFetch.ts';

const start = at('2026-11-22T10:00:00Z');
const issuer = 'https://login.acme.example';
const order = { issuer, client: 'goodterms', secret: 'a secret nobody sees' };
let here: Doors;

beforeAll(async () => {
  here = await doors(start);
  const browser = await signedIn(await here.staff('admin@vendor.example', 'administrator'));
  const yaml = { 'content-type': 'application/yaml' };
  const taken = await browser.send('POST', '/v1/imports/customers', customers(['acme', 'bell']), yaml);
  expect(taken.status).toBe(200);
});
afterAll(() => expect(here?.failed).toEqual([]));

async function signedIn(account: string): Promise<DoorBrowser> {
  const browser = here.browser();
  await browser.beSignedIn(account);
  return browser;
}
const put = (browser: DoorBrowser, path: string, body: object, version: number) =>
  browser.send('PUT', path, body, { 'if-match': `"${version}"` });
const codeOf = ({ status, body }: { status: number; body: never }) => [
  status,
  (body as { code?: string }).code,
];
const theirs = '/v1/portal/acme/single-sign-on';
const ours = '/v1/customers/acme/single-sign-on';

describe('the single sign-on of a company', () => {
  test('is set up by its administrator, changed by the vendor’s people, and its secret is shown to nobody', async () => {
    const admin = await signedIn(await here.outside(of('acme', 'customer-administrator'), 'it@acme.example'));
    const manager = await signedIn(await here.staff('lm@vendor.example'));
    expect((await admin.send('GET', theirs)).body).toEqual({ provider: null, version: 0 });
    const made = await put(admin, theirs, order, 0);
    expect([made.status, made.body]).toMatchObject([200, { provider: { issuer }, version: 1 }]);
    const { secret: _, ...without } = order;
    const changed = await put(manager, ours, { ...without, client: 'other' }, 1);
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { provider: { client: 'other' }, version: 2 },
    ]);
    for (const answer of [made, changed, await admin.send('GET', theirs), await manager.send('GET', ours)])
      expect(JSON.stringify(answer.body)).not.toContain(order.secret);
    expect(codeOf(await put(admin, theirs, without, 1))).toEqual([412, 'version_conflict']);
  });

  test('takes its secret along to no other provider, whoever names it', async () => {
    const id = await here.outside(of('bell', 'customer-administrator'), 'sly@bell.example');
    const [admin, path] = [await signedIn(id), '/v1/portal/bell/single-sign-on'];
    await put(admin, path, order, 0);
    const elsewhere = { issuer: 'https://login.evil.example', client: order.client };
    expect(codeOf(await put(admin, path, elsewhere, 1))).toEqual([422, 'provider_secret_missing']);
    const kept = await here.inDoors((tx) => providerOf(tx, 'bell'));
    expect(kept).toMatchObject({ issuer, secret: order.secret, version: 1 });
    expect((await admin.send('DELETE', path, undefined, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('is nothing to a member, to another customer’s administrator, or to the vendor’s auditor', async () => {
    const member = await signedIn(await here.outside(of('acme'), 'member@acme.example'));
    const stranger = await signedIn(
      await here.outside(of('bell', 'customer-administrator'), 'it@bell.example'),
    );
    const auditor = await signedIn(await here.staff('audit@vendor.example', 'auditor'));
    for (const [browser, path, status] of [
      [member, theirs, 403],
      [stranger, theirs, 404],
      [stranger, ours, 403],
      [auditor, ours, 403],
    ] as const) {
      expect((await browser.send('GET', path)).status).toBe(status);
      expect((await put(browser, path, order, 0)).status).toBe(status);
      expect((await browser.send('DELETE', path, undefined, { 'if-match': '"1"' })).status).toBe(status);
    }
  });

  test('with another issuer, or removed, knows nobody any more', async () => {
    const id = await here.outside(of('bell', 'customer-administrator'), 'boss@bell.example');
    const [admin, path] = [await signedIn(id), '/v1/portal/bell/single-sign-on'];
    await put(admin, path, order, 0);
    const link = async () => {
      await here.inDoors((tx) =>
        addLink(tx, { room: 'bell', issuer, subject: 'x', account: id, now: start }),
      );
      return here.inDoors((tx) => linksOfAccount(tx, id));
    };
    expect(await link()).toHaveLength(1);
    await put(admin, path, { ...order, issuer: 'https://other.bell.example' }, 1);
    expect(await here.inDoors((tx) => linksOfAccount(tx, id))).toEqual([]);
    await link();
    expect((await admin.send('DELETE', path, undefined, { 'if-match': '"2"' })).status).toBe(200);
    expect(await here.inDoors((tx) => linksOfAccount(tx, id))).toEqual([]);
  });

  test('is changed by nobody who signed in long ago, and the first time not without its secret', async () => {
    const admin = await signedIn(
      await here.outside(of('bell', 'customer-administrator'), 'new@bell.example'),
    );
    const { secret: _, ...without } = order;
    const path = '/v1/portal/bell/single-sign-on';
    expect(codeOf(await put(admin, path, without, 0))).toEqual([422, 'provider_secret_missing']);
    here.turnTo(after(start, 16 * minute));
    expect(codeOf(await put(admin, path, order, 0))).toEqual([403, 'sign_in_again']);
    here.turnTo(start);
  });
});

describe('the address of a provider', () => {
  test.each([
    'http://login.acme.example',
    'https://localhost',
    'https://127.0.0.1',
    'https://[::1]/',
    'https://10.1.2.3',
    'https://169.254.169.254/latest',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://name:word@login.acme.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'login.acme.example',
    '',
  ])('is not %s', async (address) => {
    expect(mayBeProvider(address, 'public')).toBe(false);
    const admin = await signedIn(
      await here.outside(of('acme', 'customer-administrator'), `${Math.abs(hash(address))}@acme.example`),
    );
    const { version } = (await admin.send('GET', theirs)).body as { version: number };
    const { status } = await put(admin, theirs, { ...order, issuer: address }, version);
    expect(status).toBe(422);
  });

  test('that leads into a private network by its name is not asked, nor is where it sends us on to', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked++;
      answer.writeHead(302, { location: 'http://localhost:1/' }).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const get = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' } as const;
    await expect(providerFetch('public')(`https://localhost.localdomain:${port}/`, get)).rejects.toThrow();
    await expect(providerFetch('public')(`https://localhost:${port}/`, get)).rejects.toThrow('not one');
    expect(asked).toBe(0);
    const answer = await providerFetch('private')(`http://localhost:${port}/`, get);
    expect([answer.status, asked]).toEqual([302, 1]);
    server.close();
  });
});

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
}
