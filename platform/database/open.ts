import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type Pool } from 'pg';
import { databaseAccount, dataFolder } from './account.ts';
import { claim } from './claim.ts';
import { removeEmbedded } from './cluster.ts';
import { appRole, openPool, ownerRole } from './connect.ts';
import { type Login, startEmbedded } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';
import { runningPostmaster } from './postmaster.ts';

/** The migrated database. `app` is for all requests (through `withScope`), `owner` for upkeep; both bound by row-level security. */
export type Database = {
  readonly app: Pool;
  readonly owner: Pool;
  /** What and where it is, for the start's first lines; holds no password. */
  readonly describe: string;
  /** The folder of the embedded data, which is ours alone; null with a database of one's own. */
  readonly folder: string | null;
  /** Ends the connections and stops the embedded server. */
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** Begin anew: stop the embedded server and remove its data. Not for a database of one's own. */
  readonly fresh?: boolean;
  /** Where the embedded data live; else GOODTERMS_DATA, else `.goodterms` in the checkout. */
  readonly dataFolder?: string;
  /** A PostgreSQL of one's own instead of the embedded one; else DATABASE_URL. */
  readonly url?: string;
  readonly migrations?: string;
  /** Called when the embedded server ends by itself; unless given, we end too and the next start recovers. */
  readonly onLost?: () => void;
};

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Starts the embedded PostgreSQL, or connects to the one of DATABASE_URL, and migrates it. Throws with what to do. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const url = options.url ?? process.env.DATABASE_URL;
  return url ? openOwn(url, options) : openEmbedded(options);
}

async function openEmbedded(options: OpenOptions): Promise<Database> {
  const account = databaseAccount();
  const folder = dataFolder(account, options.dataFolder);
  if (options.fresh) await beginAnew(folder, () => startEmbedded(folder, { account }));
  const server = await startEmbedded(folder, { account });
  let closing = false;
  // From here on a second start is refused. Crash: the connection ends with us, and with it the claim.
  await claim(server.login, folder, () => closing || (options.onLost ?? endToo)());
  try {
    await makeDatabase(server.login);
    const login = { ...server.login, database: 'goodterms' };
    await migrate(login, migrationsOf(options));
    const app = openPool({ ...login, ...(await appLogin(login)) }, appRole, 20);
    const owner = openPool(login, ownerRole, 4);
    const close = async () => {
      closing = true;
      await Promise.all([app.end(), owner.end()]);
      await server.stop();
    };
    const how = server.adopted ? 'found running' : 'started';
    const at = `${server.login.host}:${server.login.port}`;
    return {
      app,
      owner,
      describe: `PostgreSQL ${server.version}, embedded, ${how} at ${at}, data in ${folder}`,
      folder,
      close,
    };
  } catch (error) {
    closing = true;
    await server.stop();
    throw error;
  }
}

/** Refuses while somebody works on the data; otherwise stops what still runs and removes it. */
async function beginAnew(folder: string, start: () => ReturnType<typeof startEmbedded>): Promise<void> {
  if (runningPostmaster(join(folder, 'cluster', 'data'))) {
    const { login } = await start();
    const release = await claim(login, folder, () => undefined);
    await release();
  }
  await removeEmbedded(folder);
}

async function openOwn(url: string, options: OpenOptions): Promise<Database> {
  if (options.fresh)
    throw new Error(
      '--fresh removes the embedded database only. In your own, drop the schema goodterms yourself.',
    );
  const where = withoutPassword(url);
  const config = { connectionString: url };
  const version = await reach(config, where);
  await migrate(config, migrationsOf(options));
  const app = openPool(config, appRole, 20);
  const owner = openPool(config, ownerRole, 4);
  const close = async () => {
    await Promise.all([app.end(), owner.end()]);
  };
  return { app, owner, describe: `PostgreSQL ${version} at ${where}`, folder: null, close };
}

async function reach(config: { connectionString: string }, where: string): Promise<string> {
  const client = new Client({ ...config, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('SHOW server_version')).rows[0].server_version;
  } catch (error) {
    throw new Error(`The PostgreSQL of DATABASE_URL (${where}) cannot be reached: ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A host with several addresses fails with one error for each. */
function reason(error: unknown): string {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return errors.map((each) => (each as Error).message).join('; ');
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Error('DATABASE_URL is not of the form postgresql://user:password@host:5432/database');
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'the local socket'}${port && `:${port}`}${pathname}`;
}

function migrationsOf({ migrations = join(root, 'apps', 'server', 'migrations') }: OpenOptions) {
  return existsSync(migrations) ? readMigrations(migrations) : [];
}

async function makeDatabase(login: Login): Promise<void> {
  await asAdministrator({ ...login, database: 'postgres' }, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'goodterms'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE goodterms');
  });
}

/** In the embedded server the app logs in as its own powerless role, with a new password at each start. */
async function appLogin(login: Login & { database: string }): Promise<{ user: string; password: string }> {
  const password = randomBytes(24).toString('hex');
  await asAdministrator(login, (client) =>
    client.query(`ALTER ROLE ${appRole} LOGIN PASSWORD '${password}'`),
  );
  return { user: appRole, password };
}

async function asAdministrator<T>(
  login: Login & { database: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(login);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function endToo(): void {
  console.error(
    'The embedded PostgreSQL has ended by itself; what was committed is safe. Start Goodterms again.',
  );
  process.exit(1);
}
