import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { appRole, schema } from './connect.ts';
import type { Tables } from './tables.ts';

/** Whose rows a piece of work may see and write, and on whose behalf it is done. */
export type Scope = { readonly customers: readonly string[]; readonly actor: string };

/** An open transaction: everything in it happens, or nothing. */
export type Tx = Transaction<Tables>;

/** The customer id of rows that belong to the vendor as a whole; visible only to a scope that names it. */
export const vendorWide = '*';

const databases = new WeakMap<Pool, Kysely<Tables>>();

/** Returns kysely over a pool, without a scope: it sees no customer's rows unless its role bypasses row-level security. */
export function database(pool: Pool): Kysely<Tables> {
  const known = databases.get(pool);
  if (known) return known;
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  databases.set(pool, made);
  return made;
}

/**
 * Runs `work` in one transaction as the app's role, in which only the rows of `customers` exist: others can neither be
 * read nor written. Role and scope end with the transaction, so a pooled connection never carries them on.
 * Returns what `work` returns, committed; rolls back when it throws. With `repeatable read` all of it sees one moment.
 */
export async function withScope<T>(
  pool: Pool,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> {
  return database(pool)
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (tx) => {
      await sql`SELECT set_config('role', ${appRole}, true), set_config('search_path', ${schema}, true),
        set_config('TimeZone', 'UTC', true), set_config('goodterms.actor', ${scope.actor}, true),
        set_config('goodterms.customers', ${textArray(scope.customers)}, true)${memoryFor(scope)}`.execute(
        tx,
      );
      return work(tx);
    });
}

/** A large scope is looked up by hash only where its hash fits; else every row would be held against all of its ids. */
function memoryFor({ customers }: Scope): RawBuilder<unknown> {
  return customers.length > 50_000 ? sql`, set_config('hash_mem_multiplier', '64', true)` : sql``;
}

/** Returns a list of texts as PostgreSQL writes an array, every element quoted. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
