import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { same } from './figures.ts';
import { gaps } from './published.ts';
import { foldersIn, outcomeOf, outcomeOfList, places } from './suite.ts';

describe('published examples and their twins come out of their files', () => {
  test.each(foldersIn(places))('%s', async (folder) => {
    expect((await outcomeOf(folder, places)).wrong).toEqual([]);
  });

  test('every row has its twin, and is in one list', () => {
    expect(outcomeOfList(places).wrong).toEqual([]);
  });
});

describe('the suite says what is wrong', () => {
  const row = 'stripe-volume-6';
  let here = { examples: '', shared: '' };
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    here = { examples: folder, shared: folder };
    for (const name of [row, `${row}.twin`])
      cpSync(join(places.examples, name), join(folder, name), { recursive: true });
  });
  afterEach(() => rmSync(here.examples, { recursive: true }));

  const edit = (file: string, from: string, to: string) => {
    const path = join(here.examples, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replaceAll(from, to));
  };
  const publish = (expected: object) =>
    writeFileSync(join(here.shared, 'worked-examples.jsonl'), `${JSON.stringify({ id: row, expected })}\n`);
  const wrong = async (folder = row) => (await outcomeOf(folder, here)).wrong;

  test('nothing, where all is well', async () => {
    expect(await wrong()).toEqual([]);
    expect(await wrong(`${row}.twin`)).toEqual([]);
  });

  test('a figure that comes out otherwise', async () => {
    edit(`${row}/expected.yaml`, 'value: 39', 'value: 38.99');
    expect(await wrong()).toEqual(['total: got 39, expected 38.99']);
  });

  test('a price that changed', async () => {
    edit(`${row}/catalog.yaml`, '6.5', '6.4');
    expect(await wrong()).toEqual(['unit: got 6.4, expected 6.5', 'total: got 38.4, expected 39']);
  });

  test('terms that cannot be read, with their line', async () => {
    edit(`${row}/agreement.yaml`, 'zone: UTC', 'zone: Utopia');
    expect(await wrong()).toEqual([expect.stringContaining('line 8: "Utopia" is no time zone.')]);
  });

  test('a file that nothing reads', async () => {
    writeFileSync(join(here.examples, row, 'more.ndjson'), '');
    expect(await wrong()).toEqual(['nothing reads more.ndjson']);
  });

  test('a twin that does not say how its answer was worked out', async () => {
    edit(`${row}.twin/expected.yaml`, '# By hand:', '# Below:');
    expect(await wrong(`${row}.twin`)).toEqual([expect.stringContaining('By hand')]);
  });

  test('a question that brings a number of its own', async () => {
    edit(`${row}/expected.yaml`, '{ limit: seats, at: 2025-03-01 }', '6');
    expect(await wrong()).toHaveLength(1);
  });

  test('a figure that is published otherwise, is not published, or is not asked', async () => {
    publish({ unit: 6.5, total: 39 });
    expect(await wrong()).toEqual([]);
    publish({ unit: 6.5, total: 39.01, tax: 7 });
    expect(await wrong()).toEqual([
      'total is 39 here and 39.01 as published',
      'tax is published and not asked',
    ]);
    publish({ total: 39 });
    expect(await wrong()).toEqual(['unit is not published']);
  });
});

test('a number is the same when its value is; rounding is only where it is asked for', () => {
  expect(same('39', '39.00')).toBe(true);
  expect(same('39', '39.004')).toBe(false);
  expect(same('2177.4193548387098', '67500/31')).toBe(false);
  expect(same('2177.4193548387098', '67500/31', 10)).toBe(true);
  expect(same('2177.4193548388', '67500/31', 10)).toBe(false);
  expect(same(['10', '12'], ['10', '12', '12'])).toBe(false);
  expect(same('2025-06-15', '2025-06-14')).toBe(false);
});

test('a row without twin, a twin without row, a row in both lists or in none, and one nobody published', () => {
  const notYet = [{ id: 'b', missing: 'a part' }];
  expect(gaps(['a', 'a.twin'], notYet, ['a', 'b'])).toEqual([]);
  expect(gaps(['a', 'b', 'b.twin', 'c.twin'], notYet, ['a', 'd'])).toEqual([
    'a has no twin',
    'c.twin is the twin of nothing',
    'b is listed twice',
    'd is in neither list',
    'b is not published',
  ]);
  expect(gaps(['a', 'a.twin'], notYet, null)).toEqual([]);
});
