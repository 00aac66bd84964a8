import type { BillingPort } from '#business/settlement/billing.ts';
import { stripePort } from './stripe.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Returns the port to Stripe that the environment sets; `null` without a key. Throws, naming the variable, on an address
 * that is neither https nor this machine's, and on one without a key.
 */
export function billingFromSettings(): BillingPort | null {
  return portFrom(process.env.GOODTERMS_STRIPE_KEY, process.env.GOODTERMS_STRIPE_URL);
}

/** As `billingFromSettings`, of a key and an address; without an address it is that of Stripe. */
export function portFrom(key: string | undefined, url: string | undefined): BillingPort | null {
  if (url && !key) throw new Error('GOODTERMS_STRIPE_URL is set, and GOODTERMS_STRIPE_KEY is missing');
  if (!key) return null;
  if (!/^[!-~]+$/.test(key))
    throw new Error('GOODTERMS_STRIPE_KEY holds what no key does: spaces or line ends');
  const address = URL.parse(url || 'https://api.stripe.com');
  const isOurs = address?.protocol === 'http:' && loopback.has(address.hostname);
  if (!address || (address.protocol !== 'https:' && !isOurs))
    throw new Error('GOODTERMS_STRIPE_URL has to begin with https:// (or lead to this machine)');
  return stripePort({ url: address.origin, key });
}
