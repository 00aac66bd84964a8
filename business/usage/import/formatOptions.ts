import { type Instant, isZone, parseDate, parseInstant } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { Encoding } from './decoded.ts';
import { quoted } from './rejections.ts';

/** How an option of a format is given: `fields` as a JSON object of texts, `texts` separated by commas. */
export type OptionKind = 'text' | 'texts' | 'zone' | 'time' | 'day' | 'flag' | 'choice' | 'fields';

/** An option that is given beside a file. */
export type ImportOption = {
  readonly name: OptionName;
  readonly kind: OptionKind;
  /** Without it the file cannot be read. */
  readonly needed: boolean;
  /** What it says, to a person who fills in a form: begins with a capital and ends without a point. */
  readonly what: string;
  /** Of a `choice`, the first being what is meant when it is left out; of `fields`, the names that may stand there. */
  readonly choices?: readonly string[];
};

/** Every option there is. */
export const optionNames = [
  'source',
  'zone',
  'at',
  'day',
  'roster',
  'feature',
  'kind',
  'grouping',
  'fields',
  'subjects',
  'allowEmpty',
  'encoding',
] as const;
export type OptionName = (typeof optionNames)[number];

/** Options as a person, a query or a form gives them: all texts. */
export type GivenOptions = { readonly [name in OptionName]?: string | undefined };

/** Options as read; what was left out is `undefined`. */
export type ReadOptions = {
  readonly source: string | undefined;
  readonly zone: string | undefined;
  readonly at: Instant | undefined;
  readonly day: string | undefined;
  readonly roster: string | undefined;
  readonly feature: string | undefined;
  readonly kind: string | undefined;
  readonly grouping: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly subjects: readonly string[];
  readonly allowEmpty: boolean;
  readonly encoding: Encoding;
};

/** How a file is written; every format has it. */
export const encodingOption: ImportOption = {
  name: 'encoding',
  kind: 'choice',
  needed: false,
  what: 'How the file is written',
  choices: ['utf-8', 'windows-1252'],
};

/** Returns the options as the decoders want them, or every one that is missing or cannot be understood. */
export function readOptions(options: readonly ImportOption[], given: GivenOptions): Result<ReadOptions> {
  const problems = options.flatMap((option) => problemWith(option, given[option.name]));
  const [first, ...rest] = problems;
  if (first) return failure(first, ...rest);
  const text = (name: OptionName): string | undefined =>
    options.some((option) => option.name === name) ? given[name] || undefined : undefined;
  return success({
    source: text('source'),
    zone: text('zone'),
    at: parseInstant(text('at') ?? ''),
    day: text('day'),
    roster: text('roster'),
    feature: text('feature'),
    kind: text('kind'),
    grouping: text('grouping'),
    fields: fieldsOf(text('fields') ?? '{}') ?? {},
    subjects: (text('subjects') ?? '').split(',').filter((subject) => subject !== ''),
    allowEmpty: text('allowEmpty') === 'true',
    encoding: (text('encoding') ?? 'utf-8') as Encoding,
  });
}

function problemWith(option: ImportOption, text: string | undefined): Problem[] {
  const { name, needed, what, choices = [] } = option;
  if (text === undefined || text === '')
    return needed
      ? [problemOf('option_missing', name, `Say ${name}: ${lowered(what)}.`, `Add ${name}.`)]
      : [];
  const wrong = (todo: string): Problem[] => [
    problemOf('option_invalid', name, `${name} is ${quoted(text)}.`, todo),
  ];
  switch (option.kind) {
    case 'text':
    case 'texts':
      return text.length > 200 ? wrong('Write at most 200 characters.') : [];
    case 'zone':
      return isZone(text) ? [] : wrong('Write an IANA time zone such as Europe/Berlin or UTC.');
    case 'time':
      return parseInstant(text) === undefined
        ? wrong('Write a day and a time with its zone: 2026-03-01T08:00:00Z or 2026-03-01T08:00:00+01:00.')
        : [];
    case 'day':
      return parseDate(text) === undefined ? wrong('Write a day: 2026-03-01.') : [];
    case 'flag':
      return text === 'true' || text === 'false' ? [] : wrong('Write true or false.');
    case 'choice':
      return choices.includes(text) ? [] : wrong(`Write ${choices.join(', or ')}.`);
    case 'fields':
      return fieldsProblem(text, choices) ? wrong(fieldsProblem(text, choices)!) : [];
  }
}

function lowered(what: string): string {
  return what.slice(0, 1).toLowerCase() + what.slice(1);
}

function problemOf(code: string, name: OptionName, detail: string, todo: string): Problem {
  const title = code === 'option_missing' ? 'Something is missing' : 'An option cannot be used';
  return { code, title, detail, todo, pointer: `/${name}` };
}

function fieldsProblem(text: string, choices: readonly string[]): string | undefined {
  const fields = fieldsOf(text);
  if (!fields) return 'Write a JSON object of texts: {"quantity":"duration"}.';
  const unknown = Object.keys(fields).find((name) => !choices.includes(name));
  return unknown === undefined ? undefined : `There is no ${quoted(unknown)}; name ${choices.join(', ')}.`;
}

function fieldsOf(text: string): Record<string, string> | undefined {
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
    return Object.values(fields).every((value) => typeof value === 'string' && value !== '')
      ? (fields as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
