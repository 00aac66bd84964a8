import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rowsIn, tableAfter } from './markdown.ts';
import { readJson } from './sources.ts';

const rows = rowsIn(readFileSync('docs/capabilities.md', 'utf8')).filter(([number = '']) =>
  /^[ABC]\d+$/.test(number),
);

test('every requirement has one row, in order', () => {
  const numbers = (letter: string, many: number) =>
    Array.from({ length: many }, (_, i) => `${letter}${i + 1}`);
  expect(rows.map(([number]) => number)).toEqual([
    ...numbers('A', 55),
    ...numbers('B', 45),
    ...numbers('C', 14),
  ]);
});

test('what is there names a test that exists; what is not, none', () => {
  const wrong = rows.filter(([, , where, tests = '']) => {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    return where === 'not yet'
      ? files.length > 0
      : files.length === 0 || !files.every((file) => existsSync(file));
  });
  expect(wrong).toEqual([]);
});

test('every absence in ARCHITECTURE.md names a test that exists', () => {
  const absences = tableAfter(readFileSync('ARCHITECTURE.md', 'utf8'), '## What happens nowhere').slice(1);
  expect(absences.length).toBeGreaterThan(10);
  const broken = absences.filter(([, tests = '']) => {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    return files.length === 0 || !files.every((file) => existsSync(file) || existsSync(`test/tidy/${file}`));
  });
  expect(broken).toEqual([]);
});

test('every dependency has its reason in CONTRIBUTING.md, and none is named that is gone', () => {
  const { dependencies, devDependencies } = readJson('package.json');
  const table = tableAfter(readFileSync('CONTRIBUTING.md', 'utf8'), '## A dependency').slice(1);
  const named = table.flatMap(([names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
  expect(named.sort()).toEqual(
    Object.keys({ ...(dependencies as object), ...(devDependencies as object) }).sort(),
  );
});
