import type { ZodType } from 'zod';
import { checkText } from './decodeText.ts';
import { nearest } from './nearest.ts';
import { failure, type Problem, type Result, success } from './problem.ts';
import { checkSchema } from './schemaProblems.ts';
import { type Plain, readDocuments, type YamlDocument } from './yamlNodes.ts';

export { decodeText } from './decodeText.ts';

/** One document as read. `lineOf` gives the line of a JSON pointer, or of the nearest thing around it. */
export type ReadDocument<T> = {
  readonly form: string;
  readonly value: T;
  readonly lineOf: (pointer: string) => number | undefined;
};

export type ReadOptions = {
  /** Lists (by their key) whose entries may share an `id`. */
  readonly repeatedIds?: readonly string[];
};

/** No reader wants more than this many problems at once. */
export const mostProblems = 100;

/**
 * Returns the documents of a YAML 1.2 or JSON text, each checked by the schema of the form it names:
 * `goodterms: agreement/1`. A schema is for the whole document, so it holds `goodterms: z.literal('agreement/1')`.
 * Numbers reach the schema as the text that stands in the file: use the fields of `fields.ts` for them.
 * All problems are returned at once (up to 100), with pointer and line; ids within one list must differ.
 */
export function readYaml<T>(
  text: string,
  schemas: { readonly [form: string]: ZodType<T> },
  options: ReadOptions = {},
): Result<ReadDocument<T>[]> {
  const checked = checkText(text);
  if (!checked.ok) return checked;
  const read = readDocuments(checked.value);
  if ('problem' in read) return failure(read.problem);
  const documents: ReadDocument<T>[] = [];
  const problems: Problem[] = [];
  for (const document of read.documents) {
    const result = readDocument(document, schemas, options);
    if (result.ok) documents.push(result.value);
    else problems.push(...result.problems);
  }
  const [first, ...rest] = problems.slice(0, mostProblems);
  if (first) return failure(first, ...rest);
  if (documents.length === 0) {
    const detail = 'The file holds nothing.';
    const todo = `Begin with ${Object.keys(schemas).map(naming).join(' or ')}.`;
    return failure({ code: 'file_empty', title: 'Empty file', detail, todo, line: 1 });
  }
  return success(documents);
}

function readDocument<T>(
  document: YamlDocument,
  schemas: { readonly [form: string]: ZodType<T> },
  options: ReadOptions,
): Result<ReadDocument<T>> {
  const [broken, ...more] = document.problems.slice(0, mostProblems);
  if (broken) return failure(broken, ...more);
  const lineOf = (pointer: string): number | undefined => lineNear(document.lines, pointer);
  const form = formOf(document, Object.keys(schemas));
  if (!form.ok) return form;
  const result = checkSchema(schemas[form.value]!, document.value);
  const problems = [
    ...(result.ok ? [] : result.problems.slice(0, mostProblems)),
    ...repeatedIds(document.value, '', options.repeatedIds ?? [], lineOf),
  ];
  if (result.ok && problems.length === 0) return success({ form: form.value, value: result.value, lineOf });
  return failure(...problems.slice(0, mostProblems).map((problem) => withLine(problem, lineOf)));
}

/** Returns the problem with the line its pointer stands on. */
export function withLine(problem: Problem, lineOf: (pointer: string) => number | undefined): Problem {
  const line = lineOf(problem.pointer ?? '');
  return line === undefined ? problem : { ...problem, line };
}

const naming = (form: string): string => `"goodterms: ${form}"`;

function formOf(document: YamlDocument, known: readonly string[]): Result<string> {
  const { value, line } = document;
  const title = 'Unknown form';
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const form = isMap ? (value as { readonly [key: string]: Plain }).goodterms : undefined;
  if (form === undefined || form === null) {
    const detail = 'The document does not say what it is.';
    const todo = `Write ${known.map(naming).join(' or ')} as its first line.`;
    return failure({ code: 'form_missing', title, detail, todo, line, pointer: '' });
  }
  if (typeof form === 'string' && known.includes(form)) return success(form);
  const meant = typeof form === 'string' ? nearest(form, known) : undefined;
  const detail = `${JSON.stringify(form).slice(0, 80)} is not a form that is read here.`;
  const todo = `Write ${(meant ? [meant] : known).map(naming).join(' or ')}.`;
  const at = document.lines.get('/goodterms') ?? line;
  return failure({ code: 'form_unknown', title, detail, todo, line: at, pointer: '/goodterms' });
}

function repeatedIds(
  value: Plain,
  pointer: string,
  allowed: readonly string[],
  lineOf: (pointer: string) => number | undefined,
): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    repeatedIds(child, `${pointer}/${key}`, allowed, lineOf),
  );
  if (!Array.isArray(value) || allowed.includes(pointer.slice(pointer.lastIndexOf('/') + 1))) return inner;
  const seen = new Map<string, string>();
  for (const [i, entry] of value.entries()) {
    const id = typeof entry === 'object' && entry !== null ? (entry as { id?: Plain }).id : undefined;
    if (typeof id !== 'string') continue;
    const at = `${pointer}/${i}/id`;
    const before = seen.get(id);
    if (before === undefined) seen.set(id, at);
    else inner.push(duplicateId(id, at, lineOf(before)));
  }
  return inner;
}

/** Returns the problem of an id that was given before. */
export function duplicateId(id: string, pointer: string, line?: number): Problem {
  const before = line === undefined ? 'before' : `on line ${line} already`;
  const detail = `The id ${JSON.stringify(id.slice(0, 80))} was given ${before}.`;
  return { code: 'duplicate_id', title: 'Id given twice', detail, todo: 'Give each its own id.', pointer };
}

function lineNear(lines: ReadonlyMap<string, number>, pointer: string): number | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at);
    if (line !== undefined || at === '') return line;
  }
}
