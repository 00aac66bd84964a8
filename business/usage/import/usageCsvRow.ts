import { Temporal } from 'temporal-polyfill';
import { formatInstant, fromMilliseconds, type Instant, parseDate, startOfDate } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import type { Collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import type { CsvRow } from './csvRows.ts';
import type { Rejection } from './decoded.ts';
import { type Doubts, doubts } from './eventFields.ts';
import { equalLines } from './featureTotals.ts';
import {
  type Checked,
  checkAttribute,
  checkBelievable,
  checkQuantity,
  checkText,
  checkTime,
  mostAttributes,
} from './limits.ts';
import { rejection } from './rejections.ts';
import type { Columns, CsvField, UsageCsvOptions } from './usageCsv.ts';

type Column = Exclude<CsvField, 'attributes'>;

/** Returns what takes one row after the other. */
export function rowReader(
  columns: Columns,
  options: UsageCsvOptions,
  found: Collector,
): (row: CsvRow) => void {
  let nth = equalLines();
  let time: Instant | null = null;
  /** Numbers equal rows of one time from 1. */
  const number: Numbering = (at, parts) => {
    if (time !== at) nth = equalLines();
    time = at;
    return nth(parts);
  };
  return (row) => {
    const { cells, line, open } = row;
    if (cells.length !== columns.count) {
      const detail = `The row has ${cells.length} cells, the header ${columns.count}.`;
      // A last row without its end and without its cells was cut off: rows below it are missing.
      if (open && cells.length < columns.count) return found.fault(rejection('truncated', detail, line));
      return found.reject(rejection('columns', detail, line));
    }
    const record = recordOf(row, columns, options, number);
    if ('todo' in record) found.reject(record);
    else found.accept(record);
  };
}

/** Numbers equal rows of one time. */
type Numbering = (at: Instant, parts: readonly (string | number)[]) => number;

function recordOf(
  { cells, line }: CsvRow,
  columns: Columns,
  options: UsageCsvOptions,
  number: Numbering,
): UsageRecord | Rejection {
  const { source, kind = 'occurrence', digest } = options;
  const doubt = doubts(line);
  const cell = (field: Column): string | null => {
    const at = columns[field];
    return at === undefined ? null : cells[at]!.trim() || null;
  };
  const text = (field: Column): string | null => {
    const value = cell(field);
    return value === null ? null : doubt.settle(checkText(field, value), `/${field}`, '');
  };
  const { at, until } = spanOf(cell, options, doubt);
  const counted = cell('quantity');
  if (counted === null && columns.quantity !== undefined)
    doubt.refuse('quantity-missing', 'The row names no quantity.', '/quantity');
  const quantity = doubt.settle(checkQuantity(counted ?? '1'), '/quantity', '0');
  const feature = text('feature') ?? options.feature ?? '';
  if (feature === '') doubt.refuse('not-text', 'The row names no feature.', '/feature');
  const who = text('who');
  const series =
    text('series') ?? (kind === 'level' ? derivedId('level', [feature, who ?? ''], digest) : null);
  if (kind === 'held' && until === null && series === null)
    doubt.refuse('series-missing', 'The row names neither an end nor a series.', '/series');
  const attributes = attributesOf(cells, columns, doubt);
  const named = text('id');
  if (doubt.first) return doubt.first;
  const times = [formatInstant(at), until === null ? '' : formatInstant(until)];
  const said = JSON.stringify(Object.entries(attributes).sort());
  const parts = [kind, ...times, feature, who ?? '', series ?? '', quantity, said];
  const id = named ?? derivedId('row', [...parts, number(at, parts)], digest);
  return sealed(source, id, { kind, feature, at, until, quantity, who, series, attributes }, digest);
}

function spanOf(
  cell: (field: Column) => string | null,
  { zone, receivedAt }: UsageCsvOptions,
  doubt: Doubts,
): { readonly at: Instant; readonly until: Instant | null } {
  const time = doubt.settle(timeOf('time', cell('time') ?? '', zone), '/time', receivedAt);
  const at = doubt.settle(checkBelievable(time, receivedAt), '/time', receivedAt);
  const end = cell('until');
  if (end === null) return { at, until: null };
  const until = doubt.settle(timeOf('until', end, zone), '/until', receivedAt);
  if (until <= at) doubt.refuse('until-not-after', 'until is not after time.', '/until');
  return { at, until };
}

function attributesOf(
  cells: readonly string[],
  { attributes }: Columns,
  doubt: Doubts,
): Record<string, string> {
  const pairs = attributes.flatMap(([name, at]) => {
    const value = cells[at]!.trim();
    return value === '' ? [] : [[name, doubt.settle(checkAttribute(name, value), `/${name}`, '')] as const];
  });
  if (pairs.length > mostAttributes)
    doubt.refuse('too-many-attributes', `The row has ${pairs.length} attributes.`, '');
  return Object.fromEntries(pairs);
}

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,6})?)?$/;

/** Returns a time in RFC 3339, or a day or local time in the zone; in an hour that comes twice the first. */
function timeOf(name: string, text: string, zone: string): Checked<Instant> {
  const date = parseDate(text);
  if (date) return { value: startOfDate(date, zone) };
  const local = LOCAL.exec(text);
  const day = local ? parseDate(local[1]!) : undefined;
  if (!local || !day) return checkTime(name, text);
  try {
    const moment = Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' });
    const zoned = moment.toZonedDateTime(zone, { disambiguation: 'compatible' });
    const micros = moment.millisecond * 1000 + moment.microsecond;
    return { value: (fromMilliseconds(zoned.epochMilliseconds - moment.millisecond) + micros) as Instant };
  } catch {
    return checkTime(name, text);
  }
}
