// npm test: format and lint, types, all tests; the last line is "N passed, N failed". --fast leaves out the browser.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { root, setup } from './setup.mjs';

setup();
const fast = process.argv.includes('--fast');
// Our own Node 24 and our own tools before those of the machine.
const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

function run(title, program, ...args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  return status === 0;
}

/** Counts the tests of vitest's report. A file that fails before its first test, and a run without report, is a failure too. */
function counts(report, succeeded) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    ).length;
    const failed = numFailedTests + broken;
    return { passed: numPassedTests, failed: failed === 0 && !succeeded ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'goodterms-report-'));
const report = join(folder, 'vitest.json');
const checks = [
  run('format and lint', 'biome', 'check', '.'),
  run('types', 'tsc', '--noEmit'),
  ...(fast || installChromium() ? [] : [false]),
];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const tested = run(
  'tests',
  'vitest',
  'run',
  ...reporters,
  ...(fast ? ['--exclude', 'test/journeys/**'] : []),
);
const tests = counts(report, tested);
rmSync(folder, { recursive: true });

const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((ok) => !ok).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
