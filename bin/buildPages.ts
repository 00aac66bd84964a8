import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
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
 * returns the folder that holds them. They are built beside their place and moved there whole, so that a build that was
 * cut short, or two at once, leave no half of one.
 */
export async function buildEntry(name: keyof typeof entries): Promise<string> {
  const app = join(root, 'apps', name);
  const dist = join(app, 'dist');
  const wanted = await digestOf(entries[name]);
  if ((await builtFrom(dist)) === wanted) return dist;
  const beside = join(root, '.cache', `${name}-${process.pid}`);
  await vite(app, 'build', app, '--outDir', beside, '--emptyOutDir', '--logLevel', 'warn');
  await pressed(beside);
  await writeFile(join(beside, marker), wanted);
  await moveWhole(beside, dist, wanted);
  return dist;
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

/** If another process moved the same build in meanwhile, ours is not needed. */
async function moveWhole(beside: string, dist: string, wanted: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  try {
    await rename(beside, dist);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if ((await builtFrom(dist)) !== wanted) throw error;
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
