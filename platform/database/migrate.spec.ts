import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseAccount } from './account.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { withScope } from './scope.ts';

let folder: string;
let server: Embedded;
let count = 0;
let name: string;

// A server of its own: roles belong to a whole server, and here they are to be missing.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), `goodterms-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  server = await startEmbedded(folder, { account: databaseAccount(), unsafe: true });
});

afterAll(async () => {
  await server.stop('at once');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

beforeEach(async () => {
  count += 1;
  name = `fresh_${count}`;
  await as({ ...server.login, database: 'postgres' }, `CREATE DATABASE ${name}`);
});

async function as(login: ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(login);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const administrator = (): ClientConfig => ({ ...server.login, database: name });
const user = (who: string): ClientConfig => ({
  ...server.login,
  user: who,
  password: 'secret',
  database: name,
});
const script = (file: string, text: string) => ({ name: file, text, digest: `digest of ${text}` });
const one = script('0001-one.sql', 'CREATE TABLE one (a int)');
const two = script('0002-two.sql', 'CREATE TABLE two (a int)');
const tables = () =>
  as(administrator(), "SELECT tablename FROM pg_tables WHERE schemaname = 'goodterms' ORDER BY 1");

// The first tests need a server without our roles, and stand first.
describe('a user that is no superuser', () => {
  test('and may not create roles is told what to ask for', async () => {
    await as(administrator(), "CREATE ROLE weak LOGIN PASSWORD 'secret'");
    await expect(migrate(user('weak'), [one])).rejects.toThrow(
      /may not create the role goodterms_owner .*\n {2}CREATE ROLE goodterms_owner NOLOGIN; GRANT goodterms_owner TO "weak";/,
    );
  });

  test('but may create roles is enough, and row-level security holds for the app', async () => {
    await as(administrator(), "CREATE ROLE strong LOGIN CREATEROLE PASSWORD 'secret'");
    await as(administrator(), `ALTER DATABASE ${name} OWNER TO strong`);
    const url = `postgresql://strong:secret@${server.login.host}:${server.login.port}/${name}`;
    const database = await openDatabase({ url });
    const see = (customers: string[]) =>
      withScope(database.app, { customers, actor: 'a' }, (tx) =>
        tx.selectFrom('document').select('content').execute(),
      );
    await withScope(database.app, { customers: ['acme'], actor: 'a' }, (tx) =>
      tx
        .insertInto('document')
        .values({ id: crypto.randomUUID(), customer_id: 'acme', digest: 'd', salt: 's', content: 'seen' })
        .execute(),
    );
    expect([await see(['acme']), await see(['other'])]).toEqual([[{ content: 'seen' }], []]);
    expect(database.describe).not.toContain('secret');
    await database.close();
    await (await openDatabase({ url })).close();
  });

  test('and is not in our roles, or may not make a schema, is told what to ask for', async () => {
    await expect(migrate(user('weak'), [one])).rejects.toThrow('GRANT goodterms_owner TO "weak";');
    await as(administrator(), 'GRANT goodterms_owner, goodterms_app TO weak');
    await expect(migrate(user('weak'), [one])).rejects.toThrow(
      `GRANT CREATE ON DATABASE "${name}" TO "weak";`,
    );
  });
});

describe('migrations', () => {
  test('are applied once, in order, and belong to the owner', async () => {
    expect(await migrate(administrator(), [one])).toEqual(['0001-one.sql']);
    expect(await migrate(administrator(), [one, two])).toEqual(['0002-two.sql']);
    expect(await migrate(administrator(), [one, two])).toEqual([]);
    const owners = await as(
      administrator(),
      "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'goodterms'",
    );
    expect(owners).toEqual([{ tableowner: 'goodterms_owner' }]);
  });

  test('of several starts at once are applied once', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(administrator(), [one, two])));
    expect(applied.flat().sort()).toEqual(['0001-one.sql', '0002-two.sql']);
  });

  test('that fail leave nothing of themselves, and those before them stay', async () => {
    const bad = script('0002-bad.sql', 'CREATE TABLE half (a int); SELECT no_such_thing');
    await expect(migrate(administrator(), [one, bad])).rejects.toThrow(
      'The migration 0002-bad.sql failed: column',
    );
    expect(await tables()).toEqual([{ tablename: 'migration' }, { tablename: 'one' }]);
    expect(await migrate(administrator(), [one, two])).toEqual(['0002-two.sql']);
  });

  test('changed after they were applied are refused', async () => {
    await migrate(administrator(), [one]);
    const changed = script('0001-one.sql', 'CREATE TABLE one (b int)');
    await expect(migrate(administrator(), [changed])).rejects.toThrow('0001-one.sql was changed');
  });

  test('of a newer release are refused', async () => {
    await migrate(administrator(), [one, two]);
    await expect(migrate(administrator(), [one])).rejects.toThrow('a newer release');
  });

  test('have a number of their own in a name that says what they do', () => {
    const files = mkdtempSync(join(tmpdir(), 'goodterms-files-'));
    writeFileSync(join(files, '0001-one.sql'), 'SELECT 1');
    expect(readMigrations(files).map((each) => each.name)).toEqual(['0001-one.sql']);
    writeFileSync(join(files, '0001-again.sql'), 'SELECT 1');
    expect(() => readMigrations(files)).toThrow('expected a file named NNNN-name.sql');
    rmSync(files, { recursive: true });
  });
});

describe('a start is refused', () => {
  test('when the app’s role could step around row-level security', async () => {
    await migrate(administrator(), []);
    await as(administrator(), 'ALTER ROLE goodterms_app BYPASSRLS');
    await expect(migrate(administrator(), [])).rejects.toThrow('must be neither superuser nor member');
    await as(administrator(), 'ALTER ROLE goodterms_app NOBYPASSRLS');
    await as(administrator(), 'GRANT goodterms_owner TO goodterms_app');
    await expect(migrate(administrator(), [])).rejects.toThrow('must be neither superuser nor member');
    await as(administrator(), 'REVOKE goodterms_owner FROM goodterms_app');
  });

  test('when the schema’s name is taken by somebody else', async () => {
    await as(administrator(), 'CREATE SCHEMA goodterms');
    await expect(migrate(administrator(), [])).rejects.toThrow('belongs to goodterms_admin');
  });

  test.each([
    ['mysql://a:secret@127.0.0.1/x', 'DATABASE_URL is not of the form'],
    ['nonsense', 'DATABASE_URL is not of the form'],
    [
      'postgresql://a:secret@127.0.0.1:1/x',
      'DATABASE_URL (127.0.0.1:1/x) cannot be reached: connect ECONNREFUSED',
    ],
  ])('for the address %s, without showing the password', async (url, words) => {
    const refused = await openDatabase({ url }).catch(String);
    expect(refused).toContain(words);
    expect(refused).not.toContain('secret');
  });
});
