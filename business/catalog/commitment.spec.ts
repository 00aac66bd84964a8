import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact, stored, sum } from '#platform/exact.ts';
import { underCommitment } from './commitment.ts';
import { discount, each, priceBy, shownLines, spanFrom } from './given/prices.ts';
import { exactTotal, priceOf } from './price.ts';
import type { Commitment, PriceComponent, PriceModel } from './priceBook.ts';

const calls = priceBy(each('1'), 'once', { id: 'calls', unitName: { one: 'call', many: 'calls' } });
const seats = priceBy(each('2'), 'once', { id: 'seats' });
const month = spanFrom('2026-05-01', '2026-06-01');
const committed = (given: Partial<Commitment> = {}): Commitment => ({
  id: 'platform',
  name: 'Monthly commitment',
  amount: '1000',
  per: 'month',
  overage: '1.5',
  components: ['calls', 'seats'],
  ...given,
});
const use = (component: PriceComponent, quantity: string) => ({ component, quantity: exact(quantity) });

describe('a commitment', () => {
  test('is used up first, at list, in the order of its components; the rest costs more (Flexprice)', () => {
    const priced = underCommitment(committed(), [use(seats, '2500'), use(calls, '5000')], month);
    expect(shownLines(priced)).toEqual([
      ['€1,000.00 of 5,000 calls × €1.00 within the commitment', '1000.00'],
      ['€4,000.00 of 5,000 calls × €1.00 × 1.5 beyond the commitment', '6000.00'],
      ['2,500 seats × €2.00 × 1.5 beyond the commitment', '7500.00'],
    ]);
    expect(priced.total).toBe('14500.00');
    expect(priced.lines.map(({ kind, component }) => [kind, component])).toEqual([
      ['charge', 'calls'],
      ['overage', 'calls'],
      ['overage', 'seats'],
    ]);
  });

  test('that is not used up is owed', () => {
    expect(shownLines(underCommitment(committed(), [use(calls, '300')], month))).toEqual([
      ['300 calls × €1.00', '300.00'],
      ['what is not used of €1,000.00 per month (Monthly commitment)', '700.00'],
    ]);
    expect(underCommitment(committed(), [], month).total).toBe('1000.00');
  });

  test('of a part of its period is that part of it', () => {
    const half = spanFrom('2026-06-01', '2026-06-16');
    expect(shownLines(underCommitment(committed(), [], half))).toEqual([
      ['what is not used of €1,000.00 per month × 15 of 30 days (Monthly commitment)', '500.00'],
    ]);
  });

  test('exactly used up leaves nothing to owe and nothing beyond', () => {
    const priced = underCommitment(committed(), [use(calls, '600'), use(seats, '200')], month);
    expect(priced.lines.map(({ kind }) => kind)).toEqual(['charge', 'charge']);
    expect(priced.total).toBe('1000.00');
  });

  test('names all lines of a component that is partly within', () => {
    const cheaper = { ...calls, discounts: [discount('Loyal', '10%')] };
    expect(shownLines(underCommitment(committed(), [use(cheaper, '2000')], month))[0]).toEqual([
      '€1,000.00 of (2,000 calls × €1.00, less 10% of €2,000.00 (Loyal)) within the commitment',
      '1000.00',
    ]);
  });

  test('is of its own components, each once: anything else is a bug', () => {
    const stranger = priceBy(each('1'), 'once', { id: 'other' });
    expect(() => underCommitment(committed(), [use(stranger, '1')], month)).toThrow('components');
    expect(() => underCommitment(committed(), [use(calls, '1'), use(calls, '1')], month)).toThrow('once');
  });
});

describe('laws', () => {
  const models = fc.constantFrom<PriceModel>(
    each('0.37'),
    { kind: 'package', size: '9', price: '2.5' },
    {
      kind: 'graduated',
      tiers: [
        { upTo: '40', unit: '3', flat: '1' },
        { upTo: null, unit: '0.5', flat: '2' },
      ],
    },
  );
  const factor = fc.constantFrom('0', '0.8', '1', '1.5', '3');
  const quantity = fc.tuple(fc.nat(200), fc.nat(99)).map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`);
  const cases = fc.record({
    a: models,
    b: models,
    q: quantity,
    r: quantity,
    more: quantity,
    amount: fc.nat(400).map(String),
    overage: factor,
    until: fc.constantFrom('2026-05-20', '2026-06-01'),
  });
  const exactly = (priced: ReturnType<typeof underCommitment>): Exact => exactTotal(priced);

  test('the total is never below the commitment, never falls with more units, and is list price at the factor 1', () => {
    fc.assert(
      fc.property(cases, ({ a, b, q, r, more, amount, overage, until }) => {
        const span = spanFrom('2026-05-01', until);
        const [one, two] = [
          { ...calls, model: a },
          { ...seats, model: b },
        ];
        const of = (first: string, given: Partial<Commitment> = {}) =>
          underCommitment(
            committed({ amount, overage, ...given }),
            [{ component: one, quantity: exact(first) }, use(two, r)],
            span,
          );
        const least = exact(amount).mul(until === '2026-06-01' ? 1 : exact(19).div(31));
        const priced = of(q);
        expect(exactly(priced).compare(least)).toBeGreaterThanOrEqual(0);
        const raised = of(stored(exact(q).add(exact(more))));
        expect(exactly(raised).compare(exactly(priced))).toBeGreaterThanOrEqual(0);
        const list = exactTotal(priceOf(one, exact(q), span)).add(exactTotal(priceOf(two, exact(r), span)));
        const plain = exactly(of(q, { overage: '1' }));
        expect(stored(plain)).toBe(stored(list.compare(least) > 0 ? list : least));
        expect(stored(sum(priced.lines.map((line) => exact(line.shown))))).toBe(stored(exact(priced.total)));
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});
