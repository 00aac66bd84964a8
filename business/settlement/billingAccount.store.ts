import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    billing_account: {
      customer_id: string;
      port: 'stripe';
      reference: string;
      version: number;
      recorded_at: InstantColumn;
    };
  }
}

/** Under which a billing system knows a customer, and how often that was changed. */
export type BillingAccount = { readonly reference: string; readonly version: number };

/** Returns the account of a customer at a billing system; `null` where none was entered. */
export async function readBillingAccount(
  tx: Tx,
  customer: string,
  port: 'stripe',
): Promise<BillingAccount | null> {
  const row = await tx
    .selectFrom('billing_account')
    .select(['reference', 'version'])
    .where('customer_id', '=', customer)
    .where('port', '=', port)
    .executeTakeFirst();
  return row ?? null;
}

/** Enters or changes an account, if it still is at `version` (0: none is there). Returns the version there is then. */
export async function saveBillingAccount(
  tx: Tx,
  place: { readonly customer: string; readonly port: 'stripe' },
  { reference, version }: BillingAccount,
  now: Instant,
): Promise<{ readonly saved: boolean; readonly version: number }> {
  const set = { reference, version: version + 1, recorded_at: toTimestamp(now) };
  const { customer: customer_id, port } = place;
  const changed =
    version === 0
      ? (
          await tx
            .insertInto('billing_account')
            .values({ customer_id, port, ...set })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('billing_account')
            .set(set)
            .where('customer_id', '=', customer_id)
            .where('port', '=', port)
            .where('version', '=', version)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed === 1n) return { saved: true, version: version + 1 };
  return { saved: false, version: (await readBillingAccount(tx, customer_id, port))?.version ?? 0 };
}
