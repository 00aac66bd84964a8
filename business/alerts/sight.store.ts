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

/** Returns how to find what was last seen of a place, for places of these customers. */
export async function latestSights(
  tx: Tx,
  customers: readonly string[],
): Promise<(place: AlertPlace & { readonly customer: string }) => Sight | undefined> {
  if (customers.length === 0) return () => undefined;
  const rows = await tx
    .selectFrom('alert_sight')
    .selectAll()
    .where('customer_id', 'in', [...new Set(customers)])
    .execute();
  const key = (...parts: readonly string[]) => JSON.stringify(parts);
  const known = new Map(
    rows.map((row) => [key(row.customer_id, row.agreement, row.clause, row.group_key), row.body]),
  );
  return ({ customer, agreement, clause, group }) => known.get(key(customer, agreement, clause, group));
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
