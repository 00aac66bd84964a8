import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayOfSerial, isDayFormat, plainNumber, serialOfDay } from './cellValue.ts';
import type { ColumnSpec } from './column.ts';
import { guessColumns, headerName } from './column.ts';
import { guarded, unguarded } from './formulaText.ts';
import { readTable } from './readTable.ts';
import { plainFormats, readValue } from './readValue.ts';
import { cellText, type Table, type TableOptions } from './table.ts';
import { type Written, writeCsv, writeWorkbook } from './writeTable.ts';

const seed = { seed: 20261122, numRuns: 200 };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: Uint8Array, options?: TableOptions): Table => {
  const table = readTable(file, options);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
};
const cells = ({ rows }: Table) => rows.map((row) => row.cells.map((cell) => cellText(cell)));

describe('a CSV file', () => {
  it.each([
    ['commas', 'Id,Name\na,"B, C"\n', ','],
    ['semicolons', 'Id;Name\na;B, C\n', ';'],
    ['tabs', 'Id\tName\na\tB, C\n', '\t'],
    ['a first line that says so', 'sep=;\nId;Name\na;B, C\n', ';'],
  ])('is read by what sets its cells apart: %s', (_, text, delimiter) => {
    const table = read(bytes(text));
    expect(table).toMatchObject({ delimiter, header: ['Id', 'Name'], encoding: 'utf-8' });
    expect(cells(table)).toEqual([['a', 'B, C']]);
  });

  it('of an older encoding is read as windows-1252', () => {
    const table = read(new Uint8Array([...bytes('Id,Name\na,M'), 0xfc, ...bytes('ller '), 0x80, 0x0a]));
    expect(table.encoding).toBe('windows-1252');
    expect(cells(table)).toEqual([['a', 'Müller €']]);
  });

  it('tells the line on which each row begins, also where a cell has several', () => {
    const table = read(bytes('Our list\n\nId,Name\na,"two\nlines"\n\nb,one\n'));
    expect([table.headerLine, table.rows.map(({ line }) => line)]).toEqual([3, [4, 7]]);
  });

  it('has its header where somebody says', () => {
    expect(read(bytes('a,b\nId,Name\nx,y\n'), { headerLine: 2 }).header).toEqual(['Id', 'Name']);
  });
});

const texts = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed());
const shown = texts.map((text) => text.replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, '').trim());
const decimals = fc
  .tuple(fc.bigInt(0n, 10n ** 11n), fc.integer({ min: 1, max: 9999 }))
  .map(([whole, part]) => `${whole}.${part}`.replace(/0+$/, ''));
const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('what is written is read again as it was', () => {
  const spec = (kind: ColumnSpec['kind']): ColumnSpec => ({
    key: 'k',
    title: 'K',
    explain: '',
    example: '',
    need: 'new',
    kind,
  });
  const ways = { numbers: 'point', dates: null, values: {} } as const;

  it.each([
    ['CSV', (rows: Written[][]) => writeCsv(rows)],
    ['CSV with semicolons', (rows: Written[][]) => writeCsv(rows, ';')],
    ['a workbook', (rows: Written[][]) => writeWorkbook([{ name: 'A & "B"', rows }])],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(shown, decimals, days), { minLength: 1, maxLength: 8 }), (list) => {
        const rows = list.map(([text, number, day]): Written[] => [text, { number }, { day }]);
        const table = read(write([['Text', 'Number', 'Day'], ...rows]));
        const back = table.rows.map((row) =>
          (['text', 'number', 'date'] as const).map((kind, i) => readValue(row.cells[i], spec(kind), ways)),
        );
        expect(back).toEqual(list.map((row) => row.map((text) => ({ text }))));
      }),
      seed,
    );
  });

  it('texts that look like formulas get an apostrophe and lose it again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@-]/)), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      seed,
    );
    expect(guarded('=1+1')).toBe("'=1+1");
    expect(guarded("'=1+1")).toBe("''=1+1");
    expect(guarded('a=b')).toBe('a=b');
  });
});

test.each([
  ['12', '12'],
  ['0.30000000000000004', '0.3'],
  ['1.0E-2', '0.01'],
  ['1.5E3', '1500'],
  ['123456789012345678', '123456789012346000'],
  ['-0.5', '-0.5'],
  ['x', undefined],
])('the number %s of a workbook is %s', (text, value) => expect(plainNumber(text)).toBe(value));

