import { parseArgs } from 'node:util';
import { nearest } from '#platform/nearest.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, type Outcome, refused } from './answer.ts';
import { wrapped } from './layout.ts';

/** One option of a command. */
export type Option = {
  /** What its value is called in the help; left out for an option without one. */
  readonly value?: string;
  readonly required?: true;
  /** May be given several times; with `files` each time with several values. */
  readonly many?: 'times' | 'files';
  readonly what: string;
};

/** The options as given. */
export type Given = {
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
};

/** A command of the program. */
export type Command = {
  readonly name: string;
  readonly does: string;
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
  readonly run: (given: Given) => Promise<Answer<Outcome>>;
};

/** The options that every command has. */
const everywhere: Readonly<Record<string, Option>> = {
  json: { what: 'Print one JSON document in place of text.' },
  help: { what: 'Print this.' },
};

/** Returns the options of a command, or all that is wrong with them; an unknown one names the nearest that there is. */
export function readOptions(command: Command, args: readonly string[]): Answer<Given> {
  const known: Readonly<Record<string, Option>> = { ...command.options, ...everywhere };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const problems: Problem[] = [];
  const found = new Map<string, string[]>();
  let files: string[] | 'none' | 'passed over' = 'none';
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (files === 'none') problems.push(unexpected(token.value));
      else if (files !== 'passed over') files.push(token.value);
      continue;
    }
    const problem = wrong(command, known, token, found.has(token.name));
    if (problem) {
      problems.push(problem);
      files = 'passed over';
      continue;
    }
    const values = found.get(token.name) ?? [];
    found.set(token.name, [...values, token.value ?? '']);
    files = known[token.name]!.many === 'files' ? found.get(token.name)! : 'none';
  }
  if (problems.length === 0 && !found.has('help')) problems.push(...missing(command, found));
  if (problems.length > 0) return refused(...problems);
  const all = (name: string): readonly string[] => found.get(name) ?? [];
  return { ok: true, value: { all, has: (name) => found.has(name), text: (name) => found.get(name)?.[0] } };
}

type Token = { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined };

function wrong(command: Command, known: Readonly<Record<string, Option>>, token: Token, again: boolean) {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  const see = `See goodterms ${command.name} --help.`;
  if (!option) {
    const meant = nearest(name, Object.keys(known));
    return problem(
      'option_unknown',
      `${command.name} has no option ${rawName}.`,
      meant ? `Write --${meant}, if that is meant. ${see}` : see,
    );
  }
  const wanted = option.value !== undefined;
  if (!wanted && value !== undefined)
    return problem('option_value', `--${name} takes no value.`, `Write --${name} alone.`);
  if (wanted && (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))))
    return problem('option_value', `--${name} has no value.`, `Write --${name} ${option.value}.`);
  if (again && !option.many)
    return problem('option_repeated', `--${name} is given more than once.`, `Give --${name} once.`);
  return undefined;
}

function missing({ name: command, options }: Command, found: ReadonlyMap<string, unknown>): Problem[] {
  return Object.entries(options)
    .filter(([name, option]) => option.required && !found.has(name))
    .map(([name, { value }]) =>
      problem(
        'option_missing',
        `${command} needs --${name}.`,
        `Add --${name} ${value}. See goodterms ${command} --help.`,
      ),
    );
}

function unexpected(word: string): Problem {
  const shown = JSON.stringify(word.slice(0, 60));
  return problem(
    'argument_unexpected',
    `${shown} belongs to no option.`,
    'Put the name of its option before it: --agreement FILE, --usage FILE ….',
  );
}

/** Returns a problem with the command line itself. */
export function problem(code: string, detail: string, todo: string): Problem {
  return { code, title: 'The command is not understood', detail, todo };
}

/** Returns the help of a command. */
export function help({ name, does, about, options, example }: Command): string[] {
  const all = { ...options, ...everywhere };
  const shown = Object.entries(all).map(([option, { value, many, ...rest }]) => ({
    name: `--${option}${value === undefined ? '' : ` ${value}${many === 'files' ? '…' : ''}`}`,
    what: `${rest.what}${rest.required ? ' Required.' : ''}${many === 'times' ? ' May be repeated.' : ''}`,
  }));
  const column = Math.max(...shown.map((option) => option.name.length)) + 4;
  return [
    `goodterms ${name}: ${does}`,
    '',
    ...wrapped(about),
    '',
    'Options',
    ...shown.flatMap((option) => wrapped(option.what, `  ${option.name}`.padEnd(column), ' '.repeat(column))),
    '',
    'Example',
    `  ${example}`,
    '',
    'Exit codes: 0 within terms, 2 beyond, 3 cannot tell, 1 bad input.',
  ];
}
