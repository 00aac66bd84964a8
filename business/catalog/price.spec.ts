import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact, stored, sum } from '#platform/exact.ts';
import { addDays, type CalendarDate } from '#platform/instant.ts';
import { combine, difference, exactTotal, priceOf, type Span } from './price.ts';
import type { Per, PriceComponent, PriceModel, Tier } from './priceBook.ts';
import type { Priced } from './priced.ts';

const date = (text: string): CalendarDate => text as CalendarDate;
const component = (per: Per, model: PriceModel, many = 'seats'): PriceComponent => ({
  id: 'c',
  product: 'p',
  edition: null,
  unitName: { one: many.replace(/s$/, ''), many },
  per,
  model,
});
/** `[[5, 7], [10, 6.5], [inf, 6]]` as vendors print it: up to, per unit, flat fee. */
const tiers = (rows: string): Tier[] =>
  rows.split(', ').map((row) => {
    const [upTo, unit, flat = '0'] = row.split(' ');
    return { upTo: upTo === 'inf' ? null : upTo!, unit: unit!, flat };
  });
const span = (currency: string, from = '2026-01-01', until = '2027-01-01', anchor = '2026-01-01'): Span => ({
  currency,
  from: date(from),
  until: date(until),
  anchor: date(anchor),
});
const shown = ({ lines }: Priced): string[] => lines.map((line) => line.shown);
const labels = ({ lines }: Priced): string[] => lines.map(({ label }) => label);

describe('vendors’ published examples', () => {
  const stripe = '5 7, 10 6.5, inf 6';
  const older = '5 5, 10 4, 15 3, 20 2, inf 1';
  const aws = '1024 0.14, 51200 0.125, inf 0.11';
  const lago = '10000 0.001 10, 50000 0.0008 10, 100000 0.0006 10, inf 0.0004 10';
  const autumn = '1000 0.01, 10000 0.008, inf 0.005';
  const autumnFlat = '1000 0.1 0, 10000 0.08 50, inf 0.05 100';
  test.each<[string, 'volume' | 'graduated', string, string, string[], string]>([
    ['Stripe, volume, 1', 'volume', stripe, '1', ['7.00'], '7.00'],
    ['Stripe, volume, 6', 'volume', stripe, '6', ['39.00'], '39.00'],
    ['Stripe, volume, 20', 'volume', stripe, '20', ['120.00'], '120.00'],
    ['Stripe, graduated, 6', 'graduated', older, '6', ['25.00', '4.00'], '29.00'],
    ['Lago, volume with a flat fee', 'volume', lago, '65000', ['39.00', '10.00'], '49.00'],
    ['Autumn, graduated', 'graduated', autumn, '15000', ['10.00', '72.00', '25.00'], '107.00'],
    ['Autumn, volume with a flat fee', 'volume', autumnFlat, '5000', ['400.00', '50.00'], '450.00'],
    ['AWS S3, GB-months', 'graduated', aws, '52900', ['143.36', '6272.00', '187.00'], '6602.36'],
  ])('%s', (_, kind, rows, quantity, lines, total) => {
    const priced = priceOf(component('once', { kind, tiers: tiers(rows) }), exact(quantity), span('USD'));
    expect(shown(priced)).toEqual(lines);
    expect(priced.total).toBe(total);
  });

  test('Kill Bill: a recurring fee and graduated usage, together 1930', () => {
    const usage = component('once', { kind: 'graduated', tiers: tiers('1000 1.5, inf 2.0') });
    const recurring = component('month', { kind: 'flat', amount: '30' });
    const month = span('USD', '2026-01-01', '2026-02-01');
    const sum = combine([priceOf(recurring, exact(1), month), priceOf(usage, exact(1200), month)]);
    expect(sum.ok && shown(sum.value)).toEqual(['30.00', '1500.00', '400.00']);
    expect(sum.ok && sum.value.total).toBe('1930.00');
  });

  test('Slack: 20 of 30 days at 8 are 5.33', () => {
    const priced = priceOf(
      component('month', { kind: 'unit', unit: '8' }),
      exact(1),
      span('USD', '2026-06-11', '2026-07-01'),
    );
    expect(priced.total).toBe('5.33');
    expect(labels(priced)).toEqual(['1 seat × $8.00 per month × 20 of 30 days']);
  });

  test('GitLab: 10 seats for the 3 quarters that are left at 25 are 750', () => {
    const quarterly = component('quarter', { kind: 'unit', unit: '25' });
    const priced = priceOf(quarterly, exact(10), span('USD', '2026-04-01'));
    expect(priced.total).toBe('750.00');
    expect(labels(priced)).toEqual(['10 seats × $25.00 per quarter × 3 quarters']);
  });

  test('Atlassian: changing from 27,500 to 45,500 with 197 of 365 days left is 9,715.07, and the lines add up', () => {
    const rest = span('USD', '2026-06-18');
    const tier = (amount: string) => priceOf(component('year', { kind: 'flat', amount }), exact(1), rest);
    const upgrade = difference(tier('45500'), tier('27500'));
    expect(shown(upgrade)).toEqual(['24557.53', '-14842.47', '0.01']);
    expect(upgrade.total).toBe('9715.07');
    expect(upgrade.lines.map(({ kind }) => kind)).toEqual(['charge', 'credit', 'rounding']);
    expect(labels(upgrade)).toEqual([
      '$45,500.00 per year × 197 of 365 days',
      'less $27,500.00 per year × 197 of 365 days',
      'rounding',
    ]);
    expect(stored(exactTotal(upgrade))).toBe('709200/73');
  });
});

