/** A broken file: what is wrong with it, and what is said about it, with the line where there is one. */
export type BrokenTable = {
  readonly what: string;
  readonly file: () => Uint8Array;
  readonly code: string;
  readonly line: number | null;
};

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
const text = (content: string) => () => bytes(content);
const head = 'Id,Name,Renewals,Since,Size\n';
const good = 'northwind,Northwind,6,2019-04-01,small\n';
const row = (cells: string) => text(`${head}${good.replace('northwind', 'fabrikam')}${cells}\n`);

/** Broken CSV files of customers, of whom northwind and fabrikam are known. */
export const brokenCsv: readonly BrokenTable[] = [
  { what: 'nothing at all', file: text(''), code: 'table_empty', line: null },
  { what: 'blank lines', file: text('\n\n ,\n'), code: 'table_empty', line: null },
  { what: 'gzip', file: () => bytes([0x1f, 0x8b, 8, 0]), code: 'table_format', line: null },
  { what: 'a PDF', file: text('%PDF-1.7\n'), code: 'table_format', line: null },
  { what: 'JSON', file: text('{"customers": []}'), code: 'table_format', line: null },
  { what: 'a page', file: text('<html><table></table></html>'), code: 'table_format', line: null },
  { what: 'UTF-16', file: () => bytes([0xff, 0xfe, 0x49, 0, 0x64, 0]), code: 'text_utf16', line: null },
  { what: 'big-endian UTF-16', file: () => bytes([0xfe, 0xff, 0, 0x49]), code: 'text_utf16', line: null },
  { what: 'a letter cut off', file: () => bytes(head, 'x,Müller,1,', [0xc3]), code: 'text_utf8', line: 2 },
  {
    what: 'UTF-8 and Latin-1',
    file: () => bytes(head, 'x,Müller,\n', 'y,M', [0xfc], 'ller\n'),
    code: 'text_utf8',
    line: 3,
  },
  {
    what: 'a byte no letter has in Windows',
    file: () => bytes(head, 'x,M', [0x81], 'ller\n'),
    code: 'text_control',
    line: 2,
  },
  { what: 'a NUL', file: text(`${head}north\0wind\n`), code: 'text_control', line: 2 },
  { what: 'a bell', file: text(`${head}${good}\u0007\n`), code: 'text_control', line: 3 },
  { what: 'a quote never closed', file: text(`${head}"northwind\n${good}`), code: 'csv_quote_open', line: 3 },
  { what: 'text behind a quoted cell', file: text(`${head}"northwind"x,N\n`), code: 'csv_broken', line: 2 },
  { what: 'a quote inside a bare cell', file: text(`${head}north"wind,N\n`), code: 'csv_broken', line: 2 },
  { what: 'a row without end', file: () => bytes(head, 'x'.repeat(2_100_000)), code: 'csv_broken', line: 2 },
  { what: '201 columns', file: text(`${'a,'.repeat(200)}a\n`), code: 'table_too_many_columns', line: 1 },
  {
    what: 'more than 25 MB',
    file: () => new Uint8Array(25_000_001).fill(0x61),
    code: 'table_too_large',
    line: null,
  },
  {
    what: 'more than 200,000 rows',
    file: text(`Id\n${'a\n'.repeat(200_001)}`),
    code: 'table_too_many_rows',
    line: 200_002,
  },
  { what: 'a row cut off', file: text(`${head}${good}fabrikam,Fab`), code: 'cells_too_few', line: 3 },
  { what: 'a cell too many', file: text(`${head}${good.trim()},x\n`), code: 'cells_too_many', line: 2 },
  {
    what: 'an endless cell',
    file: row(`northwind,${'x'.repeat(32_768)},6,2019-04-01,small`),
    code: 'cell_too_long',
    line: 3,
  },
  {
    what: 'a number that may be two',
    file: row('northwind,N,1.234,2019-04-01,small'),
    code: 'number_ambiguous',
    line: 3,
  },
  { what: 'an exponent', file: row('northwind,N,1e3,2019-04-01,small'), code: 'number_form', line: 3 },
  { what: 'half a renewal', file: row('northwind,N,6.5,2019-04-01,small'), code: 'number_whole', line: 3 },
  {
    what: 'a day that may be two',
    file: row('northwind,N,6,03/04/2019,small'),
    code: 'date_ambiguous',
    line: 3,
  },
  {
    what: 'a day no calendar has',
    file: row('northwind,N,6,30.02.2019,small'),
    code: 'date_invalid',
    line: 3,
  },
  { what: 'a year of two digits', file: row('northwind,N,6,01.04.19,small'), code: 'date_invalid', line: 3 },
  {
    what: 'a word that stands for nothing',
    file: row('northwind,N,6,2019-04-01,gigantic'),
    code: 'value_unknown',
    line: 3,
  },
  { what: 'no id', file: row(',N,6,2019-04-01,small'), code: 'field_missing', line: 3 },
  { what: 'an id twice', file: row('fabrikam,N,6,2019-04-01,small'), code: 'duplicate_id', line: 3 },
  {
    what: 'someone new without the rest',
    file: row('contoso,N,6,2019-04-01,small'),
    code: 'field_missing',
    line: 3,
  },
];
