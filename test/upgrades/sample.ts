import type { Pool } from 'pg';
import { loadFiles } from '#apps/demo/load.ts';
import { type DemoFile, demoVendor } from '#apps/demo/vendor.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { positionsPage } from '#apps/server/positions/page.ts';
import { customerPage } from '#apps/server/readings.ts';
import type { ConflictsPage } from '#apps/server/views/conflictView.ts';
import { startWorker } from '#apps/server/worker.ts';
import { after, hour, parseInstant, second } from '#platform/instant.ts';

/** When the sample is read: the demo's agreements are eight months old then. It was loaded in the hour before. */
export const sampleAt = parseInstant('2026-11-22T10:00:00Z')!;
const loadedFrom = after(sampleAt, -hour);
const address = 'http://localhost:4300';
/** All papers of the demo, and the usage of those customers who have little of it, of its last months. */
const sampled = /imports|copperfield|fjordline|solano|kestrel/;
const since = '2026-08-28';

/**
 * Loads the sample through the public interface, so that every table has rows: papers, usage of every format with a line
 * that is refused and a gap, conflicts settled and no longer, one finding confirmed and one dismissed.
 */
export async function loadSample(pool: Pool): Promise<void> {
  const fail = (error: unknown) => {
    throw error;
  };
  let looks = 0;
  const base = { pool, clock: () => after(loadedFrom, second * looks++), actor: 'staff' };
  const worker = startWorker(base, fail);
  const app = makeApp({ ...base, wake: () => undefined }, { workspace: 'nowhere', report: fail });
  const load = (...files: readonly DemoFile[]) => loadFiles(app.fetch, address, files);
  const files = demoVendor(sampleAt).filter((file) => sampled.test(file.path) && isRecent(file));
  await load(...files.map(shortened), ...odd);
  await worker.settle();
  const dismissal = { cause: 'double-count', reason: 'One person under two spellings.' };
  await post(await command('solano', 'confirm', { cause: 'misconfiguration' }), 'confirm-once');
  await post(await command('copperfield', 'dismiss', dismissal), 'dismiss-once');
  await load(
    await choice('twice'),
    await choice('thrice'),
    conflict('undo', { choice: '2', reason: 'Both were wrong.' }),
  );
  await worker.settle();
  await worker.stop();

  async function post({ path, type, body }: DemoFile, key: string): Promise<void> {
    const headers = { 'content-type': type, host: new URL(address).host, 'idempotency-key': key };
    const answer = await app.fetch(new Request(`${address}${path}`, { method: 'POST', headers, body }));
    if (!answer.ok) throw new Error(await answer.text());
  }

  async function choice(of: string): Promise<DemoFile> {
    const request = new Request(`${address}${conflicts}`, { headers: { host: new URL(address).host } });
    const list = (await (await app.fetch(request)).json()) as ConflictsPage;
    const { source, id, contents } = list.conflicts.find((one) => one.id === of)!;
    const { digest } = contents.find(({ quantity }) => quantity === '2')!;
    return conflict('choose', { source, id, digest, reason: 'The gateway sent it again, corrected.' });
  }

  async function command(customer: string, name: string, more: object) {
    const page = await customerPage({ ...base, wake: () => undefined }, customer);
    const { key, version } = page!.findings[0]!;
    const body = JSON.stringify({ expectedVersion: version, ...more });
    return { path: `/v1/customers/${customer}/findings/${key}/${name}`, type: 'application/json', body };
  }
}

const conflicts = '/v1/customers/solano/conflicts';

function conflict(name: string, body: object): DemoFile {
  return { path: `${conflicts}/${name}`, type: 'application/json', body: JSON.stringify(body) };
}

/** Whether a roster was read since that day; what is no roster is always in it. */
function isRecent({ path }: DemoFile): boolean {
  const [, at = since] = /[?&]at=([\d-]+)/.exec(path) ?? [];
  return at >= since;
}

/** The events and the readings of the license server since that day; papers and rosters whole. */
function shortened(file: DemoFile): DemoFile {
  if (file.type === 'application/x-ndjson') {
    const lines = file.body.trimEnd().split('\n');
    const kept = lines.filter((line) => (JSON.parse(line) as { time: string }).time >= since);
    return { ...file, body: `${kept.join('\n')}\n` };
  }
  if (file.type !== 'text/plain') return file;
  return {
    ...file,
    body: file.body
      .split(/(?=^lmutil)/m)
      .slice(-3)
      .join(''),
  };
}

/** What goes wrong now and then: contents that differ, a line that is none, use nobody has priced, a server that is down. */
const odd: readonly DemoFile[] = [
  {
    path: '/v1/customers/solano/usage?format=cloudevents',
    type: 'application/x-ndjson',
    body: [
      ...['twice', 'thrice'].flatMap((id) => [1, 2].map((quantity) => oddEvent(id, 'beacon.call', quantity))),
      oddEvent('beta', 'beacon.beta', 1),
      '{"specversion":"0.9"}',
      '',
    ].join('\n'),
  },
  {
    path: '/v1/customers/kestrel/usage?format=lmstat&source=flexlm-kestrel&zone=America/New_York',
    type: 'text/plain',
    body: [
      'lmutil - Copyright (c) 1989-2024 Flexera. All Rights Reserved.',
      'Flexible License Manager status on Sat 11/21/2026 14:00',
      '',
      'Error getting status: Cannot connect to license server (-15,570)',
      '',
    ].join('\n'),
  },
];

function oddEvent(id: string, type: string, quantity: number): string {
  const time = '2026-11-02T12:00:00Z';
  const data = { quantity, territory: 'DE' };
  return JSON.stringify({ specversion: '1.0', id, source: 'beacon-gateway', type, time, data });
}

/** Returns what the pages say: a line for each position, then one for each finding. */
export async function standings(context: ServerContext): Promise<string[]> {
  const page = await positionsPage(context);
  if (!page.ok) throw new Error('the list of positions refuses its own default');
  const positions = page.value.items;
  const lines = positions.map(
    (row) => `${row.customer.id} ${row.clause.id}: ${row.used} of ${row.entitled}, ${row.status}`,
  );
  for (const customer of new Set(positions.map((row) => row.customer.id))) {
    const page = await customerPage(context, customer);
    for (const { key, state, measured, limit, excess, version } of page!.findings)
      lines.push(`${key}: ${state} at version ${version}, ${measured} of ${limit}, ${excess} beyond`);
  }
  return lines.sort();
}
