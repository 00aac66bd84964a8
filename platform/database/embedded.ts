import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { makeFolder } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  administrator,
  type ClusterOptions,
  checkVersion,
  makeCluster,
  removeLeftovers,
  serverEnvironment,
} from './cluster.ts';
import { clearRemains, runningPostmaster, stopPostmaster } from './postmaster.ts';

/** Where a PostgreSQL server listens and how to get in as its administrator. */
export type Login = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
};

/** The embedded server at work. `adopted`: it had outlived an earlier start. `stop` returns when it has ended. */
export type Embedded = {
  readonly login: Login;
  readonly version: string;
  readonly adopted: boolean;
  readonly stop: (how?: 'gently' | 'at once') => Promise<void>;
};

/** `settings` are the server's, `name=value`. */
export type EmbeddedOptions = ClusterOptions & { readonly settings?: readonly string[] };

const unsafeSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the embedded PostgreSQL on `folder` (made on the first start), on a free port of 127.0.0.1, or adopts the one
 * that is still running there after its parent was killed. Refuses data of another major version.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions): Promise<Embedded> {
  makeFolder(folder);
  const binaries = await findBinaries(options.account, folder);
  const cluster = join(folder, 'cluster');
  removeLeftovers(folder);
  if (!existsSync(cluster)) makeCluster(cluster, binaries, options);
  const data = join(cluster, 'data');
  const password = readFileSync(join(cluster, 'password'), 'utf8').trim();
  checkVersion(data, binaries);

  const orphan = await answering(data, password);
  const adopted = orphan !== undefined;
  const login = orphan ?? (await startServer(folder, data, password, binaries, options));
  return { login, version: binaries.version, adopted, stop: (how) => stopPostmaster(data, how) };
}

/** Returns the login of the server that runs on the folder already, if it is healthy; a sick one is stopped. */
export async function answering(data: string, password: string): Promise<Login | undefined> {
  const server = runningPostmaster(data);
  if (!server) return undefined;
  const login = { host: '127.0.0.1', port: server.port, user: administrator, password };
  if (server.port > 0 && (await answers(login, () => runningPostmaster(data) !== undefined))) return login;
  await stopPostmaster(data);
  return undefined;
}

async function startServer(
  folder: string,
  data: string,
  password: string,
  binaries: Binaries,
  options: EmbeddedOptions,
): Promise<Login> {
  await clearRemains(data);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=100',
    'jit=off',
    ...(options.unsafe ? unsafeSettings : []),
    ...(options.settings ?? []),
  ];
  const log = join(folder, 'postgres.log');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const port = await freePort();
    const output = openSync(log, 'w', 0o600);
    // Its own process group and no pipe to us: a Ctrl-C or our sudden end must not reach it in the middle of a write.
    const server = spawn(
      binaries.postgres,
      ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
      {
        ...options.account,
        cwd: data,
        env: serverEnvironment(),
        detached: true,
        stdio: ['ignore', output, output],
      },
    );
    closeSync(output);
    server.unref();
    let ended = false;
    server.on('exit', () => (ended = true));
    server.on('error', () => (ended = true));
    const login = { host: '127.0.0.1', port, user: administrator, password };
    if (await answers(login, () => !ended)) return login;
    // Another start may have been quicker than ours: then its server is the one to use.
    const other = await answering(data, password);
    if (other) return other;
  }
  throw new Error(
    `PostgreSQL did not start; its own words are in ${log}:\n${readFileSync(log, 'utf8').slice(-2000)}`,
  );
}

/** Whether the server lets us in, waiting up to two minutes while it starts or replays its log. */
async function answers(login: Login, alive: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 2400 && alive(); tries += 1) {
    const client = new Client({ ...login, database: 'postgres', connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      await client.end().catch(() => undefined);
      if ((error as { code?: string }).code === '28P01') return false;
      await sleep(50);
    }
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
