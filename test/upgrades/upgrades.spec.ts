import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { expect, test } from 'vitest';
import { startWorker } from '#apps/server/worker.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { parseInstant } from '#platform/instant.ts';
import { auditAll, testDatabase } from '#test/database.ts';
import { lifecycles } from '#test/lifecycles.ts';
import { standings } from './sample.ts';

/** A database of every earlier release opens with this one, and says the same. */
type Header = { at: string; migrations: { name: string; digest: string }[]; standings: string[] };
const dumps = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ndjson'));
const all = readMigrations(join(import.meta.dirname, '../../apps/server/migrations'));

test('there is a dump to open', () => expect(dumps).not.toEqual([]));

test.each(dumps)('%s opens, folds to its rows, and says what it said', async (name) => {
  const { url, admin } = await testDatabase();
  const database = `upgrade_${name.replace(/\W/g, '_')}`;
  await admin.query(`CREATE DATABASE ${database}`);
  const there = url.replace(/\/[^/]*$/, `/${database}`);
  const [first, ...lines] = readFileSync(join(import.meta.dirname, name), 'utf8').trimEnd().split('\n');
  const header = JSON.parse(first!) as Header;
  const known = header.migrations.map((old) => all.find((one) => one.name === old.name && one.digest === old.digest));
  expect(known, 'migrations of a release never change').not.toContain(undefined);

  await migrate({ connectionString: there }, known.map((one) => one!));
  await load(there, lines);
  await migrate({ connectionString: there }, all);

  const app = openPool({ connectionString: there }, appRole, 4);
  const everything = new Pool({ connectionString: there, max: 1, options: '-c search_path=goodterms -c TimeZone=UTC' });
  try {
    expect(await auditAll(everything, lifecycles)).toEqual([]);
    const clock = () => parseInstant(header.at)!;
    const context = { pool: app, clock, actor: 'staff', wake: () => undefined };
    expect(await standings(context)).toEqual(header.standings);
    await everything.query("UPDATE detection_due SET due_at = '2000-01-01Z'");
    const failures: unknown[] = [];
    const worker = startWorker(context, (error) => failures.push(error));
    await worker.settle();
    await worker.stop();
    expect(failures).toEqual([]);
    expect(await standings(context), 'after detection by this release').toEqual(header.standings);
  } finally {
    await Promise.all([app.end(), everything.end()]);
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
  }
});

/** Puts the rows in as they are, and lets the numbers the database gives go on after the last one. */
async function load(connectionString: string, lines: readonly string[]): Promise<void> {
  const client = new Client({ connectionString, options: '-c search_path=goodterms -c session_replication_role=replica' });
  await client.connect();
  try {
    for (const line of lines) {
      const table = /^\{"table": "(\w+)", "row": /.exec(line)!;
      await client.query(
        `INSERT INTO "${table[1]}" OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::"${table[1]}", $1::jsonb)`,
        [line.slice(table[0].length, -1)],
      );
    }
    await client.query(`SELECT format('SELECT setval(%L, coalesce((SELECT max(%I) FROM goodterms.%I), 1))',
        pg_get_serial_sequence('goodterms.' || table_name, column_name), column_name, table_name) AS statement
      FROM information_schema.columns WHERE table_schema = 'goodterms' AND is_identity = 'YES'`)
      .then(async ({ rows }) => {
        for (const { statement } of rows) await client.query(statement);
      });
  } finally {
    await client.end();
  }
}
