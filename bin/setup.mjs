// Runs on any Node from 20 on: makes sure what package-lock.json names is installed, then returns the project's own Node 24.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Whether node_modules holds every package of the lock file in the version it names (for this platform). */
function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker) || !existsSync(join(root, 'node_modules', 'node', 'bin', 'node'))) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(marker, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
  );
}

/** Installs what is missing and returns the path of Node 24. */
export function setup() {
  if (!installed()) {
    console.error('Installing what package-lock.json names (once)…');
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (npm.status !== 0) {
      console.error('npm ci failed; its output is above.');
      process.exit(1);
    }
  }
  return join(root, 'node_modules', 'node', 'bin', 'node');
}
