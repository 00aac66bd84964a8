import { sql } from 'kysely';
import { personalAttributes } from '#business/customers/personal.ts';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { raiseGeneration } from './generation.store.ts';
import { eraseScimUser } from './scim/scimUser.store.ts';

/**
 * Erases a person by the key a source uses: the key and the personal attributes of the person's records are gone, and
 * the same file imported again does not bring them back. The records stay, under an id that names nobody, and readings
 * stay as they are, except where a measure filters or groups by one of these attributes. Returns whether anybody had
 * the key.
 */
export async function erasePerson(tx: Tx, customer: string, key: string, at: Instant): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE identity SET value = NULL, erased_at = ${toTimestamp(at)}
    WHERE customer_id = ${customer} AND value = ${key} RETURNING id`.execute(tx);
  const erased = rows[0];
  if (!erased) return false;
  // Sources write Email as well as email, and may repeat the key under a name of their own.
  const personal = sql`(lower(name) = ANY(${[...personalAttributes]}::text[]) OR lower(value) = lower(${key}))`;
  await sql`
    UPDATE usage_record SET attributes = attributes
      - ARRAY(SELECT name FROM jsonb_each_text(attributes) AS one (name, value) WHERE ${personal})
    WHERE customer_id = ${customer} AND who = ${erased.id}::bigint
      AND EXISTS (SELECT FROM jsonb_each_text(attributes) AS one (name, value) WHERE ${personal})`.execute(
    tx,
  );
  await eraseScimUser(tx, customer, erased.id);
  // A partial result may be grouped by an attribute that is gone now.
  await sql`DELETE FROM usage_partial WHERE customer_id = ${customer}`.execute(tx);
  await raiseGeneration(tx, customer);
  return true;
}
