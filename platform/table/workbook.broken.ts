import { strToU8, unzipSync, zipSync } from 'fflate';
import type { BrokenTable } from './csv.broken.ts';
import { type Written, writeWorkbook } from './writeTable.ts';

const header = ['Id', 'Name', 'Renewals', 'Since', 'Size'];
const sheetPart = 'xl/worksheets/sheet1.xml';
const sound = (...rows: readonly (readonly Written[])[]) =>
  writeWorkbook([{ name: 'Customers', rows: [header, ...rows] }]);
const fabrikam: readonly Written[] = [
  'fabrikam',
  'Fabrikam',
  { number: '6' },
  { day: '2019-04-01' },
  'small',
];

/** A sound workbook of which some parts are other ones, or (`null`) missing. */
function parts(
  changed: Readonly<Record<string, string | Uint8Array | null>>,
  from = sound(fabrikam),
): Uint8Array {
  const all: Record<string, Uint8Array> = { ...unzipSync(from) };
  for (const [name, content] of Object.entries(changed)) {
    if (content === null) delete all[name];
    else all[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(all);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const titles = header.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');

/** A workbook whose sheet has these rows in XML below the header. */
const sheet = (rows: string) => () =>
  parts({
    [sheetPart]: `<worksheet xmlns="${main}"><sheetData><row r="1">${titles}</row>${rows}</sheetData></worksheet>`,
  });
const cellOf = (cell: string) =>
  sheet(
    `<row r="2"><c t="inlineStr"><is><t>northwind</t></is></c><c t="inlineStr"><is><t>N</t></is></c>${cell}</row>`,
  );

/** The workbook with the unpacked size of its sheet written smaller than it is. */
function lying(): Uint8Array {
  const bytes = sound(fabrikam).slice();
  const view = new DataView(bytes.buffer);
  const text = Buffer.from(bytes).toString('latin1');
  for (let at = text.indexOf('PK\u0001\u0002'); at >= 0; at = text.indexOf('PK\u0001\u0002', at + 4)) {
    if (text.startsWith(sheetPart, at + 46)) view.setUint32(at + 24, 20, true);
  }
  return bytes;
}

/** The workbook with a part under the name of its sheet in front: unpacked by name, both would be. */
function twice(): Uint8Array {
  const name = 'xl/worksheets/sheet0.xml';
  const bytes = parts({ [name]: '<worksheet/>' }).slice();
  const text = Buffer.from(bytes).toString('latin1');
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 4))
    bytes.set(strToU8(sheetPart), at);
  return bytes;
}

const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Broken workbooks of customers, of whom northwind and fabrikam are known. */
export const brokenWorkbooks: readonly BrokenTable[] = [
  { what: 'a part that is there twice', file: twice, code: 'table_damaged', line: null },
  { what: 'an old .xls', file: () => new Uint8Array(old), code: 'table_xls', line: null },
  {
    what: 'a password',
    file: () => new Uint8Array([...old, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    code: 'table_password',
    line: null,
  },
  { what: 'a packed text', file: () => zipSync({ 'a.txt': strToU8('a') }), code: 'table_format', line: null },
  {
    what: 'OpenDocument',
    file: () => zipSync({ 'content.xml': strToU8('<a/>') }),
    code: 'table_format',
    line: null,
  },
  {
    what: 'a binary workbook',
    file: () =>
      parts({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      }),
    code: 'table_format',
    line: null,
  },
  { what: 'a file cut off', file: () => sound(fabrikam).slice(0, 900), code: 'table_damaged', line: null },
  {
    what: 'bytes that are no packing',
    file: () => new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'no sheet',
    file: () => parts({ 'xl/workbook.xml': `<workbook xmlns="${main}"><sheets/></workbook>` }),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'a sheet that is not there',
    file: () => parts({ [sheetPart]: null }),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'XML cut off',
    file: () => parts({ [sheetPart]: '<worksheet><sheetData><row' }),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'a document type',
    file: () => parts({ [sheetPart]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'a sheet that is not UTF-8',
    file: () => parts({ [sheetPart]: new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) }),
    code: 'table_damaged',
    line: null,
  },
  {
    what: 'a text that is not there',
    file: cellOf('<c t="s"><v>7</v></c>'),
    code: 'table_damaged',
    line: null,
  },
  { what: 'rows out of order', file: sheet('<row r="3"/><row r="2"/>'), code: 'table_damaged', line: null },
  {
    what: 'a cell outside the sheet',
    file: sheet('<row r="2"><c r="ZZZ2"><v>1</v></c></row>'),
    code: 'table_damaged',
    line: null,
  },
  { what: 'a size that is a lie', file: lying, code: 'table_damaged', line: null },
  {
    what: 'packed beyond reason',
    file: () => parts({ [sheetPart]: new Uint8Array(12_000_000).fill(0x20) }),
    code: 'table_too_large',
    line: null,
  },
  {
    what: 'nothing on the sheet',
    file: () => writeWorkbook([{ name: 'A', rows: [] }]),
    code: 'table_empty',
    line: null,
  },
  {
    what: 'a cell in column 300',
    file: sheet('<row r="2"><c r="KN2"><v>1</v></c></row>'),
    code: 'table_too_many_columns',
    line: 2,
  },
  {
    what: 'a formula that was never worked out',
    file: cellOf('<c><f>1+1</f></c>'),
    code: 'cell_formula',
    line: 2,
  },
  {
    what: 'a formula with a blank result',
    file: cellOf('<c><f>1+1</f><v></v></c>'),
    code: 'cell_formula',
    line: 2,
  },
  { what: 'an error', file: cellOf('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'), code: 'cell_error', line: 2 },
  { what: 'a number that is none', file: cellOf('<c><v>six</v></c>'), code: 'cell_error', line: 2 },
  {
    what: 'a day of 1900',
    file: cellOf('<c><v>6</v></c><c s="2"><v>59</v></c>'),
    code: 'cell_error',
    line: 2,
  },
  {
    what: 'a bell in a text',
    file: cellOf('<c t="inlineStr"><is><t>_x0007_</t></is></c>'),
    code: 'text_control',
    line: 2,
  },
  {
    what: 'a value without a column',
    file: () => sound([...fabrikam, 'x']),
    code: 'cells_too_many',
    line: 2,
  },
  {
    what: 'a day with a time',
    file: cellOf('<c><v>6</v></c><c s="2"><v>43556.5</v></c>'),
    code: 'date_invalid',
    line: 2,
  },
  {
    what: 'a number where a day belongs',
    file: cellOf('<c><v>6</v></c><c><v>43556</v></c>'),
    code: 'date_invalid',
    line: 2,
  },
  {
    what: 'true where a number belongs',
    file: cellOf('<c t="b"><v>1</v></c>'),
    code: 'number_whole',
    line: 2,
  },
  { what: 'an id twice', file: () => sound(fabrikam, fabrikam), code: 'duplicate_id', line: 3 },
];
