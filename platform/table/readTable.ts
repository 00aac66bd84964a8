import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { csvRows } from './csv.ts';
import { sheetRows } from './sheet.ts';
import {
  cellText,
  rowProblem,
  type Table,
  type TableOptions,
  type TableRow,
  tableLimits,
  Unreadable,
} from './table.ts';
import { dayStyles, readWorkbook, sharedTexts } from './workbook.ts';
import { openParts } from './zip.ts';

/**
 * Returns a CSV or .xlsx file as a table: its header, and each row with its line. What it is, is told by its bytes, not
 * by its name. Refused as a whole is what cannot be read to its end or is larger than `tableLimits`; a row that cannot
 * be read carries its problem, and the others are there.
 */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): Result<Table> {
  try {
    if (bytes.length > tableLimits.bytes) throw tooLong();
    if (bytes.length === 0) throw empty();
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldFile(bytes);
    return success(
      startsWith(bytes, [0x50, 0x4b]) ? workbookTable(bytes, options) : csvTable(bytes, options),
    );
  } catch (error) {
    if (error instanceof Unreadable) return failure(error.problem);
    throw error;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function csvTable(bytes: Uint8Array, options: TableOptions): Table {
  const known = [
    [[0x1f, 0x8b], 'This file is packed (gzip).'],
    [[0x25, 0x50, 0x44, 0x46], 'This is a PDF.'],
    [[0x7b], 'This looks like JSON.'],
    [[0x3c], 'This looks like a page or XML.'],
  ] as const;
  const other = known.find(([start]) => startsWith(bytes, start));
  if (other) throw new Unreadable('table_format', other[1], 'Save the table as .xlsx or as CSV.');
  const { rows, encoding, delimiter } = csvRows(bytes, options);
  return headed({ format: 'csv', encoding, delimiter, sheets: [], sheet: null }, rows, options);
}

function workbookTable(bytes: Uint8Array, options: TableOptions): Table {
  const parts = openParts(bytes);
  const { sheets, from1904 } = readWorkbook(parts);
  const chosen =
    options.sheet === undefined ? firstVisible(sheets) : sheets.find(({ name }) => name === options.sheet);
  if (!chosen) {
    const detail = `The workbook has no sheet ${JSON.stringify(options.sheet)}.`;
    const todo = `Choose one of: ${sheets.map(({ name }) => name).join(', ')}.`;
    throw new Unreadable('table_sheet_unknown', detail, todo);
  }
  const sheet = parts.read(chosen.path);
  if (!sheet)
    throw new Unreadable('table_damaged', `The sheet ${chosen.name} is missing.`, 'Save the file anew.');
  const rows = sheetRows(sheet, { texts: sharedTexts(parts), days: dayStyles(parts), from1904 });
  const shown = sheets.map(({ name, hidden }) => ({ name, hidden }));
  const how = {
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: null,
    sheets: shown,
    sheet: chosen.name,
  } as const;
  return headed(how, rows, options);
}

function firstVisible<T extends { readonly hidden: boolean }>(sheets: readonly T[]): T | undefined {
  return sheets.find(({ hidden }) => !hidden) ?? sheets[0];
}

/** Without a word on it, the header is the first row with at least two cells filled, or, of one column, the first. */
function headed(
  how: Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheets' | 'sheet'>,
  rows: readonly TableRow[],
  { headerLine }: TableOptions,
): Table {
  if (rows.length === 0) throw empty();
  const filled = (row: TableRow) => row.cells.filter((cell) => cellText(cell) !== '').length;
  const at =
    headerLine === undefined
      ? Math.max(
          0,
          rows.slice(0, 50).findIndex((row) => filled(row) >= 2),
        )
      : rows.findIndex(({ line }) => line === headerLine);
  const head = rows[at];
  if (!head) {
    const detail = `Nothing stands on line ${headerLine}, so it cannot name the columns.`;
    throw new Unreadable(
      'table_header_missing',
      detail,
      'Choose the row that holds the names of the columns.',
    );
  }
  if (head.problem)
    throw new Unreadable(head.problem.code, head.problem.detail, head.problem.todo, head.line);
  const header = head.cells.map(cellText);
  while (header.at(-1) === '') header.pop();
  const below = rows.slice(at + 1).map((row) => fitted(row, header.length, how.format));
  return { ...how, headerLine: head.line, header, rows: below, top: rows.slice(0, 20) };
}

/** A row of another length than the header would put values under wrong names. Sheets leave out what is blank. */
function fitted(row: TableRow, width: number, format: Table['format']): TableRow {
  const problem = row.problem ?? misfit(row, width, format);
  const cells = row.cells.slice(0, width);
  return problem ? { line: row.line, cells, problem } : { line: row.line, cells };
}

function misfit({ line, cells }: TableRow, width: number, format: Table['format']): Problem | undefined {
  const beyond = cells.slice(width).some((cell) => cellText(cell) !== '');
  if (beyond) {
    const detail = `The row has ${cells.length} cells, the header ${width}.`;
    return rowProblem(
      line,
      'cells_too_many',
      detail,
      'Put a cell that holds the delimiter in quotes, or name its column.',
    );
  }
  if (format === 'xlsx' || cells.length >= width) return undefined;
  const detail = `The row has ${cells.length} cells, the header ${width}: it may be cut off.`;
  return rowProblem(line, 'cells_too_few', detail, 'Complete it.');
}

function empty(): Unreadable {
  return new Unreadable('table_empty', 'The file or sheet holds nothing.', 'Choose another file or sheet.');
}

function tooLong(): Unreadable {
  const detail = `The file is larger than ${tableLimits.bytes / 1_000_000} MB.`;
  return new Unreadable('table_too_large', detail, 'Split it into several files.');
}

/** Old and locked workbooks share their first bytes; a locked one names its stream in UTF-16. */
function oldFile(bytes: Uint8Array): Unreadable {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return locked
    ? new Unreadable('table_password', 'The workbook is locked with a password.', 'Save it without one.')
    : new Unreadable('table_xls', 'This is a file of an old Excel (.xls).', 'Save it as .xlsx or as CSV.');
}
