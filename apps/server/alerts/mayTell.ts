import { readFlags } from '#business/customers/flags.store.ts';
import { mayContact, spanOf } from '#business/customers/flags.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** Returns why nothing may go to a customer now, in words; `null` where it may. */
export async function mayTell(tx: Tx, customer: string, now: Instant): Promise<string | null> {
  const contact = mayContact((await readFlags(tx, customer)).flags.map(spanOf), now);
  return contact.may ? null : contact.reason;
}
