import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, same, shown } from './figures.ts';
import type { Expected, NotYet } from './form.ts';

/** The figures of one published example by name, nested names joined by a dot. */
export type PublishedRow = ReadonlyMap<string, Figure>;

/** The published examples by id. */
export type PublishedRows = ReadonlyMap<string, PublishedRow>;

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Returns the published examples where they lie in `folder`; `null` where they do not: nothing needs them. */
export function readPublished(folder: string): PublishedRows | null {
  const path = join(folder, 'worked-examples.jsonl');
  if (!existsSync(path)) return null;
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(parsed);
  return new Map(rows.map(({ id, expected }) => [id, new Map(figures(expected))]));
}

/** Numbers stay the digits they are published with: some have more than a float holds. */
function parsed(line: string): { readonly id: string; readonly expected: Json } {
  return JSON.parse(line, (_name: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? context?.source : value,
  );
}

function figures(value: Json, path = ''): [string, Figure][] {
  if (Array.isArray(value)) return [[path, value.map(String)]];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => figures(inner, path ? `${path}.${name}` : name));
}

/**
 * Returns where a folder says something else than the published row: a figure of another value, one that the row does
 * not have, one of the row that is neither asked nor said to be left out. A day published without its year is any
 * year's. Of a rule published without numbers only the names are compared.
 */
export function differences(expected: Expected, row: PublishedRow): string[] {
  const named = expected.questions
    .flatMap((question) => question.expect)
    .filter((one) => one.name !== undefined);
  const mentioned = new Set([...named, ...expected.notAsked].map(({ name }) => name));
  return [
    ...named.flatMap(({ name, value }) => {
      const published = row.get(name!);
      if (published === undefined) return [`${name} is not published`];
      if (expected.published === 'rule' || same(published, asPublished(value, published))) return [];
      return [`${name} is ${shown(value)} here and ${shown(published)} as published`];
    }),
    ...expected.notAsked
      .filter(({ name }) => !row.has(name))
      .map(({ name }) => `${name} is left out, but it is not published`),
    ...[...row.keys()]
      .filter((name) => !mentioned.has(name))
      .map((name) => `${name} is published and not asked`),
  ];
}

function asPublished(value: Figure, published: Figure): Figure {
  if (typeof value !== 'string') return value.map((one, i) => asPublished(one, published[i] ?? '') as string);
  const hasNoYear = typeof published === 'string' && /^\d\d-\d\d$/.test(published);
  return hasNoYear && /^\d{4}-\d\d-\d\d$/.test(value) ? value.slice(5) : value;
}

/** Returns what is wrong with the list of folders: a row without twin or twice, and rows that are in neither list. */
export function gaps(
  folders: readonly string[],
  notYet: NotYet,
  published: readonly string[] | null,
): string[] {
  const covered = folders.filter((folder) => !folder.endsWith('.twin'));
  const listed = notYet.map(({ id }) => id);
  const both = [...covered, ...listed];
  return [
    ...covered.filter((row) => !folders.includes(`${row}.twin`)).map((row) => `${row} has no twin`),
    ...folders
      .filter((folder) => folder.endsWith('.twin') && !covered.includes(folder.slice(0, -'.twin'.length)))
      .map((folder) => `${folder} is the twin of nothing`),
    ...both.filter((row, i) => both.indexOf(row) !== i).map((row) => `${row} is listed twice`),
    ...(published ?? []).filter((row) => !both.includes(row)).map((row) => `${row} is in neither list`),
    ...(published ? [...new Set(both)].filter((row) => !published.includes(row)) : []).map(
      (row) => `${row} is not published`,
    ),
  ];
}
