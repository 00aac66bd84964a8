import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As whom a child process runs: nobody else, or, when we are root, an ordinary user (PostgreSQL refuses root). */
export type Account = { readonly uid?: number; readonly gid?: number };

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const name = 'goodterms';

/** Returns the account PostgreSQL runs as: our own, or for root the system user `goodterms`, created when missing. */
export function databaseAccount(): Account {
  if (userInfo().uid !== 0) return {};
  const known = lookUp();
  if (known) return known;
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    name,
  ]);
  const created = lookUp();
  if (created) return created;
  throw new Error(
    `PostgreSQL refuses to run as root, and the system user ${name} could not be created (${String(made.stderr ?? made.error).trim()}). ` +
      'Start as an ordinary user, create that user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function lookUp(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  return uid?.status === 0 && gid?.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : undefined;
}

/**
 * Returns the folder the data live in, made when missing: `wanted` (or GOODTERMS_DATA), else `.goodterms` in the
 * checkout, else, where the account cannot reach that, a folder of this checkout's own under /var/lib, and says so.
 */
export function dataFolder(account: Account, wanted = process.env.GOODTERMS_DATA): string {
  const folder = wanted || join(root, '.goodterms');
  makeFolder(folder);
  if (reaches(account, folder)) return realpathSync(folder);
  if (wanted)
    throw new Error(
      `The data folder ${folder} cannot be reached by the user ${name}, which PostgreSQL runs as: ` +
        'choose a folder whose parents everybody may enter, or start as an ordinary user.',
    );
  const other = `/var/lib/goodterms-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  makeFolder(other);
  console.error(`${root} cannot be entered by the user ${name}; the data are kept in ${other} instead.`);
  return other;
}

/** Makes a folder that others may pass through, not list; one that is there already stays as it is. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}

/** Whether the account may enter the folder. */
export function reaches(account: Account, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
