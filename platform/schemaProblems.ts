import type { ZodError, ZodType } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { escaped, type Plain } from './yamlNodes.ts';

type Issue = ZodError['issues'][number];

/** What a field schema says when it refuses a value: becomes a `Problem` of that code. */
export type FieldProblem = { readonly code: string; readonly message: string; readonly todo: string };

/** Returns a zod issue that `schemaProblems` turns into a problem of this code; for `ctx.addIssue`. */
export function fieldIssue({ code, message, todo }: FieldProblem, path: (string | number)[] = []) {
  return { code: 'custom' as const, message, params: { code, todo }, path };
}

/** Returns the value as the schema makes it, or one problem for each thing that is wrong with it, with its pointer. */
export function checkSchema<T>(
  schema: ZodType<T>,
  value: Plain,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  const parsed = schema.safeParse(value, { error: knownKeys });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => toProblems(issue, [], value)) };
}

/** An unknown key is reported together with the known ones, which zod has at hand only here. */
function knownKeys(issue: { code?: string | undefined; inst?: unknown }): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const inst = issue.inst as { _zod: { def: { shape?: object } } } | undefined;
  return Object.keys(inst?._zod.def.shape ?? {}).join(',');
}

function toProblems(issue: Issue, above: readonly PropertyKey[], root: Plain): Problem[] {
  const path = [...above, ...issue.path];
  const name = path.length > 0 ? String(path.at(-1)) : 'the document';
  const given = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, 100).map((key) => unknownKey(key, path, issue.message.split(',')));
    case 'invalid_union':
      return unionProblems(issue, path, root, given);
    case 'invalid_type':
      if (given === undefined) return [missing(path)];
      return [wrongType(path, name, issue.expected, given)];
    case 'invalid_value':
      if (given === undefined) return [missing(path)];
      return [notOneOf(path, name, given, issue.values.map(String))];
    case 'custom': {
      const params = issue.params as { code?: string; todo?: string } | undefined;
      const todo = params?.todo ?? 'Correct the value.';
      return [made(params?.code ?? 'value_invalid', 'Not accepted', issue.message, todo, path)];
    }
    case 'too_small':
      return [made('value_too_small', 'Too few', `${name}: ${issue.message}`, 'Correct the value.', path)];
    case 'too_big':
      return [made('value_too_big', 'Too many', `${name}: ${issue.message}`, 'Correct the value.', path)];
    default:
      return [made('value_invalid', 'Not accepted', `${name}: ${issue.message}`, 'Correct the value.', path)];
  }
}

/** Of the branches of a union, the one that came furthest speaks: it is what the writer meant. */
function unionProblems(
  issue: Issue & { code: 'invalid_union' },
  path: readonly PropertyKey[],
  root: Plain,
  given: Plain | undefined,
): Problem[] {
  if (given === undefined) return [missing(path)];
  if (issue.errors.length === 0) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [notOneOf(path, String(path.at(-1)), given, options)];
  }
  const branches = [...issue.errors].sort((a, b) => misfit(a) - misfit(b) || a.length - b.length);
  return branches[0]!.flatMap((inner) => toProblems(inner, path, root));
}

/** How far a branch is from what stands there: its parts do not fit (0), its value (1), or its kind of value (2). */
function misfit(branch: readonly Issue[]): number {
  const codes = branch.filter(({ path }) => path.length === 0).map(({ code }) => code);
  return codes.includes('invalid_type') ? 2 : codes.includes('invalid_value') ? 1 : 0;
}

function made(
  code: string,
  title: string,
  detail: string,
  todo: string,
  path: readonly PropertyKey[],
): Problem {
  return { code, title, detail, todo, pointer: path.map((part) => `/${escaped(String(part))}`).join('') };
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Problem {
  const meant = nearest(key, known);
  const todo = meant ? `Write ${meant}, if that is meant.` : `Remove it; known here: ${known.join(', ')}.`;
  return made('key_unknown', 'Unknown key', `The key ${quoted(key)} is not known here.`, todo, [
    ...path,
    key,
  ]);
}

function missing(path: readonly PropertyKey[]): Problem {
  const name = String(path.at(-1));
  const detail = `The key ${quoted(name)} is missing.`;
  return made('key_missing', 'Missing key', detail, `Add ${name}.`, path);
}

const shapes: Record<string, string> = {
  string: 'a text or a number',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  boolean: 'true or false',
};

function wrongType(path: readonly PropertyKey[], name: string, expected: string, given: Plain): Problem {
  const detail = `${name} must be ${shapes[expected] ?? expected}, but ${describe(given)} stands there.`;
  const todo =
    given === null
      ? 'Give it a value or leave the key out.'
      : expected === 'string' && typeof given === 'boolean'
        ? 'Put the word in quotes if it is meant as text.'
        : 'Correct the value.';
  return made('value_type', 'Wrong kind of value', detail, todo, path);
}

function notOneOf(
  path: readonly PropertyKey[],
  name: string,
  given: Plain,
  values: readonly string[],
): Problem {
  const meant = typeof given === 'string' ? nearest(given, values) : undefined;
  const detail = `${name} cannot be ${describe(given)}.`;
  const todo = `Use ${meant ? `${meant}, if that is meant; known: ` : ''}${values.join(', ')}.`;
  return made('value_unknown', 'Unknown value', detail, todo, path);
}

function describe(value: Plain): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'a map';
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function valueAt(root: Plain, path: readonly PropertyKey[]): Plain | undefined {
  let value: Plain | undefined = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as { readonly [key: PropertyKey]: Plain | undefined })[part];
  }
  return value;
}
