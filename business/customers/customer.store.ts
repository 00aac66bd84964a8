import { type Generated, sql } from 'kysely';
import { type Tx, textArray } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { Customer, CustomerId } from './customer.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    customer_directory: { id: string };
    customer: {
      customer_id: string;
      body: JsonColumn<Customer>;
      recorded_at: InstantColumn;
      version: Generated<number>;
    };
  }
}

/** Returns the ids of all customers, in order; needs no scope, and is what staff scopes are made from. */
export async function customerIds(tx: Tx): Promise<CustomerId[]> {
  const rows = await tx.selectFrom('customer_directory').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id as CustomerId);
}

/** Writes who a customer is, new or anew. The scope must hold the customer. */
export function saveCustomer(tx: Tx, customer: Customer, now: Instant): Promise<void> {
  return saveCustomers(tx, [customer], now);
}

/** Writes who customers are, new or anew, each of them once. The scope must hold all of them. */
export async function saveCustomers(tx: Tx, customers: readonly Customer[], now: Instant): Promise<void> {
  const recorded_at = toTimestamp(now);
  for (let from = 0; from < customers.length; from += 1_000) {
    const part = customers.slice(from, from + 1_000);
    await tx
      .insertInto('customer_directory')
      .values(part.map(({ id }) => ({ id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('customer')
      .values(part.map((one) => ({ customer_id: one.id, body: JSON.stringify(one), recorded_at })))
      .onConflict((conflict) =>
        conflict.column('customer_id').doUpdateSet(({ ref }) => ({
          body: ref('excluded.body'),
          recorded_at: ref('excluded.recorded_at'),
        })),
      )
      .execute();
  }
}

/** Takes ids for customers to be written next; `false` where somebody has taken one of them meanwhile. */
export async function claimCustomers(tx: Tx, ids: readonly string[]): Promise<boolean> {
  for (let from = 0; from < ids.length; from += 1_000) {
    const values = ids.slice(from, from + 1_000).map((id) => ({ id }));
    const ours = tx.insertInto('customer_directory').values(values);
    // Waits for whoever is writing the same id, so that its row is seen below.
    await ours.onConflict((conflict) => conflict.doNothing()).execute();
  }
  return (await customersById(tx, ids)).length === 0;
}

/** Returns the customers of these ids that there are, their rows locked until the transaction ends, or all in scope. */
export async function customersById(tx: Tx, ids: readonly string[] | 'all'): Promise<Customer[]> {
  const rows = tx.selectFrom('customer').select('body').orderBy('customer_id');
  const found =
    ids === 'all'
      ? rows
      : rows.where('customer_id', '=', sql<string>`ANY (${textArray(ids)}::text[])`).forUpdate();
  return (await found.execute()).map(({ body }) => body);
}

/** Returns the names of those of these customers that are in scope. */
export async function customerNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('customer')
    .select(['customer_id', sql<string>`body ->> 'name'`.as('name')])
    .where('customer_id', '=', sql<string>`ANY (${textArray([...new Set(ids)])}::text[])`)
    .execute();
  return new Map(rows.map(({ customer_id, name }) => [customer_id, name]));
}

/** Removes customers of whom nothing else is known; the database refuses where something names them. */
export async function removeCustomers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const all = sql<string>`ANY (${textArray(ids)}::text[])`;
  await tx.deleteFrom('customer').where('customer_id', '=', all).execute();
  await tx.deleteFrom('customer_directory').where('id', '=', all).execute();
}

/** Returns the customer, or `undefined` when there is none of that id in scope. */
export async function readCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  const row = await tx.selectFrom('customer').select('body').where('customer_id', '=', id).executeTakeFirst();
  return row?.body;
}

/** A customer as it stands, and how often it was written. */
export type KnownCustomer = { readonly customer: Customer; readonly version: number };

/** As `readCustomer`, with its version; with `lock` nobody else changes it until the transaction ends. */
export async function knownCustomer(tx: Tx, id: string, lock = false): Promise<KnownCustomer | undefined> {
  const rows = tx.selectFrom('customer').select(['body', 'version']).where('customer_id', '=', id);
  const row = await (lock ? rows.forUpdate() : rows).executeTakeFirst();
  return row && { customer: row.body, version: row.version };
}
