import { isDayFormat } from './cellValue.ts';
import { type Sheet, Unreadable } from './table.ts';
import { readXml, unpackedText } from './xml.ts';
import { damaged, type Parts } from './zip.ts';

/** What all sheets of a workbook share. `path` is where a sheet's part is. */
export type Workbook = {
  readonly sheets: readonly (Sheet & { readonly path: string })[];
  readonly from1904: boolean;
};

/** Returns the sheets of a workbook in the order of its tabs. Charts and macros are no sheets. */
export function readWorkbook(parts: Parts): Workbook {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = relations(parts, `${folder}_rels/${main.slice(folder.length)}.rels`);
  const sheets: (Sheet & { path: string })[] = [];
  let from1904 = false;
  readXml(parts.read(main)!, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(
        ([key]) => /(^|:)id$/.test(key) && key !== 'sheetId',
      )?.[1];
      const target = targets.get(relation ?? '');
      if (target?.type.endsWith('/worksheet') !== true) return;
      const path = target.to.startsWith('/') ? target.to.slice(1) : folder + target.to;
      sheets.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        path,
      });
    },
  });
  if (sheets.length === 0) throw damaged('it has no sheet');
  return { sheets, from1904 };
}

function mainPart(parts: Parts): string {
  const types = [...relations(parts, '_rels/.rels').values()];
  const main = types.find(({ type }) => type.endsWith('/officeDocument'))?.to.replace(/^\//, '');
  if (main?.endsWith('.xml') && parts.names.includes(main)) return main;
  const detail = parts.names.includes('content.xml')
    ? 'This is an OpenDocument file.'
    : 'This is a packed file, but no Excel workbook of the kind .xlsx.';
  throw new Unreadable('table_format', detail, 'Save it as .xlsx or as CSV.');
}

function relations(parts: Parts, name: string): Map<string, { type: string; to: string }> {
  const found = new Map<string, { type: string; to: string }>();
  const bytes = parts.read(name);
  if (bytes) {
    readXml(bytes, name, {
      open: (tag, { Id, Type, Target }) => {
        if (tag === 'Relationship' && Id && Type && Target) found.set(Id, { type: Type, to: Target });
      },
    });
  }
  return found;
}

/** Returns the texts that cells name by their number. Where pieces are set in several fonts, they are one text. */
export function sharedTexts(parts: Parts): string[] {
  const texts: string[] = [];
  const bytes = parts.read('xl/sharedStrings.xml');
  if (!bytes) return texts;
  let text = '';
  let inText = false;
  let inReading = false;
  readXml(bytes, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      if (name === 'si') texts.push(unpackedText(text));
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
  });
  return texts;
}

/** Returns, by the number of a cell's style, whether its numbers are days. */
export function dayStyles(parts: Parts): boolean[] {
  const bytes = parts.read('xl/styles.xml');
  if (!bytes) return [];
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  readXml(bytes, 'xl/styles.xml', {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells)
        styles.push(isDayFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
