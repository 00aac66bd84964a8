import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identifyBy } from '#apps/server/access/identify.ts';
import { localAccess } from '#apps/server/access/settings.ts';
import { makeApp } from '#apps/server/app.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { makeApiToken } from '#business/identity/apiToken.store.ts';
import type { StaffRole } from '#business/identity/roles.ts';
import { after, day } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { first, goodterms } from './program.testing.ts';

const now = at('2026-05-01');
let db: TestDatabase;
let server: string;
let stop: () => void;

beforeAll(async () => {
  db = await testDatabase();
  const report = (error: unknown) => {
    throw error;
  };
  const context = { pool: db.app, clock: () => now, actor: 'staff', wake: () => undefined };
  const identify = identifyBy({ context, settings: localAccess() });
  const app = makeApp(context, { workspace: 'nowhere', identify, report });
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => http.once('listening', ready));
  server = `http://localhost:${(http.address() as AddressInfo).port}`;
  stop = () => http.close();
});
afterAll(() => stop());

const token = (role: StaffRole) =>
  inAccess(db.app, 'a-test', async (tx) => {
    const made = { name: 'nightly', role, until: after(now, day), createdBy: 'a-test', now };
    return (await makeApiToken(tx, made)).token;
  });
const bring = (...more: string[]) =>
  goodterms('import', '--what', 'catalog', '--file', first.catalog, '--server', server, ...more);

test('without a token, or with a wrong one, nothing is brought in, and it is said where one comes from', async () => {
  for (const more of [[], ['--token', 'gta_wrong']]) {
    const { exit, err } = await bring(...more);
    expect(exit).toBe(1);
    expect(err).toContain('sign_in_needed');
    expect(err).toContain('GOODTERMS_TOKEN');
  }
});

test('with a token its role decides', async () => {
  expect((await bring('--token', await token('auditor'))).err).toContain('not_allowed');
  expect(await bring('--token', await token('license-manager'))).toMatchObject({ exit: 0 });
});

test('the token may stand in the environment', async () => {
  process.env.GOODTERMS_TOKEN = await token('license-manager');
  try {
    expect(await bring()).toMatchObject({ exit: 0 });
  } finally {
    delete process.env.GOODTERMS_TOKEN;
  }
});
