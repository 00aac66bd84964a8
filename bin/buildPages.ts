import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = '.sources';

/** The two entries, each with the folders its pages are made of. */
const entries = {
  workspace: ['apps/workspace', 'business/identity', 'docs/guide', 'platform/ui'],
  portal: ['apps/portal', 'apps/workspace/data', 'platform/ui'],
} as const;

/** Builds the pages of both entries where their sources have changed, and returns the folder that holds the workspace's. */
export async function buildPages(): Promise<string> {
  const workspace = await buildEntry('workspace');
  await buildEntry('portal');
  return workspace;
}

/**
 * Builds the pages of one entry when their sources (or the libraries' versions) have changed since the last time, and
 * returns the folder that holds them. They are built beside their place and moved there whole, by one process at a time,
 * so that a build that was cut short leaves no half of one, and nobody's pages vanish while somebody else builds.
 */
export async function buildEntry(name: keyof typeof entries): Promise<string> {
  const app = join(root, 'apps', name);
  const dist = join(app, 'dist');
  const wanted = await digestOf(entries[name]);
  if ((await builtFrom(dist)) === wanted) return dist;
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  await oneAtATime(join(cache, `${name}.lock`), async () => {
    if ((await builtFrom(dist)) === wanted) return;
    const beside = join(cache, `${name}-${process.pid}`);
    await vite(app, 'build', app, '--outDir', beside, '--emptyOutDir', '--logLevel', 'warn');
    await pressed(beside);
    await writeFile(join(beside, marker), wanted);
    await rm(dist, { recursive: true, force: true });
    await rename(beside, dist);
  });
  return dist;
}

/** So long nobody builds; a lock that is older was left by a process that ended. */
const longestBuild = 120_000;

/** Does `work` while nobody else does: who comes meanwhile waits, and finds it done. The lock is a folder. */
async function oneAtATime(lock: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (taken) break;
    const since = await stat(lock).catch(() => null);
    if (since && Date.now() - since.mtimeMs > longestBuild) await rm(lock, { recursive: true, force: true });
    else await sleep(200);
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** In a process of its own: under a test runner this one is not in production mode, and React would be built for debugging. */
async function vite(cwd: string, ...args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [program, ...args], { cwd, env });
}

/** Beside each script and style its compressed form, for those who take it so. */
async function pressed(folder: string): Promise<void> {
  for (const file of await readdir(join(folder, 'assets'))) {
    if (!/\.(js|css)$/.test(file)) continue;
    const path = join(folder, 'assets', file);
    await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }));
  }
}

async function builtFrom(dist: string): Promise<string | null> {
  return readFile(join(dist, marker), 'utf8').catch(() => null);
}

async function digestOf(folders: readonly string[]): Promise<string> {
  const files = (await Promise.all(folders.map(filesOf))).flat();
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'package-lock.json')].sort()) {
    hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/^(dist|fixtures)[\\/]|\.spec\.tsx?$/.test(relative(join(root, folder), file)));
}
