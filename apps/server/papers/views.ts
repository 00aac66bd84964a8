import {
  contentOf,
  findImport,
  type KeptRow,
  keptRows,
  listImports,
  type PaperImport,
} from '#business/papers/paperImport.store.ts';
import { formatInstant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import { cellText, type Table } from '#platform/table/table.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { cutPage } from '../http/cursor.ts';
import { kinds } from './kinds.ts';
import type { ImportLine, ImportView, RowView } from './schemas.ts';
import { progressOf } from './service.ts';
import { tableOf } from './tables.ts';

/** Returns what can be brought in, with all columns explained. */
export function kindsView() {
  return {
    kinds: Object.entries(kinds).map(([kind, { title, explain, needs, columns }]) => ({
      kind: kind as PaperImport['kind'],
      title,
      explain,
      needs,
      columns: columns.map(({ key, title, explain, example, need, kind, choices = [] }) => ({
        ...{ key, title, explain, example, need, kind, choices: [...choices] },
      })),
    })),
  };
}

/** Returns a page of imports, the latest first. */
export async function importsView(context: ServerContext, limit: number, after: number | null) {
  const found = await asStaff(context, (tx) => listImports(tx, limit + 1, after));
  const page = cutPage(found, limit, ({ id }) => [id]);
  return { items: page.items.map(lineOf), next: page.next, total: null };
}

function lineOf(one: PaperImport): ImportLine {
  const { id, kind, fileName, status, counts, digest } = one;
  const moment = (at: PaperImport['appliedAt']) => (at === null ? null : formatInstant(at));
  return {
    ...{ id, kind, fileName, status, digest },
    counts: counts && { ...counts, unknown: mutable(counts.unknown) },
    receivedAt: formatInstant(one.receivedAt),
    appliedAt: moment(one.appliedAt),
    undoneAt: moment(one.undoneAt),
  };
}

function mutable(unknown: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(unknown).map(([key, values]) => [key, [...values]]));
}

/** Returns an import with the table of its file, as far as it is still there. */
export async function importView(context: ServerContext, id: number): Promise<ImportView | undefined> {
  return asStaff(context, async (tx) => {
    const one = await findImport(tx, id);
    if (!one) return undefined;
    const { map, remembered } = one.settings;
    const content = await contentOf(tx, id);
    const table = content && tableOf(content, one.fileDigest, one.settings);
    return {
      ...lineOf(one),
      table: table?.ok ? tableView(table.value) : null,
      map: {
        columns: [...map.columns],
        numbers: map.numbers,
        dates: map.dates,
        values: Object.fromEntries(Object.entries(map.values).map(([key, values]) => [key, { ...values }])),
      },
      remembered,
      missing: kinds[one.kind].columns
        .filter(({ key, need }) => need !== 'optional' && !map.columns.includes(key))
        .map(({ key }) => key),
      progress: progressOf(id),
    };
  });
}

function tableView({ top, rows, sheets, header, ...how }: Table): NonNullable<ImportView['table']> {
  return {
    ...how,
    sheets: sheets.map((sheet) => ({ ...sheet })),
    header: [...header],
    top: top.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cellText(cell).slice(0, 200)) })),
    rows: rows.length,
  };
}

/** Returns a page of the rows of an import, in the order of its lines. */
export async function rowsView(
  context: ServerContext,
  id: number,
  {
    outcome,
    limit,
    after,
  }: { readonly outcome?: KeptRow['outcome'] | undefined; readonly limit: number; readonly after: number },
) {
  return asStaff(context, async (tx) => {
    const one = await findImport(tx, id);
    if (!one) return undefined;
    const found = await keptRows(tx, id, { outcome, after, limit: limit + 1 });
    const page = cutPage(found, limit, ({ line }) => [line]);
    const total = one.counts && (outcome ? one.counts[outcome] : allOf(one.counts));
    return { items: page.items.map((row) => rowView(row, kinds[one.kind].columns)), next: page.next, total };
  });
}

function allOf(counts: NonNullable<PaperImport['counts']>): number {
  return counts.new + counts.changed + counts.unchanged + counts.refused;
}

function rowView(
  { line, name, outcome, before, after, problems, undone }: KeptRow,
  columns: readonly ColumnSpec[],
): RowView {
  return {
    ...{ line, name, outcome, undone },
    changes: outcome === 'new' || outcome === 'changed' ? changesOf(before ?? {}, after ?? {}, columns) : [],
    problems: problems.map((problem) => problemView(problem, columns)),
  };
}

function changesOf(before: Fields, after: Fields, columns: readonly ColumnSpec[]): RowView['changes'] {
  return columns
    .map(({ key, title }) => ({ key, title, before: before[key] ?? '', after: after[key] ?? '' }))
    .filter((change) => change.before.trim() !== change.after.trim());
}

function problemView({ code, detail, todo, pointer = '' }: Problem, columns: readonly ColumnSpec[]) {
  const column = columns.find(({ key }) => pointer === `/${key}`)?.title ?? null;
  return { code, detail, todo, column };
}
