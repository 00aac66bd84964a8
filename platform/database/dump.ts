import { sql } from 'kysely';
import type { Tx } from './scope.ts';

/** Tables that are not dumped: written by migrations, or worked out anew from the rest. */
const leftOut = new Set(['migration', 'vendor_only', 'usage_partial']);

/**
 * Yields every row in scope, table by table in the order of their names, each as the text of
 * `{"table": …, "row": …}`. Numbers and times stand as the database writes them, to the last digit; rows are in the order
 * of their texts, so that two dumps of one state are the same.
 */
export async function* dumpRows(tx: Tx): AsyncGenerator<string, void, void> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'goodterms'::regnamespace AND relkind = 'r' ORDER BY 1`.execute(tx);
  for (const { name } of tables) {
    if (leftOut.has(name)) continue;
    const { rows } = await sql<{ row: string }>`
      SELECT to_jsonb(t)::text AS row FROM ${sql.table(name)} t ORDER BY to_jsonb(t)::text COLLATE "C"`.execute(tx);
    for (const { row } of rows) yield `{"table": ${JSON.stringify(name)}, "row": ${row}}`;
  }
}
