import type { Client } from './openId.ts';
import { mayBeProvider, type Reachable } from './providerFetch.ts';

/** The providers people come from: the vendor's own, where there is one, and how far those of customers may lead. */
export type ProviderSettings = { readonly vendor: Client | null; readonly reachable: Reachable };

/** Without a provider of the vendor; those of customers are on the public internet. */
export const noProvider: ProviderSettings = { vendor: null, reachable: 'public' };

/**
 * Returns what the environment sets; throws, naming the variable, where it cannot be used. The vendor's own provider was
 * named by whoever runs the installation, so it may be in a network of their own.
 */
export function providersFromSettings(): ProviderSettings {
  const issuer = process.env.GOODTERMS_OIDC_ISSUER;
  const client = process.env.GOODTERMS_OIDC_CLIENT_ID;
  const secret = process.env.GOODTERMS_OIDC_CLIENT_SECRET;
  const reach = process.env.GOODTERMS_OIDC_PRIVATE;
  if (reach !== undefined && reach !== 'allow')
    throw new Error('GOODTERMS_OIDC_PRIVATE has to be allow, or left out');
  const reachable = reach === 'allow' ? 'private' : 'public';
  if (issuer === undefined && client === undefined && secret === undefined)
    return { vendor: null, reachable };
  if (!issuer || !client || !secret)
    throw new Error(
      'GOODTERMS_OIDC_ISSUER, GOODTERMS_OIDC_CLIENT_ID and GOODTERMS_OIDC_CLIENT_SECRET belong together: set all or none',
    );
  if (!mayBeProvider(issuer, 'private'))
    throw new Error('GOODTERMS_OIDC_ISSUER has to begin with https:// (or lead to this machine)');
  return { vendor: { issuer, client, secret, reachable: 'private' }, reachable };
}
