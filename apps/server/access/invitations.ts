import { randomUUID } from 'node:crypto';
import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { inviteAccount, type Person, reopenAccount } from '#business/identity/account.store.ts';
import type { Whose } from '#business/identity/account.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import { readMode } from '#business/identity/installation.store.ts';
import { invitationLetter, linkAddress } from '#business/identity/letters.ts';
import { dropLinks, makeLink } from '#business/identity/link.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import type { Access } from './identify.ts';
import { whereOf } from './whereOf.ts';

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

type Inviting = { readonly whose: Whose; readonly person: Person | null; readonly actor: string };

/** What came of a step: why not, where it is refused, and the address to hand over, where one was made and no letter carries it. */
export type Done = { readonly refusal: Refusal | null; readonly link: string | null };

/** Returns whether somebody reads the letters: a mail server sends them, or the demo shows them. */
export async function lettersArrive({ settings }: Access, tx: Tx): Promise<boolean> {
  return settings.mail || (await readMode(tx)) === 'demo';
}

/**
 * Invites somebody: an account that nobody has opened yet, and a link that works once, for seven days, in a letter or
 * handed over. `id` is that of the team where it is somebody of the vendor.
 */
export async function invite(
  access: Access,
  { whose, person, actor, id = randomUUID() }: Inviting & { readonly id?: string },
): Promise<Done> {
  const { pool, clock } = access.context;
  const done = await inAccess(pool, actor, (tx) =>
    inviteAccount(tx, { id, whose, person }, { actor, now: clock() }),
  );
  if (done.kind === 'refused') return { refusal: done.refusal, link: null };
  return writeInvitation(access, id, actor);
}

/** Opens a closed account again for whoever has its address, and writes to them. */
export async function inviteAgain(access: Access, id: string, actor: string): Promise<Done> {
  const { pool, clock } = access.context;
  const done = await inAccess(pool, actor, (tx) => reopenAccount(tx, id, { actor, now: clock() }));
  if (done.kind === 'refused') return { refusal: done.refusal, link: null };
  return writeInvitation(access, id, actor);
}

/**
 * Writes the letter of an invitation (again): the link of the one before opens nothing any more. Where no letter arrives
 * none is written, since it would keep the secret lying in wait: the link is returned, and kept nowhere.
 */
export async function writeInvitation(access: Access, id: string, actor: string): Promise<Done> {
  const { pool, clock } = access.context;
  const now = clock();
  const account = await inAccess(pool, actor, (tx) => accountById(tx, id));
  if (!account) throw new Error('an invitation of an account that is not there');
  const where = (await whereOf(access, [account.principal]))(account.principal);
  const link = await inAccess(pool, actor, async (tx) => {
    await dropLinks(tx, id, 'invitation');
    const { token, until } = await makeLink(tx, { purpose: 'invitation', account: id, now });
    const by = (await accountById(tx, actor))?.name ?? null;
    const address = linkAddress(access.settings.publicUrl, 'invitation', token);
    if (!(await lettersArrive(access, tx))) return address;
    const { name } = account;
    const letter = invitationLetter({
      ...{ name, by, whose: whoseOf(account.principal), where, address },
      until: longDay.format(until / 1000),
    });
    const to = { name, address: account.email };
    await queueMail(tx, { ...letter, customer: accessScope, to, usefulUntil: until, now });
    return null;
  });
  return { refusal: null, link };
}

/** Returns whose side an account is on. */
export function whoseOf(principal: Principal): Whose {
  switch (principal.kind) {
    case 'staff':
      return { kind: 'staff' };
    case 'partner':
      return { kind: 'partner', partner: principal.partner };
    case 'customer':
      return { kind: 'customer', customer: principal.customer, role: principal.role };
  }
}
