import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { after, fromMilliseconds } from '#platform/instant.ts';
import { buildPages } from '../bin/buildPages.ts';
import { askList, isLate } from './lists/ask.ts';
import { copyCustomers } from './lists/copies.ts';
import { inBrowser } from './lists/inBrowser.ts';
import { heavy, templates } from './lists/papers.ts';
import { everyList } from './lists/questions.ts';
import { median, rounds, timesOf } from './lists/times.ts';
import { type Send, sender, writeTemplates, writeVendorRows } from './lists/world.ts';

const usual = 10_000;
const now = fromMilliseconds(Date.UTC(2026, 10, 22));

/**
 * Every list there is, at 10,000 customers of three positions each with their use, findings, alerts, duties, imports and
 * quotes, and one more customer with much of everything: first page, a page in the middle, a filtered one, over HTTP and
 * row-level security; the run of the control audit; the time until rows are seen in a browser. Fails where the median of
 * a page is 300 ms or more. Ends with `ratio: X`: the first page of positions against a plain select of 50 such rows
 * without scope, cursor or totals.
 */
export async function run([count = String(usual)]: readonly string[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-bench-'));
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount() });
  try {
    const login = { ...server.login, database: 'postgres' };
    await migrate(login, readMigrations('apps/server/migrations'));
    const admin = new Client({ ...login, options: '-c search_path=goodterms -c TimeZone=UTC' });
    await admin.connect();
    const pool = openPool(login, appRole, 4);
    try {
      await fillAndMeasure(pool, admin, Number(count));
    } finally {
      await Promise.all([admin.end(), pool.end()]);
    }
  } finally {
    await server.stop('at once');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillAndMeasure(pool: Pool, admin: Client, count: number): Promise<void> {
  let looks = 0;
  const base = { pool, clock: () => after(now, looks++), actor: 'bench' };
  const app = makeApp(
    { ...base, wake: () => undefined },
    { workspace: await buildPages(), identify: identifyAsOurselves, report: console.error },
  );
  const send = sender(app);
  const worker = startWorker(base, console.error);
  await writeTemplates(send, worker.settle);
  await worker.stop();
  await copyCustomers(
    admin,
    templates.map(({ id }) => id),
    count,
  );
  await writeVendorRows(admin, count);
  await admin.query('VACUUM ANALYZE');
  console.log(`${count} customers × 3 positions; milliseconds, median (slowest) of ${rounds}`);
  await measure(app, send, admin);
}

async function measure(app: ReturnType<typeof makeApp>, send: Send, admin: Client): Promise<void> {
  const page = (await send('GET', `/v1/customers/${heavy}/page`)) as { findings: { key: string }[] };
  console.log(`the largest customer has ${page.findings.length} findings`);
  const audit = performance.now();
  await send('POST', '/v1/control-audits');
  console.log(`a run of the control audit: ${((performance.now() - audit) / 1000).toFixed(2)} s`);
  console.log(
    `${'list'.padEnd(26)}${'rows'.padStart(8)}  ${'first'.padStart(12)}${'middle'.padStart(12)}${'filtered'.padStart(12)}`,
  );
  const asked = [];
  for (const list of everyList(heavy, page.findings[0]!.key)) asked.push(...(await askList(app, list)));
  const plain = await timesOf(async () => {
    const { rows } = await admin.query('SELECT body FROM position ORDER BY at_stake DESC LIMIT 50');
    JSON.stringify(rows);
  });
  await inBrowser(app.fetch);
  const late = asked.filter(isLate);
  for (const { name, middle } of late) console.log(`OVER 300 ms: ${name}, ${middle.toFixed(0)} ms`);
  if (late.length > 0) process.exitCode = 1;
  const ratio = asked[0]!.middle / median(plain);
  console.log(`ratio: ${ratio.toFixed(1)} (of the time a plain select of 50 positions takes)`);
}
