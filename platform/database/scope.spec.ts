import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { textArray, withScope } from './scope.ts';

/** A value of each column type, so that any table of ours, future ones too, can be given a row. */
const samples: Record<string, string> = {
  text: "'x'",
  integer: '1',
  bigint: '1',
  smallint: '1',
  numeric: '1',
  boolean: 'true',
  uuid: 'gen_random_uuid()',
  jsonb: "'{}'",
  'timestamp with time zone': "'2026-01-01Z'",
  date: "'2026-01-01'",
  bytea: "'x'",
  'text[]': "'{}'",
  tstzrange: "'empty'",
};

let db: TestDatabase;
let tables: string[];

beforeAll(async () => {
  db = await testDatabase();
  const { rows } = await db.admin.query(
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'customer_id'
      WHERE c.relnamespace = 'goodterms'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  tables = rows.map(({ relname }) => relname);
  await dropConstraints(db.admin);
  for (const table of tables)
    for (const customer of ['acme', 'other']) await db.admin.query(await insertion(table, customer));
});

// What was planted is no journal: the audit at the end has nothing to say about it.
afterAll(() => db.admin.query(`TRUNCATE ${tables.join(', ')} CASCADE`));

/** Keys and checks of this database only: the rows planted here have nothing but a customer. */
async function dropConstraints(admin: Pool): Promise<void> {
  const { rows } = await admin.query(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', conrelid::regclass, conname) AS text
       FROM pg_constraint WHERE connamespace = 'goodterms'::regnamespace AND contype IN ('c', 'f', 'u', 'p', 'x')`,
  );
  for (const { text } of rows) await admin.query(text);
  const indexes = await admin.query(
    `SELECT indexrelid::regclass AS name FROM pg_index JOIN pg_class c ON c.oid = indrelid
      WHERE indisunique AND c.relnamespace = 'goodterms'::regnamespace`,
  );
  for (const { name } of indexes.rows) await admin.query(`DROP INDEX ${name}`);
}

async function insertion(table: string, customer: string): Promise<string> {
  const { rows } = await db.admin.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND NOT atthasdef
        AND attidentity = '' AND attname <> 'customer_id'`,
    [table],
  );
  const values = rows.map(({ type }) => samples[type] ?? `no sample for the type ${type}`);
  return `INSERT INTO ${['', 'customer_id', ...rows.map(({ name }) => `"${name}"`)].join(', ').replace(', ', `${table} (`)})
    VALUES (${[`'${customer}'`, ...values].join(', ')})`;
}

/** Runs one statement as `pool`'s role in the scope of `customers`, then undoes it; returns its rows or its error's code. */
async function attempt(pool: Pool, customers: readonly string[] | undefined, text: string): Promise<unknown> {
  const client: PoolClient = await pool.connect();
  try {
    await client.query('BEGIN');
    if (customers)
      await client.query("SELECT set_config('goodterms.customers', $1, true)", [textArray(customers)]);
    const result = await client.query(text);
    return result.command === 'SELECT' ? result.rows : result.rowCount;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const denied = '42501';

describe.each(['app', 'owner'] as const)('for the role of the %s, in every table', (role) => {
  const each = async (
    customers: readonly string[] | undefined,
    statement: (table: string) => string | Promise<string>,
  ) =>
    Object.fromEntries(
      await Promise.all(tables.map(async (t) => [t, await attempt(db[role], customers, await statement(t))])),
    );
  const everywhere = (value: unknown) => Object.fromEntries(tables.map((table) => [table, value]));
  const select = (table: string) => `SELECT customer_id FROM ${table}`;

  test('there is a table to prove it on, and the rows are there for the superuser', async () => {
    expect(tables).toContain('event');
    for (const table of tables) expect((await db.admin.query(select(table))).rowCount, table).toBe(2);
  });

  test('no scope, or an empty one: no rows', async () => {
    expect(await each(undefined, select)).toEqual(everywhere([]));
    expect(await each([], select)).toEqual(everywhere([]));
  });

  test('a customer sees its own rows alone', async () => {
    expect(await each(['acme'], select)).toEqual(everywhere([{ customer_id: 'acme' }]));
    expect(await each(['acme', 'third'], select)).toEqual(everywhere([{ customer_id: 'acme' }]));
  });

  test('no row can be written for another customer', async () => {
    expect(await each(['acme'], (table) => insertion(table, 'other'))).toEqual(everywhere(denied));
    expect(await each(undefined, (table) => insertion(table, 'acme'))).toEqual(everywhere(denied));
  });

  test('another customer’s rows can be neither changed nor removed, nor own ones given away', async () => {
    const untouched = expect.toBeOneOf([0, denied]);
    const change = (table: string) => `UPDATE ${table} SET customer_id = 'acme' WHERE customer_id = 'other'`;
    expect(await each(['acme'], change)).toEqual(everywhere(untouched));
    expect(await each(['acme'], (table) => `DELETE FROM ${table} WHERE customer_id = 'other'`)).toEqual(
      everywhere(untouched),
    );
    expect(await each(['acme'], (table) => `UPDATE ${table} SET customer_id = 'other'`)).toEqual(
      everywhere(denied),
    );
  });
});

describe('the app’s role', () => {
  test.each([
    ['loosen a table', 'ALTER TABLE event NO FORCE ROW LEVEL SECURITY'],
    ['disable the protection', 'ALTER TABLE event DISABLE ROW LEVEL SECURITY'],
    ['drop the rule', 'DROP POLICY customer_scope ON event'],
    ['add a rule', 'CREATE POLICY mine ON event USING (true)'],
    ['become the owner', 'SET ROLE goodterms_owner'],
    [
      'change a function',
      "CREATE OR REPLACE FUNCTION scope() RETURNS SETOF text LANGUAGE sql AS $$ SELECT 'other' $$",
    ],
    ['make a table', 'CREATE TABLE mine (a int)'],
    ['call what migrations use', "CALL protect('event')"],
    ['rewrite history', "UPDATE event SET actor = 'nobody'"],
    ['remove history', 'DELETE FROM event'],
    ['empty a table', 'TRUNCATE event'],
    ['step around the rule', 'SET row_security = off; SELECT * FROM event'],
    ['give itself rights', 'ALTER ROLE goodterms_app BYPASSRLS'],
  ])('cannot %s', async (_, statement) => {
    expect(await attempt(db.app, ['acme'], statement)).toBe(denied);
  });

  test('owns nothing', async () => {
    const { rows } = await db.admin.query(
      `SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'goodterms_app'
       UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname = 'goodterms_app'
       UNION ALL SELECT n.nspname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE r.rolname = 'goodterms_app'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a scope', () => {
  const seen = (pool: Pool) => pool.query('SELECT customer_id FROM event').then(({ rows }) => rows);

  test('ends with its transaction, committed or not', async () => {
    const customers = ['acme', 'other'];
    await withScope(db.app, { customers, actor: 'a' }, async () => undefined);
    expect(await seen(db.app)).toEqual([]);
    const failing = withScope(db.app, { customers, actor: 'a' }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await seen(db.app)).toEqual([]);
  });

  test('binds even a pool that logs in as superuser', async () => {
    const events = await withScope(db.admin, { customers: ['acme'], actor: 'a' }, (tx) =>
      tx.selectFrom('event').select('customer_id').execute(),
    );
    expect(events).toEqual([{ customer_id: 'acme' }]);
  });

  test('holds ids of any spelling, each for itself', async () => {
    const odd = ['a,b', 'a"b', 'a\\b', '{}', '', 'NULL', "a'b", ' a '];
    const { rows } = await db.app.query('SELECT $1::text[] AS list', [textArray(odd)]);
    expect(rows[0].list).toEqual(odd);
  });
});

test('a scope of any size is looked up by hash, not held against every row', async () => {
  const customers = Array.from({ length: 200_000 }, (_, n) => `customer-${n}`);
  const { rows } = await withScope(db.app, { customers, actor: 'ann' }, (tx) =>
    sql<Record<string, string>>`EXPLAIN SELECT FROM customer`.execute(tx),
  );
  expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('hashed');
});
