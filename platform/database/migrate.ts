import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { appRole, ownerRole, schema } from './connect.ts';
import { prepareRoles } from './roles.ts';

export type Migration = { readonly name: string; readonly text: string; readonly digest: string };

/** One number for all of Goodterms, so that two starts at once migrate one after the other. */
const migrationLock = 7_226_311;

/** Returns the migrations of a folder, `NNNN-name.sql`, in the order of their numbers. Throws on any other file name. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).sort();
  return names.map((name, i) => {
    if (!/^\d{4}-[a-zA-Z0-9-]+\.sql$/.test(name) || name.slice(0, 4) === names[i - 1]?.slice(0, 4))
      throw new Error(`${join(folder, name)}: expected a file named NNNN-name.sql with a number of its own`);
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, digest: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Prepares roles and schema and applies what is new, each file in its own transaction. Returns the names applied.
 * Refuses an applied file that has changed or is gone (forward only: write a new one), and a database that a newer
 * release has migrated.
 */
export async function migrate(login: ClientConfig, migrations: readonly Migration[]): Promise<string[]> {
  const client = new Client(login);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await prepareRoles(client);
    await client.query(`SET ROLE ${ownerRole}`);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${appRole}`);
    await client.query(`SET search_path = ${schema}`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS migration (
         name text PRIMARY KEY, digest text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await client.query<{ name: string; digest: string }>(
      'SELECT name, digest FROM migration ORDER BY name',
    );
    for (const [i, row] of rows.entries()) checkApplied(row, migrations[i]);
    const pending = migrations.slice(rows.length);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ending the connection releases the lock.
    await client.end();
  }
}

function checkApplied(row: { name: string; digest: string }, file: Migration | undefined): void {
  if (file?.name !== row.name)
    throw new Error(
      `The database has the migration ${row.name}, which this release does not: a newer release has been at work on it. ` +
        'Use that release.',
    );
  if (file.digest !== row.digest)
    throw new Error(
      `The migration ${row.name} was changed after it had been applied: restore it and write a new one.`,
    );
}

/** Crash in the middle: the file and its record are one transaction, so the next start applies it as if for the first time. */
async function apply(client: Client, { name, text, digest }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(text);
    await client.query('INSERT INTO migration (name, digest) VALUES ($1, $2)', [name, digest]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
