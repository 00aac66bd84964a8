import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import { after } from '#platform/instant.ts';
import { testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { first, goodterms, written } from './program.testing.ts';

let server: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const db = await testDatabase();
  let looks = 0;
  const report = (error: unknown) => {
    throw error;
  };
  const base = { pool: db.app, clock: () => after(at('2026-05-01'), looks++), actor: 'staff' };
  const worker = startWorker(base, report);
  const app = makeApp(
    { ...base, wake: () => undefined },
    { workspace: 'nowhere', identify: identifyAsOurselves, report },
  );
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => http.once('listening', ready));
  server = `http://localhost:${(http.address() as AddressInfo).port}`;
  stop = async () => {
    http.close();
    await worker.stop();
  };
});
afterAll(() => stop());

const run = (...args: string[]) => goodterms(...args, '--server', server);
const bring = (what: string, file: string, ...more: string[]) =>
  run('import', '--what', what, '--file', file, ...more);
const usage = ['--customer', 'larkfield'];

describe('from files into a running Goodterms, and out again', () => {
  test('papers and usage are brought in; the same file again changes nothing', async () => {
    expect((await bring('catalog', first.catalog)).out).toMatch(/^2 catalog read, 1 changed\./);
    expect((await bring('customers', 'examples/first-check/customers.yaml')).exit).toBe(0);
    expect((await bring('agreements', first.agreement)).exit).toBe(0);
    const { exit, out } = await bring('usage', first.events, ...usage);
    expect({ exit, out }).toMatchObject({
      exit: 0,
      out: expect.stringMatching(
        /^5 entries: 3 new, 1 known already, 0 in conflict, 1 rejected\.\n {2}line 4:/,
      ),
    });
    const again = JSON.parse((await bring('usage', first.events, ...usage, '--json')).out);
    expect(again).toMatchObject({ goodterms: 'import/1', accepted: 0, duplicates: 4 });
  });

  test('what is exported as a table is imported without a change', async () => {
    const file = written('customers.csv', '');
    expect(await run('export', '--what', 'customers', '--out', file)).toMatchObject({ exit: 0 });
    expect(readFileSync(file, 'utf8')).toContain('Larkfield Instruments');
    expect((await bring('customers', file)).out).toMatch(/^0 new, 0 changed, 1 as they were\./);
  });

  test('positions come as a workbook', async () => {
    const file = written('positions.xlsx', '');
    expect((await run('export', '--what', 'positions', '--out', file)).exit).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  test('a row that is refused is told with its line, and nothing is taken', async () => {
    const file = written('more.csv', 'id,name,size,segment\nacme,Acme,gigantic,retail\n');
    const { exit, err } = await bring('customers', file);
    expect(exit).toBe(1);
    expect(err).toMatch(/more\.csv(:2)?: /);
    expect((await run('export', '--what', 'customers', '--out', file)).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain('Acme');
  });
});

describe('what goes wrong is told', () => {
  test.each([
    ['import_unknown', ['import', '--what', 'poems', '--file', first.catalog]],
    ['option_missing', ['import', '--what', 'usage', '--file', first.events]],
    ['not_found', ['import', '--what', 'usage', '--file', first.events, '--customer', 'nobody']],
    ['file_missing', ['import', '--what', 'catalog', '--file', 'nowhere.yaml']],
    ['export_unknown', ['export', '--what', 'poems', '--out', 'poems.csv']],
    ['out_unwritable', ['export', '--what', 'positions', '--out', '/nowhere/positions.csv']],
  ])('%s', async (code, args) => {
    const { exit, out } = await run(...args, '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(out).problems[0].code).toBe(code);
  });

  test('no server there', async () => {
    const { err } = await goodterms(
      'export',
      '--what',
      'positions',
      '--out',
      'x.csv',
      '--server',
      'http://localhost:9',
    );
    expect(err).toMatch(/server_unreachable/);
  });
});
