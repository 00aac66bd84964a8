import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { JsonColumn } from '#platform/journal/rows.ts';
import type { AlertPlace } from './alert.ts';
import type { Sight } from './thresholds.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    alert_sight: {
      customer_id: string;
      agreement: string;
      clause: string;
      group_key: string;
      body: JsonColumn<Sight>;
    };
  }
}

export type PlacedSight = AlertPlace & { readonly sight: Sight };

/** Replaces what alert rules look at for one customer. */
export async function saveSights(tx: Tx, customer: string, sights: readonly PlacedSight[]): Promise<void> {
  await tx.deleteFrom('alert_sight').where('customer_id', '=', customer).execute();
  if (sights.length === 0) return;
  const rows = sights.map(({ agreement, clause, group, sight }) => ({
    agreement,
    clause,
    group_key: group,
    body: sight,
  }));
  // One parameter for all rows: a clause may have more groups than a statement takes parameters.
  await sql`
    INSERT INTO alert_sight (customer_id, agreement, clause, group_key, body)
    SELECT ${customer}, agreement, clause, group_key, body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      agreement text, clause text, group_key text, body jsonb
    )`.execute(tx);
}

/** Returns what alert rules look at, of all customers in scope, in order; at most `most`. */
export async function readSights(
  tx: Tx,
  most: number,
): Promise<(PlacedSight & { readonly customer: string })[]> {
  const rows = await tx
    .selectFrom('alert_sight')
    .selectAll()
    .orderBy('customer_id')
    .orderBy('agreement')
    .orderBy('clause')
    .orderBy('group_key')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    customer: row.customer_id,
    agreement: row.agreement,
    clause: row.clause,
    group: row.group_key,
    sight: row.body,
  }));
}
