import { exact } from '#platform/exact.ts';
import {
  type Column,
  type Input,
  type Inputs,
  passes,
  type Row,
  type Table,
  testOf,
} from './decisionTable.ts';

/** What is wrong with a table as a whole: cases no row covers, rows no case reaches (from 1). */
export type Coverage = {
  readonly gaps: readonly Inputs[];
  readonly unreached: readonly number[];
  /** Whether all cases were looked at; a table of very many different tests is too large for it. */
  readonly complete: boolean;
};

const mostGaps = 20;
const mostSteps = 200_000;

/**
 * Looks at every kind of case the table can tell apart: each column is cut where a test of it changes its answer, and one
 * case stands for all between two cuts. Exact: what is reported as a gap is one, and where `complete` there is no other.
 */
export function coverageOf(table: Table<unknown>, columns: readonly Column[]): Coverage {
  const asked = columns.filter(({ id }) => table.rows.some((row) => testOf(row, id).kind !== 'any'));
  const kinds = asked.map((column) => ({ column, cases: casesOf(column, table.rows) }));
  const gaps: Inputs[] = [];
  const reached = new Set<number>();
  let steps = 0;

  function look(depth: number, rows: readonly number[], so: Inputs): void {
    steps += 1;
    if (steps > mostSteps) return;
    const [first] = rows;
    if (first === undefined) {
      if (gaps.length < mostGaps) gaps.push(so);
      return;
    }
    // The first row asks for nothing more: all the rest of these cases are its own.
    if (
      isOpen(
        table.rows[first]!,
        kinds.slice(depth).map(({ column }) => column),
      )
    ) {
      reached.add(first);
      return;
    }
    const { column, cases } = kinds[depth]!;
    for (const input of cases) {
      const left = rows.filter((index) => passes(testOf(table.rows[index]!, column.id), input));
      look(depth + 1, left, { ...so, [column.id]: input });
    }
  }

  look(
    0,
    table.rows.map((_, index) => index),
    {},
  );
  const complete = steps <= mostSteps;
  const unreached = table.rows.flatMap((_, index) => (reached.has(index) ? [] : [index + 1]));
  return { gaps, unreached: complete ? unreached : [], complete };
}

function isOpen(row: Row<unknown>, columns: readonly Column[]): boolean {
  return columns.every(({ id }) => testOf(row, id).kind === 'any');
}

/** One input for each kind of case that the tests of a column tell apart. */
function casesOf(column: Column, rows: readonly Row<unknown>[]): readonly Input[] {
  const tests = rows.map((row) => testOf(row, column.id));
  const named = [...new Set(tests.flatMap((test) => ('values' in test ? test.values : [])))];
  const missing: Input[] = column.optional ? [null] : [];
  switch (column.type) {
    case 'choice':
      return [...column.values, ...missing];
    case 'text':
      return [...named, 'any other', ...missing];
    case 'set':
      return [...subsets(named), ...missing];
    case 'number':
      return [...pointsOf(tests, undefined), ...missing];
    case 'money': {
      const currencies = tests.flatMap((test) =>
        test.kind === 'between' && test.currency ? [test.currency] : [],
      );
      const amounts = [...new Set(currencies)].flatMap((currency) =>
        pointsOf(tests, currency).map((amount) => ({ amount, currency })),
      );
      return [...amounts, { amount: '0', currency: 'any other' }, ...missing];
    }
  }
}

/** A point below the first cut, and one on each: between two cuts every test answers as on the lower one. */
function pointsOf(tests: readonly Row<unknown>['tests'][string][], currency: string | undefined): string[] {
  const cuts = tests.flatMap((test) =>
    test.kind === 'between' && test.currency === currency
      ? [test.atLeast, test.below].filter((cut) => cut !== null)
      : [],
  );
  const sorted = [...new Set(cuts)].sort((a, b) => exact(a).compare(exact(b)));
  return ['0', ...sorted.filter((cut) => exact(cut).gt(exact('0')))];
}

function subsets(values: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const value of values.slice(0, 8)) all.push(...all.map((set) => [...set, value]));
  return all;
}
