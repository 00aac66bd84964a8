import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { UsageRecord } from './record.ts';
import { counting } from './withdrawal.store.ts';

/** How many of some records count already, and how many stand against another content of their id. */
export type KnownCounts = { readonly known: number; readonly contrary: number };

/** Returns what is known of records that have not been imported, at most a few thousand. */
export async function countKnown(
  tx: Tx,
  customer: string,
  records: readonly UsageRecord[],
): Promise<KnownCounts> {
  const rows = records.map(({ source, id, digest }) => ({ source, id, digest }));
  const { rows: counted } = await sql<{ known: string; contrary: string }>`
    WITH asked AS (
      SELECT DISTINCT u.id AS source_id, t.id, decode(t.digest, 'hex') AS digest
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (source text, id text, digest text)
      JOIN usage_source u ON u.customer_id = ${customer} AND u.name = t.source
    ), met AS (
      SELECT a.source_id, a.id, a.digest, bool_or(r.digest = a.digest) AS known FROM asked a
      JOIN usage_record r ON r.customer_id = ${customer} AND r.source_id = a.source_id AND r.id = a.id
      WHERE ${counting(customer, 'r.import_id')} GROUP BY 1, 2, 3
    )
    SELECT count(*) FILTER (WHERE known) AS known, count(*) FILTER (WHERE NOT known) AS contrary FROM met`.execute(
    tx,
  );
  const { known, contrary } = counted[0]!;
  return { known: Number(known), contrary: Number(contrary) };
}
