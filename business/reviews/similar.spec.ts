import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, insightOf, type Share } from './similar.ts';

const share = (customer: string, peak: number, differs: Partial<Share> = {}): Share => ({
  customer,
  segment: 'research',
  size: 'medium',
  peak: String(peak),
  limit: '100',
  ...differs,
});
const own = share('us', 93);
const many = (peaks: readonly number[], differs: Partial<Share> = {}) =>
  peaks.map((peak, i) => share(`c${i}${JSON.stringify(differs)}`, peak, differs));

describe('what a customer hears of others like it', () => {
  test('nothing, where they are fewer than eight: the own one does not count', () => {
    expect(insightOf(own, [own, ...many([10, 20, 30, 40, 50, 60, 70])])).toBeNull();
  });

  test('where the middle half of them stands, in steps of five percent', () => {
    expect(insightOf(own, [own, ...many([12, 20, 33, 41, 52, 60, 77, 81])])).toEqual({
      alike: 'segment and size',
      atLeast: 8,
      lowerQuarter: 25,
      middle: 45,
      upperQuarter: 70,
      own: 95,
    });
  });

  test('of a wider group, where the narrow one is too small', () => {
    const few = many([10, 20, 30]);
    const ofSegment = many([40, 50, 60, 70, 80], { size: 'large' });
    expect(insightOf(own, [...few, ...ofSegment])).toMatchObject({ alike: 'segment', atLeast: 8 });
    const elsewhere = many([40, 50, 60, 70, 80], { segment: 'public', size: 'large' });
    expect(insightOf(own, [...few, ...elsewhere])).toMatchObject({ alike: 'product', atLeast: 8 });
  });

  test('nothing of customers without a limit, and nothing where the own is none', () => {
    expect(insightOf(own, many([1, 2, 3, 4, 5, 6, 7, 8], { limit: '0' }))).toBeNull();
    expect(insightOf({ ...own, limit: '0' }, many([1, 2, 3, 4, 5, 6, 7, 8]))).toBeNull();
  });
});

const peaks = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: fewest, maxLength: 40 });

test('the quarters are in order, and between the least and the most', () => {
  fc.assert(
    fc.property(peaks, (values) => {
      const { lowerQuarter, middle, upperQuarter } = insightOf(own, many(values))!;
      expect(lowerQuarter).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(upperQuarter);
      expect(lowerQuarter).toBeGreaterThanOrEqual(Math.min(...values) - 5);
      expect(upperQuarter).toBeLessThanOrEqual(Math.max(...values) + 5);
    }),
    { seed: 2026 },
  );
});

test('the order in which customers are known changes nothing', () => {
  fc.assert(
    fc.property(peaks, fc.infiniteStream(fc.nat()), (values, chance) => {
      const one = many(values);
      const other = one
        .map((value) => ({ value, at: chance.next().value! }))
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value);
      expect(insightOf(own, other)).toEqual(insightOf(own, one));
    }),
    { seed: 2026 },
  );
});
