import type { ZodType } from 'zod';
import { failure, type Problem, type Result } from '#platform/problem.ts';
import { checkSchema } from '#platform/schemaProblems.ts';
import type { Plain } from '#platform/yamlNodes.ts';
import type { ColumnSpec, Fields } from './column.ts';

/**
 * Returns a thing as the schema of its form makes it, or its problems, each naming the column (`/contactEmail`) in place
 * of the place in the form (`/contact/email`), as `places` says; other places name themselves.
 */
export function checkFields<T>(
  schema: ZodType<T>,
  form: Plain,
  places: Readonly<Record<string, string>> = {},
): Result<T> {
  const checked = checkSchema(schema, form);
  if (checked.ok) return checked;
  const [first, ...rest] = checked.problems.map((problem) => inColumn(problem, places));
  return failure(first!, ...rest);
}

/** Returns the problem with the column it is about. */
export function inColumn(problem: Problem, places: Readonly<Record<string, string>>): Problem {
  const { pointer = '' } = problem;
  const place = Object.keys(places)
    .filter((start) => pointer === start || pointer.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0];
  return place === undefined ? problem : { ...problem, pointer: `/${places[place]}` };
}

/** Returns a problem for each column that has to be filled for something new and is not. */
export function missingFields(specs: readonly ColumnSpec[], fields: Fields): Problem[] {
  return specs
    .filter(({ key, need }) => need !== 'optional' && (fields[key] ?? '') === '')
    .map(({ key, title }) => ({
      code: 'field_missing',
      title: 'Something is missing',
      detail: `${title} is not given.`,
      todo: `Fill in ${title}.`,
      pointer: `/${key}`,
    }));
}

/** Leaves out what is blank: in a form, nothing said is a key left out. */
export function given(fields: Fields, ...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])));
}

/** Returns several texts as the lines of one cell; a line break inside a text is written as `\n`. */
export function toLines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
}

/** Returns the texts that `toLines` was given; blank lines are none. */
export function fromLines(cell: string): string[] {
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => line.replace(/\\([\\n])/g, (_, sign) => (sign === 'n' ? '\n' : '\\')));
}
