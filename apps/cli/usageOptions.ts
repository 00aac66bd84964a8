import { basename } from 'node:path';
import type { Encoding } from '#business/usage/import/decoded.ts';
import { type OptionName, optionNames } from '#business/usage/import/formatOptions.ts';
import { optionsOf } from '#business/usage/import/formats.ts';
import { type CalendarDate, type Instant, isZone, parseDate } from '#platform/instant.ts';
import { nearest } from '#platform/nearest.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, refused } from './answer.ts';
import { momentOf, momentProblem } from './moments.ts';
import { type Given, type Option, problem } from './options.ts';
import { formatNames, type UsageFormat, usageFormats } from './usageFormat.ts';

/** The usage files. */
export const usageOption: Option = {
  value: 'FILE',
  many: 'files',
  required: true,
  what: `Usage in any of the formats ${usageFormats.join(', ')}, told apart by content, then by name.`,
};

/** How the usage files are to be read. */
export const usageOptions: Readonly<Record<string, Option>> = {
  format: { value: 'FORMAT', what: `Read all usage files as ${usageFormats.join(', ')}.` },
  source: {
    value: 'NAME',
    what: 'What the license server or system is called (default: the name of the format): one source for all its files.',
  },
  zone: {
    value: 'ZONE',
    what: 'The time zone of the license server’s clock, or of --at (default: the agreement’s).',
  },
  at: {
    value: 'TIME',
    what: 'When a roster was read (default: the day in its file name), or an lmstat status taken that does not say.',
  },
  roster: { value: 'NAME', what: 'The roster’s name: its snapshots replace one another (default roster).' },
  feature: {
    value: 'NAME',
    what: 'The feature of a roster’s seats, or of rows that name none (default: the only one that the agreement names).',
  },
  day: { value: 'DAY', what: 'The day of a debug log’s first line, where the log does not say.' },
  grouping: {
    value: 'LETTERS',
    what: 'By what checkouts of a debug log share a license: U user, H host, V the vendor’s own text.',
  },
  kind: { value: 'KIND', what: 'What a row of a CSV of use is: occurrence (default), held or level.' },
  field: {
    value: 'OURS=THEIRS',
    many: 'times',
    what: 'The field of an event’s data, or the column of a CSV, that holds its quantity, who, feature, time and so on.',
  },
  subject: {
    value: 'NAME',
    many: 'times',
    what: 'The subject of events that means this customer; others are left out.',
  },
  encoding: { value: 'ENCODING', what: 'How the usage files are written: utf-8 (default) or windows-1252.' },
  'allow-empty': { what: 'A roster without rows says that nobody has a seat.' },
};

/** The options of formats that have another name here. */
const nameHere: Readonly<Partial<Record<OptionName, string>>> = {
  allowEmpty: 'allow-empty',
  fields: 'field',
  subjects: 'subject',
};

/** Which formats an option is for; the others are for all. */
const meantFor: Readonly<Record<string, readonly UsageFormat[]>> = Object.fromEntries(
  optionNames
    .filter((name) => name !== 'encoding')
    .map((name) => [
      nameHere[name] ?? name,
      usageFormats.filter((format) => optionsOf(format).some((option) => option.name === name)),
    ]),
);

/** What is known of the agreements before usage is read. */
export type Setting = {
  readonly zones: readonly string[];
  /** The features that the clauses name, or that the catalog knows. */
  readonly features: readonly string[];
};

/** The options as the decoders want them; `zone` and `feature` are missing where nobody said and nothing tells. */
export type UsageOptions = {
  readonly source: string | undefined;
  readonly zone: string | undefined;
  readonly at: Instant | undefined;
  readonly roster: string | undefined;
  readonly feature: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly day: string | undefined;
  readonly grouping: string | undefined;
  readonly kind: string | undefined;
  readonly subjects: readonly string[];
  readonly encoding: Encoding;
  readonly allowEmpty: boolean;
};

/** The fields that somebody may name: those of events, of rows, of metrics. */
const fields = [
  ...new Set(
    usageFormats.flatMap((format) =>
      optionsOf(format).flatMap(({ name, choices }) => (name === 'fields' ? (choices ?? []) : [])),
    ),
  ),
];

