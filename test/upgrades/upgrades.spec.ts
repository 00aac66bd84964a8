import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { agreement, customers } from '#apps/server/given/papers.ts';
import { startReviews } from '#apps/server/reviews/keeper.ts';
import { startWorker } from '#apps/server/worker.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { dumpedTables, dumpRows } from '#platform/database/dump.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { database } from '#platform/database/scope.ts';
import { databaseTypes } from '#platform/database/types.ts';
import { after, type Instant, parseInstant } from '#platform/instant.ts';
import { auditAll, testDatabase } from '#test/database.ts';
import { lifecycles } from '#test/lifecycles.ts';
import { signIns } from './signIns.ts';
import { listings, standings } from './standings.ts';

/** A database of every earlier release opens with this one, and says the same. */
type Header = {
  at: string;
  migrations: { name: string; digest: string }[];
  standings: string[];
  /** What its lists said; an older dump has none, a later release may have others. */
  lists?: Record<string, string[]>;
};
/** Tables a dump has no rows of: nothing wrote to them yet. */
const unwritten: Readonly<Record<string, readonly string[]>> = { '0001-core.ndjson': ['outbox'] };
const dumps = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ndjson'));
const all = readMigrations(join(import.meta.dirname, '../../apps/server/migrations'));

test('there is a dump to open', () => expect(dumps).not.toEqual([]));

describe.each(dumps)('%s', (name) => {
  const [first, ...lines] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .split('\n');
  const header = JSON.parse(first!) as Header;
  const { lists = {} } = header;
  const known = header.migrations.flatMap((old) => {
    return all.filter((one) => one.name === old.name && one.digest === old.digest);
  });

  test('names migrations that are as they were: what is released never changes', () => {
    expect(known.map((one) => one.name)).toEqual(header.migrations.map((one) => one.name));
  });

  test('has rows of every table there was, but of those nothing writes to yet', () =>
    withDatabase(name, async ({ url, everything }) => {
      await migrate({ connectionString: url }, known);
      const tables = await database(everything).transaction().execute(dumpedTables);
      const empty = tables.filter((table) => !lines.some((line) => line.startsWith(`{"table": "${table}",`)));
      expect(empty).toEqual(unwritten[name] ?? []);
    }));

  test('opens, folds to its rows, says what it said, is examined without news, and goes on', () =>
    withDatabase(name, async ({ url, app, everything }) => {
      await migrate({ connectionString: url }, known);
      await load(url, lines);
      expect(await dumped(everything), 'what was loaded is what was dumped').toEqual(lines);
      await migrate({ connectionString: url }, all);
      expect(await auditAll(everything, lifecycles)).toEqual([]);

      let looks = 0;
      const clock = (): Instant => after(parseInstant(header.at)!, looks++);
      const context = { pool: app, clock, actor: 'staff', wake: () => undefined };
      const events = async () =>
        (await everything.query('SELECT stream, version FROM event ORDER BY 1, 2')).rows;
      const before = await events();
      expect(await standings(context)).toEqual(header.standings);
      expect(await listings(context, Object.keys(lists))).toEqual(lists);

      await everything.query("UPDATE detection_due SET due_at = '2000-01-01Z'");
      const failures: unknown[] = [];
      const worker = startWorker(context, (error) => failures.push(error));
      await worker.settle();
      const reviews = startReviews(context, (error) => failures.push(error));
      await reviews.settle();
      await reviews.stop();
      expect(failures).toEqual([]);
      expect(await standings(context), 'after detection by this release').toEqual(header.standings);
      expect(await listings(context, Object.keys(lists))).toEqual(lists);
      // What the release of the dump did not know at all may well begin: the first alerts, say.
      const then = new Set(before.map(({ stream }) => stream.split('/')[0]));
      const since = (await events()).filter(({ stream }) => then.has(stream.split('/')[0]));
      expect(since, 'detection found nothing new').toEqual(before);

      if (lists.accountsOfStaff)
        expect(await signIns(context)).toEqual({
          ...{ password: 200, wrong: 422, recoveryCode: 200, sameAgain: 422 },
          ...{ ways: ['password', 'password'], passkeys: ['Laptop'] },
        });
      expect(await goesOn(context, everything)).toEqual({ status: 200, added: 1, moreEvents: true });
      await worker.settle();
      await worker.stop();
      expect(failures).toEqual([]);
      expect(await auditAll(everything, lifecycles)).toEqual([]);
    }));
});

