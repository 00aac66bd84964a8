import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The files of the first check. */
export const first = {
  agreement: 'examples/first-check/agreement.yaml',
  catalog: 'examples/first-check/catalog.yaml',
  lmstat: 'examples/first-check/lmstat.txt',
  seats: 'examples/first-check/seats.csv',
  events: 'examples/first-check/events.ndjson',
};

/** The command line of the guide: everything in examples/first-check, judged at one moment. */
export const firstCheck = [
  ...['--agreement', first.agreement, '--catalog', first.catalog],
  ...['--usage', first.lmstat, first.seats, first.events],
  ...['--at', '2026-03-31', '--feature', 'atlas.seat', '--as-of', '2026-05-01'],
];

/** What the program did. */
export type Ran = { readonly exit: number; readonly out: string; readonly err: string };

/** Runs the real program as a process of its own, in the folder of the repository. */
export function goodterms(...args: readonly string[]): Promise<Ran> {
  const node = join(root, 'node_modules/node/bin/node');
  return new Promise((resolve, reject) => {
    execFile(node, ['apps/cli/goodterms.ts', ...args], { cwd: root, maxBuffer: 1e8 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exit: error ? Number(error.code) : 0, out, err });
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'goodterms-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file for one test, and returns where it is. */
export function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
