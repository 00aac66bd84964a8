import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Instant, second } from '#platform/instant.ts';
import type { AccessSettings } from './settings.ts';

type Where = Pick<AccessSettings, 'publicUrl'>;

/** Returns what the cookie of a session is called: over https so that no other host or plain http can set it. */
export function cookieName({ publicUrl }: Where): string {
  return publicUrl.startsWith('https:') ? '__Host-goodterms' : 'goodterms';
}

/** Returns the token that a browser brings along; `undefined` where it brings none. */
export function tokenOf(c: Context, where: Where): string | undefined {
  return getCookie(c, cookieName(where));
}

/** Gives the browser the token of a session that ends at `until`, as of `now`. */
export function giveToken(c: Context, where: Where, token: string, until: Instant, now: Instant): void {
  const name = cookieName(where);
  const seconds = Math.max(0, Math.floor((until - now) / second));
  setCookie(c, name, token, { ...attributes(where), maxAge: seconds });
  c.header('cache-control', 'no-store');
}

/** Takes the token of a session back. */
export function takeTokenBack(c: Context, where: Where): void {
  setCookie(c, cookieName(where), '', { ...attributes(where), maxAge: 0 });
}

function attributes({ publicUrl }: Where) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: publicUrl.startsWith('https:') } as const;
}
