import { type Result, success } from '#platform/problem.ts';
import { cloudEvents } from './cloudEvents.ts';
import { declaration } from './declaration.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { at, type ImportFormat, source, zone } from './format.ts';
import { encodingOption, type GivenOptions, type ImportOption, readOptions } from './formatOptions.ts';
import { otlp } from './otlp.ts';
import { headColumns, startsJson } from './recognizing.ts';
import { roster, userColumns } from './roster.ts';
import { serverFormats } from './serverFormats.ts';
import { type CsvKind, csvFields, csvKinds, usageColumnsIn, usageCsv } from './usageCsv.ts';

/** Every format that usage can come in. Of several that recognize a file the first listed is meant. */
export const importFormats = {
  ...serverFormats,
  otlp: {
    title: 'OpenTelemetry metrics',
    what: 'Metrics in OTLP/JSON, as a collector exports them: sums and gauges',
    mediaTypes: [],
    recognizes: (head) => startsJson(head) && /"resourceMetrics"\s*:/.test(head),
    options: [
      {
        ...source,
        needed: false,
        what: 'The source of all points, if it is not the service.name that each names itself',
      },
      {
        name: 'fields',
        kind: 'fields',
        needed: false,
        what: 'Which attribute names who used it, if it is neither enduser.id nor user.id',
        choices: ['who'],
      },
    ],
    decode: (bytes, { source, fields, ...options }) =>
      otlp(bytes, {
        ...options,
        ...(source === undefined ? {} : { source }),
        ...(fields.who === undefined ? {} : { who: fields.who }),
      }),
  },
  declaration: {
    title: 'Declaration',
    what: 'What a customer declares of its own use: who, when, for which days, how much',
    mediaTypes: [],
    recognizes: (head) =>
      /^\s*(goodterms|[{"][\s\S]*?"?goodterms"?)\s*:\s*"?declaration\/1/.test(head.slice(0, 2000)) ||
      headColumns(head).includes('declared_by'),
    options: [
      { ...source, needed: false, what: 'The source of what is declared (declaration, if left out)' },
      { ...zone, what: 'The time zone in which its days begin' },
    ],
    decode: (bytes, { source, ...options }) =>
      declaration(bytes, {
        ...options,
        zone: options.zone!,
        ...(source === undefined ? {} : { source }),
      }),
  },
  cloudevents: {
    title: 'CloudEvents',
    what: 'Events in JSON, one or many, as CloudEvents 1.0 writes them',
    mediaTypes: [
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
      'application/x-ndjson',
      'application/json',
    ],
    recognizes: startsJson,
    options: [
      {
        name: 'fields',
        kind: 'fields',
        needed: false,
        what: 'Other names of the fields of data',
        choices: ['kind', 'feature', 'quantity', 'who', 'series', 'until', 'retracts'],
      },
      {
        name: 'subjects',
        kind: 'texts',
        needed: false,
        what: 'The subjects that mean this customer; events of others are left out',
      },
    ],
    decode: (bytes, { fields, subjects, ...options }) =>
      cloudEvents(bytes, {
        ...options,
        fields,
        ...(subjects.length > 0 ? { customerSubjects: subjects } : {}),
      }),
  },
  csv: {
    title: 'CSV of use',
    what: 'A table (CSV) in which each row is one use; you say which column is what',
    mediaTypes: [],
    recognizes: (head) => usageColumnsIn(headColumns(head)),
    options: [
      { ...source, what: 'The name of the system the rows come from; one name for all its files' },
      { ...zone, what: 'The time zone of times that do not name one' },
      {
        name: 'kind',
        kind: 'choice',
        needed: false,
        what: 'What a row is: it happened, it was held for a time, or the level stood there from then on',
        choices: csvKinds,
      },
      {
        name: 'feature',
        kind: 'text',
        needed: false,
        what: 'The feature of every row, if no column says it',
      },
      {
        name: 'fields',
        kind: 'fields',
        needed: false,
        what: 'Which column is what',
        choices: csvFields,
      },
    ],
    decode: (bytes, { kind, feature, ...options }) =>
      usageCsv(bytes, {
        ...options,
        source: options.source!,
        zone: options.zone!,
        ...(kind === undefined ? {} : { kind: kind as CsvKind }),
        ...(feature === undefined ? {} : { feature }),
      }),
  },
  roster: {
    title: 'Seat roster',
    what: 'A table (CSV) of everybody who has a seat: one complete list',
    mediaTypes: ['text/csv', 'text/tab-separated-values'],
    recognizes: (head) => {
      const columns = headColumns(head);
      return userColumns.some((column) => columns.includes(column));
    },
    options: [
      { ...source, what: 'The name of the directory or system the list comes from' },
      {
        name: 'roster',
        kind: 'text',
        needed: true,
        what: 'The name of the roster; its snapshots replace one another',
      },
      { name: 'feature', kind: 'text', needed: true, what: 'What a seat counts for' },
      { ...at, needed: true, what: 'When the roster was read, such as 2026-03-01T08:00:00Z' },
      {
        name: 'allowEmpty',
        kind: 'flag',
        needed: false,
        what: 'A roster without rows says that nobody has a seat',
      },
    ],
    decode: (bytes, { at, ...options }) =>
      roster(bytes, {
        ...options,
        source: options.source!,
        roster: options.roster!,
        feature: options.feature!,
        asOf: at!,
      }),
  },
} as const satisfies Record<string, ImportFormat>;

export type FormatName = keyof typeof importFormats;

/** The names of all formats, as addresses and commands write them. */
export const formatNames = Object.keys(importFormats) as FormatName[];

/** Returns the format of that name. */
export function formatNamed(name: string): ImportFormat | undefined {
  return Object.hasOwn(importFormats, name) ? importFormats[name as FormatName] : undefined;
}

/** Returns every option of a format, `encoding` last. */
export function optionsOf(name: FormatName): readonly ImportOption[] {
  return [...importFormats[name].options, encodingOption];
}

/** Returns the format that a file's first bytes (or text) show, `undefined` where they show none. 64 KB are looked at. */
export function recognize(first: Uint8Array | string): FormatName | undefined {
  const text =
    typeof first === 'string' ? first : new TextDecoder('windows-1252').decode(first.subarray(0, 65_536));
  const head = text.replace(/^(\uFEFF|\u00EF\u00BB\u00BF)/, '');
  return formatNames.find((name) => importFormats[name].recognizes(head));
}

/** Returns the format that a content type means when nothing else is said. */
export function formatOfMediaType(type: string): FormatName | undefined {
  const [plain = ''] = type.toLowerCase().split(';');
  const named = formatNames.find((name) =>
    (importFormats[name].mediaTypes as readonly string[]).includes(plain.trim()),
  );
  if (named) return named;
  if (/json/.test(plain)) return 'cloudevents';
  return /csv/.test(plain) ? 'roster' : undefined;
}

/**
 * Returns what decodes files of that format, or what is missing or unusable among the options: codes `option_missing`
 * and `option_invalid`, the pointer naming the option.
 */
export function decoderOf(
  name: FormatName,
  given: GivenOptions,
  usual: Pick<DecoderOptions, 'receivedAt' | 'digest'>,
): Result<(bytes: Bytes) => Decoded> {
  const read = readOptions(optionsOf(name), given);
  if (!read.ok) return read;
  const format: ImportFormat = importFormats[name];
  return success((bytes) => format.decode(bytes, { ...read.value, ...usual }));
}
