import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { after, type Instant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import type { ServerContext } from '../../context.ts';
import { agreement, catalog, customers } from '../../given/papers.ts';
import { event, type Running, running } from '../../given/running.ts';
import { startBucket } from './bucket.testing.ts';
import { watchBucket } from './bucket.ts';
import { type Watch, watchFolder } from './folder.ts';
import { listingOf } from './listing.ts';
import { readWatchSettings } from './start.ts';

const now = at('2026-11-22T10:00:00Z');
const day = at('2026-11-02T08:00:00Z');
let server: Running;
let context: ServerContext;
let root: string;
let number = 0;
let customer = '';
let complaints: string[] = [];
const report = (error: unknown) => complaints.push((error as Error).message);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'goodterms-watch-'));
  server = await running(now, { spool: join(root, 'spool') });
  const ids = Array.from({ length: 20 }, (_, i) => `w${i}`);
  await server.take('catalog', catalog());
  await server.take('customers', customers(ids));
  for (const id of ids) await server.take('agreements', agreement(id));
  let looks = 0;
  const clock = () => after(now, looks++) as Instant;
  context = { pool: server.db.app, clock, actor: 'watch', wake: () => undefined, spool: join(root, 'spool') };
});
beforeEach(async () => {
  number += 1;
  customer = `w${number}`;
  complaints = [];
});
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

const source = 'goodterms: source/1\nformat: cloudevents\n';
const lines = (...ids: string[]) => `${ids.map((id) => event(id, day, 1)).join('\n')}\n`;
type Row = { file: string; status: string; origin: string; words: string };
const imports = async () =>
  ((await server.send('GET', `/v1/usage-imports?customer=${customer}`)).body as { items: Row[] }).items;

describe('a folder that is watched', () => {
  let watched: string;
  let folder: string;
  let watch: Watch;
  const look = async (times = 1) => {
    for (let i = 0; i < times; i += 1) {
      await watch.look();
      await server.settle();
    }
  };

  beforeEach(async () => {
    watched = await mkdtemp(join(root, 'in-'));
    folder = join(watched, customer);
    await mkdir(folder);
    await writeFile(join(folder, 'source.yaml'), source);
    watch = watchFolder(context, watched, report);
  });

  test('takes a file once it is whole, and puts it away with a report', async () => {
    await writeFile(join(folder, 'march.ndjson'), lines('a', 'b'));
    await look();
    expect(await imports()).toEqual([]);
    await look();
    expect(await imports()).toMatchObject([{ file: 'march.ndjson', status: 'accepted', origin: 'folder' }]);
    await look(3);
    expect(await imports()).toHaveLength(1);
    expect((await readdir(join(folder, 'done'))).sort()).toEqual(['march.ndjson', 'march.ndjson.report.txt']);
    expect(await readFile(join(folder, 'done', 'march.ndjson.report.txt'), 'utf8')).toContain(
      '2 new records',
    );
    expect((await readdir(folder)).sort()).toEqual(['done', 'source.yaml']);
    expect(complaints).toEqual([]);
  });

  test('waits while a file grows', async () => {
    const path = join(folder, 'slow.ndjson');
    for (const ids of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      await writeFile(path, lines(...ids));
      await look();
    }
    expect(await imports()).toEqual([]);
    await look();
    expect(await imports()).toMatchObject([{ words: '3 new records.' }]);
  });

  test('puts what is refused aside, and says why', async () => {
    await writeFile(join(folder, 'cut.ndjson'), lines('a', 'b').slice(0, -9));
    await look(3);
    expect((await readdir(join(folder, 'refused'))).sort()).toEqual(['cut.ndjson', 'cut.ndjson.report.txt']);
    expect(await readFile(join(folder, 'refused', 'cut.ndjson.report.txt'), 'utf8')).toMatch(
      /Nothing was taken/,
    );
  });

  test('reads nothing twice, whatever ends in the middle', async () => {
    await writeFile(join(folder, 'a.ndjson'), lines('a'));
    await look(2);
    const another = watchFolder(context, watched, report);
    await another.look();
    await another.look();
    await server.settle();
    expect(await imports()).toHaveLength(1);
  });

  test('says beside the files what keeps them from being read, until nothing does', async () => {
    await writeFile(
      join(folder, 'source.yaml'),
      'goodterms: source/1\nformat: lmstat\noptions: { zone: Mars }\n',
    );
    await writeFile(join(folder, 'a.txt'), 'x\n');
    await mkdir(join(watched, 'nobody'));
    await look(3);
    expect(await readFile(join(folder, 'PROBLEM.txt'), 'utf8')).toMatch(/source.*\n[\s\S]*zone is "Mars"/);
    expect(await readFile(join(watched, 'nobody', 'PROBLEM.txt'), 'utf8')).toMatch(/no customer/);
    expect(await imports()).toEqual([]);
    await writeFile(join(folder, 'source.yaml'), source);
    await look();
    expect(await readdir(folder)).not.toContain('PROBLEM.txt');
  });

  test('follows no link, neither to a file nor to a folder, nor out of it', async () => {
    const secret = join(root, `secret-${customer}.ndjson`);
    await writeFile(secret, lines('a'));
    await symlink(secret, join(folder, 'link.ndjson'));
    await symlink(root, join(watched, 'w19'));
    await writeFile(join(folder, 'real.ndjson'), lines('b'));
    await symlink(root, join(folder, 'done'));
    await look(4);
    expect(await imports()).toMatchObject([{ file: 'real.ndjson' }]);
    expect(await readdir(root)).not.toContain('real.ndjson');
    expect(complaints).toContain('done is no folder');
  });

  test('writes its report through no link that lies in its place', async () => {
    const precious = join(root, `precious-${customer}.txt`);
    await writeFile(precious, 'ours');
    await mkdir(join(folder, 'done'));
    await symlink(precious, join(folder, 'done', 'a.ndjson.report.txt'));
    await writeFile(join(folder, 'a.ndjson'), lines('a'));
    await look(4);
    expect(await imports()).toMatchObject([{ file: 'a.ndjson' }]);
    expect(await readFile(precious, 'utf8')).toBe('ours');
    expect(complaints.join()).toContain('ELOOP');
  });
});