describe('the span', () => {
  const seats = (per: Per, from: string, until: string, anchor = '2026-01-01') =>
    priceOf(component(per, { kind: 'unit', unit: '100' }), exact(20), span('EUR', from, until, anchor));

  test.each<[string, Per, string, string, string, string, string]>([
    ['one whole year', 'year', '2026-01-01', '2027-01-01', '2026-01-01', '', '2000.00'],
    ['twelve whole months', 'month', '2026-01-01', '2027-01-01', '2026-01-01', ' × 12 months', '24000.00'],
    ['the rest of a year', 'year', '2026-06-18', '2027-01-01', '2026-01-01', ' × 197 of 365 days', '1079.45'],
    ['a leap year', 'year', '2028-01-01', '2028-07-01', '2026-01-01', ' × 182 of 366 days', '994.54'],
    ['months counted from the 15th', 'month', '2026-06-15', '2026-07-15', '2026-01-15', '', '2000.00'],
    ['months counted from the 31st', 'month', '2026-02-28', '2026-03-31', '2026-01-31', '', '2000.00'],
    ['before the anchor', 'month', '2025-11-01', '2025-12-01', '2026-01-01', '', '2000.00'],
    [
      'across a period’s edge',
      'month',
      '2026-01-22',
      '2026-02-15',
      '2026-01-01',
      ' × (10 of 31 days + 14 of 28 days)',
      '1645.16',
    ],
    [
      'parts and wholes',
      'month',
      '2026-01-22',
      '2026-04-11',
      '2026-01-01',
      ' × (10 of 31 days + 2 months + 10 of 30 days)',
      '5311.83',
    ],
    ['once, whatever the span', 'once', '2026-01-22', '2026-04-11', '2026-01-01', '', '2000.00'],
  ])('%s', (_, per, from, until, anchor, words, total) => {
    const priced = seats(per, from, until, anchor);
    expect(labels(priced)).toEqual([`20 seats × €100.00${per === 'once' ? '' : ` per ${per}`}${words}`]);
    expect(priced.total).toBe(total);
  });

  test('an empty span costs nothing', () => {
    expect(seats('month', '2026-03-01', '2026-03-01')).toEqual({ currency: 'EUR', lines: [], total: '0.00' });
  });

  test('the parts of periods that are charged are named', () => {
    expect(seats('year', '2026-06-18', '2027-01-01').lines[0]!.share).toEqual([
      { from: '2026-06-18', until: '2027-01-01', by: 'day', part: 197, of: 365 },
    ]);
    expect(seats('year', '2026-01-01', '2027-01-01').lines[0]!.share).toEqual([]);
  });
});

