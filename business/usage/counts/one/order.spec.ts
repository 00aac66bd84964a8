import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latest } from '#platform/instant.ts';
import { groupedOrder, ofGroup, orderOf } from './order.ts';

const runs = { numRuns: 30, seed: 11 };

/** Few and many (sorted differently), close together and over all of time, with equal ones. */
const times = fc
  .tuple(fc.constantFrom(0, 3, 255, 256, 2_000), fc.constantFrom(1, 50, 5_000, latest))
  .chain(([length, range]) =>
    fc.array(fc.integer({ min: latest - range, max: latest }), { minLength: length, maxLength: length }),
  )
  .map((list) => Float64Array.from(list));

test('times come in order, equal ones as they were', () => {
  fc.assert(
    fc.property(times, (list) => {
      const expected = [...list.keys()].sort((a, b) => list[a]! - list[b]! || a - b);
      expect([...orderOf(list)]).toEqual(expected);
    }),
    runs,
  );
});

test('groups come one after another, each in order of time', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 7 }), (list, count) => {
      const groups = Uint32Array.from(list, (_, i) => (i * i) % count);
      const grouped = groupedOrder(list, groups, count);
      const expected = [...orderOf(list)];
      for (let group = 0; group < count; group += 1)
        expect([...ofGroup(grouped, group)]).toEqual(expected.filter((i) => groups[i] === group));
    }),
    runs,
  );
});
