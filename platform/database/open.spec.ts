import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditFolds } from '#platform/journal/audit.ts';
import { history } from '#platform/journal/journal.ts';
import { tally } from '#test/kill/tally.ts';
import { type Database, openDatabase } from './open.ts';
import { runningPostmaster, stopPostmaster } from './postmaster.ts';
import { vendorWide, withScope } from './scope.ts';

const scope = { customers: [vendorWide], actor: 'reader' };
/** The folder most tests go on with: making a new one each time would take most of the time. */
let shared: string;
let folder: string;
let data: string;
let opened: Database[];
let children: ChildProcess[];

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), `goodterms-test-${process.pid}-`));
  chmodSync(made, 0o711);
  return made;
}

function use(chosen: string): void {
  folder = chosen;
  data = join(folder, 'cluster', 'data');
}

beforeAll(() => {
  shared = newFolder();
});

afterAll(() => rmSync(shared, { recursive: true, force: true, maxRetries: 5 }));

beforeEach(() => {
  use(shared);
  opened = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const database of opened) await database.close();
  await stopPostmaster(data, 'at once');
  if (folder !== shared) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(options: { fresh?: boolean } = {}): Promise<Database> {
  const database = await openDatabase({ dataFolder: folder, url: '', onLost: () => undefined, ...options });
  opened.push(database);
  return database;
}

async function close(database: Database): Promise<void> {
  opened.splice(opened.indexOf(database), 1);
  await database.close();
}

const addDocument = (database: Database) =>
  withScope(database.app, scope, (tx) =>
    tx
      .insertInto('document')
      .values({ id: crypto.randomUUID(), customer_id: vendorWide, digest: 'd', salt: 's', content: 'kept' })
      .execute(),
  );
const documents = (database: Database) =>
  withScope(database.app, scope, (tx) => tx.selectFrom('document').select('content').execute());

/** Starts a program that writes for ever; resolves when it has said that `count` events are committed. */
async function writer(count: number): Promise<{ child: ChildProcess; committed: () => number }> {
  const child = spawn(process.execPath, ['test/kill/writer.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let [first, committed] = [0, 0];
  await new Promise<void>((resolve, reject) => {
    child.on('exit', reject);
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line === 'open') return;
      committed = Number(line);
      first ||= committed;
      if (committed >= first + count) resolve();
    });
  });
  return { child, committed: () => committed };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

describe('the embedded database', () => {
  test('keeps its data over a restart, answers on this machine only, and hides its password', async () => {
    const first = await open({ fresh: true });
    await addDocument(first);
    const { rows } = await first.app.query("SELECT current_setting('listen_addresses') AS at");
    expect(rows).toEqual([{ at: '127.0.0.1' }]);
    expect(statSync(join(folder, 'cluster', 'password')).mode & 0o777).toBe(0o600);
    expect(first.describe).not.toContain(readFileSync(join(folder, 'cluster', 'password'), 'utf8').trim());
    await close(first);
    expect(runningPostmaster(data)).toBeUndefined();
    expect(await documents(await open())).toEqual([{ content: 'kept' }]);
  });

  test('gives a second start at the same time a clear answer, and goes on unharmed', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(`already running on the data in ${folder} (process ${process.pid})`);
    await expect(open({ fresh: true })).rejects.toThrow('already running');
    const before = await documents(first);
    await addDocument(first);
    expect(await documents(first)).toHaveLength(before.length + 1);
  });

  test('of two first starts at once one gets the data, the other the clear answer', async () => {
    use(newFolder());
    const both = await Promise.allSettled([open(), open()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(String(refused?.reason)).toContain('already running');
    expect(await documents(opened[0]!)).toEqual([]);
  });

  test('begins anew when asked to, and touches nothing else in the folder', async () => {
    const first = await open();
    await addDocument(first);
    await close(first);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    expect(await documents(await open({ fresh: true }))).toEqual([]);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('clears away what a crash while making it has left', async () => {
    const half = join(folder, 'cluster.new-4194303');
    mkdirSync(join(half, 'data'), { recursive: true });
    await open();
    expect(existsSync(half)).toBe(false);
  });

  test('starts although its process number now belongs to another program', async () => {
    await close(await open());
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n`);
    expect(runningPostmaster(data)).toBeUndefined();
    await open();
  });

  test('refuses data of another major version, and says what to do', async () => {
    await close(await open());
    const written = readFileSync(join(data, 'PG_VERSION'), 'utf8');
    writeFileSync(join(data, 'PG_VERSION'), '12\n');
    await expect(open()).rejects.toThrow('was written by PostgreSQL 12');
    writeFileSync(join(data, 'PG_VERSION'), written);
  });
});

describe('after a kill', () => {
  test.each([
    ['of us alone, the server is found running', false, 3],
    ['of us alone in the middle of much writing', false, 250],
    ['of us and the server', true, 3],
    ['of us and the server in the middle of much writing', true, 250],
  ])('%s: everything that was said to be committed is there', async (_, both, count) => {
    const { child, committed } = await writer(count);
    if (both) process.kill(runningPostmaster(data)!.pid, 'SIGKILL');
    await ended(child);
    const database = await open();
    expect(database.describe).toContain(both ? 'started' : 'found running');
    const [events, differences] = await withScope(database.app, scope, async (tx) => [
      await history(tx, 'tally/one'),
      await auditFolds(tx, [tally]),
    ]);
    expect(differences).toEqual([]);
    // At most the one transaction more whose end could not be told any more.
    expect([committed(), committed() + 1]).toContain(events.length);
  });
});
