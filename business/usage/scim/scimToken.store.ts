import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';

/** A door for the directory of a customer, without the secret that opens it. */
export type ScimToken = {
  readonly id: string;
  readonly source: string;
  readonly feature: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
};

const columns = sql`id, source, feature, created_at AS "createdAt", created_by AS "createdBy", used_at AS "usedAt",
  revoked_at AS "revokedAt", revoked_by AS "revokedBy"`;

/** Returns the tokens of a customer, the latest first. */
export async function readScimTokens(tx: Tx, customer: string): Promise<ScimToken[]> {
  const { rows } = await sql<ScimToken>`
    SELECT ${columns} FROM scim_token WHERE customer_id = ${customer} ORDER BY created_at DESC, id`.execute(
    tx,
  );
  return rows;
}

/** Returns a token that is in force, and the sha-256 of its secret in hexadecimal. */
export async function scimTokenInForce(
  tx: Tx,
  customer: string,
  id: string,
): Promise<(ScimToken & { readonly digest: string }) | undefined> {
  const { rows } = await sql<ScimToken & { digest: string }>`
    SELECT ${columns}, encode(digest, 'hex') AS digest FROM scim_token
    WHERE customer_id = ${customer} AND id = ${id} AND revoked_at IS NULL`.execute(tx);
  return rows[0];
}

/**
 * Keeps a new token. Returns the other feature that the users of this source already hold, with nothing kept: one
 * directory gives seats of one feature.
 */
export async function addScimToken(
  tx: Tx,
  customer: string,
  token: Pick<ScimToken, 'id' | 'source' | 'feature' | 'createdAt' | 'createdBy'> & {
    readonly digest: string;
  },
): Promise<string | undefined> {
  const other = (await readScimTokens(tx, customer)).find(
    ({ source, feature }) => source === token.source && feature !== token.feature,
  );
  if (other) return other.feature;
  await sql`
    INSERT INTO scim_token (customer_id, id, digest, source, feature, created_at, created_by)
    VALUES (${customer}, ${token.id}, decode(${token.digest}, 'hex'), ${token.source}, ${token.feature},
      ${toTimestamp(token.createdAt)}, ${token.createdBy})`.execute(tx);
  return undefined;
}

/** Revokes a token for good; returns whether it was in force. */
export async function revokeScimToken(
  tx: Tx,
  customer: string,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE scim_token SET revoked_at = ${toTimestamp(at)}, revoked_by = ${by}
    WHERE customer_id = ${customer} AND id = ${id} AND revoked_at IS NULL`.execute(tx);
  return numAffectedRows === 1n;
}

/** Notes that a token was used; at most once a minute, so that reading writes little. */
export async function noteScimUse(tx: Tx, customer: string, id: string, now: Instant): Promise<void> {
  await sql`
    UPDATE scim_token SET used_at = ${toTimestamp(now)} WHERE customer_id = ${customer} AND id = ${id}
      AND (used_at IS NULL OR used_at < ${toTimestamp(now)}::timestamptz - interval '1 minute')`.execute(tx);
}
