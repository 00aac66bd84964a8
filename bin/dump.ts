import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { customerIds } from '#business/customers/customer.store.ts';
import { accessScope } from '#business/identity/accessScope.store.ts';
import { dumpRows } from '#platform/database/dump.ts';
import { readMigrations } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/open.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { formatInstant, fromMilliseconds } from '#platform/instant.ts';
import { loadSample, sampleAt } from '../test/upgrades/sample.ts';
import { listings, listNames, standings } from '../test/upgrades/standings.ts';

/**
 * `npm run dump -- FILE` writes the database (the embedded one while no server runs, or that of DATABASE_URL) as lines of
 * text, but for what opens doors: accounts, sessions, passwords. With `--sample` it writes all of a small sample of its own
 * making: each release commits one to test/upgrades, and every later one must open it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (!file) {
  console.error('Usage: npm run dump -- FILE [--sample]');
  process.exit(1);
}
const folder = values.sample ? await sampleFolder() : undefined;
const database = await openDatabase(folder ? { dataFolder: folder } : {});
try {
  const clock = () => (values.sample ? sampleAt : fromMilliseconds(Date.now()));
  const context = { pool: database.app, clock, actor: 'staff', wake: () => undefined };
  if (values.sample) await loadSample(database.app);
  const header = {
    goodterms: 'dump/1',
    at: formatInstant(clock()),
    migrations: readMigrations(join(import.meta.dirname, '../apps/server/migrations')).map(
      ({ name, digest }) => ({ name, digest }),
    ),
    standings: await standings(context),
    ...(values.sample ? { lists: await listings(context, listNames) } : {}),
  };
  const ids = await withScope(database.app, { customers: [], actor: 'staff' }, customerIds);
  // The doors of the sample open nothing but itself.
  const customers = [...ids, vendorWide, ...(values.sample ? [accessScope] : [])];
  await withScope(
    database.app,
    { customers, actor: 'staff' },
    async (tx) => {
      const lines = async function* () {
        yield `${JSON.stringify(header)}\n`;
        for await (const line of dumpRows(tx)) yield `${line}\n`;
      };
      await pipeline(lines, createWriteStream(file));
    },
    'repeatable read',
  );
} finally {
  await database.close();
  if (folder) await rm(folder, { recursive: true, force: true });
}

/** PostgreSQL may run as another user than we: it has to get through. */
async function sampleFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'goodterms-dump-'));
  await chmod(made, 0o755);
  return made;
}
