import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { ColumnMap, ColumnSpec, Fields } from '#platform/table/column.ts';
import { readValue } from '#platform/table/readValue.ts';
import type { TableRow } from '#platform/table/table.ts';
import type { Paper, PutContext } from './paper.ts';

/** What a row of a file would do. `before` is `null` for something new, `after` for what is refused. */
export type PlannedRow = {
  readonly line: number;
  readonly name: string;
  readonly subject: string | null;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly before: Fields | null;
  readonly after: Fields | null;
  readonly problems: readonly Problem[];
};

/** A row read by a map: the texts of the columns that are taken, or what is wrong with some. */
export type ReadRow = {
  readonly line: number;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** Values of choices that stand for none, by column. */
  readonly unknown: Readonly<Record<string, string>>;
};

/** Returns a row of a table as texts by column, each in our own form. */
export function readRow(row: TableRow, columns: readonly ColumnSpec[], map: ColumnMap): ReadRow {
  const fields: Record<string, string> = {};
  const unknown: Record<string, string> = {};
  const problems: Problem[] = row.problem ? [row.problem] : [];
  for (const [i, key] of map.columns.entries()) {
    const spec = columns.find((one) => one.key === key);
    if (!spec) continue;
    const cell = row.cells[i];
    const value = readValue(cell, spec, map);
    if ('text' in value) fields[spec.key] = value.text;
    else {
      if (value.code === 'value_unknown')
        unknown[spec.key] = typeof cell === 'object' ? cell.value : cell!.trim();
      problems.push({ ...value, title: 'Not readable', pointer: `/${spec.key}`, line: row.line });
    }
  }
  return { line: row.line, fields, problems, unknown };
}

/**
 * Returns what a row would do, and does it to the working state. `seen` holds the line of each name so far: a file may
 * name a thing once. Refused rows change nothing.
 */
export function planRow<State>(
  paper: Paper<State>,
  { line, fields, problems }: ReadRow,
  state: State,
  seen: Map<string, number>,
  context: PutContext,
): PlannedRow {
  const name = paper.nameOf(fields);
  const subject = paper.subjectOf(fields, state);
  const before = problems.length === 0 ? (paper.read(state, name) ?? null) : null;
  const row = { line, name, subject, before };
  const refused = (...found: readonly Problem[]): PlannedRow => {
    return { ...row, outcome: 'refused', after: null, problems: found.map((one) => ({ ...one, line })) };
  };
  if (problems.length > 0) return refused(...problems);
  const lacking = paper.columns.filter(({ key, need }) => need === 'key' && (fields[key] ?? '') === '');
  if (lacking.length > 0) return refused(...lacking.map(missing));
  const first = seen.get(name);
  if (first !== undefined) return refused(twice(name, first));
  seen.set(name, line);
  const wanted = merged(paper.columns, before, fields);
  if (before && sameFields(before, wanted))
    return { ...row, outcome: 'unchanged', after: before, problems: [] };
  const put = paper.put(state, wanted, context);
  if (!put.ok) return refused(...put.problems);
  const after = paper.read(state, name) ?? null;
  const same = before !== null && after !== null && sameFields(before, after);
  return { ...row, outcome: before === null ? 'new' : same ? 'unchanged' : 'changed', after, problems: [] };
}

/** Returns what is wanted of a thing: what the row says, and what is known where it says nothing. */
function merged(columns: readonly ColumnSpec[], before: Fields | null, fields: Fields): Fields {
  if (!before) return fields;
  const said = columns.filter(({ key, need, keeps }) => {
    const text = fields[key];
    return text !== undefined && (text !== '' || (need === 'optional' && !keeps));
  });
  return { ...before, ...Object.fromEntries(said.map(({ key }) => [key, fields[key]!])) };
}

/** Whether two rows say the same: blanks around a text and the kind of its line ends say nothing. */
export function sameFields(a: Fields, b: Fields): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => bare(a[key]) === bare(b[key]));
}

function bare(text = ''): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** One row as it was applied. */
export type AppliedRow = Pick<PlannedRow, 'name' | 'before' | 'after'>;

/**
 * Takes back what a row did, or says why it is left: it was changed since, or something builds on it. Rows are taken back
 * in the reverse of their order.
 */
export function undoRow<State>(
  paper: Paper<State>,
  { name, before, after }: AppliedRow,
  state: State,
  context: PutContext,
): Result<void> {
  const now = paper.read(state, name);
  if (!now || !after || !sameFields(now, after)) return failure(changedSince(name, now !== undefined));
  const undone = before === null ? paper.remove(state, name, context) : paper.put(state, before, context);
  return undone.ok ? success(undefined) : undone;
}

function changedSince(name: string, isThere: boolean): Problem {
  return {
    code: 'changed_since',
    title: 'Changed since',
    detail: isThere ? `${name} was changed after this import.` : `${name} was removed after this import.`,
    todo: 'It is left as it is now; change it by hand if need be.',
  };
}

function missing({ key, title }: ColumnSpec): Problem {
  const detail = `${title} is not given, so nobody knows what the row is about.`;
  return {
    code: 'field_missing',
    title: 'Something is missing',
    detail,
    todo: `Fill in ${title}.`,
    pointer: `/${key}`,
  };
}

function twice(name: string, line: number): Problem {
  const detail = `${name} was given on line ${line} already.`;
  return { code: 'duplicate_id', title: 'Given twice', detail, todo: 'Keep one of the two rows.' };
}
