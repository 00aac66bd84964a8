import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, exact, stored, sum } from '#platform/exact.ts';
import { addDays } from '#platform/instant.ts';
import { date, discount, each, priceBy, spanFrom } from './given/prices.ts';
import { creditFor, exactTotal, priceOf, priceOfAdded } from './price.ts';
import type { Discount, Per, PriceComponent, PriceModel, Proration } from './priceBook.ts';
import type { Priced } from './priced.ts';
import type { Span } from './span.ts';

const laws = { seed: 20261122, numRuns: 100 };
const cents = (most: number) => fc.nat(most * 100).map((n) => stored(exact(n).div(100)));
const decimal = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(99)).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
const days = fc.integer({ min: -100, max: 500 }).map((n) => addDays(date('2026-01-01'), n));
const anySpan = fc.tuple(days, days).map(([a, b]): Span => {
  const [from, until] = [a, b].sort() as [typeof a, typeof b];
  return spanFrom(from, until);
});
const anyModel: fc.Arbitrary<PriceModel> = fc.oneof(
  decimal(90).map(each),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), decimal(90))
    .map(([size, price]): PriceModel => ({ kind: 'package', size: String(size), price })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), decimal(90), decimal(90)).map(
    ([size, many, a, b]): PriceModel => ({
      kind: 'blocks',
      tiers: [
        { upTo: String(size * many), size: String(size), price: a },
        { upTo: null, size: '7', price: b },
      ],
    }),
  ),
  fc.tuple(decimal(90), decimal(90), fc.boolean()).map(
    ([a, b, ratchet]): PriceModel => ({
      kind: 'volume',
      tiers: [
        { upTo: '50', unit: a, flat: '0' },
        { upTo: null, unit: b, flat: '3' },
      ],
      ratchet,
    }),
  ),
);
const anyDiscount: fc.Arbitrary<Discount> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 100 }), fc.option(days), fc.option(days))
  .map(([share, value, from, until]) =>
    discount('D', `${value}${share ? '%' : ''}`, from ?? undefined, until ?? undefined),
  );
const anyComponent: fc.Arbitrary<PriceComponent> = fc
  .record({
    model: anyModel,
    per: fc.constantFrom<Per>('once', 'month', 'quarter', 'year'),
    discounts: fc.array(anyDiscount, { maxLength: 3 }),
    minimum: fc.option(decimal(500), { nil: undefined }),
    proration: fc.constantFrom<Proration>('day', 'second', 'thirtyDays'),
  })
  .map(({ model, per, minimum, ...given }) => priceBy(model, per, { ...given, ...(minimum && { minimum }) }));
const total = (priced: Priced): string => stored(exactTotal(priced));
const whole = (model: PriceModel, quantity: string): Exact =>
  exactTotal(priceOf(priceBy(model), exact(quantity), spanFrom()));

function addsUp(priced: Priced): void {
  expect(stored(sum(priced.lines.map((line) => exact(line.shown))))).toBe(stored(exact(priced.total)));
}

