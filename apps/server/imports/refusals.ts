import type { Problem } from '#platform/problem.ts';

/* Why an import, or something done to one, is refused. */

const notPossible = { code: 'not_possible_now', title: 'Not possible' };
export const notWaiting: Problem = {
  ...notPossible,
  detail: 'The import does not wait any more: it was begun, or has ended.',
  todo: 'Load the page again to see how it stands.',
};
export const endedAlready: Problem = {
  ...notPossible,
  detail: 'The import has ended already.',
  todo: 'If it was taken and should not count, undo it.',
};
export const nothingToUndo: Problem = {
  ...notPossible,
  detail: 'There is nothing to undo: the import brought nothing, or is undone already.',
  todo: 'Load the page again to see how it stands.',
};
export const notUndone: Problem = {
  ...notPossible,
  detail: 'The import is not undone: it counts.',
  todo: 'Load the page again to see how it stands.',
};
export const emptyFile: Problem = {
  code: 'file_empty',
  title: 'Empty file',
  detail: 'The file has no content.',
  todo: 'Check that the export was written; an empty file says nothing about use.',
};
export const noRoom: Problem = {
  code: 'no_room',
  title: 'The disk is nearly full',
  detail: 'The server has too little room to keep a copy of the file.',
  todo: 'Have an administrator make room, then upload it again.',
};
export const cutOff: Problem = {
  code: 'upload_cut_off',
  title: 'The upload was cut off',
  detail: 'The connection ended before the file did. Nothing was kept.',
  todo: 'Upload the file again.',
};
