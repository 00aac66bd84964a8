import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { countAttempt, forgetAttempts, type Limit } from '#business/identity/attempt.store.ts';
import { minute, second } from '#platform/instant.ts';
import { problemAnswer } from '../problems.ts';
import type { Access } from './identify.ts';
import type { AccessSettings } from './settings.ts';

/**
 * How often is tried what. Each span is a quarter of an hour from the first try on, and ends by itself: whoever guesses
 * at an address slows its owner down for that long at most, and a link by mail or a passkey opens the door meanwhile.
 */
export const limits = {
  /** Passwords from one network, whosever. */
  passwordFrom: { what: 'password-from', most: 100, within: 15 * minute },
  /** Passwords for one address from one network: forgotten when one was right. */
  passwordFor: { what: 'password-for', most: 10, within: 15 * minute },
  /** Passwords for one address from everywhere. */
  passwordAnywhere: { what: 'password-anywhere', most: 50, within: 15 * minute },
  /** Codes of a second factor of one account. */
  code: { what: 'code', most: 10, within: 15 * minute },
  /** Links asked for one address, and from one network. */
  linkFor: { what: 'link-for', most: 5, within: 15 * minute },
  linkFrom: { what: 'link-from', most: 50, within: 15 * minute },
  /** Letters to colleagues that one administrator of a customer has sent. */
  letters: { what: 'letters', most: 30, within: 15 * minute },
  /** Links, invitations and steps that were presented from one network. */
  presented: { what: 'presented', most: 200, within: 15 * minute },
} as const satisfies Readonly<Record<string, Limit>>;

type Counted = readonly [Limit, string];

/**
 * Counts a try under each limit, up to the first that is passed: what a network may not even try counts against nobody
 * else. Returns the answer 429 there, with when to come again; else null.
 */
export async function limited(
  { context }: Access,
  c: Context,
  tries: readonly Counted[],
): Promise<Response | null> {
  const now = context.clock();
  const until = await inAccess(context.pool, 'sign-in', async (tx) => {
    for (const [limit, who] of tries) {
      const wait = await countAttempt(tx, limit, who, now);
      if (wait !== null) return wait;
    }
    return null;
  });
  return until === null ? null : tooMany(c, until - now);
}

/** Forgets what was counted for somebody who has proved who they are. */
export function forgiven({ context }: Access, tries: readonly Counted[]): Promise<void> {
  return inAccess(context.pool, 'sign-in', async (tx) => {
    for (const [limit, who] of tries) await forgetAttempts(tx, limit, who);
  });
}

function tooMany(c: Context, wait: number): Response {
  const seconds = Math.max(1, Math.ceil(wait / second));
  c.header('retry-after', String(seconds));
  const minutes = Math.ceil(seconds / 60);
  return problemAnswer(c, [
    {
      code: 'too_many_attempts',
      title: 'Too many attempts',
      detail: `This was tried too often. It is possible again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      todo: 'Wait, or sign in another way.',
    },
  ]);
}

/**
 * Returns the network a request comes from: its IPv4 address, or the first 64 bits of its IPv6 address, which one
 * household or host has to itself. Behind proxies of one's own it is what the outermost of them saw.
 */
export function networkOf(c: Context, { proxies }: Pick<AccessSettings, 'proxies'>): string {
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const address = proxies > 0 ? chain.at(-proxies) : remoteOf(c);
  // Some proxies write the port behind it, which is another one each time.
  const [, inBrackets] = /^\[([^\]]*)\]/.exec(address ?? '') ?? [];
  const bare = (inBrackets ?? address ?? '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = tail === undefined ? 0 : 8 - left!.length - right!.length;
  const groups = [...left!, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right!];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Asked by the program itself there is no connection. */
function remoteOf(c: Context): string | undefined {
  return (c.env as { incoming?: unknown } | undefined)?.incoming ? getConnInfo(c).remote.address : undefined;
}