describe('laws of the forms of price', () => {
  test('shown lines and the rounding line are the total, whatever the form', () => {
    fc.assert(
      fc.property(anyComponent, decimal(300), decimal(300), anySpan, (component, q, r, span) => {
        addsUp(priceOf(component, exact(q), span));
        addsUp(priceOfAdded(component, exact(q), exact(r), span));
        addsUp(creditFor(component, exact(q).add(exact(r)), exact(q), span));
      }),
      laws,
    );
  });

  test('packages of one cost what units cost; a package never costs less than its share', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 300 }), decimal(50), (units, size, price) => {
        const quantity = String(units);
        const ones = whole({ kind: 'package', size: '1', price }, quantity);
        expect(stored(ones)).toBe(stored(whole(each(price), quantity)));
        const packs = whole({ kind: 'package', size: String(size), price }, quantity);
        const share = exact(price).mul(units).div(size);
        expect(packs.compare(share)).toBeGreaterThanOrEqual(0);
        expect(packs.sub(share).compare(exact(price))).toBeLessThanOrEqual(0);
      }),
      laws,
    );
  });

  test('where a tier of blocks ends, blocks cost what graduated units cost; one unit more is one block more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }), cents(40)), {
          minLength: 1,
          maxLength: 4,
        }),
        (rows) => {
          let end = 0;
          const tiers = rows.map(([size, many, price]) => {
            end += size * many;
            return { upTo: String(end), size: String(size), price };
          });
          const open = { upTo: null, size: '13', price: '7' };
          const blocks: PriceModel = { kind: 'blocks', tiers: [...tiers, open] };
          const graduated: PriceModel = {
            kind: 'graduated',
            tiers: [...tiers, open].map(({ upTo, size, price }) => ({
              upTo,
              unit: stored(exact(price).div(exact(size))),
              flat: '0',
            })),
          };
          for (const [i, { upTo }] of tiers.entries()) {
            expect(stored(whole(blocks, upTo))).toBe(stored(whole(graduated, upTo)));
            const next = [...tiers, open][i + 1]!;
            const step = whole(blocks, String(Number(upTo) + 1)).sub(whole(blocks, upTo));
            expect(stored(step)).toBe(stored(exact(next.price)));
          }
        },
      ),
      laws,
    );
  });

  test('spans that adjoin cost exactly what they cost together, with discounts that come and go and a minimum', () => {
    fc.assert(
      fc.property(anyComponent, decimal(300), anySpan, fc.nat(), (component, q, span, at) => {
        fc.pre(component.per !== 'once' && component.proration !== 'thirtyDays');
        const length = Math.round((Date.parse(span.until) - Date.parse(span.from)) / 86_400_000);
        const cut = addDays(span.from, at % (length + 1));
        const of = (part: Span) => exactTotal(priceOf(component, exact(q), part));
        const parts = of({ ...span, until: cut }).add(of({ ...span, from: cut }));
        expect(stored(parts)).toBe(total(priceOf(component, exact(q), span)));
      }),
      laws,
    );
  });

  test('a credit is exactly the charge for the same units over the same span, taken back', () => {
    fc.assert(
      fc.property(anyComponent, decimal(300), decimal(300), anySpan, (component, kept, back, span) => {
        fc.pre(!('ratchet' in component.model && component.model.ratchet) && exact(kept).gt(0));
        const credit = creditFor(component, exact(kept).add(exact(back)), exact(back), span);
        const charge = priceOfAdded(component, exact(kept), exact(back), span);
        expect(total(credit)).toBe(stored(exactTotal(charge).neg()));
        const all = creditFor(component, exact(kept), exact(kept), span);
        expect(total(all)).toBe(stored(exactTotal(priceOf(component, exact(kept), span)).neg()));
      }),
      laws,
    );
  });

  test('shares alone may be taken in any order, and so may amounts; no discount makes a price negative or dearer', () => {
    const same = fc
      .boolean()
      .chain((share) =>
        fc
          .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 })
          .map((values) => values.map((value) => discount('D', `${value}${share ? '%' : ''}`))),
      );
    fc.assert(
      fc.property(anyModel, same, decimal(300), anySpan, (model, discounts, q, span) => {
        const of = (list: readonly Discount[]) =>
          exactTotal(priceOf(priceBy(model, 'month', { discounts: list }), exact(q), span));
        expect(stored(of(discounts))).toBe(stored(of(discounts.toReversed())));
        expect(of(discounts).compare(of([]))).toBeLessThanOrEqual(0);
        expect(of(discounts).compare(exact(0))).toBeGreaterThanOrEqual(0);
      }),
      laws,
    );
  });

  test('a period never costs less than its minimum', () => {
    fc.assert(
      fc.property(anyComponent, decimal(300), decimal(500), (component, q, minimum) => {
        const month = priceOf(
          { ...component, per: 'month', minimum },
          exact(q),
          spanFrom('2026-05-01', '2026-06-01'),
        );
        expect(exactTotal(month).compare(exact(minimum))).toBeGreaterThanOrEqual(0);
      }),
      laws,
    );
  });

  test('with a ratchet giving units back and taking them again never raises the price of the tier', () => {
    const tiers = [
      { upTo: '50', unit: '3', flat: '0' },
      { upTo: null, unit: '2', flat: '0' },
    ];
    const stays = priceBy({ kind: 'volume', tiers, ratchet: true });
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(exact) as [Exact, Exact];
        const kept = exactTotal(priceOf(stays, less, { ...spanFrom(), reached: more }));
        const paid = exactTotal(priceOf(stays, more, spanFrom()));
        const back = exactTotal(creditFor(stays, more, more.sub(less), spanFrom()));
        expect(stored(paid.add(back))).toBe(stored(less.equals(0) ? exact(0) : kept));
      }),
      laws,
    );
  });
});

test('no float is made anywhere a price is computed', () => {
  for (const file of ['adjustments.ts', 'commitment.ts', 'lines.ts', 'slices.ts', 'span.ts']) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
    expect(source, file).not.toMatch(/\bNumber\(|parseFloat|valueOf|toFixed|\d\.\d|\bround\(/);
  }
});
