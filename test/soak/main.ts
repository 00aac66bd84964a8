import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../journeys/browser.ts';
import { apiSoak } from './apiSoak.ts';
import { customer, importOnPage, makeCustomer, uploadOnPage, usedWhenExamined } from './importSoak.ts';
import { startServer } from './server.ts';
import { soakSpec } from './specSoak.ts';
import { surfacesSoak } from './surfacesSoak.ts';
import { writeUsageFile } from './usageFile.ts';

/**
 * `npm run soak -- import [ROWS]`: a million rows of usage through the real screen in a real browser, from a file on the
 * disk. Prints what it measures; its last line is "N passed, N failed".
 */
const [what = 'import', rowsGiven = '1000000'] = process.argv.slice(2);
if (what === 'api') {
  const [, , , rounds = '100', seed = '2026'] = process.argv;
  process.exit((await apiSoak(Number(rounds), Number(seed))) ? 0 : 1);
}
if (what === 'tenant-wall') {
  const [, , , rounds = '60', seed = '2026'] = process.argv;
  process.exit(soakSpec('apps/server/access/walls.spec.ts', rounds, seed) ? 0 : 1);
}
if (what === 'portal-page') {
  const [, , , cases = '200', seed = '2026'] = process.argv;
  process.exit(soakSpec('test/journeys/portalFigures.spec.ts', cases, seed) ? 0 : 1);
}
if (what === 'surfaces') {
  const [, , , cases = '10000', seed = '2026'] = process.argv;
  process.exit(surfacesSoak(Number(cases), Number(seed)) ? 0 : 1);
}
if (what !== 'import')
  throw new Error('there is only: npm run soak -- import, api, tenant-wall, portal-page, and surfaces');
const rows = Number(rowsGiven);
const shown = rows.toLocaleString('en-US');
/** By how much the server's memory may grow while it imports, in MB, however long the file is. */
const mostGrowth = 400;
/** By how much more a whole import may need than the same one canceled before its middle: memory is not of its length. */
const mostMore = 100;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

let passed = 0;
let failed = 0;
const check = (words: string, holds: boolean, seen: unknown = ''): void => {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${words}${holds ? '' : `: ${JSON.stringify(seen)}`}`);
};
const say = (words: string): void => console.log(`     ${words}`);

const folder = await mkdtemp(join(tmpdir(), 'goodterms-soak-'));
await chmod(folder, 0o755);
const server = await startServer({ GOODTERMS_DATA: join(folder, 'data'), DATABASE_URL: '' });
const browser = await launchBrowser();
try {
  const file = join(folder, 'usage.ndjson');
  const size = await writeUsageFile(file, rows, Date.now());
  say(
    `${shown} rows, ${Math.round(size / 1e6)} MB, commit ${commit()}, ${new Date().toISOString().slice(0, 10)}`,
  );
  await makeCustomer(server);
  const fresh = server.memory();
  const page = await browser.newPage();
  await page.context().addCookies([{ ...server.signedIn.cookie, url: server.address }]);
  page.setDefaultTimeout(120_000);

  await uploadOnPage(page, server.address, file);
  const canceled = await importOnPage(page, server, 40);
  check(
    'canceled in the middle, it says that nothing was taken',
    /Nothing of it was taken/.test(canceled.words),
    canceled,
  );
  const begun = performance.now();
  await uploadOnPage(page, server.address, file);
  say(`upload and first look: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const trial = await page.getByText(/known already/).textContent();
  check('nothing of the canceled one is known', trial?.includes(' 0 known already') ?? false, trial);

  const taken = await importOnPage(page, server);
  check(`all ${shown} are taken`, taken.words === `${shown} new records.`, taken.words);
  check('progress is seen, in both phases', taken.shares.length >= 5 && taken.phases.length === 2, taken);
  const growth = taken.memoryPeak - fresh;
  check(`memory grew by less than ${mostGrowth} MB`, growth < mostGrowth, taken);
  const more = taken.memoryPeak - canceled.memoryPeak;
  check(`the whole file takes less than ${mostMore} MB more than 40 % of it`, more < mostMore, more);
  say(
    `import: ${taken.seconds.toFixed(1)} s, ${Math.round(rows / taken.seconds).toLocaleString('en-US')} rows/s`,
  );
  say(`memory: ${fresh} MB at the start, ${canceled.memoryPeak} MB at most in the canceled import`);
  say(`and ${taken.memoryPeak} MB at most in the whole one; ${taken.shares.length} states of progress seen`);

  const peak = watchMemory();
  const examining = performance.now();
  const used = await usedWhenExamined(server);
  check('detection counts them all', used.replaceAll(',', '') === String(rows), used);
  say(`detection after it: ${((performance.now() - examining) / 1000).toFixed(1)} s, ${peak()} MB at most`);

  await uploadOnPage(page, server.address, file);
  check('the same file is recognized', await page.getByText('This is the very same file').isVisible());
  const again = await importOnPage(page, server);
  check(
    'the same file again changes nothing and says so',
    again.words === `All ${shown} were known already: nothing changed.`,
    again.words,
  );
  say(`the same file again: ${again.seconds.toFixed(1)} s`);
  const { items } = (await server.send('GET', `/v1/usage-imports?customer=${customer}`)) as {
    items: object[];
  };
  check('the list shows all three', items.length === 3, items.length);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function watchMemory(): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, server.memory());
  }, 100);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