/** Imports another customer's agreement, and an event by a new person from a new source: every number is a new one. */
async function goesOn(context: Parameters<typeof makeApp>[0], everything: Pool) {
  const app = makeApp(context, {
    workspace: 'nowhere',
    identify: identifyAsOurselves,
    report: (error) => {
      throw error;
    },
  });
  const post = (path: string, body: string, type: string) =>
    app.fetch(
      new Request(`http://localhost:4300${path}`, {
        method: 'POST',
        headers: { host: 'localhost:4300', 'content-type': type },
        body,
      }),
    );
  const { rows } = await everything.query(
    'SELECT customer_id, max(sequence) FROM event GROUP BY 1 ORDER BY 1 DESC',
  );
  const customer = rows[0].customer_id as string;
  const event = {
    specversion: '1.0',
    id: 'the first of this release',
    source: 'a new source',
    type: 'something new',
    time: '2026-11-20T10:00:00Z',
    data: { user: 'a.new.person' },
  };
  const answer = await post(`/v1/customers/${customer}/usage`, JSON.stringify(event), 'application/json');
  const report = (await answer.json()) as { accepted: number };
  const papers = { customers: customers(['newcomer']), agreements: agreement('newcomer') };
  for (const [kind, text] of Object.entries(papers)) {
    const taken = await post(`/v1/imports/${kind}`, text, 'application/yaml');
    if (!taken.ok) throw new Error(await taken.text());
  }
  const last = await everything.query('SELECT sequence FROM event ORDER BY sequence DESC LIMIT 1');
  const highest = Math.max(...rows.map((row) => Number(row.max)));
  return {
    status: answer.status,
    added: report.accepted,
    moreEvents: Number(last.rows[0].sequence) > highest,
  };
}

async function dumped(everything: Pool): Promise<string[]> {
  return database(everything)
    .transaction()
    .execute(async (tx) => {
      const rows: string[] = [];
      for await (const row of dumpRows(tx)) rows.push(row);
      return rows;
    });
}

type Opened = { readonly url: string; readonly app: Pool; readonly everything: Pool };

/** Runs `work` on a new empty database, which is dropped afterwards. */
async function withDatabase(name: string, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { url: template, admin } = await testDatabase();
  const own = `upgrade_${name.replace(/\W/g, '_')}`;
  await admin.query(`CREATE DATABASE ${own}`);
  const url = template.replace(/\/[^/]*$/, `/${own}`);
  const app = openPool({ connectionString: url }, appRole, 4);
  const options = '-c search_path=goodterms -c TimeZone=UTC';
  const everything = new Pool({ connectionString: url, max: 1, types: databaseTypes, options });
  // The database is dropped while connections may still be on their way out.
  everything.on('error', () => undefined);
  try {
    await work({ url, app, everything });
  } finally {
    await Promise.all([app.end(), everything.end()]);
    await admin.query(`DROP DATABASE ${own} WITH (FORCE)`);
  }
}

/** Puts the rows in as they are, and lets the numbers the database gives go on after the last one. */
async function load(connectionString: string, lines: readonly string[]): Promise<void> {
  const options = '-c search_path=goodterms -c TimeZone=UTC -c session_replication_role=replica';
  const client = new Client({ connectionString, options });
  await client.connect();
  try {
    const written = await writtenColumns(client);
    for (const line of lines) {
      const [start, table] = /^\{"table": "(\w+)", "row": /.exec(line)!;
      const columns = written.get(table!);
      await client.query(
        `INSERT INTO "${table}" (${columns}) OVERRIDING SYSTEM VALUE
        SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
        [line.slice(start.length, -1)],
      );
    }
    const { rows } = await client.query(
      `SELECT format('SELECT setval(%L, coalesce((SELECT max(%I) FROM goodterms.%I), 0) + 1, false)',
        pg_get_serial_sequence('goodterms.' || table_name, column_name), column_name, table_name) AS statement
      FROM information_schema.columns WHERE table_schema = 'goodterms' AND is_identity = 'YES'`,
    );
    for (const { statement } of rows) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Returns the columns of each table that are not generated from others, as a list in SQL. */
async function writtenColumns(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query(
    `SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
    FROM information_schema.columns WHERE table_schema = 'goodterms' AND is_generated = 'NEVER' GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.table_name as string, row.columns as string]));
}
