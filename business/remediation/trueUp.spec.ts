import { describe, expect, test } from 'vitest';
import type { Per, PriceModel, Tier } from '#business/catalog/priceBook.ts';
import { exact } from '#platform/exact.ts';
import { type CalendarDate, startOfDate } from '#platform/instant.ts';
import { addedLine } from './coTerm.ts';
import { type Missing, trueUp } from './trueUp.ts';

const date = (text: string): CalendarDate => text as CalendarDate;
const zone = 'Europe/Berlin';
const agreement = {
  currency: 'EUR',
  zone,
  from: startOfDate(date('2026-01-01'), zone),
  until: startOfDate(date('2027-01-01'), zone),
};
const tier = (upTo: string | null, unit: string, flat = '0'): Tier => ({ upTo, unit, flat });
const seat = (model: PriceModel, per: Per = 'year') => ({
  id: 'seat',
  product: 'p',
  edition: null,
  unitName: { one: 'seat', many: 'seats' },
  per,
  model,
});
const book = (model: PriceModel, per: Per = 'year') => ({
  id: 'eur-2026',
  currency: 'EUR',
  from: date('2026-01-01'),
  until: null,
  components: [seat(model, per)],
});
const missing = (model: PriceModel, excess: string, given: Partial<Missing> = {}): Missing => ({
  clause: { id: 'seats', price: 'seat' },
  agreement,
  entitled: exact(100),
  excess: exact(excess),
  from: date('2026-06-18'),
  catalog: { products: [], features: [], priceBooks: [book(model)] },
  ...given,
});
const unit: PriceModel = { kind: 'unit', unit: '100' };
const priced = (given: Missing) => {
  const result = trueUp(given);
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return result.value;
};
const refused = (given: Missing): string => {
  const result = trueUp(given);
  return result.ok ? 'priced' : result.problems[0]!.code;
};

describe('missing units', () => {
  test('are paid from the day they were missing to the end of the term', () => {
    const result = priced(missing(unit, '20'));
    expect(result).toMatchObject({ quantity: '20', currency: 'EUR', total: '1079.45' });
    expect(result.lines.map(({ label }) => label)).toEqual(['20 seats × €100.00 per year × 197 of 365 days']);
  });

  test('GitLab: an annual true-up is the whole year for every user above the license', () => {
    expect(priced(missing(unit, '20', { from: date('2026-01-01') })).total).toBe('2000.00');
  });

  test('are whole: a part of one is bought as one', () => {
    expect(priced(missing(unit, '2.0001', { from: date('2026-01-01') }))).toMatchObject({
      quantity: '3',
      total: '300.00',
    });
    expect(priced(missing(unit, '2', { from: date('2026-01-01') })).quantity).toBe('2');
  });

  test('none cost nothing', () => {
    expect(priced(missing(unit, '0'))).toMatchObject({ quantity: '0', lines: [], total: '0.00' });
  });

  test('are never paid for before the term began', () => {
    expect(priced(missing(unit, '1', { from: date('2025-03-01') })).total).toBe('100.00');
  });

  test('of a term that ends within a day are paid to the end of that day', () => {
    const until = (agreement.until - 3_600_000_000) as typeof agreement.until;
    const given = missing(unit, '1', { agreement: { ...agreement, until }, from: date('2026-12-31') });
    expect(priced(given).lines[0]!.label).toBe('1 seat × €100.00 per year × 1 of 365 days');
  });
});

describe('in tiers', () => {
  const year = { from: date('2026-01-01') };

  test('a graduated price charges the slices above what is entitled', () => {
    const model: PriceModel = { kind: 'graduated', tiers: [tier('110', '10'), tier(null, '8')] };
    const result = priced(missing(model, '20', year));
    expect(result.lines.map(({ kind, label, shown }) => [kind, label, shown])).toEqual([
      ['charge', '110 seats × €10.00 per year', '1100.00'],
      ['charge', '10 seats × €8.00 per year', '80.00'],
      ['credit', 'less 100 seats × €10.00 per year', '-1000.00'],
    ]);
    expect(result.total).toBe('180.00');
  });

  test('a volume price takes all units to the tier they reach together, its flat fee apart', () => {
    const model: PriceModel = { kind: 'volume', tiers: [tier('110', '10', '5'), tier(null, '9', '50')] };
    const result = priced(missing(model, '20', year));
    expect(result.lines.map(({ kind, shown }) => [kind, shown])).toEqual([
      ['charge', '1080.00'],
      ['fee', '50.00'],
      ['credit', '-1000.00'],
      ['credit', '-5.00'],
    ]);
    expect(result.total).toBe('125.00');
  });
});

describe('beyond a price that is no sum of units', () => {
  const year = { from: date('2026-01-01') };

  test('inside a package that is paid for nothing is owed, beyond it a package', () => {
    const model: PriceModel = { kind: 'package', size: '50', price: '400' };
    expect(priced(missing(model, '20', year)).total).toBe('400.00');
    expect(priced(missing(model, '20', { ...year, entitled: exact(120) }))).toMatchObject({
      quantity: '20',
      lines: [],
      total: '0.00',
    });
  });

  test('by the second the term’s own moments count', () => {
    const catalog = { products: [], features: [], priceBooks: [book(unit, 'month')] };
    const [first] = catalog.priceBooks;
    const bySecond = { ...first!, components: [{ ...first!.components[0]!, proration: 'second' as const }] };
    const until = (agreement.until - 12 * 3_600_000_000) as typeof agreement.until;
    const given = missing(unit, '1', {
      agreement: { ...agreement, until },
      from: date('2026-12-31'),
      catalog: { ...catalog, priceBooks: [bySecond] },
    });
    expect(priced(given).lines[0]!.label).toBe('1 seat × €100.00 per month × 43,200 of 2,678,400 seconds');
  });

  test('what is added ends with the agreement', () => {
    const line = addedLine(
      { id: 'OL-9', source: 'true-up', from: date('2026-06-18') },
      { clause: { id: 'seats', product: 'p' }, agreement, quantity: '20' },
    );
    expect(line).toMatchObject({ from: startOfDate(date('2026-06-18'), zone), until: agreement.until });
  });
});

test.each<[string, Missing, string]>([
  ['a clause without a price', missing(unit, '1', { clause: { id: 'seats', price: null } }), 'no_price'],
  [
    'a price in another currency',
    missing(unit, '1', { agreement: { ...agreement, currency: 'USD' } }),
    'no_price',
  ],
  ['the day the term is over', missing(unit, '1', { from: date('2027-01-01') }), 'term_over'],
])('%s cannot be priced', (_, given, code) => {
  expect(refused(given)).toBe(code);
});
