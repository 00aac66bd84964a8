import type { Problem } from '#platform/problem.ts';

/** What stands in a cell: a text as somebody wrote it, or a value a workbook knows by its kind, in our own form. */
export type Cell =
  | string
  /** A plain decimal (`1234.5`), a day (`2026-03-31`), a time without zone (`2026-03-31T12:00:00`), `true` or `false`. */
  | { readonly value: string };

/** One row that is not blank. `line` is the line of the text where it begins, or the row of the sheet, from 1. */
export type TableRow = {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Why the row cannot be read, where it cannot; the others can. */
  readonly problem?: Problem;
};

/** A sheet of a workbook as its tabs show it. */
export type Sheet = { readonly name: string; readonly hidden: boolean };

/** How a file is to be read, where somebody said so. */
export type TableOptions = {
  readonly sheet?: string;
  readonly encoding?: 'utf-8' | 'windows-1252';
  readonly delimiter?: Delimiter;
  /** The line of the row that names the columns. */
  readonly headerLine?: number;
};

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A file as a table, and how it was read. `sheets` is empty and `sheet` null for CSV. */
export type Table = {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly Sheet[];
  readonly sheet: string | null;
  readonly headerLine: number;
  /** The names of the columns, trimmed; `''` where one has none. */
  readonly header: readonly string[];
  /** The rows below the header. */
  readonly rows: readonly TableRow[];
  /** The first rows of all, header and what stands above it too, for somebody to choose from. */
  readonly top: readonly TableRow[];
};

/** What is read at most. A workbook's bytes are counted as packed and as unpacked. */
export const tableLimits = {
  bytes: 25_000_000,
  unpacked: 250_000_000,
  rows: 200_000,
  columns: 200,
  cell: 32_767,
} as const;

/** Thrown by readers of tables, with the problem of the file as a whole; `readTable` returns it. */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(code: string, detail: string, todo: string, line?: number) {
    super(detail);
    const problem = { code, title: 'The file cannot be read', detail, todo };
    this.problem = line === undefined ? problem : { ...problem, line };
  }
}

/** Returns the problem of one row. */
export function rowProblem(line: number, code: string, detail: string, todo: string): Problem {
  return { code, title: 'The row cannot be read', detail, todo, line };
}

/** Returns the text of a cell, whatever its kind, trimmed. */
export function cellText(cell: Cell | undefined): string {
  return (typeof cell === 'object' ? cell.value : (cell ?? '')).trim();
}

/** Whether nothing stands in any cell. */
export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cellText(cell) === '');
}

/** Returns the letters a spreadsheet gives a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
