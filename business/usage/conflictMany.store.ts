import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { choicesChanged, type Deed } from './conflict.store.ts';
import { usageLock } from './partial.store.ts';
import type { RecordKey } from './record.ts';
import { counting } from './withdrawal.store.ts';

/** Whose content shall count: that of the import that came last, or that of the one that came first. */
export type Side = 'latest' | 'earliest';

/** A record and the content that would count. */
export type Proposed = RecordKey & { readonly digest: string };

/**
 * Returns what settling all open conflicts of a source to one side would choose, in order of the ids. A conflict whose
 * contents on that side came in one import is left out: nothing says which of them is the later one.
 */
export async function proposeMany(
  tx: Tx,
  customer: string,
  source: string,
  side: Side,
): Promise<readonly Proposed[]> {
  const { rows } = await sql<Proposed>`
    SELECT ${source} AS source, p.record_id AS id, encode(p.digest, 'hex') AS digest
    FROM (${proposed(customer, source, side)}) p ORDER BY 2`.execute(tx);
  return rows;
}

/**
 * Settles all open conflicts of a source to one side, each by a choice of its own that can be undone by itself. Returns
 * how many; `undefined`, with nothing done, where that is not `expected`: something changed since it was shown.
 */
export async function chooseMany(
  tx: Tx,
  customer: string,
  { source, side, expected }: { readonly source: string; readonly side: Side; readonly expected: number },
  { at, by, reason }: Deed & { readonly reason: string },
): Promise<number | undefined> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  if ((await proposeMany(tx, customer, source, side)).length !== expected) return undefined;
  const { rows } = await sql<{ id: string }>`
    INSERT INTO conflict_choice (customer_id, source_id, record_id, digest, chosen_at, chosen_by, reason)
    SELECT ${customer}, p.source_id, p.record_id, p.digest, ${toTimestamp(at)}, ${by}, ${reason}
    FROM (${proposed(customer, source, side)}) p ORDER BY p.record_id RETURNING id`.execute(tx);
  const made = rows.map(({ id }) => id);
  if (made.length > 0) await choicesChanged(tx, customer, made);
  return rows.length;
}

function proposed(customer: string, source: string, side: Side): RawBuilder<unknown> {
  const direction = side === 'latest' ? sql`DESC` : sql`ASC`;
  return sql`
    SELECT source_id, record_id, (array_agg(digest))[1] AS digest FROM (
      SELECT c.source_id, c.record_id, r.digest,
        count(*) OVER (PARTITION BY c.source_id, c.record_id) AS contents,
        rank() OVER (PARTITION BY c.source_id, c.record_id ORDER BY i.received_at ${direction}, i.id ${direction}) AS place,
        EXISTS (SELECT FROM conflict_choice d JOIN usage_record k ON k.customer_id = d.customer_id
            AND k.source_id = d.source_id AND k.id = d.record_id AND k.digest = d.digest
          WHERE d.customer_id = ${customer} AND d.source_id = c.source_id AND d.record_id = c.record_id
            AND d.undone_at IS NULL AND ${counting(customer, 'k.import_id')}) AS settled
      FROM usage_conflict c JOIN usage_source u ON u.id = c.source_id
      JOIN usage_record r ON r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
      JOIN usage_import i ON i.id = r.import_id
      WHERE c.customer_id = ${customer} AND u.name = ${source} AND ${counting(customer, 'r.import_id')}
    ) ranked WHERE place = 1 AND contents > 1 AND NOT settled
    GROUP BY source_id, record_id HAVING count(*) = 1`;
}
