import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { eraseDocument } from '#platform/journal/documents.ts';
import { raiseGeneration } from '../generation.store.ts';
import { erasePerson } from '../identity.store.ts';
import { usageLock } from '../partial.store.ts';
import type { IdentityUse } from './identityUse.ts';
import { readDecisions } from './peopleDecision.store.ts';
import { identitiesOf } from './peopleDecision.ts';
import type { Named } from './suggestions.ts';

/** One identity of a customer, and what it was seen to use when the customer was last examined. */
export type Identity = {
  readonly id: string;
  /** `null` once it was erased. */
  readonly key: string | null;
  readonly erasedAt: Instant | null;
  readonly records: number;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly sources: readonly string[];
};

/** Waits for imports and detection of a customer, so that a decision and what is counted never overlap. First of all locks. */
export async function lockPeople(tx: Tx, customer: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
}

/** Says that other records count from now on: what was worked out from them before is forgotten. */
export async function peopleChanged(tx: Tx, customer: string): Promise<void> {
  await sql`DELETE FROM usage_partial WHERE customer_id = ${customer}`.execute(tx);
  await raiseGeneration(tx, customer);
}

/** Replaces what is known of the use by each identity; rows that stay as they are are not written. */
export async function saveIdentityUse(tx: Tx, customer: string, uses: readonly IdentityUse[]): Promise<void> {
  const rows = uses.map(({ identity, records, first, last, sources }) => ({
    identity,
    records,
    first: toTimestamp(first),
    last: toTimestamp(last),
    sources,
  }));
  await sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r (identity bigint, records bigint, first timestamptz, last timestamptz, sources text[])
    ), gone AS (
      DELETE FROM identity_use WHERE customer_id = ${customer} AND identity_id NOT IN (SELECT identity FROM given)
    )
    INSERT INTO identity_use (customer_id, identity_id, records, first_at, last_at, sources)
    SELECT ${customer}, identity, records, first, last, sources FROM given
    ON CONFLICT (customer_id, identity_id) DO UPDATE
    SET records = excluded.records, first_at = excluded.first_at, last_at = excluded.last_at, sources = excluded.sources
    WHERE (identity_use.records, identity_use.first_at, identity_use.last_at, identity_use.sources)
      IS DISTINCT FROM (excluded.records, excluded.first_at, excluded.last_at, excluded.sources)`.execute(tx);
}

const withUse = sql`LEFT JOIN identity_use u ON u.customer_id = i.customer_id AND u.identity_id = i.id`;
const columns = sql`i.id, i.value AS key, i.erased_at AS "erasedAt", coalesce(u.records, 0)::float8 AS records,
  u.first_at AS first, u.last_at AS last, coalesce(u.sources, '{}') AS sources`;

/** Returns identities in order of their keys, erased ones last, behind a place in that order; `search` is part of a key. */
export async function listIdentities(
  tx: Tx,
  customer: string,
  {
    search,
    after,
    limit,
  }: { search: string; after: { key: string | null; id: string } | null; limit: number },
): Promise<Identity[]> {
  const part = (where: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`
    (SELECT ${columns} FROM identity i ${withUse} WHERE i.customer_id = ${customer} AND ${matching(search)} AND ${where}
    ORDER BY ${order} LIMIT ${limit})`;
  // Two parts, so that each is read from its place in an index on.
  const named =
    after?.key === null ? sql`false` : after ? sql`i.value > ${after.key}` : sql`i.value IS NOT NULL`;
  const erased =
    after?.key === null ? sql`i.value IS NULL AND i.id > ${after.id}::bigint` : sql`i.value IS NULL`;
  const { rows } = await sql<Identity>`
    SELECT * FROM (${part(named, sql`i.value`)} UNION ALL ${part(erased, sql`i.id`)}) AS both_parts
    ORDER BY key NULLS LAST, id LIMIT ${limit}`.execute(tx);
  return rows;
}

/** Returns how many identities have `search` in their key; all of them where it is empty. */
export async function countIdentities(tx: Tx, customer: string, search: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) FROM identity i WHERE i.customer_id = ${customer} AND ${matching(search)}`.execute(tx);
  return Number(rows[0]!.count);
}

function matching(search: string) {
  return search === '' ? sql`true` : sql`strpos(lower(i.value), lower(${search})) > 0`;
}

/** Returns those of the identities that there are, with or without their key. */
export async function identitiesWith(tx: Tx, customer: string, ids: readonly string[]): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    SELECT ${columns} FROM identity i ${withUse}
    WHERE i.customer_id = ${customer} AND i.id = ANY(${[...ids]}::bigint[]) ORDER BY i.id`.execute(tx);
  return rows;
}

/** Returns everybody whose key is known. */
export async function namedIdentities(tx: Tx, customer: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    SELECT id, value AS key FROM identity WHERE customer_id = ${customer} AND value IS NOT NULL ORDER BY id`.execute(
    tx,
  );
  return rows;
}

/**
 * Erases a person by id: the key, the personal attributes of the records, and the reasons of decisions about the person,
 * which may name them. Returns whether there was somebody to erase. Decisions go on holding: they name ids.
 */
export async function eraseIdentity(tx: Tx, customer: string, id: string, now: Instant): Promise<boolean> {
  const [identity] = await identitiesWith(tx, customer, [id]);
  if (!identity || identity.key === null) return false;
  await erasePerson(tx, customer, identity.key, now);
  for (const { subject, reason, undone } of await readDecisions(tx, customer)) {
    if (!identitiesOf(subject).includes(id)) continue;
    await eraseDocument(tx, reason.document, now);
    if (undone) await eraseDocument(tx, undone.reason.document, now);
  }
  return true;
}
