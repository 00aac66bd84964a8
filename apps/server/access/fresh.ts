import type { Context } from 'hono';
import type { LiveSession } from '#business/identity/session.store.ts';
import { isFresh } from '#business/identity/session.ts';
import { type Access, sessionOfRequest } from './identify.ts';

/** Returns the session of a browser whose owner proved who they are a short while ago; `null` where it has to be proved again. */
export async function freshSession(access: Access, c: Context): Promise<LiveSession | null> {
  const live = await sessionOfRequest(access, c);
  return live && isFresh(live, access.context.clock()) ? live : null;
}
