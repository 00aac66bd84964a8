import { parseDate, parseInstant } from '#platform/instant.ts';
import { bareName, type ColumnMap, type ColumnSpec, type Formats } from './column.ts';
import { unguarded } from './formulaText.ts';
import type { Cell } from './table.ts';

/** A value in our own form, or why the cell has none. */
export type ReadValue =
  | { readonly text: string }
  | { readonly code: string; readonly detail: string; readonly todo: string };

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Returns the value of a cell in our own form: see `ColumnSpec`. A blank cell is the empty text. */
export function readValue(
  cell: Cell | undefined,
  spec: ColumnSpec,
  map: Omit<ColumnMap, 'columns'>,
): ReadValue {
  const known = typeof cell === 'object';
  const text = known ? cell.value : unguarded((cell ?? '').replaceAll('\r\n', '\n').trim());
  if (text === '') return { text };
  switch (spec.kind) {
    case 'number':
      return known ? { text } : asNumber(text, map);
    case 'date':
      return known && /^-?\d+(\.\d+)?$/.test(text) ? noDay(text) : asDate(text, map);
    case 'choice':
      return asChoice(text, spec, map);
    case 'list':
      return { text: [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))].join(', ') };
    case 'text':
    case 'lines':
      return { text: spec.lowerCase ? text.toLowerCase() : text };
  }
}

const point = /^-?(\d{1,30}|\d{1,3}(,\d{3})+)(\.\d{1,30})?$/;
const comma = /^-?(\d{1,30}|\d{1,3}(\.\d{3})+)(,\d{1,30})?$/;

/** Returns the plain decimal a text stands for when its decimals follow a point or a comma. */
function decimal(text: string, numbers: 'point' | 'comma'): string | undefined {
  // People set thousands apart by a space or an apostrophe as well, and neither ever is a decimal sign.
  const bare = text.replace(/(?<=\d)[\u00A0\u202F ’'](?=\d{3}(?!\d))/g, '');
  if (numbers === 'point') return point.test(bare) ? bare.replaceAll(',', '') : undefined;
  return comma.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : undefined;
}

function asNumber(text: string, { numbers }: Formats): ReadValue {
  const [byPoint, byComma] = [decimal(text, 'point'), decimal(text, 'comma')];
  if (numbers !== null) {
    const value = numbers === 'point' ? byPoint : byComma;
    return value === undefined ? noNumber(text) : { text: value };
  }
  if (byPoint !== undefined && byComma !== undefined && byPoint !== byComma) {
    return {
      code: 'number_ambiguous',
      detail: `${shown(text)} is ${byPoint} where a point marks decimals, and ${byComma} where a comma does.`,
      todo: 'Choose how numbers are written in this file.',
    };
  }
  const value = byPoint ?? byComma;
  return value === undefined ? noNumber(text) : { text: value };
}

function noNumber(text: string): ReadValue {
  const todo = 'Write digits, and choose how numbers are written in this file.';
  return { code: 'number_form', detail: `${shown(text)} is no number as this file writes them.`, todo };
}

/** Days with the year in front, times with offset, and days as `dates` says; with points only the day can be in front. */
function asDate(text: string, { dates }: Formats): ReadValue {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(text, year, month!, day!);
  if (parseInstant(text) !== undefined) return { text };
  const [, first, sign, second, last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (last === undefined) return noDay(text);
  const byDay = dayOf(text, last, second!, first!);
  if (sign === '.') return byDay;
  const byMonth = dayOf(text, last, first!, second!);
  if (dates !== null) return dates === 'dmy' ? byDay : byMonth;
  if ('text' in byDay && 'text' in byMonth && byDay.text !== byMonth.text) {
    return {
      code: 'date_ambiguous',
      detail: `${shown(text)} is ${byDay.text} where the day comes first, and ${byMonth.text} where the month does.`,
      todo: 'Choose how days are written in this file.',
    };
  }
  return 'text' in byDay ? byDay : byMonth;
}

function dayOf(text: string, year: string, month: string, day: string): ReadValue {
  const iso = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return iso === undefined ? noDay(text) : { text: iso };
}

function noDay(text: string): ReadValue {
  const todo =
    'Write a day such as 2026-03-31 (from 1970 to 2199), and choose how days are written in this file.';
  return { code: 'date_invalid', detail: `${shown(text)} is no day as this file writes them.`, todo };
}

function asChoice(text: string, spec: ColumnSpec, { values }: Pick<ColumnMap, 'values'>): ReadValue {
  const choices = spec.choices ?? [];
  const said = values[spec.key]?.[text];
  if (said !== undefined && choices.includes(said)) return { text: said };
  const bare = bareName(text);
  const meant = choices.find((choice) =>
    [choice, ...(spec.valueSynonyms?.[choice] ?? [])].some((name) => bareName(name) === bare),
  );
  if (meant !== undefined) return { text: meant };
  return {
    code: 'value_unknown',
    detail: `${spec.title} cannot be ${shown(text)}.`,
    todo: `Say which of ${choices.join(', ')} it stands for.`,
  };
}

/**
 * Returns how the numbers and days of columns are written where the cells themselves leave no doubt: all can be read in
 * one way and some in no other. `null` where both ways are possible; the cells in doubt are then refused until it is said.
 */
export function plainFormats(
  columns: readonly { readonly spec: ColumnSpec; readonly cells: Iterable<Cell> }[],
): Formats {
  const possible = { point: true, comma: true, dmy: true, mdy: true };
  for (const { spec, cells } of columns) {
    if (spec.kind !== 'number' && spec.kind !== 'date') continue;
    for (const cell of cells) {
      if (typeof cell === 'object' || cell.trim() === '') continue;
      for (const way of spec.kind === 'number' ? (['point', 'comma'] as const) : (['dmy', 'mdy'] as const)) {
        const map = {
          numbers: 'point',
          dates: 'dmy',
          values: {},
          [spec.kind === 'number' ? 'numbers' : 'dates']: way,
        };
        if (!('text' in readValue(cell, spec, map as never))) possible[way] = false;
      }
    }
  }
  const only = <A extends keyof typeof possible, B extends keyof typeof possible>(
    a: A,
    b: B,
  ): A | B | null => (possible[a] === possible[b] ? null : possible[a] ? a : b);
  return { numbers: only('point', 'comma'), dates: only('dmy', 'mdy') };
}
