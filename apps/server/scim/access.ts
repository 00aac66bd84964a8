import { randomBytes, timingSafeEqual } from 'node:crypto';
import { noteScimUse, type ScimToken, scimTokenInForce } from '#business/usage/scim/scimToken.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { type Instant, minute } from '#platform/instant.ts';
import { ScimError } from './protocol.ts';
import { sha256 } from './session.ts';

/** Returns a new token: an id that may be shown, and the whole, of which only the digest is kept. */
export function newToken(): { readonly id: string; readonly token: string; readonly digest: string } {
  const id = randomBytes(6).toString('hex');
  const token = `gts_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, token, digest: sha256(token) };
}

/** Of an unknown token a digest is compared as well, so that the time tells nothing. */
const nobody = '0'.repeat(64);

/**
 * Returns the token of a request where it opens the door of this customer. Everything else is refused with one answer:
 * no token, an unknown one, a revoked one, one of another customer, a customer there is none of.
 */
export async function openedBy(
  tx: Tx,
  customer: string,
  header: string | undefined,
  now: Instant,
): Promise<ScimToken> {
  const given = /^Bearer +(\S{1,200})$/i.exec(header ?? '')?.[1] ?? '';
  const known = await scimTokenInForce(tx, customer, idOf(header));
  const same = timingSafeEqual(
    Buffer.from(sha256(given), 'hex'),
    Buffer.from(known?.digest ?? nobody, 'hex'),
  );
  if (!known || !same) throw new ScimError(401, null, 'This token opens no door here.');
  await noteScimUse(tx, customer, known.id, now);
  return known;
}

/** Returns the part of a token that names it; empty where there is none. */
export function idOf(header: string | undefined): string {
  return /^Bearer +gts_([0-9a-f]{12})_/i.exec(header ?? '')?.[1] ?? '';
}

/** How often somebody may fail at one door within a minute, and how many doors are remembered. */
const [most, remembered] = [10, 10_000];

/** Counts failures, so that guessing is slow. Who fails at one token does not shut out who holds another. */
export function failureLimit() {
  const failures = new Map<string, { count: number; since: Instant }>();
  const current = (door: string, now: Instant) => {
    const known = failures.get(door);
    return known && now - known.since < minute ? known : undefined;
  };
  return {
    /** Refuses with 429 while there were too many failures at this door. */
    check(door: string, now: Instant): void {
      if ((current(door, now)?.count ?? 0) >= most)
        throw new ScimError(429, null, 'Too many attempts failed. Wait a minute.');
    },
    failed(door: string, now: Instant): void {
      const known = current(door, now);
      failures.delete(door);
      failures.set(door, { count: (known?.count ?? 0) + 1, since: known?.since ?? now });
      const [oldest] = failures.keys();
      if (failures.size > remembered && oldest !== undefined) failures.delete(oldest);
    },
  };
}
