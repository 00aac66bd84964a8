import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { brokenCloudEvents } from './cloudEvents.broken.ts';
import { brokenDeclarations } from './declaration.broken.ts';
import { brokenFlexDebug } from './flexDebug.broken.ts';
import { brokenLmstat } from './lmstat.broken.ts';
import { brokenOtlp } from './otlp.broken.ts';
import { todos } from './rejections.ts';
import { brokenRlmReports } from './rlmReport.broken.ts';
import { brokenRlmstat } from './rlmstat.broken.ts';
import { brokenRosters } from './roster.broken.ts';
import { brokenSentinel } from './sentinel.broken.ts';
import { brokenUsageCsv } from './usageCsv.broken.ts';

const corpora = [
  brokenCloudEvents,
  brokenDeclarations,
  brokenFlexDebug,
  brokenLmstat,
  brokenOtlp,
  brokenRlmReports,
  brokenRlmstat,
  brokenRosters,
  brokenSentinel,
  brokenUsageCsv,
];

const codes = Object.keys(todos).sort();

it('every reason for a refusal is documented with what to do', () => {
  const [, guide = ''] = readFileSync('docs/guide/problems.md', 'utf8').split(
    '## Usage: the file as a whole',
  );
  const [usage = ''] = guide.split('## Notes of a usage file');
  const rows = [...usage.matchAll(/^\| `([a-z0-9-]+)` +\| .+? +\| (.+?) +\|$/gm)];
  expect(Object.fromEntries(rows.map(([, code, todo]) => [code, todo]))).toEqual(todos);
});

it('every reason for a refusal is met by some broken input', () => {
  const met = new Set(corpora.flat().map(({ code }) => code));
  // A million rows would take the test's time for nothing.
  expect(codes.filter((code) => !met.has(code as keyof typeof todos))).toEqual(['too-many-rows']);
});
