import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { keptPassword } from '#apps/server/access/passwords.ts';
import { codeOf, stepOf } from '#apps/server/access/secondFactor.ts';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import type { Whose } from '#business/identity/account.ts';
import { credentialsOf, savePassword } from '#business/identity/credential.store.ts';
import { makeLink } from '#business/identity/link.store.ts';
import { saveStaff } from '#business/identity/staff.store.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { overflowOf, violationsOf } from './barriers.ts';
import { doorsJourney } from './doorsJourney.ts';

const here = doorsJourney('copperfield');
const password = 'a sentence that is long enough';
const now = () => fromMilliseconds(Date.now());
const by = () => ({ actor: 'a-test', now: now() });
afterEach(() => here.closePages());

async function staff(name: string): Promise<string> {
  const id = randomUUID();
  const kept = await keptPassword(password);
  await here.inDoors(async (tx) => {
    const said = { name, email: `${name.toLowerCase()}@vendor.example`, role: 'license-manager' } as const;
    await saveStaff(tx, id, said, by(), 0);
    await inviteAccount(tx, { id, whose: { kind: 'staff' }, person: null }, by());
    await acceptAccount(tx, id, by());
    await savePassword(tx, id, kept);
  });
  return id;
}
async function member(name: string, status: 'invited' | 'active' = 'active'): Promise<string> {
  const id = randomUUID();
  const whose: Whose = { kind: 'customer', customer: 'copperfield', role: 'customer-administrator' };
  await here.inDoors(async (tx) => {
    const person = { name, email: `${name.toLowerCase()}@copperfield.example` };
    await inviteAccount(tx, { id, whose, person }, by());
    if (status === 'active') await acceptAccount(tx, id, by());
  });
  return id;
}
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const arrives = (page: Page, path: string | RegExp) =>
  page.waitForURL((url) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname)));

