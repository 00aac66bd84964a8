import type { Pool } from 'pg';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { customerPage, positionsPage } from '#apps/server/readings.ts';
import { startWorker } from '#apps/server/worker.ts';
import { parseInstant } from '#platform/instant.ts';

/** When the sample is read: the demo's agreements are eight months old then. */
export const sampleAt = parseInstant('2026-11-22T10:00:00Z')!;
const address = 'http://localhost:4300';
/** All papers of the demo, and the usage of those customers who have little of it. */
const sampled = /imports|copperfield|fjordline|solano/;

/** Loads the sample through the public importers; one finding is confirmed and one dismissed. */
export async function loadSample(pool: Pool): Promise<void> {
  const fail = (error: unknown) => {
    throw error;
  };
  const base = { pool, clock: () => sampleAt, actor: 'staff' };
  const worker = startWorker(base, fail);
  const app = makeApp({ ...base, wake: () => undefined }, { workspace: 'nowhere', report: fail });
  await loadFiles(app.fetch, address, demoVendor(sampleAt).filter(({ path }) => sampled.test(path)));
  await worker.settle();
  const order = { cause: 'double-count', reason: 'One person under two spellings.' };
  await loadFiles(app.fetch, address, [
    await command('solano', 'confirm', { cause: 'misconfiguration' }),
    await command('copperfield', 'dismiss', order),
  ]);
  await worker.settle();
  await worker.stop();

  async function command(customer: string, name: string, more: object) {
    const page = await customerPage({ ...base, wake: () => undefined }, customer);
    const { key, version } = page!.findings[0]!;
    const body = JSON.stringify({ expectedVersion: version, ...more });
    return { path: `/v1/customers/${customer}/findings/${key}/${name}`, type: 'application/json', body };
  }
}

/** Returns what the pages say: a line for each position, then one for each finding. */
export async function standings(context: ServerContext): Promise<string[]> {
  const { positions } = await positionsPage(context);
  const lines = positions.map((row) => `${row.customer.id} ${row.clause.id}: ${row.used} of ${row.entitled}, ${row.status}`);
  for (const customer of new Set(positions.map((row) => row.customer.id))) {
    const page = await customerPage(context, customer);
    for (const { key, state, measured, limit, excess, version } of page!.findings)
      lines.push(`${key}: ${state} at version ${version}, ${measured} of ${limit}, ${excess} beyond`);
  }
  return lines.sort();
}
