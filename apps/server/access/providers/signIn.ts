import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount } from '#business/identity/account.store.ts';
import { accountById, accountsByEmail, type KnownAccount } from '#business/identity/accounts.store.ts';
import { dropLinks } from '#business/identity/link.store.ts';
import { addLink, linkOf, linksOfAccount, noteLinkUse } from '#business/identity/provider.store.ts';
import { isOfRoom, type ProviderRefusal, whoSignsIn } from '#business/identity/providerSignIn.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Access } from '../identify.ts';
import { signInDone } from '../signInDone.ts';
import type { KnownProvider } from './known.ts';
import type { Claims } from './openId.ts';

/** Who came in, or why nobody did. */
export type CameIn =
  | { readonly kind: 'in'; readonly account: KnownAccount }
  | { readonly kind: 'refused'; readonly code: ProviderRefusal };

/** Signs in whom a provider says the browser's user is, and links them the first time; both or neither. */
export function signInBy(
  access: Access,
  c: Context,
  { room }: KnownProvider,
  claims: Claims,
): Promise<CameIn> {
  const { pool, clock } = access.context;
  return inAccess(pool, 'sign-in', async (tx) => {
    const { issuer, subject, email } = claims;
    const link = await linkOf(tx, room, issuer, subject);
    const linked = link && (await candidate(tx, room, issuer, await accountById(tx, link.account)));
    const same = email === null ? [] : await accountsByEmail(tx, email);
    const sameAddress = await Promise.all(same.map((one) => candidate(tx, room, issuer, one)));
    const found = whoSignsIn(
      room,
      claims,
      linked,
      sameAddress.flatMap((one) => one ?? []),
    );
    if (found.kind === 'refused') return found;
    const now = clock();
    if (found.kind === 'link') {
      const { id: account, status } = found.account;
      const added = await addLink(tx, { room, issuer, subject, account, now });
      if (!added) return { kind: 'refused', code: 'provider_linked_otherwise' };
      if (status === 'invited') await accept(tx, account, now);
    } else if (link) await noteLinkUse(tx, link.id, now);
    const account = await accountById(tx, found.account.id);
    if (account?.status !== 'active') return { kind: 'refused', code: 'provider_account_closed' };
    await signInDone(access, tx, c, account, 'single-sign-on');
    return { kind: 'in', account };
  });
}

/** Links whom a provider says the browser's user is to who is signed in, whatever their address there. */
export function linkTo(
  { context }: Access,
  account: KnownAccount,
  { room }: KnownProvider,
  { issuer, subject }: Claims,
): Promise<ProviderRefusal | null> {
  if (!isOfRoom(account.principal, room)) return Promise.resolve('provider_account_unknown');
  return inAccess(context.pool, account.id, async (tx) => {
    const link = await linkOf(tx, room, issuer, subject);
    if (link?.account === account.id) return null;
    const added = await addLink(tx, { room, issuer, subject, account: account.id, now: context.clock() });
    return added ? null : 'provider_linked_otherwise';
  });
}

/** The provider has vouched for the address the invitation went to: it is accepted, and its link opens nothing more. */
async function accept(tx: Tx, account: string, now: Instant): Promise<void> {
  const done = await acceptAccount(tx, account, { actor: account, now });
  if (done.kind === 'refused') throw new Error(done.refusal.code);
  await dropLinks(tx, account, 'invitation');
}

async function candidate(tx: Tx, room: string, issuer: string, account: KnownAccount | undefined) {
  if (!account) return undefined;
  const links = await linksOfAccount(tx, account.id);
  const linkedOtherwise = links.some((one) => one.room === room && one.issuer === issuer);
  return { ...account, linkedOtherwise };
}
