import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceOf } from '#business/catalog/price.ts';
import type { PriceComponent } from '#business/catalog/priceBook.ts';
import { exact, grouped, stored } from '#platform/exact.ts';
import { at } from '#test/given.ts';
import { type FindingMatter, findingFacts } from './findingFacts.ts';
import { customer, matter, reading } from './given/matter.ts';
import { strayNumbers, writeNotice } from './notice.ts';
import { mistakesBehind } from './noticeKind.ts';

describe('every number in every message comes from its fact sheet', () => {
  const numbers = fc.nat({ max: 10_000_000 }).map(String);
  const codes = [
    'gap',
    'possible-double',
    'order-in-progress',
    'conflict',
    'window-open',
    'not-returned',
  ] as const;
  const rates = ['once', 'month', 'quarter', 'year'] as const;
  const cases = fc.record({
    value: numbers,
    limit: numbers,
    excess: numbers,
    windows: fc.integer({ min: 1, max: 400 }),
    code: fc.constantFrom(...codes),
    count: fc.nat(5000),
    per: fc.constantFrom(...rates),
    price: fc.nat(99_999),
    quantity: fc.integer({ min: 1, max: 5000 }),
    day: fc.integer({ min: 10, max: 28 }),
    mistakes: fc.boolean(),
    cleared: fc.boolean(),
    kind: fc.constantFrom('notice' as const, 'apology' as const, 'correction' as const),
  });

  test('whatever the finding, its questions and its price', () => {
    fc.assert(
      fc.property(cases, ({ kind, code, count, per, price, quantity, day, mistakes, cleared, ...of }) => {
        const component = {
          id: 'c',
          product: 'atlas',
          unitName: { one: 'call', many: 'calls' },
          per,
          model: { kind: 'unit', unit: stored(exact(price).div(exact(1000)).add(exact('0.001'))) },
        } as unknown as PriceComponent;
        const span = { currency: 'EUR', from: `2026-02-${day}`, until: '2027-01-01', anchor: '2026-01-01' };
        const own = kind !== 'correction' && cleared ? false : cleared;
        const facts = findingFacts({
          ...matter,
          reading: { ...reading, ...of, from: at(`2026-02-${day}`) },
          limitWords: `${grouped(exact(of.limit))} = 100 signed + 20 by grant EX-2026-014`,
          before: reading,
          cleared: own,
          trueUp: priceOf(component, exact(quantity), span as never),
          ours: mistakes
            ? mistakesBehind(
                {
                  ...customer.relationship,
                  vendorMistakes: [
                    {
                      id: 'M',
                      clause: 'calls',
                      from: reading.from,
                      until: reading.until,
                      units: '4',
                      what: '8!',
                    },
                  ],
                },
                'calls',
                reading,
              )
            : null,
          questions: [{ code, count, units: String(count), words: null, names: [] }],
        });
        const notice = writeNotice(kind, facts);
        expect(strayNumbers(`${notice.subject}\n${notice.text}`, facts)).toEqual([]);
        expect(notice.text).not.toMatch(/[{}]|undefined|null/);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  const stray = (differs: Partial<FindingMatter>) => {
    const facts = findingFacts({ ...matter, ...differs });
    return strayNumbers(writeNotice('notice', facts).text, facts);
  };
  const double = (words: string) => [
    { code: 'possible-double' as const, count: 2, units: '1', words, names: ['ann7@x.example'] },
  ];
  const labelled = (label: string) => ({
    ...matter.trueUp!,
    lines: [{ ...matter.trueUp!.lines[0]!, label }],
  });

  test.each<[string, readonly string[], string[]]>([
    ['the words of a question', stray({ questions: double('ann7@x.example was counted 3 times.') }), ['3']],
    ['right, the same words', stray({ questions: double('ann7@x.example was counted 2 times.') }), []],
    ['the quantity of a price', stray({ trueUp: labelled('18 calls × €9.00 per month × 8 months') }), ['18']],
    ['the price in a label', stray({ trueUp: labelled('17 calls × €9.50 per month × 8 months') }), ['9.50']],
    ['the time in a label', stray({ trueUp: labelled('17 calls × €9.00 per month × 9 months') }), ['9']],
    ['the words of the limit', stray({ limitWords: '120 = 100 signed + 30 by grant EX-2026-014' }), ['30']],
    ['a day in them', stray({ limitWords: '120 = 100 signed + 20 through 2027-03-30' }), ['2027-03-30']],
  ])('a wrong digit is found in %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test.each([
    ['We counted 138 calls.', ['138']],
    ['We counted 137 calls, AG-1 allows 120.', []],
    ['AG-12 allows 120 until June 31, 2026, for €9.00.', ['12', '31', '2026']],
    ['€1,224.01', ['1,224.01']],
    ['It renews in 2026.', ['2026']],
  ])('and in a template: %s', (words, found) => {
    expect(strayNumbers(words, findingFacts(matter))).toEqual(found);
  });
});
