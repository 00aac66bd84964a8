import { type CsvError, parse } from 'csv-parse/sync';
import { strangeCharacter } from '#platform/decodeText.ts';
import {
  type Cell,
  type Delimiter,
  delimiters,
  isBlank,
  rowProblem,
  type TableOptions,
  type TableRow,
  tableLimits,
  Unreadable,
} from './table.ts';

/** The rows of a text, and how it was read. */
export type CsvRows = {
  readonly rows: readonly TableRow[];
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly delimiter: Delimiter;
};

type Entry = { readonly record: string[]; readonly info: { readonly lines: number } };

/**
 * Returns the rows of CSV bytes that are not blank. UTF-8, or windows-1252 where the bytes are no UTF-8 at all; the
 * delimiter is the one in `sep=;` (a first line some programs write), else the one that cuts most of the
 * first rows evenly. Throws `Unreadable` for UTF-16, a mix of encodings, control characters and quotes that never close.
 */
export function csvRows(bytes: Uint8Array, options: TableOptions): CsvRows {
  const { text, encoding } = decoded(bytes, options.encoding);
  const strange = strangeCharacter(text);
  if (strange >= 0) {
    const line = lineAt(text, strange);
    const code = text.charCodeAt(strange).toString(16).toUpperCase().padStart(4, '0');
    const detail = `Line ${line} holds the character U+${code}, which no text holds: the file is binary or damaged.`;
    throw new Unreadable('text_control', detail, 'Save the file as CSV again.', line);
  }
  const said = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = options.delimiter ?? (said?.[1] as Delimiter | undefined) ?? delimiterOf(body);
  return { rows: rowsOf(parsed(body, delimiter), said ? 1 : 0), encoding, delimiter };
}

function decoded(
  bytes: Uint8Array,
  asked: TableOptions['encoding'],
): { text: string; encoding: CsvRows['encoding'] } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new Unreadable('text_utf16', 'The file is written in UTF-16.', 'Save it as CSV UTF-8.');
  }
  if (asked === 'windows-1252') return { text: fromWindows(bytes), encoding: asked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Bytes of an older encoding hardly ever form a character of UTF-8 by chance: where some do, the file is damaged.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    if (asked === undefined && !/[^\0-\u007F\uFFFD]/.test(lenient)) {
      return { text: fromWindows(bytes), encoding: 'windows-1252' };
    }
    const line = lineAt(lenient, lenient.indexOf('\uFFFD'));
    const detail = `Line ${line} holds bytes that are not UTF-8; the file may be cut off.`;
    throw new Unreadable('text_utf8', detail, 'Save it as CSV UTF-8, or choose windows-1252.', line);
  }
}

function fromWindows(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, 20_000);
  const last = text.length > sample.length ? sample.lastIndexOf('\n') : sample.length;
  const scores = delimiters.map((delimiter) => {
    try {
      const entries = parsed(sample.slice(0, last), delimiter).slice(0, 20);
      return evenness(entries.map(({ record }) => record.length));
    } catch {
      return 0;
    }
  });
  return delimiters[scores.indexOf(Math.max(...scores))]!;
}

/** How many cells stand in rows of the same length, of the length that has most; a row of one cell has no delimiter. */
function evenness(widths: readonly number[]): number {
  const alike = Map.groupBy(
    widths.filter((width) => width > 1),
    (width) => width,
  );
  return Math.max(0, ...[...alike].map(([width, rows]) => width * rows.length));
}

function parsed(text: string, delimiter: Delimiter): Entry[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: 2_000_000,
    }) as unknown as Entry[];
  } catch (error) {
    throw broken(error as CsvError);
  }
}

function broken(error: CsvError): Error {
  const line = (error as { lines?: number }).lines;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const detail = `A quote opened by line ${line} is never closed: the file is cut off, or a quote is missing.`;
    return new Unreadable('csv_quote_open', detail, 'Close the quote, or export the file again.', line);
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const detail = `The row that ends by line ${line} is longer than 2,000,000 characters.`;
    return new Unreadable('csv_broken', detail, 'Check the quotes around it.', line);
  }
  if (/^(CSV|INVALID)_/.test(String(error.code))) {
    const detail = `Line ${line} cannot be read: a quote stands where none may be.`;
    return new Unreadable(
      'csv_broken',
      detail,
      'Put the whole cell in quotes, and double those inside.',
      line,
    );
  }
  return error;
}

function rowsOf(entries: readonly Entry[], linesBefore: number): TableRow[] {
  const rows: TableRow[] = [];
  let ended = 0;
  for (const { record, info } of entries) {
    const line = ended + 1 + linesBefore;
    ended = info.lines;
    if (isBlank(record)) continue;
    if (rows.length > tableLimits.rows) throw tooManyRows(line);
    rows.push(checkedRow(line, record));
  }
  return rows;
}

/** Returns the problem of a table that never ends. */
export function tooManyRows(line: number): Unreadable {
  const detail = `The table has more than ${tableLimits.rows} rows.`;
  return new Unreadable('table_too_many_rows', detail, 'Split it into several files.', line);
}

/** Returns a row, with its problem where it has too many columns or a cell no spreadsheet could hold. */
export function checkedRow(line: number, cells: readonly Cell[]): TableRow {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width -= 1;
  if (width > tableLimits.columns) {
    const detail = `The row has ${width} cells; at most ${tableLimits.columns} are read.`;
    throw new Unreadable('table_too_many_columns', detail, 'Leave columns out that are not needed.', line);
  }
  const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > tableLimits.cell);
  if (long < 0) return { line, cells };
  const detail = `Cell ${long + 1} holds more than ${tableLimits.cell} characters.`;
  const problem = rowProblem(line, 'cell_too_long', detail, 'Shorten it.');
  return { line, cells: cells.map((cell, i) => (i === long ? '' : cell)), problem };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
