import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksOfAccount } from '#business/identity/provider.store.ts';
import { after, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { type Doors, doors, home, of } from '../given/doors.ts';
import { type OpenIdProvider, openIdProvider, type ProviderChoices } from '../given/openIdProvider.ts';
import { comeBack, companyProvider, go, visit } from '../given/visits.ts';
import { backAddress } from './known.ts';

const start = at('2026-11-22T10:00:00Z');
let ours: OpenIdProvider;
let here: Doors;

beforeAll(async () => {
  ours = await openIdProvider({ back: [backAddress(home, 'vendor')] });
  const { issuer, client, secret } = ours;
  here = await doors(start, {
    providers: { vendor: { issuer, client, secret, reachable: 'private' }, reachable: 'private' },
  });
});
afterAll(async () => {
  await ours?.stop();
  expect(here?.failed).toEqual([]);
});

const providerFor = (customer: string, more?: ProviderChoices['more']) =>
  companyProvider(here, customer, start, more);

describe('people of the vendor', () => {
  test('sign in at the vendor’s own provider: the first time by the verified address, then as who they are there', async () => {
    const id = await here.staff('dana@vendor.example');
    ours.say('dana', { email: 'Dana@vendor.example', email_verified: true });
    const browser = here.browser();
    expect(await visit(browser, ours, 'dana', '/positions?open=1')).toBe('/positions?open=1');
    expect(await browser.session()).toMatchObject({ account: { id }, how: 'single-sign-on' });
    ours.say('dana', { email: 'somebody.else@vendor.example', email_verified: false });
    const again = here.browser();
    expect(await visit(again, ours, 'dana')).toBe('/');
    expect((await again.session())?.account.id).toBe(id);
  });

  test('what is given to the browser is a session of its own, and the step before it is over', async () => {
    await here.staff('sam@vendor.example');
    ours.say('sam', { email: 'sam@vendor.example', email_verified: true });
    const browser = here.browser();
    await visit(browser, ours, 'sam');
    expect([...browser.jar.keys()]).toEqual(['goodterms']);
  });

  test('nobody who was not invited becomes anybody', async () => {
    ours.say('stranger', { email: 'stranger@vendor.example', email_verified: true });
    const browser = here.browser();
    expect(await visit(browser, ours, 'stranger', '/positions')).toBe(
      '/sign-in?problem=provider_account_unknown&to=%2Fpositions',
    );
    expect(await browser.session()).toBeUndefined();
  });

  test('whoever says no at the provider is told so', async () => {
    const browser = here.browser();
    const address = new URL(await go(browser, 'vendor'));
    const back = `${backAddress(home, 'vendor')}?error=access_denied&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(ours.issuer)}`;
    expect(await comeBack(browser, back)).toBe('/sign-in?problem=provider_denied');
  });
});

describe('people of a customer', () => {
  test('an invitation is accepted by signing in at the company’s own provider, and its link opens nothing more', async () => {
    const acme = await providerFor('acme');
    const id = await here.outside(of('acme'), 'maria@acme.example', 'invited');
    acme.say('maria', { email: 'maria@acme.example', email_verified: true });
    const browser = here.browser();
    expect(await visit(browser, acme, 'maria', '/portal/acme/dates')).toBe('/portal/acme/dates');
    expect(await browser.session()).toMatchObject({ account: { id, status: 'active' } });
    expect(await here.inDoors((tx) => linksOfAccount(tx, id))).toMatchObject([
      { room: 'acme', issuer: acme.issuer },
    ]);
    await acme.stop();
  });

  test('a provider that says the address in its token, not at its other address, will do', async () => {
    const bell = await providerFor('bell', { conformIdTokenClaims: false });
    const id = await here.outside(of('bell'), 'nora@bell.example');
    bell.say('nora', { email: 'nora@bell.example', email_verified: true });
    const browser = here.browser();
    expect(await visit(browser, bell, 'nora', '/positions')).toBe('/portal');
    expect((await browser.session())?.account.id).toBe(id);
    await bell.stop();
  });

  test('a provider that is down, or that answers something else, is said to be out of reach', async () => {
    const cole = await providerFor('cole');
    await here.outside(of('cole'), 'cy@cole.example');
    cole.say('cy', { email: 'cy@cole.example', email_verified: true });
    const browser = here.browser();
    const back = await cole.signIn(await go(browser, cole.id), 'cy');
    await cole.stop();
    expect(await comeBack(browser, back)).toBe('/sign-in?problem=provider_unreachable');
    const { status, body } = await browser.send('POST', `/v1/sign-in/single-sign-on/${cole.id}`, {});
    expect([status, (body as { code: string }).code]).toEqual([502, 'provider_unreachable']);
  });
});

describe('one’s own account', () => {
  test('may be linked by who is signed in, whatever the address there; and unlinked', async () => {
    const id = await here.staff('lee@vendor.example');
    ours.say('lee', { email: 'private@elsewhere.example' });
    const browser = here.browser();
    await browser.beSignedIn(id);
    const links = async () =>
      (await browser.send('GET', '/v1/account/single-sign-on')).body as {
        items: { id: string; host: string }[];
        offered: object | null;
      };
    expect(await links()).toMatchObject({ items: [], offered: { id: 'vendor' } });
    const { body } = await browser.send('POST', '/v1/account/single-sign-on');
    const back = await ours.signIn((body as { address: string }).address, 'lee');
    expect(await comeBack(browser, back)).toBe('/sign-in/security');
    expect(await links()).toMatchObject({ items: [{ host: new URL(ours.issuer).host }], offered: null });
    const again = here.browser();
    expect(await visit(again, ours, 'lee')).toBe('/');
    const [link] = (await links()).items;
    expect((await browser.send('DELETE', `/v1/account/single-sign-on/${link!.id}`)).status).toBe(200);
    expect(await visit(here.browser(), ours, 'lee')).toMatch('provider_email_unverified');
  });

  test('is linked by nobody who signed in long ago', async () => {
    const id = await here.staff('kim@vendor.example');
    const browser = here.browser();
    await browser.beSignedIn(id);
    here.turnTo(after(start, 20 * minute));
    const { status, body } = await browser.send('POST', '/v1/account/single-sign-on');
    expect([status, (body as { code: string }).code]).toEqual([403, 'sign_in_again']);
    here.turnTo(start);
  });
});
