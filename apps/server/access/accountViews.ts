import type { z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { accountsOf, type KnownAccount } from '#business/identity/accounts.store.ts';
import { openInvitations } from '#business/identity/link.store.ts';
import { roleOf } from '#business/identity/principal.ts';
import { formatInstant } from '#platform/instant.ts';
import type { Access } from './identify.ts';
import { lettersArrive } from './invitations.ts';
import type { Accounts } from './schemas.ts';
import { whoAsks } from './whoAsks.ts';

/** Returns the accounts of one side as lists show them. */
export async function accountsView(
  access: Access,
  side: Parameters<typeof accountsOf>[1],
): Promise<z.infer<typeof Accounts>> {
  const { account: own } = whoAsks();
  const now = access.context.clock();
  return inAccess(access.context.pool, own, async (tx) => {
    const invited = await openInvitations(tx, now);
    const items = (await accountsOf(tx, side)).map((account) => viewOf(account, invited, own));
    const mail = await lettersArrive(access, tx);
    return { items, next: null, total: items.length, mail };
  });
}

function viewOf(account: KnownAccount, invited: Awaited<ReturnType<typeof openInvitations>>, own: string) {
  const { id, name, email, principal, status, hasSecondFactor, signedInAt } = account;
  const until = status === 'invited' ? invited.get(id) : undefined;
  return {
    ...{ id, name, email, kind: principal.kind, role: roleOf(principal), status, hasSecondFactor },
    invitedUntil: until === undefined ? null : formatInstant(until),
    signedInAt: signedInAt === null ? null : formatInstant(signedInAt),
    own: id === own,
  };
}
