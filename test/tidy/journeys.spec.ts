import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

/** Journeys that look at a page; on a busy machine what a page shows is on its way when it is read. */
const journeys = readSources().filter(
  ({ path, imports }) =>
    /^test\/journeys\/.*\.spec\.ts$/.test(path) &&
    imports.some(({ target }) => /\/(appJourney|workspaceJourney|browser)\.ts$/.test(target)),
);

const reads =
  '\\.(?:textContent|innerText|innerHTML|allTextContents|allInnerTexts|inputValue|getAttribute|count|title|url|evaluate|is[A-Z]\\w+)(?:<[^>]*>)?\\(';

/** Returns each place that judges what a page showed at one moment. `violations` and `overflow` wait by themselves. */
function earlyReads(code: string): string[] {
  const awaited = /\bexpect\(\s*\(?\s*await (?!(?:\w+\.)?(?:violations|overflow)\()[^\n]*/g;
  const direct = new RegExp(`\\bexpect\\([^;=]*${reads}`, 'g');
  const helpers = names(
    code,
    new RegExp(`\\bconst (\\w+) = (?:async )?\\([^)]*\\)[^=;]*=>[^;]*${reads}`, 'g'),
  );
  const helper = helpers.length > 0 ? `|\\b(?:${helpers.join('|')})\\(` : '';
  const kept = names(code, new RegExp(`\\bconst (\\w+) = await [^;]*(?:${reads}${helper})`, 'g'));
  const judged = kept.flatMap((name) => [
    ...code.matchAll(new RegExp(`\\bexpect\\(\\s*${name}\\b[^\n]*`, 'g')),
  ]);
  return [...code.matchAll(awaited), ...code.matchAll(direct), ...judged].map(([place]) => place);
}

function names(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, name = '']) => name);
}

test('no journey judges what a page shows by one look: `expect.poll` and `waitFor` wait for it', () => {
  const found = journeys.flatMap(({ path, code }) => earlyReads(code).map((place) => `${path}: ${place}`));
  expect(found).toEqual([]);
});

test('no journey sleeps for a while instead of waiting for something', () => {
  const sleeping = journeys.filter(({ code }) => /\bwaitForTimeout\b|\bsetTimeout\b/.test(code));
  expect(sleeping.map(({ path }) => path)).toEqual([]);
});

test.each([
  'expect(await main()).toMatch(/3 calls/);',
  'expect(\n  await rows.count(),\n).toBe(9);',
  'expect((await row.textContent()).trim()).toBe(words);',
  'expect(page().url()).toBe(address);',
  'const words = await row.textContent();\nexpect(words).toContain(name);',
  'const text = () => page.locator(place).innerText();\nconst words = await text();\nexpect(words).toContain(name);',
])('one look is found: %j', (code) => {
  expect(earlyReads(code)).not.toEqual([]);
});

test.each([
  'expect(await app.violations(), path).toEqual([]);',
  'await expect.poll(() => rows.count()).toBe(9);',
  'await expect.poll(main).toMatch(/3 calls/);',
  'const token = await code.textContent();\nconst rows = await exported();\nexpect(rows).toEqual([]);',
])('what waits, or judges no page, is let be: %j', (code) => {
  expect(earlyReads(code)).toEqual([]);
});
