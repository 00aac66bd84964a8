import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import type { Principal } from './principal.ts';
import type { StaffRole } from './roles.ts';
import { digestOf } from './session.store.ts';

/** A program that works here, without what opens the door. Its id is the actor of what it does. */
export type ApiToken = {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly until: Instant;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
};

const columns = sql`id, name, role, created_at AS "createdAt", created_by AS "createdBy", until_at AS until,
  used_at AS "usedAt", revoked_at AS "revokedAt"`;

/** Returns all tokens there are and were, the latest first. */
export async function readApiTokens(tx: Tx): Promise<ApiToken[]> {
  const { rows } = await sql<ApiToken>`SELECT ${columns} FROM api_token ORDER BY created_at DESC, id`.execute(
    tx,
  );
  return rows;
}

/** Makes a token; returns it with the secret, which is kept nowhere. */
export async function makeApiToken(
  tx: Tx,
  made: Pick<ApiToken, 'name' | 'role' | 'until' | 'createdBy'> & { readonly now: Instant },
): Promise<ApiToken & { readonly token: string }> {
  const id = randomUUID();
  const token = `gta_${id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
  const { rows } = await sql<ApiToken>`
    INSERT INTO api_token (customer_id, id, digest, name, role, created_at, created_by, until_at)
    VALUES (${accessScope}, ${id}, ${digestOf(token)}, ${made.name}, ${made.role}, ${toTimestamp(made.now)},
      ${made.createdBy}, ${toTimestamp(made.until)})
    RETURNING ${columns}`.execute(tx);
  return { ...rows[0]!, token };
}

/** Revokes a token for good. Returns whether there was one in force. */
export async function revokeApiToken(
  tx: Tx,
  id: string,
  by: { readonly actor: string; readonly now: Instant },
): Promise<boolean> {
  const { rows } =
    await sql`UPDATE api_token SET revoked_at = ${toTimestamp(by.now)}, revoked_by = ${by.actor}
    WHERE id = ${id} AND revoked_at IS NULL RETURNING 1`.execute(tx);
  return rows.length > 0;
}

const nobody = Buffer.alloc(32);

/**
 * Returns whom a token stands for, and puts down, to the minute, that it was used; `undefined` where it is unknown, over
 * or revoked. Of an unknown one a digest is compared as well, so that the time tells nothing.
 */
export async function principalOfToken(tx: Tx, token: string, now: Instant): Promise<Principal | undefined> {
  const plain = /^gta_([0-9a-f]{32})_[\w-]{43}$/.exec(token)?.[1] ?? '0'.repeat(32);
  const id = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const { rows } = await sql<ApiToken & { digest: Buffer }>`
    SELECT ${columns}, digest FROM api_token
    WHERE id = ${id} AND revoked_at IS NULL AND until_at > ${toTimestamp(now)}`.execute(tx);
  const [known] = rows;
  const same = timingSafeEqual(digestOf(token), known?.digest ?? nobody);
  if (!known || !same) return undefined;
  if (known.usedAt === null || now >= after(known.usedAt, minute))
    await sql`UPDATE api_token SET used_at = ${toTimestamp(now)} WHERE id = ${id}`.execute(tx);
  return { kind: 'staff', account: known.id, role: known.role };
}
