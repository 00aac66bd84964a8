import { strangeCharacter } from '#platform/decodeText.ts';
import { dayOfSerial, plainNumber } from './cellValue.ts';
import { checkedRow, tooManyRows } from './csv.ts';
import {
  type Cell,
  columnLetters,
  isBlank,
  rowProblem,
  type TableRow,
  tableLimits,
  Unreadable,
} from './table.ts';
import { readXml, unpackedText } from './xml.ts';
import { damaged } from './zip.ts';

/** What a sheet needs of its workbook. */
export type SheetContext = {
  readonly texts: readonly string[];
  readonly days: readonly boolean[];
  readonly from1904: boolean;
};

type Open = {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  valued: boolean;
  text: string;
};

/** Takes note of what is wrong with a cell; the cell is then blank. */
type Wrong = (code: string, what: string, todo: string) => Cell;

/** Returns the rows of a sheet that are not blank. A formula without a stored value, or one that failed, is told in its row. */
export function sheetRows(bytes: Uint8Array, context: SheetContext): TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  let cells: Cell[] = [];
  let wrong: TableRow['problem'] | undefined;
  let cell: Open | undefined;
  let within = '';
  const wrongCell = (code: string, what: string, todo: string): Cell => {
    wrong ??= rowProblem(line, code, `Cell ${columnLetters(cell!.column)}${line} ${what}.`, todo);
    return '';
  };
  readXml(bytes, 'the sheet', {
    open: (name, attributes) => {
      if (name === 'row') {
        line = nextLine(attributes.r, line);
        [cells, wrong] = [[], undefined];
      } else if (name === 'c') {
        const column = columnOf(attributes.r, cells.length);
        if (column >= 16_384) throw damaged(`row ${line} has a cell outside the sheet`);
        cell = opened(column, attributes);
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'v' && cell) cell.valued = true;
      if (name === 'v' || name === 't') within = name;
      if (name === 'rPh') within = '';
    },
    text: (text) => {
      if (cell && within !== '') cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') within = '';
      if (name === 'c' && cell) {
        const value = valueIn(cell, context, wrongCell);
        if (value !== '' && cell.column >= tableLimits.columns) throw tooWide(cell.column, line);
        if (value !== '') {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = value;
        }
        cell = undefined;
      }
      if (name !== 'row' || (isBlank(cells) && !wrong)) return;
      if (rows.length > tableLimits.rows) throw tooManyRows(line);
      const row = checkedRow(line, cells);
      rows.push(wrong ? { ...row, problem: wrong } : row);
    },
  });
  return rows;
}

function nextLine(given: string | undefined, before: number): number {
  const line = given === undefined ? before + 1 : Number(given);
  if (!Number.isInteger(line) || line <= before || line > 1_048_576)
    throw damaged(`its rows are out of order`);
  return line;
}

function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return next;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function opened(column: number, { t = 'n', s = '0' }: Readonly<Record<string, string>>): Open {
  return { column, type: t, style: Number(s), formula: false, valued: false, text: '' };
}

function tooWide(column: number, line: number): Unreadable {
  const detail = `The row has a cell in column ${columnLetters(column)}; at most ${tableLimits.columns} columns are read.`;
  return new Unreadable('table_too_many_columns', detail, 'Leave columns out that are not needed.', line);
}

function valueIn(
  { type, style, formula, valued, text }: Open,
  { texts, days, from1904 }: SheetContext,
  wrong: Wrong,
): Cell {
  const stored = valued && (text !== '' || type === 'str');
  if (formula && !stored) {
    const todo =
      'Open the file in a spreadsheet program and save it, so that results are stored; or paste values.';
    return wrong('cell_formula', 'holds a formula whose result is not in the file', todo);
  }
  switch (type) {
    case 'e':
      return wrong('cell_error', `holds the error ${text}`, 'Correct the formula, or put the value there.');
    case 's': {
      const shared = texts[Number(text)];
      if (text !== '' && shared === undefined) throw damaged('a cell names a text that is not there');
      return textCell(shared ?? '', wrong);
    }
    case 'b':
      return text === '' ? '' : { value: text === '1' ? 'true' : 'false' };
    case 'd':
      return text === '' ? '' : { value: text.replace(/T00:00:00(\.0+)?Z?$/, '') };
    case 'n': {
      if (text === '') return '';
      const value = days[style] ? dayOfSerial(text, from1904) : plainNumber(text);
      return value === undefined
        ? wrong('cell_error', 'holds no number that can be read', 'Write it anew.')
        : { value };
    }
    default:
      return textCell(unpackedText(text), wrong);
  }
}

function textCell(text: string, wrong: Wrong): Cell {
  if (strangeCharacter(text) < 0) return text;
  return wrong('text_control', 'holds a character that no text holds', 'Delete that character.');
}
