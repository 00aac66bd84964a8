import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';

/** A feature that belongs to no product, and in how many records it came. */
export type UnmatchedUse = { readonly source: string; readonly feature: string; readonly records: number };

declare module '#platform/database/tables.ts' {
  interface Tables {
    unmatched_use: { customer_id: string; source: string; feature: string; records: string | number };
  }
}

/** Replaces what is known of a customer's unmatched use. */
export async function saveUnmatched(tx: Tx, customer: string, rows: readonly UnmatchedUse[]): Promise<void> {
  await tx.deleteFrom('unmatched_use').where('customer_id', '=', customer).execute();
  if (rows.length === 0) return;
  // One parameter for all rows: PostgreSQL takes no more than 65,535.
  await sql`
    INSERT INTO unmatched_use (customer_id, source, feature, records)
    SELECT ${customer}, source, feature, records
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (source text, feature text, records bigint)`.execute(
    tx,
  );
}

/** Returns the unmatched use of a customer, most records first. */
export async function readUnmatched(tx: Tx, customer: string): Promise<UnmatchedUse[]> {
  const rows = await tx
    .selectFrom('unmatched_use')
    .select(['source', 'feature', 'records'])
    .where('customer_id', '=', customer)
    .orderBy('records', 'desc')
    .orderBy('feature')
    .orderBy('source')
    .execute();
  return rows.map((row) => ({ ...row, records: Number(row.records) }));
}
