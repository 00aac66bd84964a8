import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { Customer, CustomerId } from './customer.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    customer_directory: { id: string };
    customer: { customer_id: string; body: JsonColumn<Customer>; recorded_at: InstantColumn };
  }
}

/** Returns the ids of all customers, in order; needs no scope, and is what staff scopes are made from. */
export async function customerIds(tx: Tx): Promise<CustomerId[]> {
  const rows = await tx.selectFrom('customer_directory').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id as CustomerId);
}

/** Writes who a customer is, new or anew. The scope must hold the customer. */
export async function saveCustomer(tx: Tx, customer: Customer, now: Instant): Promise<void> {
  const row = { body: JSON.stringify(customer), recorded_at: toTimestamp(now) };
  await tx
    .insertInto('customer_directory')
    .values({ id: customer.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('customer')
    .values({ customer_id: customer.id, ...row })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(row))
    .execute();
}

/** Returns the customer, or `undefined` when there is none of that id in scope. */
export async function readCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  const row = await tx.selectFrom('customer').select('body').where('customer_id', '=', id).executeTakeFirst();
  return row?.body;
}
