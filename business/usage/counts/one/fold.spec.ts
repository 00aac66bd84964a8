import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folding } from './fold.ts';

test('any range of items is merged in order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 40 }), (items) => {
      const fold = folding(items, (a, b) => `${a}${b}`);
      for (let from = 0; from <= items.length; from += 1)
        for (let until = from; until <= items.length; until += 1)
          expect(fold(from, until)).toBe(from === until ? undefined : items.slice(from, until).join(''));
    }),
    { numRuns: 50, seed: 5 },
  );
});
