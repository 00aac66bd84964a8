import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Pool } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { ourselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import type { Principal } from '#business/identity/principal.ts';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole, openPool } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { after, fromMilliseconds } from '#platform/instant.ts';
import { launchBrowser } from '#test/journeys/browser.ts';
import { buildPages } from '../bin/buildPages.ts';
import { median } from './lists/times.ts';

const usual = 9;
const now = fromMilliseconds(Date.UTC(2026, 10, 22, 10));
const customer = 'brightline';
const theirs: Principal = { kind: 'customer', account: 'bench', customer, role: 'customer-administrator' };

/** A page about the same customer: who opens it, where, and by what one sees that it can be used. */
type Look = { readonly name: string; readonly path: string; readonly as: Principal; readonly seen: string };

const looks: readonly [Look, Look] = [
  {
    name: 'portal, overview',
    path: `/portal/${customer}`,
    as: theirs,
    seen: 'main [data-testid="value"]',
  },
  {
    name: 'workspace, customer',
    path: `/customers/${customer}`,
    as: ourselves,
    seen: 'main h1 >> text=Brightline Engineering',
  },
];

/**
 * How long it takes until a page can be used that was never opened before, on a phone: its processor four times as slow
 * as this one (`Emulation.setCPUThrottlingRate`), nothing in the cache. The customer's overview in the portal, against the
 * page that tells the same in the workspace. Ends with `ratio: X`: portal to workspace, of the medians.
 */
export async function run([rounds = String(usual)]: readonly string[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-bench-'));
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount() });
  try {
    const login = { ...server.login, database: 'postgres' };
    await migrate(login, readMigrations('apps/server/migrations'));
    const pool = openPool(login, appRole, 4);
    try {
      await measure(pool, Number(rounds));
    } finally {
      await pool.end();
    }
  } finally {
    await server.stop('at once');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(pool: Pool, rounds: number): Promise<void> {
  let ticks = 0;
  let asking = ourselves;
  const base = { pool, clock: () => after(now, ticks++), actor: 'bench' };
  const worker = startWorker(base, console.error);
  const app = makeApp(
    { ...base, wake: worker.wake },
    { workspace: await buildPages(), identify: async () => asking, report: console.error },
  );
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => server.once('listening', ready));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  await loadFiles(
    fetch,
    address,
    demoVendor(now).filter(({ path }) => path.includes('imports') || path.includes(customer)),
  );
  await worker.settle();
  const browser = await launchBrowser();
  const taken = looks.map(() => ({ slow: [] as number[], work: [] as number[] }));
  // One after the other in each round, so that what else the machine does falls on both.
  for (let round = 0; round <= rounds; round += 1)
    for (const [n, look] of looks.entries()) {
      asking = look.as;
      const { time } = await opened(browser, address, look, 4);
      const { work } = await opened(browser, address, look, 1);
      if (round === 0) continue;
      taken[n]!.slow.push(time);
      taken[n]!.work.push(work);
    }
  await browser.close();
  server.close();
  await worker.stop();
  for (const [n, { name }] of looks.entries()) {
    const { slow, work } = taken[n]!;
    console.log(
      `${name.padEnd(22)} usable after ${median(slow).toFixed(0)} ms (${Math.min(...slow).toFixed(0)} to ${Math.max(...slow).toFixed(0)}) on a processor slowed down four times; it works ${median(work).toFixed(0)} ms on it when not slowed down`,
    );
  }
  const [portal, workspace] = taken.map(({ slow }) => median(slow)) as [number, number];
  console.log(`ratio: ${(portal / workspace).toFixed(2)} (until the page can be used: portal to workspace)`);
}

/** How long it took, and how long the processor worked on it (as it is, not slowed down), in milliseconds. */
type Taken = { readonly time: number; readonly work: number };

/** Opens a page with nothing in the cache, until it can be used. */
async function opened(browser: Browser, address: string, look: Look, rate: number): Promise<Taken> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page: Page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  const start = performance.now();
  await page.goto(address + look.path, { waitUntil: 'commit' });
  await page.locator(look.seen).first().waitFor();
  const time = performance.now() - start;
  const { metrics } = await devtools.send('Performance.getMetrics');
  await context.close();
  return { time, work: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) };
}
