import type { Context } from 'hono';
import type { LiveSession } from '#business/identity/session.store.ts';
import { isFresh } from '#business/identity/session.ts';
import type { Problem } from '#platform/problem.ts';
import { type Access, sessionOfRequest } from './identify.ts';

/** The problem of somebody whose last proof is too long ago for what opens doors. */
export const signInAgain: Problem = {
  code: 'sign_in_again',
  title: 'Please sign in again',
  detail: 'This changes how you sign in, and it has been a while since you proved who you are.',
  todo: 'Sign in again and repeat it.',
};

/** Returns the session of a browser whose owner proved who they are a short while ago; `null` where it has to be proved again. */
export async function freshSession(access: Access, c: Context): Promise<LiveSession | null> {
  const live = await sessionOfRequest(access, c);
  return live && isFresh(live, access.context.clock()) ? live : null;
}
