import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a spec file came to: how many cases it tried, those that failed, and in words what was in them. */
export type SoakResult = {
  readonly tried: number;
  readonly failed: readonly string[];
  readonly words: string;
};

/** Returns how many rounds a spec file has to try, and from which seed: a small share, or what a soak asks for. */
export function soakShare(rounds: number): { readonly rounds: number; readonly seed: number } {
  const { SOAK_ROUNDS, SOAK_SEED } = process.env;
  return { rounds: Number(SOAK_ROUNDS ?? rounds), seed: Number(SOAK_SEED ?? 2026) };
}

/** Writes down what a spec file came to, where a soak asked for it. */
export function tellSoak(result: SoakResult): void {
  const { SOAK_RESULT } = process.env;
  if (SOAK_RESULT) writeFileSync(SOAK_RESULT, JSON.stringify(result));
}

/**
 * Runs a spec file with many more rounds than `npm test` does. The last line is "N passed, N failed". Returns whether
 * nothing failed.
 */
export function soakSpec(spec: string, rounds: string, seed: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-soak-'));
  const file = join(folder, 'result.json');
  try {
    const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
    const env = { ...process.env, SOAK_ROUNDS: rounds, SOAK_SEED: seed, SOAK_RESULT: file };
    spawnSync(process.execPath, [vitest, 'run', spec], { env, stdio: 'inherit' });
    const { tried, failed, words } = JSON.parse(readFileSync(file, 'utf8')) as SoakResult;
    for (const one of failed.slice(0, 200)) console.log(`FAIL ${one}`);
    console.log(`     seed ${seed}; ${words}`);
    console.log(`\n${tried - failed.length} passed, ${failed.length} failed`);
    return failed.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