describe('lines', () => {
  test('a tier’s flat fee stands by itself, for every tier entered', () => {
    const model: PriceModel = { kind: 'graduated', tiers: tiers('10 5 20, inf 4 30') };
    const priced = priceOf(component('year', model, 'users'), exact('52900.5'), span('EUR'));
    expect(priced.lines.map(({ kind, label, shown }) => [kind, label, shown])).toEqual([
      ['charge', '10 users × €5.00 per year', '50.00'],
      ['fee', 'flat fee €20.00 per year', '20.00'],
      ['charge', '52,890.5 users × €4.00 per year', '211562.00'],
      ['fee', 'flat fee €30.00 per year', '30.00'],
    ]);
  });

  test('zero units cost nothing, but for a flat price', () => {
    const fees: PriceModel = { kind: 'volume', tiers: tiers('10 5 20, inf 4 30') };
    expect(priceOf(component('once', fees), exact(0), span('EUR')).lines).toEqual([]);
    const flat = priceOf(component('once', { kind: 'flat', amount: '12.5' }), exact(0), span('EUR'));
    expect(flat.total).toBe('12.50');
  });

  test('exactly at a tier’s end the quantity is in that tier; above it, however little, in the next', () => {
    const volume = component('once', { kind: 'volume', tiers: tiers('10 5, inf 4') });
    expect(priceOf(volume, exact(10), span('EUR')).total).toBe('50.00');
    expect(priceOf(volume, exact('10.01'), span('EUR')).total).toBe('40.04');
  });

  test.each([
    ['JPY', '100', '333', '-2'],
    ['BHD', '0.5', '1.667', '0.002'],
    ['EUR', '0.5', '1.67', '0.02'],
  ])('%s is rounded to its own smallest unit, once', (currency, unit, total, rounding) => {
    const twoThirds = span(currency, '2026-06-11', '2026-07-01');
    const one = priceOf(component('month', { kind: 'unit', unit }), exact(1), twoThirds);
    const five = combine([one, one, one, one, one]);
    expect(five.ok && five.value.total).toBe(total);
    expect(five.ok && five.value.lines.at(-1)).toMatchObject({ kind: 'rounding', shown: rounding });
  });

  test('currencies are never added to one another', () => {
    const unit = component('once', { kind: 'unit', unit: '1' });
    const mixed = combine([priceOf(unit, exact(1), span('EUR')), priceOf(unit, exact(1), span('USD'))]);
    expect(mixed.ok ? [] : mixed.problems.map(({ code }) => code)).toEqual(['mixed_currencies']);
    const none = combine([]);
    expect(none.ok ? [] : none.problems.map(({ code }) => code)).toEqual(['nothing_to_add']);
  });

  test('a negative quantity is a bug', () => {
    const unit = component('once', { kind: 'unit', unit: '1' });
    expect(() => priceOf(unit, exact(-1), span('EUR'))).toThrow('negative');
  });
});

const laws = { seed: 20260301, numRuns: 200 };
const decimal = (most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(most), fc.nat(9999)).map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
const anyTiers = (flat: fc.Arbitrary<string>): fc.Arbitrary<Tier[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 4 }),
      fc.array(fc.tuple(decimal(100), flat), { minLength: 5, maxLength: 5 }),
    )
    .map(([edges, prices]) =>
      [...edges.sort((a, b) => a - b).map(String), null].map((upTo, i) => ({
        upTo,
        unit: prices[i]![0],
        flat: prices[i]![1],
      })),
    );
const anyModel: fc.Arbitrary<PriceModel> = fc.oneof(
  decimal(1000).map((amount): PriceModel => ({ kind: 'flat', amount })),
  decimal(1000).map((unit): PriceModel => ({ kind: 'unit', unit })),
  fc
    .tuple(fc.constantFrom('volume' as const, 'graduated' as const), anyTiers(decimal(100)))
    .map(([kind, rows]): PriceModel => ({ kind, tiers: rows })),
);
const anyPer = fc.constantFrom<Per>('once', 'month', 'quarter', 'year');
const anyDate = fc.integer({ min: -200, max: 1200 }).map((days) => addDays(date('2026-01-01'), days));
const anyAnchor = fc.constantFrom('2026-01-01', '2026-01-31', '2024-02-29', '2026-03-15').map(date);
const anyCurrency = fc.constantFrom('EUR', 'JPY', 'BHD');
const anySpan = fc.tuple(anyDate, anyDate, anyAnchor, anyCurrency).map(([a, b, anchor, currency]): Span => {
  const [from, until] = [a, b].sort() as [CalendarDate, CalendarDate];
  return { currency, anchor, from, until };
});
const total = (model: PriceModel, quantity: Exact, per: Per = 'once'): Exact =>
  exactTotal(priceOf(component(per, model), quantity, span('EUR')));

