import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { linkRecords } from './again.store.ts';
import type { Deed } from './conflict.store.ts';
import { raiseGeneration } from './generation.store.ts';
import { forgetPartials, usageLock } from './partial.store.ts';

/** An import that does not count, or did not until that was undone; what follows `undoneAt` is null before. */
export type Withdrawal = {
  readonly id: string;
  readonly import: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
};

/** What a withdrawal changed: so many records count no more, so many go on counting by another import. */
export type Withdrawn = { readonly id: string; readonly gone: number; readonly kept: number };

/** A condition on a column that names an import: only what an import brought that counts. */
export function counting(customer: string, column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} NOT IN (SELECT w.import_id FROM import_withdrawal w
    WHERE w.customer_id = ${customer} AND w.undone_at IS NULL)`;
}

/** Returns whether any import of the customer is withdrawn. */
export async function anyWithdrawn(tx: Tx, customer: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM import_withdrawal WHERE customer_id = ${customer} AND undone_at IS NULL LIMIT 1`.execute(tx);
  return rows.length > 0;
}

/** Returns the withdrawals of an import, oldest first. */
export async function readWithdrawals(tx: Tx, customer: string, id: string): Promise<Withdrawal[]> {
  const { rows } = await sql<Withdrawal>`
    SELECT id, import_id AS import, withdrawn_at AS at, withdrawn_by AS by, reason, undone_at AS "undoneAt",
      undone_by AS "undoneBy", undone_reason AS "undoneReason"
    FROM import_withdrawal WHERE customer_id = ${customer} AND import_id = ${id}::bigint ORDER BY id`.execute(
    tx,
  );
  return rows;
}

/**
 * Records that an import does not count from now on. Its records that another import brought too go on counting by
 * that one; everything else it brought, records and statements, counts no more. Returns `undefined` where there is no
 * such import that counts: it is unknown, was never accepted, or is withdrawn already.
 */
export async function withdrawImport(
  tx: Tx,
  customer: string,
  id: string,
  { at, by, reason }: Deed & { readonly reason: string },
): Promise<Withdrawn | undefined> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO import_withdrawal (customer_id, import_id, withdrawn_at, withdrawn_by, reason)
    SELECT customer_id, id, ${toTimestamp(at)}, ${by}, ${reason} FROM usage_import
    WHERE customer_id = ${customer} AND id = ${id}::bigint AND status = 'accepted'
    ON CONFLICT (customer_id, import_id) WHERE undone_at IS NULL DO NOTHING RETURNING id`.execute(tx);
  const made = rows[0];
  if (!made) return undefined;
  const kept = await handOver(tx, customer, id);
  const gone = await changed(tx, customer, id);
  return { id: made.id, gone, kept };
}

/**
 * Records that a withdrawal is undone: the import counts again. Returns how many records count again by it, or
 * `undefined` where there is no such withdrawal in force.
 */
export async function undoWithdrawal(
  tx: Tx,
  customer: string,
  withdrawal: string,
  { at, by, reason }: Deed & { readonly reason: string },
): Promise<number | undefined> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const { rows } = await sql<{ import: string }>`
    UPDATE import_withdrawal SET undone_at = ${toTimestamp(at)}, undone_by = ${by}, undone_reason = ${reason}
    WHERE customer_id = ${customer} AND id = ${withdrawal}::bigint AND undone_at IS NULL
    RETURNING import_id AS import`.execute(tx);
  const again = rows[0]?.import;
  if (again === undefined) return undefined;
  await takeOver(tx, customer, again);
  return changed(tx, customer, again);
}

/** Gives each record that another import brought too to the earliest of these that counts; returns how many. */
async function handOver(tx: Tx, customer: string, id: string): Promise<number> {
  const heirs = sql`
    SELECT DISTINCT ON (r.number) r.number, a.import_id FROM usage_import_again a
    JOIN usage_record r ON r.number >= a.first AND r.number < a.until
      AND r.customer_id = ${customer} AND r.import_id = ${id}::bigint
    WHERE a.customer_id = ${customer} AND ${counting(customer, 'a.import_id')} ORDER BY r.number, a.import_id`;
  await linkRecords(tx, customer, sql`SELECT ${id}::bigint AS import_id, h.number FROM (${heirs}) h`);
  const { numAffectedRows } = await sql`
    UPDATE usage_record r SET import_id = h.import_id FROM (${heirs}) h
    WHERE r.customer_id = ${customer} AND r.number = h.number`.execute(tx);
  return Number(numAffectedRows);
}

/** Gives an import that counts again the records it brought too and whose own import was withdrawn meanwhile. */
async function takeOver(tx: Tx, customer: string, id: string): Promise<void> {
  const left = sql`
    SELECT DISTINCT r.import_id, r.number FROM usage_import_again a
    JOIN usage_record r ON r.number >= a.first AND r.number < a.until AND r.customer_id = ${customer}
    WHERE a.customer_id = ${customer} AND a.import_id = ${id}::bigint
      AND NOT (${counting(customer, 'r.import_id')})`;
  await linkRecords(tx, customer, left);
  await sql`
    UPDATE usage_record r SET import_id = ${id}::bigint FROM (${left}) l
    WHERE r.customer_id = ${customer} AND r.number = l.number`.execute(tx);
}

/** Forgets what was worked out from the records that count by this import, or did; returns how many these are. */
async function changed(tx: Tx, customer: string, id: string): Promise<number> {
  const own = sql`SELECT source_id, id FROM usage_record WHERE customer_id = ${customer} AND import_id = ${id}::bigint`;
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM (${own}) r`.execute(tx);
  await forgetPartials(tx, customer, sql`SELECT DISTINCT source_id, id FROM (${own}) r`);
  await raiseGeneration(tx, customer);
  return Number(rows[0]!.count);
}
