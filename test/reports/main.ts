import { existsSync, readdirSync } from 'node:fs';

/** One thing a report looks at, with the figures it saw. */
export type Check = { readonly name: string; readonly figures: string; readonly passed: boolean };

/** `npm run report -- NAME` runs test/reports/NAME/report.ts; the last line is "N passed, N failed". */
const name = process.argv[2] ?? '';
const here = new URL('.', import.meta.url);
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const file = new URL(`./${name}/report.ts`, here);

if (!names.includes(name) || !existsSync(file)) {
  console.error(`Usage: npm run report -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const { run } = (await import(file.href)) as { run: () => readonly Check[] | Promise<readonly Check[]> };
  const checks = await run();
  for (const { name, figures, passed } of checks)
    console.log(`${passed ? 'pass' : 'FAIL'}  ${name.padEnd(22)}  ${figures}`);
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
