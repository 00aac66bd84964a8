import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import type { KnownAccount } from '#business/identity/accounts.store.ts';
import { principalOfToken } from '#business/identity/apiToken.store.ts';
import type { LiveSession } from '#business/identity/session.store.ts';
import { sessionOf } from '#business/identity/session.store.ts';
import type { WayIn } from '#business/identity/session.ts';
import type { ServerContext } from '../context.ts';
import { tokenOf } from './cookie.ts';
import type { Welcome } from './firstAdministrator.ts';
import type { Identify } from './guard.ts';
import type { AccessSettings, SecondFactorPolicy } from './settings.ts';

/** What the doors are made of. */
export type Access = {
  readonly context: Pick<ServerContext, 'pool' | 'clock'>;
  readonly settings: AccessSettings;
  /** The address that makes the first administrator, where the start printed one. */
  readonly welcome?: Welcome;
};

/** While somebody has to set up a second factor, these are all they reach. */
const reachable = /^\/v1\/(?:sign-in(?:\/|$)|session(?:\/|$)|account\/second-factor(?:\/|$))/;

/**
 * Returns what says who asks: by a token of a program (`Authorization: Bearer gta_…`), else by the session of a browser.
 * Whoever brings a token is that program or nobody.
 */
export function identifyBy(access: Access): Identify {
  return async (c) => {
    const { context } = access;
    const header = c.req.header('authorization');
    if (header !== undefined) {
      const token = /^Bearer +(\S{1,200})$/i.exec(header)?.[1];
      if (token === undefined) return null;
      const now = context.clock();
      return (await inAccess(context.pool, 'sign-in', (tx) => principalOfToken(tx, token, now))) ?? null;
    }
    const live = await sessionOfRequest(access, c);
    if (!live) return null;
    const lacking = lacksSecondFactor(access.settings.secondFactor, live.account, live.how);
    return lacking && !reachable.test(c.req.path) ? null : live.account.principal;
  };
}

/** Returns the session of the browser that asks; `undefined` where there is none. */
export async function sessionOfRequest(
  { context, settings }: Access,
  c: Context,
): Promise<LiveSession | undefined> {
  const token = tokenOf(c, settings);
  if (token === undefined || c.req.header('authorization') !== undefined) return undefined;
  return inAccess(context.pool, 'sign-in', (tx) => sessionOf(tx, token, context.clock()));
}

/** Whether somebody has to set up a second factor before anything else. Passkeys and single sign-on bring their own. */
export function lacksSecondFactor(
  policy: SecondFactorPolicy,
  { principal, hasSecondFactor }: KnownAccount,
  how: WayIn,
): boolean {
  if (principal.kind !== 'staff' || hasSecondFactor) return false;
  if (how === 'passkey' || how === 'single-sign-on' || how === 'demo') return false;
  return policy === 'staff' || (policy === 'administrators' && principal.role === 'administrator');
}
