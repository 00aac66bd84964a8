import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from './answers.ts';
import { type Example, readExample, readExpected, readForm } from './example.ts';
import { type Figures, same, shown } from './figures.ts';
import { type Expectation, type Expected, notYetForm } from './form.ts';
import { differences, gaps, type PublishedRows, readPublished } from './published.ts';

/** What came of one folder (or of the list of them): the figures it gave, and what was wrong. */
export type Outcome = {
  readonly name: string;
  readonly figures: readonly string[];
  readonly wrong: readonly string[];
};

/** Where the suite is, and where the published examples may lie. */
export type Places = { readonly examples: string; readonly shared: string };

const root = join(import.meta.dirname, '..', '..');

/** The examples of this project, and the published ones beside its checkout. */
export const places: Places = {
  examples: join(root, 'examples', 'conformance'),
  shared: join(root, '..', 'shared', 'real'),
};

/** Returns the names of the folders, in order. */
export function foldersIn({ examples }: Places): string[] {
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Returns the outcome of one folder: all its questions answered, and its figures compared with the published ones. */
export async function outcomeOf(name: string, { examples, shared }: Places): Promise<Outcome> {
  try {
    const folder = join(examples, name);
    const expected = readExpected(folder);
    const published = readPublished(shared);
    const example = await readExample(folder, expected);
    const answers = await Promise.all(
      expected.questions.map(async (question) =>
        judged(question.expect, await answer(example, question, published && shared)),
      ),
    );
    const wrong = [...answers.flatMap((one) => one.wrong), ...wrongForm(name, expected, example, published)];
    return { name, figures: answers.flatMap((one) => one.figures), wrong };
  } catch (thrown) {
    return { name, figures: [], wrong: [thrown instanceof Error ? thrown.message : String(thrown)] };
  }
}

/** Returns the outcome of the list: every row has its twin and is in one list. */
export function outcomeOfList(all: Places): Outcome {
  const folders = foldersIn(all);
  const notYet = readForm(join(all.examples, 'not-yet.yaml'), 'not-yet/1', notYetForm).rows;
  const published = readPublished(all.shared);
  const covered = folders.filter((folder) => !folder.endsWith('.twin')).length;
  const figures = [
    `covered ${covered}`,
    `not yet ${notYet.length}`,
    published ? `published ${published.size}` : 'the published rows are not here to compare with',
  ];
  return {
    name: 'all rows',
    figures,
    wrong: gaps(folders, notYet, published && [...published.keys()]),
  };
}

function judged(expectations: readonly Expectation[], got: Figures): Omit<Outcome, 'name'> {
  const found = expectations.map(({ name, figure, value, places: decimals }) => {
    const label = name ?? figure;
    const answered = got[figure];
    if (answered === undefined) return { label, wrong: `${label}: there is no figure ${figure} here` };
    const right = same(value, answered, decimals);
    return right
      ? { label: `${label} ${shown(value)}` }
      : { label, wrong: `${label}: got ${shown(answered)}, expected ${shown(value)}` };
  });
  return {
    figures: found.filter(({ wrong }) => !wrong).map(({ label }) => label),
    wrong: found.flatMap(({ wrong }) => wrong ?? []),
  };
}

function wrongForm(
  name: string,
  expected: Expected,
  { folder }: Example,
  published: PublishedRows | null,
): string[] {
  const isTwin = name.endsWith('.twin');
  const row = isTwin ? name.slice(0, -'.twin'.length) : name;
  if (expected.row !== row) return [`expected.yaml is of the row ${expected.row}`];
  if (isTwin) {
    const reasons = /^# By hand:/m.test(readFileSync(join(folder, 'expected.yaml'), 'utf8'));
    return reasons ? [] : ['a twin says "# By hand:" and how its answer was worked out'];
  }
  const figures = published?.get(row);
  return figures ? differences(expected, figures) : [];
}
