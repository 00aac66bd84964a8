import { strToU8, zipSync } from 'fflate';
import { serialOfDay } from './cellValue.ts';
import { guarded } from './formulaText.ts';
import { columnLetters, type Delimiter } from './table.ts';
import { packedText, xmlText } from './xml.ts';

/** What to write into a cell: a text, or a number or day in our own form, which a workbook is told as such. */
export type Written = string | { readonly number: string } | { readonly day: string };

/** A sheet to write; its first row is its header. */
export type WrittenSheet = { readonly name: string; readonly rows: readonly (readonly Written[])[] };

/** Returns CSV in UTF-8 with a byte order mark (older spreadsheets need it) and lines ended by CR LF (RFC 4180). */
export function writeCsv(rows: readonly (readonly Written[])[], delimiter: Delimiter = ','): Uint8Array {
  const lines = rows.map((row) => `${row.map((cell) => quoted(plain(cell), delimiter)).join(delimiter)}\r\n`);
  return strToU8(`\uFEFF${lines.join('')}`);
}

function plain(cell: Written): string {
  // Blanks around a text say nothing and are not read; guarded with them, it would not be known again.
  if (typeof cell === 'string') return guarded(cell.trim());
  return 'number' in cell ? cell.number : cell.day;
}

function quoted(text: string, delimiter: Delimiter): string {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Returns an .xlsx workbook: the header of each sheet bold and kept in view, numbers and days as such. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows)])),
  };
  const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const);
  // A fixed time: the same content is the same file.
  return zipSync(Object.fromEntries(bytes), { level: 6, mtime: new Date(2026, 0, 1) });
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${spreadsheet}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) =>
    part(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
  );
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part(
    '/xl/workbook.xml',
    'sheet.main',
  )}${part('/xl/styles.xml', 'styles')}${each.join('')}</Types>`;
}

function relations(list: readonly (readonly [string, string])[]): string {
  const each = list.map(
    ([type, to], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${to}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** Styles by number: 0 as usual, 1 the bold header, 2 a day, 3 text that breaks into lines. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml(rows: readonly (readonly Written[])[]): string {
  const width = Math.max(1, ...rows.slice(0, 100).map((row) => row.length));
  const body = rows.map((row, i) => {
    const cells = row.map((cell, j) => cellXml(cell, `${columnLetters(j)}${i + 1}`, i === 0));
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${width}" width="20" customWidth="1"/></cols><sheetData>${body.join(
    '',
  )}</sheetData></worksheet>`;
}

/** A number keeps its digits only where a spreadsheet has as many; a longer one goes as text. */
function cellXml(cell: Written, at: string, isHeader: boolean): string {
  if (cell === '') return '';
  if (typeof cell === 'object' && 'day' in cell)
    return `<c r="${at}" s="2"><v>${serialOfDay(cell.day)}</v></c>`;
  if (typeof cell === 'object' && cell.number.replace(/\D/g, '').length <= 15)
    return `<c r="${at}"><v>${cell.number}</v></c>`;
  const text = plain(cell);
  const style = isHeader ? 1 : text.includes('\n') ? 3 : 0;
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(packedText(text))}</t></is></c>`;
}
