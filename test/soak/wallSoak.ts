import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the rounds came to, as `walls.spec.ts` writes it down. */
type Result = {
  readonly probes: number;
  readonly told: readonly string[];
  readonly operations: number;
  readonly reached: number;
};

/**
 * `npm run soak -- tenant-wall [ROUNDS] [SEED]`: the rounds of `walls.spec.ts`, many more of them: every operation of the
 * API's document, in every role, asked for things of another customer and for ids nobody has. The last line is
 * "N passed, N failed": pairs answered alike, and others. Returns whether all were.
 */
export function wallSoak(rounds: number, seed: number): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'goodterms-walls-'));
  const file = join(folder, 'result.json');
  try {
    const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
    const env = { ...process.env, WALL_ROUNDS: String(rounds), WALL_SEED: String(seed), WALL_RESULT: file };
    spawnSync(process.execPath, [vitest, 'run', 'apps/server/access/walls.spec.ts'], {
      env,
      stdio: 'inherit',
    });
    const { probes, told, operations, reached } = JSON.parse(readFileSync(file, 'utf8')) as Result;
    for (const one of told.slice(0, 200)) console.log(`FAIL ${one}`);
    console.log(
      `     ${operations} operations, seed ${seed}; ${reached} of them answered with a success of their own`,
    );
    console.log(`\n${probes - told.length} passed, ${told.length} failed`);
    return told.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