describe('a bucket that is watched', () => {
  const settings = { region: 'eu-central-1', keyId: 'key', secret: 'a secret' };
  const opened = async () => {
    const bucket = await startBucket(settings.secret);
    const put = (name: string, text: string) => bucket.kept.set(`in/${customer}/${name}`, text);
    return { bucket, put, watch: watchBucket(context, { ...settings, url: bucket.url }, report) };
  };

  test('gives each file once in each state, signed, page by page', async () => {
    const { bucket, put, watch } = await opened();
    put('source.yaml', source);
    put('märz (1) + 2.ndjson', lines('a', 'b'));
    put('april.ndjson', lines('c'));
    put('deeper/not.ndjson', lines('d'));
    for (let i = 0; i < 3; i += 1) await watch.look();
    await server.settle();
    expect((await imports()).map(({ file, status, origin }) => [file, status, origin])).toEqual([
      ['märz (1) + 2.ndjson', 'accepted', 'bucket'],
      ['april.ndjson', 'accepted', 'bucket'],
    ]);
    put('april.ndjson', lines('c', 'e'));
    await watch.look();
    await server.settle();
    expect(await imports()).toHaveLength(3);
    expect(complaints).toEqual([]);
    expect(bucket.asked.filter((line) => line.includes('continuation-token')).length).toBeGreaterThan(0);
    await bucket.close();
  });

  test('that does not let us in is reported, and nothing is taken', async () => {
    const { bucket, put } = await opened();
    put('source.yaml', source);
    put('a.ndjson', lines('a'));
    const watch = watchBucket(context, { ...settings, secret: 'another', url: bucket.url }, report);
    await expect(watch.look()).rejects.toThrow('the bucket answered with 403');
    expect(await imports()).toEqual([]);
    await bucket.close();
  });

  test('without a source.yaml says so', async () => {
    const { bucket, put, watch } = await opened();
    put('a.ndjson', lines('a'));
    await watch.look();
    expect(complaints).toEqual([`the bucket has no source.yaml for ${customer}`]);
    await bucket.close();
  });

  test.each([
    '<html>',
    '<!DOCTYPE x [<!ENTITY a "b">]><ListBucketResult/>',
    '<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>',
  ])('that answers with %s is refused', (text) => expect(() => listingOf(Buffer.from(text))).toThrow());
});

const bucket = 'https://s3.example/b/';
const keys = { GOODTERMS_WATCH_KEY_ID: 'k', GOODTERMS_WATCH_SECRET: 's' };
const settingsOf = (env: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return readWatchSettings();
  } finally {
    vi.unstubAllEnvs();
  }
};
test.each([
  [{ GOODTERMS_WATCH_FOLDER: '/no/such/folder' }, 'is not there'],
  [{ GOODTERMS_WATCH_BUCKET: bucket }, 'GOODTERMS_WATCH_KEY_ID'],
  [{ ...keys, GOODTERMS_WATCH_BUCKET: 'http://s3.example/b/' }, 'no address'],
  [{ ...keys, GOODTERMS_WATCH_BUCKET: 'https://s3.example' }, 'no address'],
  [{ ...keys, GOODTERMS_WATCH_BUCKET: 'https://me:pass@s3.example/b' }, 'no address'],
])('settings that cannot be used are refused at the start: %j', (env, words) => {
  expect(() => settingsOf(env)).toThrow(words);
});

test('settings that can be used are read, and none have to be there', () => {
  expect(settingsOf({})).toEqual({ folder: null, bucket: null });
  expect(settingsOf({ ...keys, GOODTERMS_WATCH_BUCKET: bucket }).bucket).toEqual({
    url: bucket,
    region: 'us-east-1',
    keyId: 'k',
    secret: 's',
  });
});
