import { expect, test } from 'vitest';
import { cursorAfter, cutPage, readCursor } from './cursor.ts';

test('a cursor gives back the key it was made of', () => {
  const key = ['EUR', '12.50', 'northwind', 3, null];
  expect(readCursor(cursorAfter(key), 5)).toEqual({ ok: true, value: key });
});

test('without a cursor a list begins at its start', () => {
  expect(readCursor(undefined, 2)).toEqual({ ok: true, value: null });
});

test.each(['', 'x', '!!!', cursorAfter(['a']), cursorAfter([[] as never, 'b']), btoa('{"0":1}')])(
  'a cursor nobody gave out is refused: %j',
  (cursor) => {
    expect(readCursor(cursor, 2)).toMatchObject({ ok: false, problems: [{ code: 'cursor_unknown' }] });
  },
);

test('a full page says where the next one begins, the last one says nothing', () => {
  expect(cutPage([1, 2, 3], 2, (n) => [n])).toEqual({ items: [1, 2], next: cursorAfter([2]) });
  expect(cutPage([1, 2], 2, (n) => [n])).toEqual({ items: [1, 2], next: null });
});
