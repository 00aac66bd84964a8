import type { Context } from 'hono';
import type { KnownAccount } from '#business/identity/accounts.store.ts';
import { startSession } from '#business/identity/session.store.ts';
import { browserWords, type WayIn } from '#business/identity/session.ts';
import type { Tx } from '#platform/database/scope.ts';
import { giveToken, tokenOf } from './cookie.ts';
import type { Access } from './identify.ts';

/**
 * Somebody has proved to be the owner of an open account: begins a session in `tx` (of `inAccess`) and gives the browser
 * its token. Always a new one, so that a token somebody planted before is worth nothing; the session the browser had ends.
 */
export async function signInDone(
  { context, settings }: Access,
  tx: Tx,
  c: Context,
  account: KnownAccount,
  how: WayIn,
): Promise<void> {
  const now = context.clock();
  const browser = browserWords(c.req.header('user-agent'));
  const { token, until } = await startSession(tx, {
    account,
    how,
    browser,
    now,
    instead: tokenOf(c, settings),
  });
  giveToken(c, settings, token, until, now);
}
