import { afterAll, beforeAll, expect, test } from 'vitest';
import { settleMode } from '#business/identity/installation.store.ts';
import { at } from '#test/given.ts';
import { customers } from '../given/papers.ts';
import { type DoorBrowser, type Doors, doors, home, of } from './given/doors.ts';
import { localAccess } from './settings.ts';

const now = at('2026-11-22T10:00:00Z');
let without: Doors;
let having: Doors;

type Body = { readonly link?: string; readonly items: readonly { id: string; email: string }[] };
const ask = async (browser: DoorBrowser, path: string, body?: unknown, method = 'POST') =>
  (await browser.send(method, `/v1/${path}`, body)) as { status: number; body: Body };
const administrator = async (it: Doors, email: string) => {
  const browser = it.browser();
  await browser.beSignedIn(await it.staff(email, 'administrator'));
  return browser;
};
const accept = (it: Doors, link: string | undefined, more = {}) => {
  const [page, token] = link?.split('#') ?? [];
  expect(page).toBe(`${home}/sign-in/invitation`);
  return ask(it.browser(), 'sign-in/invitation/accept', { token, ...more });
};
const order = (name: string) => ({ name, email: `${name}@aster.example`, role: 'customer-member' });
const yaml = { 'content-type': 'application/yaml' };

beforeAll(async () => {
  const settings = { ...localAccess(home), mail: false };
  [without, having] = await Promise.all([doors(now, { settings }), doors(now)]);
  for (const it of [without, having]) {
    const olga = await administrator(it, 'olga@vendor.example');
    const sent = await olga.send('POST', '/v1/imports/customers', customers(['aster']), yaml);
    expect(sent.status).toBe(200);
  }
}, 60_000);
afterAll(() => expect([...without.failed, ...having.failed]).toEqual([]));

test('without a mail server whoever invites gets the address, which lets the person in once', async () => {
  const olga = await administrator(without, 'one@vendor.example');
  const { link } = (await ask(olga, 'accounts/customers/aster', order('ann'))).body;
  expect((await accept(without, link)).body).toMatchObject({ next: 'done', to: '/portal' });
  expect((await accept(without, link)).body).toMatchObject({ code: 'link_over' });

  const eli = await without.staff('eli@vendor.example', 'legal', 'invited');
  const team = await ask(olga, `accounts/${eli}/resend`);
  const password = 'the tide turns at nine';
  expect((await accept(without, team.body.link, { password })).body).toMatchObject({ next: 'done', to: '/' });
});

test('sent again, only the latest address opens; a list and any other step hold none', async () => {
  const olga = await administrator(without, 'two@vendor.example');
  const { body } = await ask(olga, 'accounts/customers/aster', order('bea'));
  const { id } = body.items.find(({ email }) => email === 'bea@aster.example')!;
  const again = (await ask(olga, `accounts/${id}/resend`)).body.link;
  expect((await ask(olga, 'accounts/customers/aster', undefined, 'GET')).body).not.toHaveProperty('link');
  expect((await accept(without, body.link)).body).toMatchObject({ code: 'link_over' });
  expect((await accept(without, again)).status).toBe(200);
  const closed = await ask(olga, `accounts/${id}/close`);
  expect(closed.status).toBe(200);
  expect(closed.body).not.toHaveProperty('link');
  expect((await accept(without, (await ask(olga, `accounts/${id}/reopen`)).body.link)).status).toBe(200);
});

test('the administrator of a customer gets it for colleagues; what it holds is in no table', async () => {
  const gus = without.browser();
  await gus.beSignedIn(await without.outside(of('aster', 'customer-administrator'), 'gus@aster.example'));
  const { body } = await ask(gus, 'portal/aster/people', order('cas'));
  const { id } = body.items.find(({ email }) => email === 'cas@aster.example')!;
  const again = (await ask(gus, `portal/aster/people/${id}/resend`)).body.link!;
  expect(again).not.toBe(body.link);
  expect(await without.letters()).toEqual([]);
  expect(await tablesWith(again.split('#')[1]!)).toEqual([]);
  expect(await tablesWith('cas@aster.example')).toContain('goodterms.document');
  expect((await accept(without, again)).status).toBe(200);
});

test('with a mail server the letter alone holds it', async () => {
  const olga = await administrator(having, 'one@vendor.example');
  const { status, body } = await ask(olga, 'accounts/customers/aster', order('ann'));
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('link');
  const { id } = body.items.find(({ email }) => email === 'ann@aster.example')!;
  expect((await ask(olga, `accounts/${id}/resend`)).body).not.toHaveProperty('link');
  expect(await having.letters()).toHaveLength(2);
});

test('in the demo the page of letters shows it', async () => {
  await without.inDoors((tx) => settleMode(tx, { wanted: 'demo', hasCustomers: false, now }));
  const olga = await administrator(without, 'three@vendor.example');
  const { status, body } = await ask(olga, 'accounts/customers/aster', order('dot'));
  expect(status).toBe(200);
  expect(body).not.toHaveProperty('link');
  expect(await without.letters()).toHaveLength(1);
});

/** Returns the tables that hold a text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { admin } = without.db;
  const { rows } = await admin.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname !~ '^(pg_|information_)'",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const held = await admin.query(`SELECT 1 FROM ${name} AS t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [
      text,
    ]);
    if (held.rows.length > 0) found.push(name);
  }
  return found;
}
