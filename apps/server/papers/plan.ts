import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { type PaperKind, paperKinds } from '#business/papers/paper.ts';
import type { Counts, PaperImport } from '#business/papers/paperImport.store.ts';
import { type PlannedRow, planRow, type ReadRow, readRow } from '#business/papers/planRow.ts';
import { type BringIn, type Loaded, loadPapers } from '#business/papers/state.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { ColumnSpec } from '#platform/table/column.ts';
import type { Table } from '#platform/table/table.ts';
import { kinds } from './kinds.ts';

/** How far long work has come, told as it goes. */
export type Progress = {
  readonly phase: 'reading' | 'comparing' | 'saving' | 'undoing';
  readonly done: number;
  readonly total: number;
};
export type Tell = (progress: Progress) => void;

/** What a file would do: each of its rows, and the working state all good ones have been put into. */
export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly counts: Counts;
  /** Of the file and all it would change, before and after: tells whether two plans are the same. */
  readonly digest: string;
  readonly loaded: Loaded;
};

/** Between this many rows others are served. */
const stride = 500;

/** Calls `work` for each item, with a pause for others now and then. */
export async function each<T>(
  items: readonly T[],
  phase: Progress['phase'],
  tell: Tell,
  work: (item: T) => void,
): Promise<void> {
  for (const [i, item] of items.entries()) {
    if (i % stride === 0) {
      tell({ phase, done: i, total: items.length });
      await breath();
    }
    work(item);
  }
}

/** Returns the rows of a table as texts by column. */
export async function readRows(
  table: Table,
  { kind, settings }: Pick<PaperImport, 'kind' | 'settings'>,
  tell: Tell,
): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  await each(table.rows, 'reading', tell, (row) =>
    rows.push(readRow(row, kinds[kind].columns, settings.map)),
  );
  return rows;
}

/** Returns the ids that rows begin with: customers or agreements, by kind. */
export function firstIds(kind: PaperKind, rows: readonly ReadRow[]): string[] {
  const key = kinds[kind].columns[0]!.key;
  return [...new Set(rows.flatMap(({ fields }) => (fields[key] ? [fields[key]] : [])))];
}

/** Returns what the rows would do to what is known now. The scope must hold all customers, those named, and the vendor's own rows. */
export async function planRows(
  tx: Tx,
  { kind, fileDigest }: Pick<PaperImport, 'kind' | 'fileDigest'>,
  rows: readonly ReadRow[],
  by: BringIn,
  tell: Tell,
): Promise<Plan> {
  const loaded = await loadPapers(tx, kind, firstIds(kind, rows), by);
  const { paper, state } = loaded;
  const seen = new Map<string, number>();
  const planned: PlannedRow[] = [];
  await each(rows, 'comparing', tell, (row) => planned.push(planRow(paper, row, state, seen, by)));
  const late = paper.settle(state, by);
  const settled = planned.map((row): PlannedRow => {
    const problem = row.outcome === 'new' || row.outcome === 'changed' ? late.get(row.name) : undefined;
    return problem
      ? { ...row, outcome: 'refused', after: null, problems: [{ ...problem, line: row.line }] }
      : row;
  });
  const hash = createHash('sha256').update(JSON.stringify([kind, fileDigest]));
  for (const { line, outcome, before, after } of settled)
    hash.update(JSON.stringify([line, outcome, before, after]));
  return {
    rows: settled,
    counts: countsOf(settled, rows, paper.columns),
    digest: hash.digest('hex'),
    loaded,
  };
}

function countsOf(
  planned: readonly PlannedRow[],
  rows: readonly ReadRow[],
  columns: readonly ColumnSpec[],
): Counts {
  const count = (outcome: PlannedRow['outcome']) => planned.filter((row) => row.outcome === outcome).length;
  const unknown = columns.flatMap(({ key }) => {
    const values = [...new Set(rows.flatMap((row) => (key in row.unknown ? [row.unknown[key]!] : [])))];
    return values.length > 0 ? [[key, values.slice(0, 50)] as const] : [];
  });
  return {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    unknown: Object.fromEntries(unknown),
  };
}

/** Whether a word names a kind of table. */
export function isKind(word: string): word is PaperKind {
  return (paperKinds as readonly string[]).includes(word);
}