/** Signs in by password, with the keyboard alone. */
async function byPassword(page: Page, name: string): Promise<void> {
  await button(page, 'Sign in').waitFor();
  await field(page, 'E-mail address').focus();
  await page.keyboard.type(`${name.toLowerCase()}@vendor.example`);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** A device of its own, as Chromium simulates one; it unlocks itself. */
async function deviceFor(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

describe('somebody of the vendor', () => {
  test('signs in where they wanted to go, sets up a second factor, and is asked for it the next time', async () => {
    const id = await staff('Dana');
    const page = await here.newPage();
    await page.goto('/customers?q=copper');
    await arrives(page, '/sign-in');
    await byPassword(page, 'Dana');
    await arrives(page, '/customers');
    expect(new URL(page.url()).search).toBe('?q=copper');
    await page.getByText('Signed in as Dana').waitFor({ state: 'attached' });
    await page.locator('summary', { hasText: 'Dana' }).press('Enter');
    await page.getByRole('link', { name: 'Security' }).press('Enter');
    await arrives(page, '/sign-in/security');
    await button(page, 'Set up an app').press('Enter');
    await page.getByRole('img', { name: 'Scan this with the app' }).waitFor();
    const { secondFactor: secret } = await here.inDoors((tx) => credentialsOf(tx, id));
    const shown = await page.getByText('or type this key into it:').textContent();
    expect(shown?.replace(/[^A-Z2-7]/g, '')).toMatch(/^[A-Z2-7]{32}$/);
    await field(page, 'Code that the app shows').fill(codeOf(secret!, stepOf(now())));
    await page.keyboard.press('Enter');
    await page.getByText('I have kept them').waitFor();
    const codes = await page
      .getByRole('list', { name: 'Recovery codes' })
      .getByRole('listitem')
      .allTextContents();
    expect(new Set(codes).size).toBe(10);
    expect(await violationsOf(page)).toEqual([]);
    await button(page, 'I have kept them').press('Enter');
    await page.getByText('It is set up.').waitFor();
    await button(page, 'Sign out').last().press('Enter');
    await arrives(page, '/sign-in');

    await page.goto('/sign-in?to=/positions');
    await byPassword(page, 'Dana');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await field(page, 'Code').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code is not right').waitFor();
    await field(page, 'Code').fill(codes[0]!);
    await page.keyboard.press('Enter');
    await arrives(page, '/positions');
  });

  test('makes a passkey, and signs in with nothing else', async () => {
    await staff('Sam');
    const page = await here.newPage();
    await deviceFor(page);
    await page.goto('/sign-in?to=/sign-in/security');
    await byPassword(page, 'Sam');
    await arrives(page, '/sign-in/security');
    await field(page, 'What to call it').fill('This computer');
    await page.keyboard.press('Enter');
    await page.getByText('This computer', { exact: true }).waitFor();
    await button(page, 'Sign out').last().click();
    await arrives(page, '/sign-in');
    await button(page, 'Sign in with a passkey').press('Enter');
    await arrives(page, /^\/(portal)?$/);
    await page.goto('/sign-in/security');
    await page.getByText('With a passkey', { exact: false }).first().waitFor();
    await button(page, 'Remove This computer').click();
    await page.getByText('You have no passkey yet.').waitFor();
    await page.goto('/sign-in');
    await button(page, 'Sign in with a passkey').click();
    await page.getByText('This passkey opens nothing here').waitFor();
  });
});

describe('somebody of a customer', () => {
  test('comes by the single sign-on of their company, which the browser remembers', async () => {
    await member('Theo', 'invited');
    here.provider().say('theo', { email: 'theo@copperfield.example', email_verified: true });
    const page = await here.newPage({ locale: 'de-DE' });
    await page.goto(`${here.companyPage()}?to=/portal/copperfield/dates`);
    await button(page, /^Zu localhost/).click();
    await page.locator('input[name=login]').fill('theo');
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
    await page.locator('button[type=submit]').click();
    await arrives(page, '/portal/copperfield/dates');
    await page.goto('/sign-in');
    await button(page, /^Firmenanmeldung bei localhost/).waitFor();
  });

  test('comes by a link from a letter, which opens by a press and once', async () => {
    await member('Maya');
    const page = await here.newPage();
    await page.goto('/portal/copperfield');
    await arrives(page, '/sign-in');
    await field(page, 'E-mail address').fill('maya@copperfield.example');
    await page.keyboard.press('Enter');
    await page.getByText('Look into your mail').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const hers = () => here.mails().received.filter(({ to }) => JSON.stringify(to).includes('maya@'));
    await expect.poll(() => hers().length).toBe(1);
    const [letter] = hers();
    const [link = ''] = /http:\/\/localhost:\d+\/sign-in\/link#\S+/.exec(letter?.text ?? '') ?? [];
    await page.goto(link);
    await page.getByText('One press, and you are in.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await button(page, 'Sign in').click();
    await arrives(page, '/portal/copperfield');
    const again = await here.newPage();
    await again.goto(link);
    await expect.poll(() => new URL(again.url()).hash).toBe('');
    await button(again, 'Sign in').click();
    await again.getByText('This link has been used').waitFor();
  });

  test('accepts an invitation', async () => {
    const id = await member('Noor', 'invited');
    const { token } = await here.inDoors((tx) =>
      makeLink(tx, { purpose: 'invitation', account: id, now: now() }),
    );
    const page = await here.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`/sign-in/invitation#${token}`);
    await button(page, 'Accept and sign in').waitFor();
    expect([await violationsOf(page), await overflowOf(page)]).toEqual([[], 0]);
    await field(page, 'Your name').fill('Noor Haddad');
    await page.keyboard.press('Enter');
    await arrives(page, /^\/portal/);
  });
});

test('signing out everywhere ends what another browser was doing', async () => {
  await staff('Kim');
  const [one, other] = [await here.newPage(), await here.newPage()];
  for (const page of [one, other]) {
    await page.goto('/sign-in?to=/sign-in/security');
    await byPassword(page, 'Kim');
    await arrives(page, '/sign-in/security');
  }
  await one.reload();
  await expect
    .poll(() => one.getByRole('button', { name: /^Sign out (Chrome|Safari|A program)/ }).count())
    .toBe(1);
  await button(one, 'Sign out everywhere').click();
  await arrives(one, '/sign-in');
  await other.goto('/positions');
  await arrives(other, '/sign-in');
});

test('the doors have no barriers, light and dark, wide and narrow', async () => {
  const page = await here.newPage();
  const look = async (seen: string) => {
    await page.getByText(seen).first().waitFor();
    for (const [colorScheme, width] of [
      ['light', 1200],
      ['dark', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([seen, await violationsOf(page), await overflowOf(page)]).toEqual([seen, [], 0]);
    }
  };
  await page.route('**/v1/sign-in', async (route) => {
    const ways = await (await route.fetch()).json();
    const person = (name: string, kind: string, role: string, where: string | null) => ({
      account: name,
      name,
      kind,
      role,
      where,
    });
    const demo = [
      person('Nadia Kessler', 'staff', 'administrator', null),
      person('Theo Marsh', 'customer', 'customer-administrator', 'Copperfield Studio'),
      person('Noor Haddad', 'partner', 'partner', 'Tessera Partners'),
    ];
    await route.fulfill({ json: { ...ways, demo } });
  });
  await page.goto('/sign-in?problem=provider_account_unknown&to=/portal');
  await look('Nadia Kessler');
  await button(page, /^Theo Marsh/).click();
  await page.getByRole('tab', { name: 'With a password' }).click();
  await button(page, 'Forgot your password?').click();
  await look('We send a link to your address');
  for (const [path, seen] of [
    ['/sign-in/link', 'This address is not complete'],
    ['/sign-in/link#a-token', 'One press, and you are in.'],
    ['/sign-in/invitation#a-token', 'This link has been used'],
    ['/sign-in/welcome#a-token', 'You are the first.'],
    [here.companyPage(), 'You go to localhost'],
    ['/sign-in/with/nobody', 'There is no such single sign-on'],
  ] as const) {
    // Another address than before the #, so that the browser loads it anew.
    await page.goto(path.replace('#', '?again#'));
    await look(seen);
  }
});
