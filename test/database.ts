import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { afterAll, expect, inject } from 'vitest';
import { appRole, openPool, ownerRole } from '#platform/database/connect.ts';
import type { Login } from '#platform/database/embedded.ts';
import { database, type Tx } from '#platform/database/scope.ts';
import { databaseTypes } from '#platform/database/types.ts';
import { auditFolds, type Foldable } from '#platform/journal/audit.ts';
import { appPassword, template } from './globalSetup.ts';
import { lifecycles } from './lifecycles.ts';

/** A migrated database of one spec file's own. */
export type TestDatabase = {
  /** As requests use it: the app's role, no scope but that of `withScope`. */
  readonly app: Pool;
  /** As migrations use it: owns the tables and is bound by row-level security all the same. */
  readonly owner: Pool;
  /** The server's superuser, whom row-level security does not bind: for looking at everything. */
  readonly admin: Pool;
  /** For programs that are started with DATABASE_URL. */
  readonly url: string;
};

/**
 * Returns a new migrated database, to be called once in `beforeAll`. When the spec file has run, every stream in it is
 * folded and compared with its row, and it is dropped. `more`: lifecycles that exist in this spec file only.
 */
export async function testDatabase(more: readonly Foldable[] = []): Promise<TestDatabase> {
  const login = await askForLogin();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(login, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const here = { ...login, database: name };
  const app = openPool({ ...here, user: appRole, password: appPassword }, appRole, 6);
  const owner = openPool(here, ownerRole, 2);
  const admin = new Pool({
    ...here,
    max: 3,
    types: databaseTypes,
    options: '-c search_path=goodterms -c TimeZone=UTC',
  });
  admin.on('error', () => undefined);
  const url = `postgresql://${login.user}:${login.password}@${login.host}:${login.port}/${name}`;
  const close = async () => {
    const differences = await auditAll(admin, [...lifecycles, ...more]);
    await Promise.all([app, owner, admin].map((pool) => pool.end()));
    await onServer(login, `DROP DATABASE ${name} WITH (FORCE)`);
    expect(differences, 'every stream folds to its row').toEqual([]);
  };
  opened.push(close);
  return { app, owner, admin, url };
}

const opened: (() => Promise<void>)[] = [];

// At the top of the module: a hook set while another hook runs would never be called.
afterAll(async () => {
  for (const close of opened.splice(0)) await close();
});

/** Folds every stream of the database, whosever it is. */
export function auditAll(admin: Pool, foldable: readonly Foldable[]) {
  return database(admin)
    .transaction()
    .execute((tx: Tx) => auditFolds(tx, foldable));
}

async function askForLogin(): Promise<Login> {
  const answer = await fetch(inject('databaseDoor'));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Login;
}

async function onServer(login: Login, text: string): Promise<void> {
  const client = new Client({ ...login, database: 'postgres' });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
