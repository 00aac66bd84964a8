import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreementRefusals } from '#business/agreements/agreement.refusals.ts';
import { findingRefusals } from '#business/findings/finding.refusals.ts';
import { todos } from '#business/usage/import/rejections.ts';
import { rowsIn } from './markdown.ts';
import { readSources } from './sources.ts';

const page = readFileSync('docs/guide/problems.md', 'utf8');
const documented = rowsIn(page).flatMap(([first = '']) => /^`([a-z0-9_-]+)`$/.exec(first)?.[1] ?? []);

/** Words of code in files that make problems which look like codes and are none. */
const noCodes = [
  'customer_id', // a column
  'data_base64', // a part of CloudEvents
  'declared_by', // columns of a declaration
  'declared_on',
  'staff_member', // a table
  'quote_row', // a table
  'clause_reading', // a table
  'as_of', // a column
  'client_secret_basic', // a word of OpenID Connect's
  'send_invoice', // a word of Stripe's
  'stream_state', // a table
  // Zod's own.
  'invalid_type',
  'invalid_union',
  'invalid_value',
  'too_big',
  'too_small',
  'unrecognized_keys',
];

const makers = readSources().filter(
  ({ path, text }) =>
    /^(platform\/(?!database\/)|business\/|apps\/(server|cli)\/)/.test(path) &&
    !/\.(spec|fixture|testing|broken)\.ts$|\/given\//.test(path) &&
    /\b(todo|refused?|code|report|note)\b/.test(text),
);

/** Codes that are put together: there are no others than these. */
const templates = { 'business/catalog/catalogFile.ts': ['product_unknown', 'edition_unknown'] };

function union(path: string, before: string): string[] {
  const text = readFileSync(path, 'utf8');
  const [, list = ''] =
    new RegExp(`${before}\\s*readonly code:\\n((?:\\s*\\| '[a-z-]+';?\\n)+)`).exec(text) ?? [];
  return [...list.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code!);
}

const notes = union('business/usage/import/decoded.ts', "kind: 'note' \\| 'gap';");
const questions = union('business/findings/finding.ts', 'OpenQuestion = \\{');

/** Every code that the sources can give: words with an underscore, and what stands behind `code:`. */
function codesInSources(): Set<string> {
  const found = new Set([
    ...Object.keys(todos),
    ...Object.keys(agreementRefusals),
    ...Object.keys(findingRefusals),
  ]);
  for (const code of [...notes, ...Object.values(templates).flat()]) found.add(code);
  for (const { text } of makers) {
    const written = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const [, code] of written.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g)) found.add(code!);
    for (const [, code] of written.matchAll(/\bcode: '([a-z0-9-]+)'/g)) found.add(code!);
  }
  for (const other of [...noCodes, ...questions, 'custom']) if (!notes.includes(other)) found.delete(other);
  return found;
}

test('there is something to compare', () => {
  expect(notes.length).toBeGreaterThan(5);
  expect(questions.length).toBeGreaterThan(5);
  expect(makers.length).toBeGreaterThan(20);
});

test('every code of a problem, a refusal, a rejection or a note is on the page, and the page names no other', () => {
  expect([...new Set(documented)].sort()).toEqual([...codesInSources()].sort());
});

test('each code is explained once', () => {
  expect(documented.filter((code, i) => documented.indexOf(code) !== i)).toEqual([]);
});

test('no code is put together but those listed', () => {
  const assembled = makers.filter(({ text }) => /\bcode: `/.test(text)).map(({ path }) => path);
  expect(assembled).toEqual(Object.keys(templates));
});

test('what is no code is met in the sources still', () => {
  const all = makers.map(({ text }) => text).join('\n');
  expect(noCodes.filter((word) => !all.includes(`'${word}'`))).toEqual([]);
});
