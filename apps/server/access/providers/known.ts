import { inAccess } from '#business/identity/accessScope.store.ts';
import { providerById, type SignInProvider } from '#business/identity/provider.store.ts';
import type { Room } from '#business/identity/providerSignIn.ts';
import type { Access } from '../identify.ts';
import type { Client } from './openId.ts';
import type { ProviderSettings } from './settings.ts';

/** A provider that people may come from: whose it is, and how we are known there. */
export type KnownProvider = { readonly id: string; readonly room: Room; readonly client: Client };

/** What the vendor's own provider is called in addresses. Ids of others have 16 characters. */
export const vendorProvider = 'vendor';

/** Returns the provider of an id in an address, or `undefined`. */
export async function knownProvider(
  { context }: Access,
  settings: ProviderSettings,
  id: string,
): Promise<KnownProvider | undefined> {
  if (id === vendorProvider) return settings.vendor ? { id, room: '*', client: settings.vendor } : undefined;
  const found = await inAccess(context.pool, 'sign-in', (tx) => providerById(tx, id));
  return found && ofCustomer(found, settings);
}

/** Returns how the provider of a customer is asked. */
export function ofCustomer(
  { id, customer, issuer, client, secret }: SignInProvider,
  { reachable }: ProviderSettings,
): KnownProvider {
  return { id, room: customer, client: { issuer, client, secret, reachable } };
}

/** Returns where a provider sends browsers back to: an address of its own for each, so that none answers for another. */
export function backAddress(publicUrl: string, provider: string): string {
  return `${publicUrl}/v1/sign-in/single-sign-on/${provider}/back`;
}