test('days of a workbook are days by their format, in both systems', () => {
  expect([
    isDayFormat(14, undefined),
    isDayFormat(0, undefined),
    isDayFormat(165, '#,##0.00 "days"'),
    isDayFormat(164, 'dd\\.mm\\.yyyy'),
  ]).toEqual([true, false, false, true]);
  expect(dayOfSerial('43556', false)).toBe('2019-04-01');
  expect(dayOfSerial('42094', true)).toBe('2019-04-01');
  expect(dayOfSerial('43556.5', false)).toBe('2019-04-01T12:00:00');
  expect(serialOfDay('2019-04-01')).toBe(43556);
});

describe('a value', () => {
  const number: ColumnSpec = { key: 'n', title: 'N', explain: '', example: '', need: 'new', kind: 'number' };
  const date: ColumnSpec = { ...number, kind: 'date' };
  const choice: ColumnSpec = {
    ...number,
    kind: 'choice',
    choices: ['small', 'large'],
    valueSynonyms: { small: ['smb'] },
  };
  type Ways = Parameters<typeof readValue>[2];
  const unsaid: Ways = { numbers: null, dates: null, values: {} };
  const comma: Ways = { ...unsaid, numbers: 'comma' };
  const point: Ways = { ...unsaid, numbers: 'point' };

  it.each<[string, ColumnSpec, Ways, string]>([
    ['1.234,56', number, unsaid, '1234.56'],
    ['1,234.56', number, unsaid, '1234.56'],
    ['1.234', number, unsaid, 'number_ambiguous'],
    ['1.234', number, comma, '1234'],
    ['1.234', number, point, '1.234'],
    ['1,5', number, unsaid, '1.5'],
    ['1,5', number, point, 'number_form'],
    ["1'234'567.5", number, unsaid, '1234567.5'],
    ['1 234', number, unsaid, '1234'],
    ['12 seats', number, unsaid, 'number_form'],
    ['2026-12-31', date, unsaid, '2026-12-31'],
    ['31.12.2026', date, unsaid, '2026-12-31'],
    ['12/31/2026', date, unsaid, '2026-12-31'],
    ['03/04/2026', date, unsaid, 'date_ambiguous'],
    ['04/04/2026', date, unsaid, '2026-04-04'],
    ['03/04/2026', date, { ...unsaid, dates: 'dmy' }, '2026-04-03'],
    ['03/04/2026', date, { ...unsaid, dates: 'mdy' }, '2026-03-04'],
    ['12/31/2026', date, { ...unsaid, dates: 'dmy' }, 'date_invalid'],
    ['2026-03-31T12:00:00+02:00', date, unsaid, '2026-03-31T12:00:00+02:00'],
    [' SMB ', choice, unsaid, 'small'],
    ['A', choice, { ...unsaid, values: { n: { A: 'large' } } }, 'large'],
    ['A', choice, unsaid, 'value_unknown'],
  ])('%s is read, or refused', (text, spec, ways, expected) => {
    const value = readValue(text, spec, ways);
    expect('text' in value ? value.text : value.code).toBe(expected);
  });

  it('is written one way in a file where some cells leave no other', () => {
    const of = (spec: ColumnSpec, ...list: string[]) => plainFormats([{ spec, cells: list }]);
    expect(of(number, '1.234', '1,5').numbers).toBe('comma');
    expect(of(number, '1.234', '2.345').numbers).toBe(null);
    expect(of(number, '1,5', '1.5').numbers).toBe(null);
    expect(of(date, '03/04/2026', '12/31/2026').dates).toBe('mdy');
    expect(of(date, '03/04/2026', '2026-01-01').dates).toBe(null);
  });
});

test('columns are guessed by name and by further names, each once; the header is known again however it is spelled', () => {
  const column = (key: string, ...synonyms: string[]): ColumnSpec => ({
    key,
    title: key,
    explain: '',
    example: '',
    need: 'new',
    kind: 'text',
    synonyms,
  });
  const specs = [column('id', 'Kundennummer'), column('name', 'Firma', 'company'), column('size', 'Größe')];
  expect(guessColumns(['KUNDEN-Nummer', 'grosse', 'GRÖSSE', 'Company', 'Firma', 'x'], specs)).toEqual([
    'id',
    null,
    null,
    'name',
    null,
    null,
  ]);
  expect(headerName(['Customer ID', 'E-Mail'])).toBe(headerName(['customer_id', 'EMail']));
  expect(headerName(['a', 'b'])).not.toBe(headerName(['b', 'a']));
});
