import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { cloudEvents } from '#business/usage/import/cloudEvents.ts';
import { importUsage } from '#business/usage/import.store.ts';
import type { CountRequest, Measure } from '#business/usage/measure.ts';
import { readRecords } from '#business/usage/usage.store.ts';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { type Tx, withScope } from '#platform/database/scope.ts';
import { fromMilliseconds, type Interval } from '#platform/instant.ts';

const rows = 500_000;
/** One event in twenty comes a second time. */
const again = 20;
const rounds = 3;
const receivedAt = fromMilliseconds(Date.UTC(2026, 3, 2));
const march: Interval = {
  from: fromMilliseconds(Date.UTC(2026, 2, 1)),
  until: fromMilliseconds(Date.UTC(2026, 3, 1)),
};
const customer = 'northwind';

/**
 * 500,000 CloudEvents, a twentieth of them twice, from a file until they are accepted, deduplicated, committed and visible
 * in a reading of the month, against bare COPY of the same rows from a file into a table without any constraint. Both
 * on an embedded PostgreSQL that syncs its disk. Ends with `ratio: X`, how many times as long ours takes.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-bench-'));
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount() });
  try {
    const login = { ...server.login, database: 'postgres' };
    await migrate(login, readMigrations('apps/server/migrations'));
    const files = { events: join(folder, 'events.ndjson'), rows: join(folder, 'rows.txt') };
    await writeFiles(files);
    const admin = new Client(login);
    await admin.connect();
    const app = openPool(login, appRole, 2);
    const times = { copy: [] as number[], ingest: [] as number[], reading: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.copy.push(await bareCopy(admin, files.rows));
      await admin.query('TRUNCATE goodterms.usage_record');
      times.ingest.push(await seconds(() => ingest(app, files.events)));
      times.reading.push(await seconds(() => reading(app)));
    }
    await Promise.all([admin.end(), app.end()]);
    report(median(times.copy), median(times.ingest), median(times.reading));
  } finally {
    await server.stop('at once');
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(copy: number, ingest: number, read: number): void {
  const all = rows + rows / again;
  const rate = (time: number): string => `${time.toFixed(2)} s, ${Math.round(all / time)} rows/s`;
  console.log(`${all} events, ${rows / again} of them duplicates (median of ${rounds})`);
  console.log(`bare COPY of the same rows: ${rate(copy)}`);
  console.log(`decoded, checked, deduplicated, committed: ${rate(ingest)}`);
  console.log(`and then in a reading of the month: ${read.toFixed(2)} s more`);
  console.log(`ratio: ${((ingest + read) / copy).toFixed(2)} (of the time that COPY takes)`);
}

/** The same rows twice: as events, and as COPY reads them. */
async function writeFiles(files: { events: string; rows: string }): Promise<void> {
  const out = {
    events: createWriteStream(files.events),
    rows: createWriteStream(files.rows, { mode: 0o644 }),
  };
  for (let i = 0; i < rows; i += 1) {
    const id = `call-${String(i).padStart(9, '0')}`;
    const time = new Date(march.from / 1000 + i * 5000).toISOString();
    const data = { quantity: (i % 100) / 10, user: `user-${i % 5000}`, region: ['eu', 'us', 'ap'][i % 3] };
    const event = `${JSON.stringify({ specversion: '1.0', id, source: '/gateway', type: 'api-call', time, data })}\n`;
    const columns = [
      customer,
      1,
      id,
      'api-call',
      time,
      data.quantity,
      data.user,
      JSON.stringify({ region: data.region }),
    ];
    const row = `${columns.join('\t')}\n`;
    const twice = i % again === 0 ? 2 : 1;
    const [a, b] = [out.events.write(event.repeat(twice)), out.rows.write(row.repeat(twice))];
    if (!a) await once(out.events, 'drain');
    if (!b) await once(out.rows, 'drain');
  }
  await Promise.all(Object.values(out).map((stream) => new Promise((done) => stream.end(done))));
}

function bareCopy(admin: Client, file: string): Promise<number> {
  return seconds(async () => {
    await admin.query(
      `DROP TABLE IF EXISTS bare; CREATE TABLE bare (customer_id text, source_id integer, id text, feature text,
         at timestamptz, quantity numeric, who text, attributes jsonb)`,
    );
    await admin.query(`COPY bare FROM '${file}'`);
  });
}

async function ingest(app: Pool, file: string): Promise<void> {
  const digest = (text: string): string => hash('sha256', text, 'hex');
  const outcome = await inScope(app, (tx) =>
    importUsage(tx, {
      customer,
      actor: 'bench',
      receivedAt,
      fileName: 'events.ndjson',
      format: 'cloudevents',
      batches: cloudEvents(createReadStream(file), { receivedAt, digest }),
    }),
  );
  if (outcome.added !== rows || outcome.duplicates !== rows / again)
    throw new Error(`added ${outcome.added}, duplicates ${outcome.duplicates}`);
}

async function reading(app: Pool): Promise<void> {
  const measure: Measure = {
    aggregate: { kind: 'count' },
    window: { unit: 'month', anchor: 'calendar' },
    zone: 'UTC',
    filter: [],
    groupBy: [],
    countReservations: false,
    unitSize: '1',
  };
  const records = await inScope(app, (tx) =>
    readRecords(tx, customer, { features: ['api-call'], within: march }),
  );
  const request: CountRequest = {
    records,
    chosen: new Map(),
    measure,
    features: [{ source: null, feature: 'api-call', ...march }],
    windows: [{ ...march, counted: march, hours: [] }],
    asOf: receivedAt,
  };
  const value = countByASweep(request)[0]?.value;
  if (value !== String(rows)) throw new Error(`the reading says ${value}`);
}

function inScope<T>(app: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(app, { customers: [customer], actor: 'bench' }, work);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
