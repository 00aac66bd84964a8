import { randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import { accountById, hasAdministrator, type KnownAccount } from '#business/identity/accounts.store.ts';
import { savePassword } from '#business/identity/credential.store.ts';
import { digestOf, newSecret } from '#business/identity/session.store.ts';
import { saveStaff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';

/** The secret of the address that makes the first administrator: in the memory of this run of the program and nowhere else. */
export type Welcome = {
  readonly token: string;
  /** Whether it works beside administrators there are: whoever starts the program has lost their way in. */
  readonly further: boolean;
  readonly isRight: (token: string) => boolean;
  /** It is being used, or was: from now on nothing is right. */
  readonly end: () => void;
  /** Nothing came of it: it is right again. */
  readonly reopen: () => void;
};

/** Returns a new one. */
export function makeWelcome(further = false): Welcome {
  const { token, digest } = newSecret();
  let open = true;
  return {
    token,
    further,
    isRight: (given) => timingSafeEqual(digestOf(given), digest) && open,
    end: () => {
      open = false;
    },
    reopen: () => {
      open = true;
    },
  };
}

/**
 * Makes the first administrator, or a further one, with an open account. Of two first ones at once the second finds that
 * there is one; whoever is in the team already under this address gets no account by it.
 */
export async function makeFirstAdministrator(
  tx: Tx,
  made: {
    readonly name: string;
    readonly email: string;
    readonly kept: string;
    readonly further: boolean;
    readonly now: Instant;
  },
): Promise<KnownAccount | Refusal> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('first administrator', 0))`.execute(tx);
  if (!made.further && (await hasAdministrator(tx)))
    return { code: 'link_over', words: 'There is an administrator already.' };
  const { name, email, kept, now } = made;
  const id = randomUUID();
  const by = { actor: id, now };
  const saved = await saveStaff(tx, id, { name, email, role: 'administrator' }, by, 0);
  if (saved.kind === 'refused') return saved.refusal;
  const invited = await inviteAccount(tx, { id, whose: { kind: 'staff' }, person: null }, by);
  if (invited.kind === 'refused') return invited.refusal;
  await acceptAccount(tx, id, by);
  await savePassword(tx, id, kept);
  const account = await accountById(tx, id);
  if (!account) throw new Error('the first administrator is not there');
  return account;
}
