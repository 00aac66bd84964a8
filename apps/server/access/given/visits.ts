import { expect } from 'vitest';
import { providerOf, saveProvider } from '#business/identity/provider.store.ts';
import type { Instant } from '#platform/instant.ts';
import { backAddress } from '../providers/known.ts';
import { type DoorBrowser, type Doors, home } from './doors.ts';
import { type OpenIdProvider, openIdProvider, type ProviderChoices } from './openIdProvider.ts';

/** A provider of a customer, with the id it has in addresses. */
export type CompanyProvider = OpenIdProvider & { readonly id: string };

/** Starts a provider and sets it up as that of a customer: it has to know where to send browsers to, and we where it is. */
export async function companyProvider(
  here: Doors,
  customer: string,
  now: Instant,
  more: ProviderChoices['more'] = {},
): Promise<CompanyProvider> {
  const by = { actor: 'a-test', now };
  const { id } = await here.inDoors(async (tx) => {
    await saveProvider(tx, customer, { issuer: 'https://not.yet', client: 'none', secret: 'none' }, by, 0);
    return (await providerOf(tx, customer))!;
  });
  const provider = await openIdProvider({ back: [backAddress(home, id)], more });
  const { issuer, client, secret } = provider;
  await here.inDoors((tx) => saveProvider(tx, customer, { issuer, client, secret }, by, 1));
  return { ...provider, id };
}

/** Begins a sign-in; returns where the browser is sent. */
export async function go(browser: DoorBrowser, provider: string, to?: string): Promise<string> {
  const { status, body } = await browser.send('POST', `/v1/sign-in/single-sign-on/${provider}`, { to });
  expect(status).toBe(200);
  return (body as { address: string }).address;
}

/** Comes back to an address of ours; returns where the browser is led. */
export async function comeBack(browser: DoorBrowser, address: string): Promise<string | null> {
  const { pathname, search } = new URL(address);
  const { status, headers } = await browser.send('GET', pathname + search);
  expect(status).toBe(303);
  return headers.get('location');
}

/** All of it: to the provider, in there as `subject`, and back. Returns where the browser is led. */
export async function visit(
  browser: DoorBrowser,
  provider: OpenIdProvider & { readonly id?: string },
  subject: string,
  to?: string,
): Promise<string | null> {
  return comeBack(browser, await provider.signIn(await go(browser, provider.id ?? 'vendor', to), subject));
}
