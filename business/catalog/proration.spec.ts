import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, stored } from '#platform/exact.ts';
import { type Instant, parseInstant, second } from '#platform/instant.ts';
import { discount, each, priceBy, shownLines, spanFrom } from './given/prices.ts';
import { exactTotal, priceOf } from './price.ts';
import type { Per, Proration } from './priceBook.ts';
import { charged, periods } from './proration.ts';
import { spanOf } from './span.ts';

const at = (text: string): Instant => parseInstant(text)!;
const between = (from: Instant, until: Instant, anchor: Instant, zone: string) =>
  spanOf({ from, until }, { currency: 'EUR', zone, anchor });

describe('by the second', () => {
  const monthly = priceBy(each('100'), 'month', { proration: 'second' });
  const berlin = (from: string, until: string, anchor = '2026-01-15T09:30:00+01:00') =>
    between(at(from), at(until), at(anchor), 'Europe/Berlin');

  test('half of a month is half of its price', () => {
    const half = between(
      at('2026-04-16T00:00:00Z'),
      at('2026-05-01T00:00:00Z'),
      at('2026-01-01T00:00:00Z'),
      'UTC',
    );
    expect(shownLines(priceOf(monthly, exact(2), half))).toEqual([
      ['2 seats × €100.00 per month × 1,296,000 of 2,592,000 seconds', '100.00'],
    ]);
  });

  test('a period goes from the anchor’s time of day to the same by the clock, also where the clock changes', () => {
    const [part] = charged(
      'month',
      berlin('2026-03-15T09:30:01+01:00', '2026-04-15T09:30:00+02:00'),
      'second',
    ).before;
    expect(part).toEqual({
      from: '2026-03-15T08:30:01Z',
      until: '2026-04-15T07:30:00Z',
      by: 'second',
      part: 31 * 86_400 - 3_600 - 1,
      of: 31 * 86_400 - 3_600,
    });
    expect(
      charged('month', berlin('2026-03-15T09:30:00+01:00', '2026-05-15T09:30:00+02:00'), 'second'),
    ).toEqual({
      before: [],
      whole: 2,
      after: [],
    });
  });

  test('a discount begins with its day in the zone, to the second', () => {
    const discounts = [discount('Spring', '10%', '2026-04-01')];
    const span = berlin('2026-03-15T09:30:00+01:00', '2026-04-15T09:30:00+02:00');
    const lines = shownLines(priceOf({ ...monthly, discounts }, exact(1), span));
    // From April 1, 0:00 (+02:00) to April 15, 9:30 are 14 days and 9.5 hours.
    expect(lines[1]).toEqual([
      'less 10% of €100.00 per month × 1,243,800 of 2,674,800 seconds (Spring)',
      '-4.65',
    ]);
  });

  test('without moments its days begin at midnight UTC', () => {
    const priced = priceOf(monthly, exact(1), spanFrom('2026-04-16', '2026-05-01'));
    expect(shownLines(priced)).toEqual([
      ['1 seat × €100.00 per month × 1,296,000 of 2,592,000 seconds', '50.00'],
    ]);
  });

  test('what is prorated by day counts a day that is begun', () => {
    const span = berlin(
      '2026-04-16T23:59:59+02:00',
      '2026-04-17T00:00:01+02:00',
      '2026-04-01T00:00:00+02:00',
    );
    expect(shownLines(priceOf({ ...monthly, proration: 'day' }, exact(1), span))).toEqual([
      ['1 seat × €100.00 per month × 2 of 30 days', '6.67'],
    ]);
  });
});

describe('a month of 30 days', () => {
  const fixed = (per: Per, from: string, until: string) =>
    stored(periods(charged(per, spanFrom(from, until), 'thirtyDays')));
  test.each<[string, Per, string, string, string]>([
    ['20 days of January', 'month', '2026-01-12', '2026-02-01', '2/3'],
    ['30 days of January', 'month', '2026-01-02', '2026-02-01', '1'],
    ['all of January', 'month', '2026-01-01', '2026-02-01', '1'],
    ['all of February', 'month', '2026-02-01', '2026-03-01', '1'],
    ['27 days of February', 'month', '2026-02-01', '2026-02-28', '9/10'],
    ['45 days of a quarter', 'quarter', '2026-01-01', '2026-02-15', '1/2'],
    ['90 days of a year', 'year', '2026-01-01', '2026-04-01', '1/4'],
    ['364 days of a year, at most one', 'year', '2026-01-02', '2027-01-01', '1'],
  ])('%s', (_, per, from, until, share) => {
    expect(fixed(per, from, until)).toBe(share);
  });
});

test('law: by seconds too, spans that adjoin cost exactly what they cost together', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
  const moment = fc
    .integer({ min: 0, max: 800 * 86_400 })
    .map((n) => (at('2025-06-01T00:00:00Z') + n * second) as Instant);
  fc.assert(
    fc.property(
      fc.tuple(moment, moment, moment),
      moment,
      zone,
      fc.constantFrom<Exclude<Per, 'once'>>('month', 'quarter', 'year'),
      (three, anchor, where, per) => {
        const [from, cut, until] = three.toSorted((a, b) => a - b) as [Instant, Instant, Instant];
        fc.pre(from < cut && cut < until);
        const of = (a: Instant, b: Instant, proration: Proration) =>
          exactTotal(
            priceOf(priceBy(each('100'), per, { proration }), exact(3), between(a, b, anchor, where)),
          );
        const parts = of(from, cut, 'second').add(of(cut, until, 'second'));
        expect(stored(parts)).toBe(stored(of(from, until, 'second')));
      },
    ),
    { seed: 20261122, numRuns: 150 },
  );
});
