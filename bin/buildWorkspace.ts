import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const workspace = join(root, 'apps/workspace');
const dist = join(workspace, 'dist');
const marker = '.sources';

/**
 * Builds the workspace's pages when their sources (or the libraries' versions) have changed since the last time, and
 * returns the folder that holds them. They are built beside their place and moved there whole, so that a build that was
 * cut short, or two at once, leave no half of one.
 */
export async function buildWorkspace(): Promise<string> {
  const wanted = await digestOfSources();
  if ((await builtFrom()) === wanted) return dist;
  const beside = join(root, '.cache', `workspace-${process.pid}`);
  await vite('build', workspace, '--outDir', beside, '--emptyOutDir', '--logLevel', 'warn');
  await writeFile(join(beside, marker), wanted);
  await moveWhole(beside, wanted);
  return dist;
}

/** In a process of its own: under a test runner this one is not in production mode, and React would be built for debugging. */
async function vite(...args: readonly string[]): Promise<void> {
  const program = join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [program, ...args], { cwd: workspace, env });
}

/** If another process moved the same build in meanwhile, ours is not needed. */
async function moveWhole(beside: string, wanted: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  try {
    await rename(beside, dist);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if ((await builtFrom()) !== wanted) throw error;
  }
}

async function builtFrom(): Promise<string | null> {
  return readFile(join(dist, marker), 'utf8').catch(() => null);
}

async function digestOfSources(): Promise<string> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/^(dist|fixtures)[\\/]|\.spec\.tsx?$/.test(relative(workspace, file)));
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'package-lock.json')].sort()) {
    hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
