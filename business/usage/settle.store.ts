import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { linkRecords } from './again.store.ts';
import { raiseGeneration } from './generation.store.ts';
import { forgetPartials } from './partial.store.ts';
import type { Staging } from './staging.store.ts';
import { anyWithdrawn, counting } from './withdrawal.store.ts';

/** What became of the records of a file; see `ImportOutcome`. */
export type Counts = {
  readonly added: number;
  readonly duplicates: number;
  readonly conflicts: number;
};

/** Pages of the staging table moved by one statement: some 50,000 records, a second's work. */
const pagesAtOnce = 1000;

/**
 * Makes people and records out of what is staged; forgets the partial results it may touch. `moved` is told after each
 * part how many records have been looked at, and may end it by throwing.
 */
export async function settle(
  tx: Tx,
  staging: Staging,
  customer: string,
  id: string,
  moved: (records: number) => void,
): Promise<Counts> {
  await sql`ANALYZE usage_staged`.execute(tx);
  await writePeople(tx, customer);
  const fresh = await writeRecords(tx, staging, customer, id, moved);
  const known = staging.count - fresh;
  const again = known > 0 && (await anyWithdrawn(tx, customer)) ? await countAgain(tx, customer, id) : 0;
  const added = fresh + again;
  if (known > again) await linkRecords(tx, customer, knownRecords(customer, id));
  const counts = { added, duplicates: staging.count - added, conflicts: 0 };
  if (added === 0) return counts;
  const conflicts = await writeConflicts(tx, customer, id);
  await forgetPartials(tx, customer, newRecords(customer, id));
  await raiseGeneration(tx, customer);
  return { ...counts, conflicts };
}

async function writeRecords(
  tx: Tx,
  staging: Staging,
  customer: string,
  id: string,
  moved: (records: number) => void,
): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    SELECT (pg_relation_size('usage_staged') / current_setting('block_size')::int)::int AS pages`.execute(tx);
  const { pages } = rows[0]!;
  let added = 0;
  for (let from = 0; from < pages; from += pagesAtOnce) {
    const part = sql`s.ctid >= ${`(${from},0)`}::tid AND s.ctid < ${`(${from + pagesAtOnce},0)`}::tid`;
    const { numAffectedRows } = await sql`
      INSERT INTO usage_record (customer_id, source_id, id, digest, kind, feature, at, until, quantity, who, series,
        attributes, import_id)
      SELECT ${customer}, u.id, s.id, s.digest, s.kind, s.feature, s.at, s.until, s.quantity, i.id, s.series,
        s.attributes, ${id}::bigint
      FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
      LEFT JOIN identity i ON i.customer_id = ${customer} AND i.value = s.who
      WHERE ${part} ON CONFLICT DO NOTHING`.execute(tx);
    added += Number(numAffectedRows);
    moved(Math.min(staging.count, Math.floor((staging.count * (from + pagesAtOnce)) / pages)));
  }
  return added;
}

/** What is staged beside the record that it is. */
function staged(customer: string) {
  return sql`usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
    JOIN usage_record r ON r.customer_id = ${customer} AND r.source_id = u.id AND r.id = s.id AND r.digest = s.digest`;
}

/** Records known by an import that is withdrawn count by this one from now on; returns how many. */
async function countAgain(tx: Tx, customer: string, id: string): Promise<number> {
  const gone = sql`SELECT DISTINCT r.import_id, r.number FROM ${staged(customer)}
    WHERE NOT (${counting(customer, 'r.import_id')})`;
  await linkRecords(tx, customer, gone);
  const { numAffectedRows } = await sql`
    UPDATE usage_record r SET import_id = ${id}::bigint FROM (${gone}) g
    WHERE r.customer_id = ${customer} AND r.number = g.number`.execute(tx);
  return Number(numAffectedRows);
}

function knownRecords(customer: string, id: string) {
  return sql`SELECT ${id}::bigint AS import_id, r.number FROM ${staged(customer)}
    WHERE r.import_id <> ${id}::bigint`;
}

/** Only for records that are new: a file imported again brings nobody back who was erased. */
async function writePeople(tx: Tx, customer: string): Promise<void> {
  await sql`
    INSERT INTO identity (customer_id, value)
    SELECT DISTINCT ${customer}, s.who
    FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
    WHERE s.who IS NOT NULL
      AND NOT EXISTS (SELECT FROM identity i WHERE i.customer_id = ${customer} AND i.value = s.who)
      AND NOT EXISTS (SELECT FROM usage_record r WHERE r.customer_id = ${customer}
        AND r.source_id = u.id AND r.id = s.id AND r.digest = s.digest)`.execute(tx);
}

/**
 * Marks the identities that now have several contents, whether all of them count or not; returns how many of the new
 * records are in conflict with one that counts.
 */
async function writeConflicts(tx: Tx, customer: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    WITH contrary AS (
      SELECT u.id AS source_id, s.id AS record_id, s.digest, bool_or(${counting(customer, 'r.import_id')}) AS counts
      FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
      JOIN usage_record r ON r.customer_id = ${customer} AND r.source_id = u.id AND r.id = s.id AND r.digest <> s.digest
      GROUP BY 1, 2, 3
    ), marked AS (
      INSERT INTO usage_conflict (customer_id, source_id, record_id)
      SELECT DISTINCT ${customer}, source_id, record_id FROM contrary ON CONFLICT DO NOTHING
    )
    SELECT count(*) FROM contrary c JOIN usage_record r
      ON r.customer_id = ${customer} AND r.source_id = c.source_id AND r.id = c.record_id AND r.digest = c.digest
    WHERE c.counts AND r.import_id = ${id}::bigint`.execute(tx);
  return Number(rows[0]!.count);
}

function newRecords(customer: string, id: string) {
  return sql`SELECT DISTINCT r.source_id, r.id FROM ${staged(customer)} WHERE r.import_id = ${id}::bigint`;
}
