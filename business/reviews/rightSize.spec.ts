import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { each } from '#business/catalog/given/prices.ts';
import type { PriceModel } from '#business/catalog/priceBook.ts';
import { aMatter, call, grown, sold } from '#business/upgrades/given/matters.ts';
import { replay } from '#business/upgrades/replay.ts';
import { exact, greater, sum, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { rightSizeOf } from './rightSize.ts';
import { monthsOf, type Period, windowsIn } from './usedOver.ts';

const year: Period = { from: '2026-01-01' as CalendarDate, until: '2027-01-01' as CalendarDate };
const sized = (values: readonly number[], given: Parameters<typeof aMatter>[1] = {}, doubtful = false) =>
  rightSizeOf(aMatter(values, given), { period: year, doubtful });
const steady = (value: number, many = 120) => Array.from({ length: many }, () => value);

describe('the size that fits', () => {
  test('is smaller where much stays unused, with headroom, from the next term on, and it says what it saves', () => {
    expect(sized(steady(60))).toMatchObject({
      ...{ suggestion: 'fewer', why: 'unused', limit: '100', to: '66', headroom: '6', unused: '40' },
      ...{ from: '2027-01-01', typical: '60', peak: { value: '60', on: '2026-01-01' }, idle: 0 },
      perYear: { total: '-12410.00' },
    });
  });

  test('stays where headroom would not be left, or fewer saves nothing', () => {
    expect(sized(steady(92))).toMatchObject({ suggestion: 'keep', why: 'fits', to: '100', perYear: null });
    const flat: PriceModel = { kind: 'flat', amount: '5000' };
    const catalog = sold(call(flat));
    expect(sized(steady(10), { catalog })).toMatchObject({ suggestion: 'keep', why: 'no-saving' });
  });

  test('is larger where it was not enough, at once, and costs the rest of the term', () => {
    const size = sized([60, 60, 112, 60, 60]);
    expect(size).toMatchObject({ suggestion: 'more', why: 'was-above', to: '112', above: 1 });
    expect(size.untilThen!.total).toBe(`${12 * (365 - 5)}.00`);
    expect(size.perYear!.total).toBe('4380.00');
    expect(size.from).toBe('2026-01-06');
  });

  test('is larger where it is likely not to be enough until the renewal', () => {
    const rising = Array.from({ length: 120 }, (_, i) => 40 + Math.floor(i / 2));
    expect(sized(rising)).toMatchObject({ suggestion: 'more', why: 'will-be-above', above: 0 });
  });

  test('cannot be told from nothing, from a short time, or while our counts differ', () => {
    expect(sized([])).toMatchObject({
      suggestion: 'cannot-tell',
      why: 'no-use-data',
      peak: null,
      unused: null,
    });
    expect(sized(steady(20, 80))).toMatchObject({ suggestion: 'cannot-tell', why: 'too-short' });
    expect(sized(steady(20), {}, true)).toMatchObject({ suggestion: 'cannot-tell', why: 'checking' });
  });

  test('does not ask for more where the limit has grown with another clause', () => {
    const growing = { clause: { allowance: { each: '1', of: 'other' } } };
    const groups = new Map([['[]', grown('25', ...steady(120))]]);
    const size = rightSizeOf({ ...aMatter(steady(120), growing), groups }, { period: year, doubtful: false });
    expect(size).toMatchObject({ suggestion: 'keep', ahead: '95', above: 0 });
  });

  test('is suggested in whole packs', () => {
    const catalog = sold(call({ kind: 'package', size: '25', price: '100' }));
    expect(sized(steady(40), { catalog })).toMatchObject({ suggestion: 'fewer', to: '50' });
    expect(sized(steady(110), { catalog })).toMatchObject({ suggestion: 'more', to: '125' });
  });

  test('is suggested without a price too', () => {
    const size = sized(steady(60), { clause: { price: null } });
    expect(size).toMatchObject({ suggestion: 'fewer', to: '66', perYear: null });
  });
});

test('months say what was used at most in each, and which of them stood idle', () => {
  const values = [...steady(50, 31), ...steady(0, 28), ...steady(70, 31)];
  const { bars, idle, typical } = sized(values);
  expect(bars.slice(0, 4).map(({ from, used }) => `${from} ${used}`)).toEqual([
    '2026-01-01 50',
    '2026-02-01 0',
    '2026-03-01 70',
    '2026-04-01 null',
  ]);
  expect({ idle, typical }).toEqual({ idle: 1, typical: '50' });
});

test('the months of a period are cut to it and leave no day out', () => {
  const months = monthsOf({ from: '2025-12-15' as CalendarDate, until: '2026-02-10' as CalendarDate });
  expect(months.map(({ from, until }) => `${from} ${until}`)).toEqual([
    '2025-12-15 2026-01-01',
    '2026-01-01 2026-02-01',
    '2026-02-01 2026-02-10',
  ]);
});

const models: fc.Arbitrary<PriceModel> = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((unit) => each(String(unit))),
  fc
    .record({ size: fc.integer({ min: 2, max: 60 }), price: fc.integer({ min: 1, max: 900 }) })
    .map(({ size, price }): PriceModel => ({ kind: 'package', size: String(size), price: String(price) })),
  fc.record({ at: fc.integer({ min: 20, max: 150 }), unit: fc.integer({ min: 2, max: 90 }) }).map(
    ({ at, unit }): PriceModel => ({
      kind: 'volume',
      tiers: [
        { upTo: String(at), unit: String(unit), flat: '0' },
        { upTo: null, unit: String(unit - 1), flat: '0' },
      ],
    }),
  ),
);
const values = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 160 }), { maxLength: 150 }),
  fc.integer({ min: 0, max: 130 }).map((value) => steady(value)),
);
const tolerances = fc.constantFrom(
  { kind: 'units', value: '0' },
  { kind: 'percent', value: '10' },
) as fc.Arbitrary<{
  kind: 'units' | 'percent';
  value: string;
}>;

test('whatever was used: no suggestion is above in a replay, fewer leaves peak and headroom, and what it costs adds up', () => {
  fc.assert(
    fc.property(values, models, tolerances, (used, model, tolerance) => {
      const matter = aMatter(used, { catalog: sold(call(model)), clause: { tolerance } });
      const size = rightSizeOf(matter, { period: year, doubtful: false });
      const [limit, to] = [exact(size.limit), exact(size.to)];
      if (size.suggestion !== 'cannot-tell')
        expect(replay(matter.clause, windowsIn(matter.groups, year, 'UTC'), to).above).toBe(0);
      if (size.suggestion === 'fewer') {
        const most = used.reduce((peak, value) => greater(peak, exact(value)), zero);
        expect(to.gte(most.add(exact(size.headroom)))).toBe(true);
        expect(exact(size.headroom).mul(10).gte(most)).toBe(true);
        expect(to.lt(limit)).toBe(true);
        expect(size.perYear === null || exact(size.perYear.total).lt(zero)).toBe(true);
      }
      if (size.suggestion === 'more') expect(to.gt(limit)).toBe(true);
      if (size.suggestion === 'keep') expect(to.equals(limit)).toBe(true);
      for (const price of [size.perYear, size.untilThen])
        if (price)
          expect(sum(price.lines.map(({ shown }) => exact(shown))).equals(exact(price.total))).toBe(true);
    }),
    { seed: 2026, numRuns: 150 },
  );
});
