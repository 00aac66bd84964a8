import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { customer, makeCustomer } from '../soak/importSoak.ts';
import { type SoakServer, startServer } from '../soak/server.ts';
import { writeUsageFile } from '../soak/usageFile.ts';

const rows = 60_000;
let db: TestDatabase;
let server: SoakServer | undefined;
let folder: string;

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'goodterms-kill-'));
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

type Detail = {
  id: string;
  status: string;
  progress: { done: number; attempt: number } | null;
  words: string;
};
const path = `/v1/customers/${customer}/usage-imports`;
const records = async () => Number((await db.admin.query('SELECT count(*) FROM usage_record')).rows[0].count);

test('killed in the middle of an import, the server leaves nothing of it, and the next one takes it up again', async () => {
  const first = await startServer({ DATABASE_URL: db.url });
  server = first;
  await makeCustomer(first);
  const file = join(folder, 'usage.ndjson');
  await writeUsageFile(file, rows, Date.now());
  const text = await readFile(file, 'utf8');
  const { id } = (await first.send('POST', `${path}?file=a`, text, 'application/octet-stream')) as Detail;
  await first.send('POST', `${path}/${id}/start`, '{"format":"cloudevents"}');
  const detail = async (of: SoakServer) => (await of.send('GET', `${path}/${id}`)) as Detail;
  while (((await detail(first)).progress?.done ?? 0) < 0.2) await pause();
  await first.stop('SIGKILL');
  expect(await records()).toBe(0);

  const second = await startServer({ DATABASE_URL: db.url });
  server = second;
  const attempts = new Set<number>();
  for (;;) {
    const now = await detail(second);
    attempts.add(now.progress?.attempt ?? 0);
    if (now.status === 'accepted') break;
    expect(['queued', 'running']).toContain(now.status);
    await pause();
  }
  expect(attempts).toContain(2);
  expect((await detail(second)).words).toBe('60,000 new records.');
  expect(await records()).toBe(rows);
});

const pause = () => new Promise((next) => setTimeout(next, 50));
