import type { PaperKind } from '#business/papers/paper.ts';
import { loadPapers } from '#business/papers/state.store.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import { type Written, type WrittenSheet, writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { kinds } from './kinds.ts';

export type FileFormat = 'csv' | 'xlsx';

const types: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to download. */
export type Download = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Returns an empty table of a kind with one example row; the workbook explains its columns on a second sheet. */
export function template(kind: PaperKind, format: FileFormat): Download {
  const { columns, title } = kinds[kind];
  const example = Object.fromEntries(columns.map((spec) => [spec.key, spec.example]));
  const rows = [columns.map((spec) => spec.title), written(example, columns)];
  const explained: WrittenSheet = {
    name: 'Columns',
    rows: [
      ['Column', 'Needed', 'What belongs there', 'Example'],
      ...columns.map((spec) => [spec.title, needs[spec.need], spec.explain, spec.example]),
    ],
  };
  return file(`${kind}-template`, format, [{ name: title, rows }, explained]);
}

const needs = { key: 'always', new: 'for something new', optional: 'no' } as const;

/** Returns all that is known of a kind, in the columns of its import: brought in again, it changes nothing. */
export async function exported(
  context: ServerContext,
  kind: PaperKind,
  format: FileFormat,
): Promise<Download> {
  const { columns, title } = kinds[kind];
  const by = { actor: context.actor, now: context.clock(), tag: '', undoing: false };
  const list = await asStaff(context, async (tx) => {
    const { paper, state } = await loadPapers(tx, kind, 'all', by);
    return paper.list(state);
  });
  const rows = [columns.map((spec) => spec.title), ...list.map((fields) => written(fields, columns))];
  return file(kind, format, [{ name: title, rows }]);
}

function file(name: string, format: FileFormat, sheets: readonly WrittenSheet[]): Download {
  const bytes = format === 'csv' ? writeCsv(sheets[0]!.rows) : writeWorkbook(sheets);
  return { name: `${name}.${format}`, type: types[format], bytes };
}

function written(fields: Fields, columns: readonly ColumnSpec[]): Written[] {
  return columns.map(({ key, kind }) => {
    const text = fields[key] ?? '';
    if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return { number: text };
    return kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(text) ? { day: text } : text;
  });
}
