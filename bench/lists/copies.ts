import type { Client } from 'pg';

/** Numbers that belong together wherever they stand: what is copied keeps its own references. */
const numbered = new Set(['id', 'source_id', 'import_id', 'who', 'identity_id']);
/** The template's numbers are below this, so no two copies meet. */
const stride = 10_000;

type Column = { table: string; name: string; type: string; identity: boolean };

/**
 * Copies everything that is known of some customers until there are `count` in all, ids `cu-00000` and on, in every table
 * that has customers' rows: ids of customers are replaced wherever they stand, uuids and numbers by others of their own.
 * So the rows are of the shape that the server itself writes, at the cost of one statement a table.
 */
export async function copyCustomers(
  admin: Client,
  templates: readonly string[],
  count: number,
): Promise<void> {
  const columns = await columnsOf(admin);
  // Nothing is copied that could not be written by hand: rules and references are looked at again by the queries alone.
  await admin.query("SET session_replication_role = 'replica'");
  await admin.query(
    `CREATE TEMP TABLE copies AS
      SELECT t.id AS template, 'cu-' || lpad(n::text, 5, '0') AS id, n FROM generate_series($1::integer, $2::integer) AS n
      JOIN unnest($3::text[]) WITH ORDINALITY AS t (id, place) ON t.place = n % $1 + 1`,
    [templates.length, count - 1, templates],
  );
  await admin.query('INSERT INTO customer_directory SELECT id FROM copies');
  for (const [table, list] of Map.groupBy(columns, (column) => column.table)) {
    const names = list.map(({ name }) => `"${name}"`).join(', ');
    await admin.query(
      `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
       SELECT ${list.map(copied).join(', ')} FROM ${table} o JOIN copies c ON c.template = o.customer_id`,
    );
    for (const { name } of list.filter(({ identity }) => identity))
      await admin.query(
        `SELECT setval(pg_get_serial_sequence('goodterms.${table}', '${name}'), coalesce(max(${name}), 1)) FROM ${table}`,
      );
  }
  await admin.query("SET session_replication_role = 'origin'");
}

async function columnsOf(admin: Client): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `SELECT table_name AS table, column_name AS name, data_type AS type, is_identity = 'YES' AS identity
     FROM information_schema.columns
     WHERE table_schema = 'goodterms' AND is_generated = 'NEVER'
       AND NOT (table_name = 'event' AND column_name = 'sequence')
       AND NOT (table_name = 'usage_record' AND column_name = 'number')
       AND table_name IN (SELECT tablename FROM pg_policies WHERE policyname = 'customer_scope')
     ORDER BY table_name, ordinal_position`,
  );
  return rows;
}

function copied({ name, type }: Column): string {
  const own = `o."${name}"`;
  if (numbered.has(name) && /int/.test(type)) return `${own} + c.n::bigint * ${stride}`;
  if (type !== 'text' && type !== 'jsonb' && type !== 'uuid') return own;
  // The last six digits of a uuid stay, the six before become the number of the copy.
  const uuids = `regexp_replace(${own}::text, '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{6}([0-9a-f]{6})',
    '\\1' || lpad(c.n::text, 6, '0') || '\\2', 'g')`;
  return `replace(${uuids}, c.template, c.id)::${type}`;
}
