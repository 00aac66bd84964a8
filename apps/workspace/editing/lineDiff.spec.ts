import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff, onlyChanges } from './lineDiff.ts';

const seed = { seed: 20261122, numRuns: 200 };
const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

test('both texts can be read from the lines, whatever changed', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after);
      const side = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      expect([side('new'), side('gone')]).toEqual([before, after]);
    }),
    seed,
  );
});

test('a line that changed is gone and new, and nothing else is', () => {
  const changed = lineDiff('a\nb\nc', 'a\nx\nc').filter(({ kind }) => kind !== 'same');
  expect(changed).toEqual([
    { kind: 'gone', text: 'b' },
    { kind: 'new', text: 'x' },
  ]);
});

test('equal lines far from a change are left out, once for each stretch', () => {
  const lines = lineDiff('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\nx\n5\n6\n7');
  expect(onlyChanges(lines, 1).map((line) => line?.text ?? '…')).toEqual(['…', '3', '4', 'x', '5', '…']);
});
