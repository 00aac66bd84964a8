import { describe, expect, test } from 'vitest';
import { exact } from '#platform/exact.ts';
import { discount, each, priceBy, shownLines, spanFrom } from './given/prices.ts';
import { creditFor, priceOf, priceOfAdded } from './price.ts';
import type { PriceModel } from './priceBook.ts';

describe('packages and blocks', () => {
  const packs: PriceModel = { kind: 'package', size: '1000', price: '5' };
  const blocks: PriceModel = {
    kind: 'blocks',
    tiers: [
      { upTo: '200', size: '100', price: '10' },
      { upTo: '1200', size: '250', price: '20' },
      { upTo: null, size: '1', price: '0.05' },
    ],
  };

  test.each([
    ['0', []],
    ['1', [['1 package of 1,000 seats × €5.00', '5.00']]],
    ['1000', [['1 package of 1,000 seats × €5.00', '5.00']]],
    ['1000.01', [['2 packages of 1,000 seats × €5.00', '10.00']]],
  ])('%s units in packages of a thousand', (quantity, lines) => {
    expect(shownLines(priceOf(priceBy(packs), exact(quantity), spanFrom()))).toEqual(lines);
  });

  test.each([
    ['100', [['1 block of 100 seats × €10.00', '10.00']]],
    ['200', [['2 blocks of 100 seats × €10.00', '20.00']]],
    [
      '200.5',
      [
        ['2 blocks of 100 seats × €10.00', '20.00'],
        ['1 block of 250 seats × €20.00', '20.00'],
      ],
    ],
    [
      '1203',
      [
        ['2 blocks of 100 seats × €10.00', '20.00'],
        ['4 blocks of 250 seats × €20.00', '80.00'],
        ['3 blocks of 1 seat × €0.05', '0.15'],
      ],
    ],
  ])('%s units in blocks of their tiers', (quantity, lines) => {
    expect(shownLines(priceOf(priceBy(blocks), exact(quantity), spanFrom()))).toEqual(lines);
  });

  test('units added inside a package that is paid for cost nothing; those beyond it a package', () => {
    const added = (held: string, more: string) =>
      shownLines(priceOfAdded(priceBy(packs), exact(held), exact(more), spanFrom()));
    expect(added('900', '100')).toEqual([]);
    expect(added('900', '101')).toEqual([
      ['2 packages of 1,000 seats × €5.00', '10.00'],
      ['less 1 package of 1,000 seats × €5.00', '-5.00'],
    ]);
  });
});

describe('discounts', () => {
  const rest = spanFrom('2026-07-01');

  test('are taken off in the order of the list, each from what those before it left', () => {
    const both = [discount('Public sector', '20%'), discount('Launch offer', '100')];
    const of = (discounts: typeof both) =>
      shownLines(priceOf(priceBy(each('100'), 'year', { discounts }), exact(10), spanFrom())).slice(1);
    expect(of(both)).toEqual([
      ['less 20% of €1,000.00 per year (Public sector)', '-200.00'],
      ['less €100.00 per year (Launch offer)', '-100.00'],
    ]);
    expect(of(both.toReversed())).toEqual([
      ['less €100.00 per year (Launch offer)', '-100.00'],
      ['less 20% of €900.00 per year (Public sector)', '-180.00'],
    ]);
  });

  test('hold for their days, and say which part of the time that is', () => {
    const spring = [discount('Spring', '10%', '2026-03-01', '2026-05-16')];
    expect(
      shownLines(priceOf(priceBy(each('31'), 'month', { discounts: spring }), exact(1), spanFrom())),
    ).toEqual([
      ['1 seat × €31.00 per month × 12 months', '372.00'],
      ['less 10% of €31.00 per month × (2 months + 15 of 31 days) (Spring)', '-7.70'],
    ]);
  });

  test('that begin in the middle of another change what is left from then on', () => {
    const discounts = [discount('Half year', '50%', '2026-07-01'), discount('Loyal', '10%')];
    const lines = shownLines(priceOf(priceBy(each('100'), 'month', { discounts }), exact(1), spanFrom()));
    expect(lines.slice(1)).toEqual([
      ['less 50% of €100.00 per month × 6 months (Half year)', '-300.00'],
      ['less 10% of €100.00 per month × 6 months (Loyal)', '-60.00'],
      ['less 10% of €50.00 per month × 6 months (Loyal)', '-30.00'],
    ]);
  });

  test('never take more than is left, and one of nothing is not shown', () => {
    const discounts = [discount('Voucher', '500'), discount('Loyal', '10%')];
    const priced = priceOf(priceBy(each('100'), 'once', { discounts }), exact(3), rest);
    expect(shownLines(priced)).toEqual([
      ['3 seats × €100.00', '300.00'],
      ['less €300.00 (Voucher)', '-300.00'],
    ]);
    expect(priced.lines.map(({ kind }) => kind)).toEqual(['charge', 'discount']);
  });

  test('of what is paid once hold on the day it is paid', () => {
    const discounts = [discount('Until summer', '10%', '2026-01-01', '2026-07-01')];
    const of = (from: string) =>
      priceOf(priceBy(each('100'), 'once', { discounts }), exact(1), spanFrom(from)).total;
    expect([of('2026-06-30'), of('2026-07-01')]).toEqual(['90.00', '100.00']);
  });
});

