import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { Count, CountedValue } from '#business/usage/measure.ts';
import { disagreement } from './disagreement.ts';
import { type History, historyOf, round } from './history.ts';
import { type PlantedDefect, plantedDefects } from './plantedDefects.ts';

const sources = fileURLToPath(new URL('../../business/usage/counts/two', import.meta.url));
const most = 6 * round;
const known: { history: History; right: readonly CountedValue[] }[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads a copy of the second count, with the defect in it if one is given. */
async function copyOf(name: string, defect?: PlantedDefect): Promise<Count> {
  const copy = join(folder, name);
  cpSync(sources, copy, { recursive: true, filter: (file) => !file.endsWith('.spec.ts') });
  if (defect) {
    const file = join(copy, defect.file);
    const parts = readFileSync(file, 'utf8').split(defect.find);
    expect(parts.length - 1, `how often ${defect.file} holds ${defect.find}`).toBe(1);
    writeFileSync(file, parts.join(defect.replace));
  }
  const loaded = (await import(/* @vite-ignore */ pathToFileURL(join(copy, 'recount.ts')).href)) as {
    recount: Count;
  };
  return loaded.recount;
}

/** The number of the first history in which the copy disagrees with the first count, or undefined. */
function firstDisagreement(copy: Count): number | undefined {
  for (let number = 0; number < most; number += 1) {
    known[number] ??= remembered(historyOf(number));
    const { history, right } = known[number]!;
    if (disagreement(right, copy(history.request))) return number;
  }
  return undefined;
}

function remembered(history: History): { history: History; right: readonly CountedValue[] } {
  return { history, right: countByASweep(history.request) };
}

test('at least twenty different defects are planted', () => {
  expect(new Set(plantedDefects.map(({ name }) => name)).size).toBe(plantedDefects.length);
  expect(plantedDefects.length).toBeGreaterThanOrEqual(20);
});

test('given a copy without a defect, then no history shows a disagreement', async () => {
  expect(firstDisagreement(await copyOf('undamaged'))).toBeUndefined();
});

test.each(plantedDefects.map((defect, i) => [defect.name, defect, i] as const))(
  'caught: %s',
  async (_, defect, i) => {
    const caught = firstDisagreement(await copyOf(`defect-${i}`, defect));
    expect(caught, 'the number of a history that shows it').toBeTypeOf('number');
  },
);
