import type { ImportStatus } from '#business/papers/paperImport.store.ts';
import type { Problem } from '#platform/problem.ts';

/** The file would do something else by now; a new preview is there. */
export const outdated: Problem = {
  code: 'preview_outdated',
  title: 'Something changed meanwhile',
  detail:
    'What the file would change is no longer what was shown. Nothing was taken; a new preview has been made.',
  todo: 'Look at the new preview, and take that.',
};

/** Somebody wrote the same thing at the same time. */
export const changedMeanwhile: Problem = {
  code: 'preview_outdated',
  title: 'Something changed meanwhile',
  detail: 'Somebody changed the same things at the same moment. Nothing was taken.',
  todo: 'Make a new preview and take that.',
};

/** Returns the problem of rows that are refused where all were wanted. */
export function refusedRows(count: number): Problem {
  return {
    code: 'rows_refused',
    title: 'Some rows are refused',
    detail: `${count === 1 ? 'One row is' : `${count} rows are`} refused, and all or none were wanted. Nothing was taken.`,
    todo: 'Correct the file, or take the good rows alone.',
  };
}

const words: Readonly<Record<ImportStatus, string>> = {
  read: 'was not applied yet',
  previewed: 'was not applied yet',
  applied: 'was applied already',
  undone: 'was undone already',
};

/** Returns the problem of a step that an import is past, or has not come to. */
export function notIn(status: ImportStatus): Problem {
  return {
    code: 'not_possible_now',
    title: 'Not now',
    detail: `The import ${words[status]}.`,
    todo: 'Look at the import again; begin a new one if need be.',
  };
}

/** Returns the problems of rows that were changed after the import. */
export function touched(rows: readonly { readonly line: number; readonly reason: string }[]): Problem[] {
  return rows.slice(0, 100).map(({ line, reason }) => ({
    code: 'undo_touched',
    title: 'Changed after the import',
    detail: reason,
    todo: 'Undo the other rows and leave this one as it is, or change it back by hand first.',
    line,
  }));
}
