import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import { digestOf, newSecret } from './session.store.ts';

/** A browser that was sent to a provider: what has to be the same when it comes back. */
export type ProviderVisit = {
  /** The id of the provider in addresses; whoever comes back elsewhere was somewhere else. */
  readonly provider: string;
  readonly issuer: string;
  readonly client: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly place: string | null;
  /** Who was signed in and wants to be linked; `null` of a sign-in. */
  readonly account: string | null;
};

/** How long somebody may take at a provider. */
export const visitLasts = 10 * minute;

/** Keeps a visit; returns the secret that the browser has to bring back. Visits that are over are removed. */
export async function beginVisit(tx: Tx, visit: ProviderVisit, now: Instant): Promise<string> {
  const { token, digest } = newSecret();
  await sql`DELETE FROM provider_visit WHERE until_at <= ${toTimestamp(now)}`.execute(tx);
  await sql`
    INSERT INTO provider_visit (customer_id, digest, provider, issuer, client, state, nonce, verifier, place, account, until_at)
    VALUES (${accessScope}, ${digest}, ${visit.provider}, ${visit.issuer}, ${visit.client}, ${visit.state},
      ${visit.nonce}, ${visit.verifier}, ${visit.place}, ${visit.account}, ${toTimestamp(after(now, visitLasts))})`.execute(
    tx,
  );
  return token;
}

/** Takes a visit out and returns it: it is over with the first who comes back, whatever comes of it. */
export async function endVisit(tx: Tx, token: string, now: Instant): Promise<ProviderVisit | undefined> {
  const { rows } = await sql<ProviderVisit & { readonly live: boolean }>`
    DELETE FROM provider_visit WHERE digest = ${digestOf(token)}
    RETURNING provider, issuer, client, state, nonce, verifier, place, account,
      until_at > ${toTimestamp(now)} AS live`.execute(tx);
  const [row] = rows;
  if (!row?.live) return undefined;
  const { live: _, ...visit } = row;
  return visit;
}
