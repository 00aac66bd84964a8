import type { Principal } from './principal.ts';

/** Whose provider it is: the vendor's own (`*`), or that of one customer. */
export type Room = '*' | (string & {});

/** Whom a provider says somebody is: `email` only where it says that it was verified. */
export type AtProvider = { readonly email: string | null; readonly unverified: boolean };

/** An account as far as it matters here. */
export type Candidate = {
  readonly id: string;
  readonly status: 'invited' | 'active' | 'closed' | 'erased';
  readonly principal: Principal;
  /** Whether it is linked to somebody else at this provider already. */
  readonly linkedOtherwise: boolean;
};

/** Why nobody is signed in by what a provider says; stable codes, plain words. */
export const providerRefusals = {
  provider_account_unknown: 'Nobody was invited here under the address your single sign-on gives for you.',
  provider_email_unverified:
    'Your single sign-on does not say that your e-mail address was verified, so it cannot be matched with an invitation.',
  provider_linked_otherwise:
    'This account is linked to somebody else at this single sign-on. Sign in another way and unlink it under Security.',
  provider_account_closed: 'This account is closed.',
} as const;
export type ProviderRefusal = keyof typeof providerRefusals;

export type ProviderSignIn<C extends Candidate> =
  | { readonly kind: 'known'; readonly account: C }
  | { readonly kind: 'link'; readonly account: C }
  | { readonly kind: 'refused'; readonly code: ProviderRefusal };

/**
 * Returns whom a provider's answer signs in. `linked` is the account that this very person of this provider is linked to
 * in this room; it alone counts where there is one, whatever address they have by now. Otherwise an account with the
 * verified address is linked, but only one of the provider's own room: a provider says nothing about anybody else's
 * people. `sameAddress` may hold accounts of all rooms.
 */
export function whoSignsIn<C extends Candidate>(
  room: Room,
  { email, unverified }: AtProvider,
  linked: C | undefined,
  sameAddress: readonly C[],
): ProviderSignIn<C> {
  if (linked)
    return linked.status === 'active' && isOfRoom(linked.principal, room)
      ? { kind: 'known', account: linked }
      : refuse('provider_account_closed');
  if (unverified) return refuse('provider_email_unverified');
  const account = email === null ? undefined : sameAddress.find((one) => isOfRoom(one.principal, room));
  if (!account) return refuse('provider_account_unknown');
  if (account.status === 'closed' || account.status === 'erased') return refuse('provider_account_closed');
  if (account.linkedOtherwise) return refuse('provider_linked_otherwise');
  return { kind: 'link', account };
}

/** Whether an account is one that the provider of this room may speak for. Partners have none. */
export function isOfRoom(principal: Principal, room: Room): boolean {
  switch (principal.kind) {
    case 'staff':
      return room === '*';
    case 'customer':
      return room !== '*' && principal.customer === room;
    case 'partner':
      return false;
  }
}

function refuse(code: ProviderRefusal): { readonly kind: 'refused'; readonly code: ProviderRefusal } {
  return { kind: 'refused', code };
}