describe('a minimum charge', () => {
  const least = priceBy(each('10'), 'month', { minimum: '50' });

  test('is made up for in a line of its own, after all discounts, also where nothing is used', () => {
    expect(shownLines(priceOf(least, exact(3), spanFrom('2026-12-01')))).toEqual([
      ['3 seats × €10.00 per month', '30.00'],
      ['€20.00 per month, up to the minimum of €50.00', '20.00'],
    ]);
    const discounted = { ...least, discounts: [discount('Loyal', '10%')] };
    expect(priceOf(discounted, exact(5), spanFrom('2026-12-01')).total).toBe('50.00');
    expect(priceOf(least, exact(0), spanFrom('2026-12-17')).total).toBe('24.19');
    expect(shownLines(priceOf(least, exact(5), spanFrom('2026-12-01')))).toHaveLength(1);
  });

  test('that was paid with the units there are is not paid again for those added', () => {
    expect(priceOfAdded(least, exact(3), exact(2), spanFrom('2026-12-01')).total).toBe('0.00');
    expect(priceOfAdded(least, exact(3), exact(3), spanFrom('2026-12-01')).total).toBe('10.00');
    expect(priceOfAdded(least, exact(0), exact(3), spanFrom('2026-12-01')).total).toBe('50.00');
  });
});

describe('a ratchet', () => {
  const tiers = [
    { upTo: '100', unit: '5', flat: '0' },
    { upTo: null, unit: '4', flat: '0' },
  ];
  const stays = priceBy({ kind: 'volume', tiers, ratchet: true });

  test('keeps the tier that was reached once, and says so', () => {
    const of = (quantity: string, reached: string) =>
      shownLines(priceOf(stays, exact(quantity), { ...spanFrom(), reached: exact(reached) }));
    expect(of('80', '120')).toEqual([['80 seats × €4.00 (the tier that 120 seats reached)', '320.00']]);
    expect(of('80', '100')).toEqual([['80 seats × €5.00', '400.00']]);
  });

  test('is nothing where the price has none', () => {
    const moves = priceBy({ kind: 'volume', tiers });
    expect(priceOf(moves, exact(80), { ...spanFrom(), reached: exact(120) }).total).toBe('400.00');
  });

  test('leaves the tier with the units that are kept when others are given back', () => {
    expect(creditFor(stays, exact(120), exact(40), spanFrom()).total).toBe('-160.00');
    expect(creditFor(priceBy({ kind: 'volume', tiers }), exact(120), exact(40), spanFrom()).total).toBe(
      '-80.00',
    );
  });
});

describe('units given back', () => {
  test('are credited for the time that is left, discounts and all', () => {
    const component = priceBy(each('8.75'), 'month', { proration: 'thirtyDays' });
    const credit = creditFor(component, exact(3), exact(1), spanFrom('2026-01-12', '2026-02-01'));
    expect(shownLines(credit)).toEqual([['less 1 seat × €8.75 per month × 20 of 30 days', '-5.83']]);
    expect(credit.lines[0]!.kind).toBe('credit');
    const discounts = [discount('Loyal', '10%')];
    const cheaper = creditFor(
      { ...component, discounts },
      exact(3),
      exact(1),
      spanFrom('2026-01-12', '2026-02-01'),
    );
    expect(cheaper.total).toBe('-5.25');
    expect(cheaper.lines.map(({ label }) => label)).toContain(
      'taken back: 10% of €8.75 per month × 20 of 30 days (Loyal)',
    );
  });

  test('of one amount whatever the quantity are credited only where all are given back', () => {
    const flat = priceBy({ kind: 'flat', amount: '120' }, 'year');
    expect(creditFor(flat, exact(3), exact(1), spanFrom()).total).toBe('0.00');
    expect(creditFor(flat, exact(3), exact(3), spanFrom()).total).toBe('-120.00');
  });

  test('more than there are is a bug; none are nothing', () => {
    expect(() => creditFor(priceBy(each('1')), exact(1), exact(2), spanFrom())).toThrow('given back');
    expect(creditFor(priceBy(each('1')), exact(1), exact(0), spanFrom()).lines).toEqual([]);
  });
});
