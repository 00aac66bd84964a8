import { type Exact, exact } from '#platform/exact.ts';

/*
 * Decision tables: typed columns, rows of tests, first match. It knows no business word: columns are given. A missing
 * input is an error, a row is never a default, and what no row covers is a gap that is told.
 */

/** What an input of a column may be. `optional`: it may be missing, and a row may ask whether it is. */
export type Column = { readonly id: string; readonly optional?: boolean } & (
  | { readonly type: 'number' }
  /** An amount with its currency: a test compares only what is in its own. */
  | { readonly type: 'money' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'text' }
  | { readonly type: 'set'; readonly values: readonly string[] }
);

/** What one cell asks. Numbers are exact decimals as texts; `atLeast` is in, `below` is out. */
export type Test =
  | { readonly kind: 'any' }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'between';
      readonly atLeast: string | null;
      readonly below: string | null;
      readonly currency?: string;
    }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'hasAny' | 'hasNone'; readonly values: readonly string[] };

export type Row<Outcome> = { readonly tests: Readonly<Record<string, Test>>; readonly outcome: Outcome };

/** A table: its rows in order. A column a row does not name is not asked. */
export type Table<Outcome> = { readonly rows: readonly Row<Outcome>[] };

/** What is known of one case; `null`: it is missing. */
export type Input =
  | string
  | readonly string[]
  | { readonly amount: string; readonly currency: string }
  | null;
export type Inputs = Readonly<Record<string, Input>>;

/** What a table says of a case: the outcome and its row (from 1), or why it says nothing. */
export type Decided<Outcome> =
  | { readonly kind: 'decided'; readonly row: number; readonly outcome: Outcome }
  | { readonly kind: 'missing'; readonly columns: readonly string[] }
  | { readonly kind: 'gap' };

const any: Test = { kind: 'any' };

/** Returns the test of a row in a column. */
export function testOf(row: Row<unknown>, column: string): Test {
  return row.tests[column] ?? any;
}

/**
 * Returns what the first row that matches says. Where any row asks for a column and its input is missing, nothing is
 * decided at all, whichever row would have matched, unless the column is optional.
 */
export function decideByTable<Outcome>(
  table: Table<Outcome>,
  columns: readonly Column[],
  inputs: Inputs,
): Decided<Outcome> {
  const asked = columns.filter((column) => table.rows.some((row) => testOf(row, column.id).kind !== 'any'));
  const missing = asked.filter(({ id, optional }) => !optional && isMissing(inputs[id]));
  if (missing.length > 0) return { kind: 'missing', columns: missing.map(({ id }) => id) };
  const index = table.rows.findIndex((row) =>
    asked.every((column) => passes(testOf(row, column.id), inputs[column.id] ?? null)),
  );
  if (index === -1) return { kind: 'gap' };
  return { kind: 'decided', row: index + 1, outcome: table.rows[index]!.outcome };
}

function isMissing(input: Input | undefined): boolean {
  return input === null || input === undefined;
}

/** Returns whether an input passes a test. A missing one passes only `any` and `missing`. */
export function passes(test: Test, input: Input): boolean {
  if (test.kind === 'any') return true;
  if (test.kind === 'missing') return input === null;
  if (input === null) return false;
  switch (test.kind) {
    case 'between':
      return isBetween(test, input);
    case 'oneOf':
      return typeof input === 'string' && test.values.includes(input);
    case 'hasAny':
      return Array.isArray(input) && test.values.some((value) => input.includes(value));
    case 'hasNone':
      return Array.isArray(input) && !test.values.some((value) => input.includes(value));
  }
}

function isBetween(test: Extract<Test, { kind: 'between' }>, input: Exclude<Input, null>): boolean {
  const value = amountFor(test.currency, input);
  if (value === undefined) return false;
  return (
    (test.atLeast === null || value.gte(exact(test.atLeast))) &&
    (test.below === null || value.lt(exact(test.below)))
  );
}

function amountFor(currency: string | undefined, input: Exclude<Input, null>): Exact | undefined {
  if (typeof input === 'string') return exact(input);
  if (!('currency' in input)) return undefined;
  return input.currency === currency ? exact(input.amount) : undefined;
}
