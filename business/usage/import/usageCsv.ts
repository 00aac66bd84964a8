import { isZone } from '#platform/instant.ts';
import { type Collector, collector } from './collector.ts';
import { type CsvRow, csvRows } from './csvRows.ts';
import type { Bytes, Decoded, DecoderOptions, Rejection } from './decoded.ts';
import { checkText } from './limits.ts';
import { quoted, rejection } from './rejections.ts';
import { rowReader } from './usageCsvRow.ts';

/** What a column may be; `attributes` names several, separated by commas. */
export const csvFields = [
  'time',
  'until',
  'quantity',
  'who',
  'feature',
  'id',
  'series',
  'attributes',
] as const;
export type CsvField = (typeof csvFields)[number];
export const csvKinds = ['occurrence', 'held', 'level'] as const;
export type CsvKind = (typeof csvKinds)[number];

export type UsageCsvOptions = DecoderOptions & {
  readonly source: string;
  /** Of times without an offset. */
  readonly zone: string;
  /** Which column is what; one that is left out is looked for under its usual names. */
  readonly fields: Readonly<Partial<Record<CsvField, string>>>;
  readonly kind?: CsvKind;
  /** The feature of every row, where no column says it. */
  readonly feature?: string;
};

/** The names under which a column is looked for where nobody has named it, best first, in lower case. */
export const usualColumns = {
  time: ['time', 'timestamp', 'at', 'date', 'start'],
  until: ['until', 'end'],
  quantity: ['quantity', 'count', 'value'],
  who: ['who', 'user', 'login', 'email'],
  feature: ['feature', 'product'],
  id: ['id'],
  series: ['series', 'handle'],
} as const satisfies Record<Exclude<CsvField, 'attributes'>, readonly string[]>;

/** Where each field stands in a row; `attributes` by name. */
export type Columns = {
  readonly [field in Exclude<CsvField, 'attributes'>]?: number;
} & { readonly count: number; readonly attributes: readonly (readonly [string, number])[] };

/**
 * Decodes a CSV file of use, a row a record. The first row names the columns; `fields` says which is what.
 *
 * Of kind `occurrence` (when nothing is said) a row happened at `time`; `held` was held from `time` to `until`, or until the
 * next of its series; `level` stood at `quantity` from `time` on (without a series: one for each feature and person). A
 * quantity that has no column is 1. Columns that are nothing else are attributes, or those that `attributes` names. Times
 * are in RFC 3339, or days and times without an offset in `zone` (`2026-03-01`, `2026-03-01 08:00`, `2026-03-01T08:00:30`).
 *
 * A row without an id column gets one by `derivedId`: `row` of `[kind, time, until, feature, who, series, quantity, attributes, n]`,
 * `n` counting equal rows from 1 in a stretch of rows of one time. So equal rows are several where the file is in order of
 * time, and the same file again is the same records.
 */
export async function* usageCsv(bytes: Bytes, options: UsageCsvOptions): Decoded {
  const found = collector();
  const unusable = unusableOption(options);
  if (unusable) found.fault(rejection('option-unusable', unusable, null));
  let take: ((row: CsvRow) => void) | undefined;
  if (!found.failed)
    for await (const row of csvRows(bytes, options, (fault) => found.fault(fault))) {
      if (row.cells.length === 1 && row.cells[0]!.trim() === '') found.blank();
      else if (take) take(row);
      else take = readerBelow(row, options, found);
      if (found.failed) break;
      if (found.full) yield found.batch();
    }
  if (!take && !found.failed) found.fault(rejection('column-missing', 'The file has no header row.', 1));
  yield found.last();
}

function readerBelow(
  row: CsvRow,
  options: UsageCsvOptions,
  found: Collector,
): ((row: CsvRow) => void) | undefined {
  const columns = columnsOf(row, options);
  if ('todo' in columns) {
    found.fault(columns);
    return undefined;
  }
  found.other();
  return rowReader(columns, options, found);
}

function unusableOption({ source, zone, feature, kind = 'occurrence' }: UsageCsvOptions): string | undefined {
  const texts = { source, ...(feature === undefined ? {} : { feature }) };
  for (const [option, value] of Object.entries(texts)) {
    const checked = checkText(`The option ${option}`, value);
    if ('code' in checked) return checked.detail;
  }
  if (!isZone(zone)) return `The option zone is ${quoted(zone)}, which is no time zone.`;
  return csvKinds.includes(kind) ? undefined : `The option kind is ${quoted(kind)}.`;
}

/** Finds the columns by the names given, else by their usual ones. */
function columnsOf({ cells, line }: CsvRow, { fields, feature, kind }: UsageCsvOptions): Columns | Rejection {
  const names = cells.map((cell) => cell.trim());
  const lowered = names.map((name) => name.toLowerCase());
  const missing = (detail: string): Rejection => rejection('column-missing', detail, line);
  const twice = lowered.find((name, at) => name !== '' && lowered.indexOf(name) !== at);
  if (twice !== undefined) return missing(`The column ${quoted(twice)} is there twice.`);
  const places: Partial<Record<Exclude<CsvField, 'attributes'>, number>> = {};
  for (const field of Object.keys(usualColumns) as (keyof typeof usualColumns)[]) {
    const named = fields[field];
    const at = named === undefined ? usual(field, lowered) : lowered.indexOf(named.trim().toLowerCase());
    if (at >= 0) places[field] = at;
    else if (named !== undefined) return missing(`There is no column ${quoted(named)} for ${field}.`);
  }
  if (places.time === undefined) return missing('No column says when.');
  if (places.feature === undefined && feature === undefined)
    return missing('No column says which feature, and none is given beside the file.');
  if (kind === 'held' && places.until === undefined && places.series === undefined)
    return missing('No column says until when, or which series.');
  const used = new Set(Object.values(places));
  const wanted = fields.attributes?.split(',').map((name) => name.trim());
  const unknown = wanted?.find((name) => !lowered.includes(name.toLowerCase()));
  if (unknown !== undefined) return missing(`There is no column ${quoted(unknown)} for an attribute.`);
  const isAttribute = (name: string, at: number): boolean =>
    wanted ? wanted.some((one) => one.toLowerCase() === name.toLowerCase()) : name !== '' && !used.has(at);
  const attributes = names.flatMap((name, at) => (isAttribute(name, at) ? [[name, at] as const] : []));
  return { ...places, attributes, count: names.length };
}

/** Whether a header, in lower case, is that of such a file: it says when, and not just who. */
export function usageColumnsIn(lowered: readonly string[]): boolean {
  if (lowered.length < 2) return false;
  const times = lowered.some(
    (name) => name === 'user' || name === 'login' || name === 'email' || name === 'name',
  )
    ? ['time', 'timestamp']
    : usualColumns.time;
  return times.some((name) => lowered.includes(name));
}

function usual(field: keyof typeof usualColumns, lowered: readonly string[]): number {
  return usualColumns[field].map((name) => lowered.indexOf(name)).find((at) => at >= 0) ?? -1;
}
