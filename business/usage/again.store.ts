import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';

/**
 * Records that imports brought records which count by another import: `some` is a query for `import_id` and the
 * record's `number`. Kept as stretches of numbers: a file that comes again is known by a few rows.
 */
export async function linkRecords(tx: Tx, customer: string, some: RawBuilder<unknown>): Promise<void> {
  await sql`
    INSERT INTO usage_import_again (customer_id, import_id, first, until)
    SELECT ${customer}, import_id, min(number), max(number) + 1 FROM (
      SELECT import_id, number, number - row_number() OVER (PARTITION BY import_id ORDER BY number) AS stretch
      FROM (SELECT DISTINCT import_id, number FROM (${some}) s) n
    ) t GROUP BY import_id, stretch ON CONFLICT DO NOTHING`.execute(tx);
}
