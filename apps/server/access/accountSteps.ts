import { z } from '@hono/zod-openapi';
import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { accountRefusals } from '#business/identity/account.refusals.ts';
import { closeAccount, eraseAccount } from '#business/identity/account.store.ts';
import { accountById, isLastAdministrator, type KnownAccount } from '#business/identity/accounts.store.ts';
import { dropSecondFactor } from '#business/identity/credential.store.ts';
import { changeLetter } from '#business/identity/letters.ts';
import { endAllSessions } from '#business/identity/session.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import type { Access } from './identify.ts';
import { type Done, inviteAgain, writeInvitation } from './invitations.ts';

/** What can be done with an account of somebody else. `close` also withdraws an invitation. */
export const AccountStep = z
  .enum(['resend', 'close', 'reopen', 'erase', 'reset-second-factor'])
  .openapi('AccountStep');

/** Does one of these; an invitation made by it may come with a link to hand over. */
export async function stepAccount(
  access: Access,
  { id, status }: KnownAccount,
  step: z.infer<typeof AccountStep>,
  actor: string,
): Promise<Done> {
  if (step === 'reopen') return inviteAgain(access, id, actor);
  if (step === 'resend') {
    if (status !== 'invited') return { refusal: refuse('account_not_invited'), link: null };
    return writeInvitation(access, id, actor);
  }
  const { pool, clock } = access.context;
  const refusal = await inAccess(pool, actor, async (tx) => {
    const by = { actor, now: clock() };
    if (step === 'reset-second-factor') return resetSecondFactor(access, tx, id);
    if (step === 'close' && (await isLastAdministrator(tx, id))) return refuse('last_administrator');
    const done = await (step === 'close' ? closeAccount : eraseAccount)(tx, id, by);
    return done.kind === 'refused' ? done.refusal : null;
  });
  return { refusal, link: null };
}

/** For somebody who has lost app and recovery codes: their sessions end, and they are told. */
async function resetSecondFactor({ settings, context }: Access, tx: Tx, id: string): Promise<null> {
  await dropSecondFactor(tx, id);
  await endAllSessions(tx, id);
  const account = await accountById(tx, id);
  if (account?.status !== 'active') return null;
  const { name, email: address } = account;
  const letter = changeLetter({ name, publicUrl: settings.publicUrl }, 'second-factor-gone');
  await queueMail(tx, { ...letter, customer: accessScope, to: { name, address }, now: context.clock() });
  return null;
}

function refuse(code: keyof typeof accountRefusals): Refusal {
  return { code, words: accountRefusals[code] };
}
