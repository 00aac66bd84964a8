import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './scope.ts';

/** Tables that are not dumped: written by migrations, or worked out anew from the rest. */
const leftOut = new Set(['migration', 'vendor_only', 'usage_partial']);

const rowsAtOnce = 2_000;

/**
 * Yields every row in scope, table by table in the order of their names, each as the text of
 * `{"table": …, "row": …}`. Numbers and times stand as the database writes them, to the last digit; rows are in the order
 * of their primary key (of their texts where there is none), texts by code points, so that two dumps of one state are
 * the same. Few rows are in memory at once.
 */
export async function* dumpRows(tx: Tx): AsyncGenerator<string, void, void> {
  for (const name of await dumpedTables(tx)) {
    const order = sql.join([...(await primaryKey(tx, name)), sql`to_jsonb(t)::text COLLATE "C"`]);
    await sql`
      DECLARE dumped NO SCROLL CURSOR FOR
      SELECT to_jsonb(t)::text AS row FROM ${sql.table(name)} t ORDER BY ${order}`.execute(tx);
    for (;;) {
      const { rows } = await sql<{ row: string }>`FETCH ${sql.lit(rowsAtOnce)} FROM dumped`.execute(tx);
      if (rows.length === 0) break;
      for (const { row } of rows) yield `{"table": ${JSON.stringify(name)}, "row": ${row}}`;
    }
    await sql`CLOSE dumped`.execute(tx);
  }
}

/** Returns the names of the tables that are dumped, in order. */
export async function dumpedTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'goodterms'::regnamespace AND relkind = 'r' ORDER BY relname COLLATE "C"`.execute(
    tx,
  );
  return rows.map(({ name }) => name).filter((name) => !leftOut.has(name));
}

async function primaryKey(tx: Tx, table: string): Promise<RawBuilder<unknown>[]> {
  const { rows } = await sql<{ name: string; isText: boolean }>`
    SELECT a.attname AS name, a.attcollation <> 0 AS "isText"
    FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = ${`goodterms.${table}`}::regclass AND i.indisprimary ORDER BY k.place`.execute(tx);
  return rows.map(({ name, isText }) =>
    isText ? sql`t.${sql.ref(name)} COLLATE "C"` : sql`t.${sql.ref(name)}`,
  );
}
