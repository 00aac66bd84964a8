import { randomUUID } from 'node:crypto';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { CustomerRole } from '#business/identity/roles.ts';
import type { TestDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';

/** Returns somebody of a customer, with an account of their own. */
export async function person(db: TestDatabase, customer: string, role: CustomerRole): Promise<Principal> {
  const id = randomUUID();
  await inAccess(db.app, 'test', async (tx) => {
    const by = { actor: 'test', now: at('2026-04-01') };
    const invited = {
      id,
      whose: { kind: 'customer' as const, customer, role },
      person: { name: `Dana of ${customer}`, email: `${role}@${customer}.example` },
    };
    await inviteAccount(tx, invited, by);
    await acceptAccount(tx, id, by);
  });
  return { kind: 'customer', account: id, customer, role };
}
