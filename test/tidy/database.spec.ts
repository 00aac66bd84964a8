import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

test('every table belongs to customers, protected and enforced, or stands in the list of the vendor’s own', async () => {
  const { rows } = await db.admin.query(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'goodterms'::regnamespace AND c.relkind IN ('r', 'p', 'f')
        AND NOT EXISTS (SELECT 1 FROM goodterms.vendor_only v WHERE v.table_name = c.relname)
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT 1 FROM pg_attribute a
            WHERE a.attrelid = c.oid AND a.attname = 'customer_id' AND a.attnotnull)
          AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
            AND pg_get_expr(p.polqual, p.polrelid) LIKE '(customer_id IN ( SELECT %scope()%'
            AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)))`,
  );
  expect(rows.map(({ name }) => name)).toEqual([]);
});

test('no table has a second rule that would let in more than the first', async () => {
  const { rows } = await db.admin.query(
    `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polpermissive GROUP BY polrelid HAVING count(*) > 1`,
  );
  expect(rows).toEqual([]);
});

test('the list of the vendor’s own names only tables there are, none of them with a customer', async () => {
  const { rows } = await db.admin.query(
    `SELECT v.table_name FROM goodterms.vendor_only v LEFT JOIN pg_class c
         ON c.relname = v.table_name AND c.relnamespace = 'goodterms'::regnamespace
      WHERE c.oid IS NULL OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'customer_id')`,
  );
  expect(rows).toEqual([]);
});

test('nothing gets around the rule: no materialized view, no view or function with its owner’s rights', async () => {
  const { rows } = await db.admin.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'goodterms'::regnamespace AND (relkind = 'm'
        OR relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (reloptions), false))
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'goodterms'::regnamespace AND prosecdef`,
  );
  expect(rows).toEqual([]);
});

test('everything in the schema belongs to its owner, nothing to the app', async () => {
  const { rows } = await db.admin.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'goodterms'::regnamespace
        AND pg_get_userbyid(relowner) <> 'goodterms_owner'
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'goodterms'::regnamespace
        AND pg_get_userbyid(proowner) <> 'goodterms_owner'`,
  );
  expect(rows).toEqual([]);
});
