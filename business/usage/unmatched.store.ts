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
  await tx
    .insertInto('unmatched_use')
    .values(rows.map((row) => ({ customer_id: customer, ...row })))
    .execute();
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
