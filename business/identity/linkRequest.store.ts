import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';

/** Somebody, known or not, asked for a link. */
export type LinkRequest = {
  readonly purpose: 'sign-in' | 'recover';
  readonly email: string;
  readonly place: string | null;
};

/** Puts down that a link was asked for; who that is, is looked up later, so that answering takes no longer for anybody. */
export async function askForLink(tx: Tx, asked: LinkRequest & { readonly now: Instant }): Promise<void> {
  const { purpose, email, place, now } = asked;
  await sql`INSERT INTO link_request (customer_id, purpose, email, place, recorded_at)
    VALUES (${accessScope}, ${purpose}, ${email}, ${place}, ${toTimestamp(now)})`.execute(tx);
}

/** Takes the oldest request out, so that it is answered once; `undefined` when there is none. */
export async function takeLinkRequest(tx: Tx): Promise<LinkRequest | undefined> {
  const { rows } = await sql<LinkRequest>`DELETE FROM link_request
    WHERE id = (SELECT id FROM link_request ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING purpose, email, place`.execute(tx);
  return rows[0];
}