/** Returns the format that all usage files are to be read as, where one is named. */
export function readFormat(given: Given): Answer<UsageFormat | undefined> {
  const format = given.text('format');
  const known = usageFormats.find((one) => one === format);
  if (format === undefined || known) return { ok: true, value: known };
  const meant = nearest(format, usageFormats);
  const todo = meant ? `Write --format ${meant}.` : `Write --format ${usageFormats.join(', or ')}.`;
  return refused(problem('format_unknown', `${format} is no format of usage.`, todo));
}

/** Returns the options, or what is wrong with them: values nobody understands, and options that no file here needs. */
export function readUsageOptions(
  given: Given,
  files: readonly { readonly file: string; readonly format: UsageFormat }[],
  { zones, features }: Setting,
): Answer<UsageOptions> {
  const zone = given.text('zone') ?? (zones.length === 1 ? zones[0] : undefined);
  const at = given.text('at');
  const instant = at === undefined ? undefined : momentOf(at, zone);
  const encoding = given.text('encoding') ?? 'utf-8';
  const map = given.all('field').map((text) => text.split('=') as [string, string?, string?]);
  const problems: Problem[] = [
    ...unneeded(given, files),
    ...(zone !== undefined && !isZone(zone)
      ? [
          problem(
            'zone_unknown',
            `--zone ${zone} is no time zone.`,
            'Use an IANA name such as Europe/Berlin or UTC.',
          ),
        ]
      : []),
    ...(at !== undefined && instant === undefined ? [momentProblem('at', at, zone === undefined)] : []),
    ...(encoding !== 'utf-8' && encoding !== 'windows-1252'
      ? [
          problem(
            'encoding_unknown',
            `--encoding ${encoding} is not understood.`,
            'Write utf-8 or windows-1252.',
          ),
        ]
      : []),
    ...map.flatMap(([ours, theirs, more]) => fieldProblem(ours, theirs, more)),
  ];
  if (problems.length > 0) return refused(...problems);
  return {
    ok: true,
    value: {
      source: given.text('source'),
      zone,
      at: instant,
      roster: given.text('roster'),
      feature: given.text('feature') ?? (features.length === 1 ? features[0] : undefined),
      fields: Object.fromEntries(map.map(([ours, theirs]) => [ours, theirs!])),
      day: given.text('day'),
      grouping: given.text('grouping'),
      kind: given.text('kind'),
      subjects: given.all('subject'),
      encoding: encoding as Encoding,
      allowEmpty: given.has('allow-empty'),
    },
  };
}

function unneeded(given: Given, files: readonly { file: string; format: UsageFormat }[]): Problem[] {
  return Object.entries(meantFor).flatMap(([name, formats]) => {
    if (!given.has(name) || files.some(({ format }) => formats.includes(format))) return [];
    const wanted = formats.map((format) => formatNames[format]).join(' or ');
    const here = files.slice(0, 3).map(({ file, format }) => `${basename(file)} is ${formatNames[format]}`);
    const detail = `--${name} is for ${wanted}, and no file here is: ${here.join(', ')}${files.length > 3 ? ', …' : ''}.`;
    return [
      problem(
        'option_unused',
        detail,
        `Leave out --${name}; or say --format ${formats[0]}, if that is what the file is.`,
      ),
    ];
  });
}

function fieldProblem(ours: string, theirs: string | undefined, more: string | undefined): Problem[] {
  const known = fields.some((field) => field === ours);
  if (known && theirs && more === undefined) return [];
  if (known || theirs === undefined)
    return [
      problem(
        'field_form',
        '--field has no other name behind the =.',
        'Write --field quantity=duration, say.',
      ),
    ];
  const meant = nearest(ours, fields);
  const todo = `Write --field ${meant ?? fields.join(', ')}=${theirs}.`;
  return [problem('field_unknown', `Usage has no field ${ours}.`, todo)];
}

/** Returns the day in a file's name, `seats-2026-03-31.csv`. */
export function dayInName(file: string): CalendarDate | undefined {
  const [day] = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(basename(file)) ?? [];
  return day === undefined ? undefined : parseDate(day);
}
