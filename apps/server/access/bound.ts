import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AccessSettings } from './settings.ts';

type Where = Pick<AccessSettings, 'publicUrl'>;

/** What a browser is given for the time of one step, so that only it can take the next. */
export type Step = 'visit' | 'challenge';

/** Gives the browser what the next step has to bring along, for so many seconds. */
export function bindBrowser(c: Context, where: Where, step: Step, token: string, seconds: number): void {
  setCookie(c, nameOf(where, step), token, { ...attributes(where), maxAge: seconds });
  c.header('cache-control', 'no-store');
}

/** Returns what the browser was given for this step, and takes it back: each is used once. */
export function unbindBrowser(c: Context, where: Where, step: Step): string | undefined {
  const token = getCookie(c, nameOf(where, step));
  if (token !== undefined) setCookie(c, nameOf(where, step), '', { ...attributes(where), maxAge: 0 });
  return token;
}

function nameOf({ publicUrl }: Where, step: Step): string {
  return publicUrl.startsWith('https:') ? `__Host-goodterms-${step}` : `goodterms-${step}`;
}

/** Lax, as the browser comes back from a provider by a link of another site. */
function attributes({ publicUrl }: Where) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: publicUrl.startsWith('https:') } as const;
}
