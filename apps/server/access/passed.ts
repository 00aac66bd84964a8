import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { KnownAccount } from '#business/identity/accounts.store.ts';
import { makeLink } from '#business/identity/link.store.ts';
import type { WayIn } from '#business/identity/session.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Access } from './identify.ts';
import { landing } from './landing.ts';
import type { SignInNext } from './schemas.ts';
import { signInDone } from './signInDone.ts';

export type Next = z.infer<typeof SignInNext>;

const nothing: Omit<Next, 'next'> = { step: null, to: null, accounts: [], codeNeeded: false };

/** What a second factor makes of the first one. */
const withCode: Partial<Readonly<Record<WayIn, WayIn>>> = {
  password: 'password-and-code',
  link: 'link-and-code',
};

/**
 * The first step of a sign-in was passed: asks for the second factor where the account has one, else signs in. What is
 * given for the next step is of no use for anything else, and only once.
 */
export async function passed(
  access: Access,
  tx: Tx,
  c: Context,
  { account, how, to }: { readonly account: KnownAccount; readonly how: WayIn; readonly to: string | null },
): Promise<Next> {
  if (account.hasSecondFactor && withCode[how]) {
    const now = access.context.clock();
    const { token } = await makeLink(tx, {
      purpose: 'second-factor',
      account: account.id,
      how,
      place: to,
      now,
    });
    return { ...nothing, next: 'second-factor', step: token };
  }
  return passedAll(access, tx, c, { account, how, to });
}

/** Every step was passed: the browser gets its session. */
export async function passedAll(
  access: Access,
  tx: Tx,
  c: Context,
  { account, how, to }: { readonly account: KnownAccount; readonly how: WayIn; readonly to: string | null },
): Promise<Next> {
  await signInDone(access, tx, c, account, how);
  return { ...nothing, next: 'done', to: landing(account.principal, to) };
}

/** Returns what the way in is called when the second factor was passed too. */
export function howWithCode(how: WayIn): WayIn {
  return withCode[how] ?? how;
}

/** Returns an answer that asks for something more. */
export function asksFor(next: Next['next'], more: Partial<Next>): Next {
  return { ...nothing, next, ...more };
}
