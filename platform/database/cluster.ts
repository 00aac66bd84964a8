import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, makeFolder } from './account.ts';
import type { Binaries } from './binaries.ts';
import { stopPostmaster } from './postmaster.ts';

/** The embedded server's administrator. */
export const administrator = 'goodterms_admin';

/** `unsafe` leaves the disk's own time to the disk: only for data nobody will miss. */
export type ClusterOptions = { readonly account: Account; readonly unsafe?: boolean };

/**
 * Makes the data folder under another name and moves it into place when it is whole, so that neither a crash nor two
 * starts at once leave half a cluster: the later of the two finds the name taken and uses what is there.
 */
export function makeCluster(cluster: string, binaries: Binaries, options: ClusterOptions): void {
  const { uid, gid } = options.account;
  const making = `${cluster}.new-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  const password = randomBytes(24).toString('hex');
  makeFolder(making);
  mkdirSync(join(making, 'data'), { mode: 0o700 });
  writeFileSync(join(making, 'initial'), password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined)
    for (const name of ['data', 'initial']) chownSync(join(making, name), uid, gid);
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];
  const initdb = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${join(making, 'data')}`,
      `--username=${administrator}`,
      `--pwfile=${join(making, 'initial')}`,
      ...flags,
      '--builtin-locale=C.UTF-8',
      ...(options.unsafe ? ['--no-sync'] : []),
    ],
    { ...options.account, cwd: making, env: serverEnvironment(), encoding: 'utf8' },
  );
  if (initdb.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder: ${initdb.stderr || initdb.error}`);
  }
  rmSync(join(making, 'initial'));
  writeFileSync(join(making, 'password'), `${password}\n`, { mode: 0o600 });
  try {
    renameSync(making, cluster);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error;
  }
}

/** Stops the server of `folder`, if one runs, and removes its data. Nothing else in the folder is touched. */
export async function removeEmbedded(folder: string): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) return;
  await stopPostmaster(join(cluster, 'data'));
  // Crash here, or while removing: the cluster is already out of the way under a name that the next start clears.
  renameSync(cluster, `${cluster}.old-${process.pid}`);
  removeLeftovers(folder);
}

/** Throws when the data were written by another major version than these programs. */
export function checkVersion(data: string, binaries: Binaries): void {
  const written = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (written === binaries.version.split('.')[0]) return;
  throw new Error(
    `${data} was written by PostgreSQL ${written}; this is ${binaries.version}. Use the Goodterms release that wrote it, ` +
      'or start anew with --fresh (which removes the data).',
  );
}

/** Removes what a crash left behind: half-made and half-removed clusters of processes that are gone. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, kind, owner] = /^cluster\.(new|old)-(\d+)$/.exec(name) ?? [];
    if (kind === 'old' || (kind === 'new' && !isAlive(Number(owner))))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Only what the server needs: no PGPORT, PGDATA or locale of whoever starts it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
