import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';

/** Per transaction and customer the generation at which records were first read. */
const read = new WeakMap<Tx, Map<string, string>>();

/** Returns the number of a customer's usage as it stands now: it rises with every change of what counts. */
export async function readGeneration(tx: Tx, customer: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    SELECT number FROM usage_generation WHERE customer_id = ${customer}`.execute(tx);
  return rows[0]?.number ?? '0';
}

/** Returns the number at which this transaction first read the customer's usage; reads it now where it has not. */
export async function generationRead(tx: Tx, customer: string): Promise<string> {
  const known = read.get(tx) ?? new Map<string, string>();
  read.set(tx, known);
  const number = known.get(customer) ?? (await readGeneration(tx, customer));
  known.set(customer, number);
  return number;
}

/** Raises the number: what counts has changed in this transaction. */
export async function raiseGeneration(tx: Tx, customer: string): Promise<void> {
  await sql`
    INSERT INTO usage_generation (customer_id, number) VALUES (${customer}, 1)
    ON CONFLICT (customer_id) DO UPDATE SET number = usage_generation.number + 1`.execute(tx);
}