describe('laws', () => {
  test('the shown lines add up to the shown total, which is the exact sum rounded once', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyModel,
        anyPer,
        decimal(600),
        decimal(600),
        anySpan,
        (a, b, per, q, r, period) => {
          const newer = priceOf(component(per, a), exact(q), period);
          const older = priceOf(component(per, b), exact(r), period);
          const added = combine([newer, older, difference(newer, older)]);
          for (const priced of [newer, older, difference(newer, older), ...(added.ok ? [added.value] : [])]) {
            expect(stored(sum(priced.lines.map((line) => exact(line.shown))))).toBe(
              stored(exact(priced.total)),
            );
            const off = exactTotal(priced).sub(exact(priced.total)).abs();
            const half = { EUR: '0.005', JPY: '0.5', BHD: '0.0005' }[period.currency]!;
            expect(off.compare(exact(half))).toBeLessThanOrEqual(0);
          }
        },
      ),
      laws,
    );
  });

  test('a difference is exactly the one less the other, also where tiers and fees are alike', () => {
    const alike = fc.constantFrom(
      '5 10, 10 10, inf 10',
      '5 10 2, 10 10 2, inf 10 2',
      '5 10, 10 8, inf 8',
      '5 7 3, 10 7 3, inf 6 3',
    );
    fc.assert(
      fc.property(alike, fc.nat(30), fc.nat(30), (rows, q, r) => {
        const graduated = component('once', { kind: 'graduated', tiers: tiers(rows) });
        const [newer, older] = [q, r].map((quantity) => priceOf(graduated, exact(quantity), span('EUR')));
        const expected = exactTotal(newer!).sub(exactTotal(older!));
        expect(stored(exactTotal(difference(newer!, older!)))).toBe(stored(expected));
      }),
      laws,
    );
  });

  test('a graduated price without flat fees grows with the quantity and never jumps, also across a tier’s end', () => {
    fc.assert(
      fc.property(anyTiers(fc.constant('0')), decimal(600), decimal(2), (rows, q, step) => {
        const model: PriceModel = { kind: 'graduated', tiers: rows };
        const growth = total(model, exact(q).add(exact(step))).sub(total(model, exact(q)));
        const dearest = rows.map(({ unit }) => exact(unit)).reduce((a, b) => (a.compare(b) > 0 ? a : b));
        expect(growth.compare(exact(0))).toBeGreaterThanOrEqual(0);
        expect(growth.compare(dearest.mul(exact(step)))).toBeLessThanOrEqual(0);
      }),
      laws,
    );
  });

  test('at one price per unit, two quantities together cost what they cost apart', () => {
    fc.assert(
      fc.property(decimal(1000), decimal(600), decimal(600), anyPer, (unit, q, r, per) => {
        const model: PriceModel = { kind: 'unit', unit };
        const apart = total(model, exact(q), per).add(total(model, exact(r), per));
        expect(stored(total(model, exact(q).add(exact(r)), per))).toBe(stored(apart));
      }),
      laws,
    );
  });

  test('a span cut in two at any day costs exactly what it costs whole', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.constantFrom<Per>('month', 'quarter', 'year'),
        decimal(600),
        anySpan,
        fc.nat(),
        (model, per, q, period, at) => {
          const days = Math.round((Date.parse(period.until) - Date.parse(period.from)) / 86_400_000);
          const cut = addDays(period.from, at % (days + 1));
          const of = (part: Span) => exactTotal(priceOf(component(per, model), exact(q), part));
          const parts = of({ ...period, until: cut }).add(of({ ...period, from: cut }));
          expect(stored(parts)).toBe(stored(of(period)));
        },
      ),
      laws,
    );
  });

  test('whole periods of the agreement cost whole prices', () => {
    const sizes = { month: 1, quarter: 3, year: 12 } as const;
    fc.assert(
      fc.property(
        fc.constantFrom<keyof typeof sizes>('month', 'quarter', 'year'),
        anyModel,
        fc.integer({ min: 1, max: 24 }),
        (per, model, n) => {
          const until = new Date(Date.UTC(2026, sizes[per] * n, 1)).toISOString().slice(0, 10);
          const priced = priceOf(component(per, model), exact(7), span('EUR', '2026-01-01', until));
          expect(stored(exactTotal(priced))).toBe(stored(total(model, exact(7)).mul(exact(n))));
          expect(priced.lines.every(({ share }) => share.length === 0)).toBe(true);
        },
      ),
      laws,
    );
  });
});

test('no float is made anywhere a price is computed', () => {
  for (const file of ['price.ts', 'proration.ts', 'money.ts', '../remediation/trueUp.ts']) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
    expect(source, file).not.toMatch(/\bNumber\(|parseFloat|valueOf|toFixed|\d\.\d|\bround\(/);
  }
});
