import type { ImportSettings, PaperImport } from '#business/papers/paperImport.store.ts';
import type { Result } from '#platform/problem.ts';
import { type ColumnMap, guessColumns } from '#platform/table/column.ts';
import { readTable } from '#platform/table/readTable.ts';
import { plainFormats } from '#platform/table/readValue.ts';
import type { Table, TableOptions } from '#platform/table/table.ts';
import { kinds } from './kinds.ts';

/** The last tables that were read: the steps of one import need the same one several times. */
const kept = new Map<string, Table>();
const mostKept = 4;

/** Returns a file as a table, read again only where it was not among the last ones. */
export function tableOf(bytes: Uint8Array, digest: string, options: TableOptions): Result<Table> {
  const { sheet, encoding, delimiter, headerLine } = options;
  const key = JSON.stringify([digest, sheet, encoding, delimiter, headerLine]);
  const known = kept.get(key);
  if (known) return { ok: true, value: known };
  const read = readTable(bytes, options);
  if (!read.ok) return read;
  kept.set(key, read.value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return read;
}

/** Returns what the columns of a table most likely are, and how its numbers and days are written where that is plain. */
export function guessedMap(kind: PaperImport['kind'], table: Table): ColumnMap {
  const columns = guessColumns(table.header, kinds[kind].columns);
  return { columns, ...formatsOf(kind, table, columns), values: {} };
}

/** Returns how numbers and days of mapped columns are written, as far as the cells leave no doubt. */
export function formatsOf(kind: PaperImport['kind'], table: Table, columns: ColumnMap['columns']) {
  const read = columns.flatMap((key, i) => {
    const spec = kinds[kind].columns.find((one) => one.key === key);
    return spec ? [{ spec, cells: table.rows.map((row) => row.cells[i] ?? '') }] : [];
  });
  return plainFormats(read);
}

/** Returns a map for a table as wide as it: columns beyond are left out, those it does not name are not taken. */
export function fitted(map: ColumnMap, table: Table): ColumnMap {
  return { ...map, columns: table.header.map((_, i) => map.columns[i] ?? null) };
}

/** Returns settings without what nobody said. */
export function settingsOf(options: TableOptions, map: ColumnMap, remembered: boolean): ImportSettings {
  return { ...options, map, remembered };
}
