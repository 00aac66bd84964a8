import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripeAmount } from '#apps/server/billing/stripeAmounts.ts';
import { date, discount, each, priceBy } from '#business/catalog/given/prices.ts';
import type { Discount, PriceComponent, PriceModel } from '#business/catalog/priceBook.ts';
import type { Finding, ReadingSummary } from '#business/findings/lifecycle.ts';
import { exact, stored, sum } from '#platform/exact.ts';
import { type Instant, startOfDate } from '#platform/instant.ts';
import { writeCsv } from '#platform/table/writeTable.ts';
import { aClause, at } from '#test/given.ts';
import { rowsOf } from './billing.ts';
import { quoteOfFinding } from './draftQuote.ts';
import { aQuote, pricedBy } from './given/quotes.ts';

const laws = { seed: 20261122, numRuns: 200 };
const decimal = fc.tuple(fc.nat(90), fc.nat(99)).map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`);
const tiers = fc.tuple(fc.integer({ min: 1, max: 150 }), decimal, decimal, decimal);
const anyModel: fc.Arbitrary<PriceModel> = fc.oneof(
  decimal.map(each),
  decimal.map((amount): PriceModel => ({ kind: 'flat', amount })),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), decimal)
    .map(([size, price]): PriceModel => ({ kind: 'package', size: String(size), price })),
  fc.tuple(fc.constantFrom<'graduated' | 'volume'>('graduated', 'volume'), tiers).map(
    ([kind, [end, a, b, flat]]): PriceModel => ({
      kind,
      tiers: [
        { upTo: String(end), unit: a, flat },
        { upTo: null, unit: b, flat: '3' },
      ],
    }),
  ),
  tiers.map(
    ([end, a, b]): PriceModel => ({
      kind: 'blocks',
      tiers: [
        { upTo: String(end * 3), size: '3', price: a },
        { upTo: null, size: '7', price: b },
      ],
    }),
  ),
);
const anyDiscount: fc.Arbitrary<Discount> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 100 }))
  .map(([share, value]) => discount('D', `${value}${share ? '%' : ''}`));
const anyComponent: fc.Arbitrary<PriceComponent> = fc
  .record({
    model: anyModel,
    per: fc.constantFrom('once' as const, 'month' as const, 'quarter' as const, 'year' as const),
    discounts: fc.array(anyDiscount, { maxLength: 2 }),
    minimum: fc.option(decimal, { nil: undefined }),
    proration: fc.constantFrom('day' as const, 'second' as const, 'thirtyDays' as const),
  })
  .map(({ model, per, minimum, ...given }) => priceBy(model, per, { ...given, ...(minimum && { minimum }) }));

const term = { from: at('2026-01-01'), until: at('2027-01-01') };
const signed = {
  ...{ id: 'AG-1', customer: 'northwind' as never, title: 'Seats', zone: 'UTC' },
  ...{ signedOn: date('2025-12-01'), renewsOn: date('2027-01-01'), ...term },
};
const reading = (differs: Partial<ReadingSummary>): ReadingSummary => ({
  ...{ digest: 'r', from: at('2026-03-01'), until: at('2026-06-01'), tzdata: 'x' },
  ...{ peakFrom: at('2026-04-01'), peakUntil: at('2026-05-01') },
  ...{ value: '120', limit: '100', excess: '20', windows: 3 },
  ...differs,
});
const confirmed = (of: ReadingSummary, cause = 'growth') =>
  ({ key: 'F-1', status: 'confirmed', cause, confirmed: of, reading: of }) as unknown as Exclude<
    Finding,
    { status: 'none' }
  >;
const place = (component: PriceComponent, currency = 'EUR') => {
  const clause = aClause({ baseLimit: null, price: component.id });
  const text = { ...signed, currency, orderLines: [], clauses: [clause] };
  const book = { id: 'B', currency, from: date('2026-01-01'), until: null, components: [component] };
  return {
    ...{ id: 'Q-northwind-1', clause, signed: text, validUntil: date('2026-07-01') },
    agreement: { texts: [{ signed: text, recordedAt: term.from }], amendments: [], variations: [] },
    catalog: { products: [], features: [], priceBooks: [book] },
  };
};
const windows = [
  { from: at('2026-03-01'), excess: '12.5' },
  { from: at('2026-04-01'), excess: '20' },
  { from: at('2026-05-01'), excess: '3' },
];
const drafted = (component: PriceComponent, of = reading({}), currency = 'EUR') => {
  const result = quoteOfFinding(place(component, currency), confirmed(of), windows);
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return result.value;
};

describe('what is billed is what was agreed, to the last unit, whatever the form of price', () => {
  const anyCase = fc.tuple(
    anyComponent,
    decimal,
    decimal,
    fc.constantFrom('EUR', 'JPY', 'USD', 'KRW'),
    fc.boolean(),
  );

  test('the rows of the file add up to the total', () => {
    fc.assert(
      fc.property(anyCase, ([component, limit, excess, currency, open]) => {
        const quote = drafted(component, reading({ limit, excess, open }), currency);
        const [heading, ...rows] = rowsOf([{ quote, digest: 'd', status: 'agreed' }]);
        const place = heading!.indexOf('Amount');
        const amounts = rows.map((row) => exact((row[place] as { number: string }).number));
        expect(stored(sum(amounts))).toBe(stored(exact(quote.priced.total)));
      }),
      laws,
    );
  });

  test('and so do the items at Stripe, in its smallest units', () => {
    fc.assert(
      fc.property(anyCase, ([component, limit, excess, currency]) => {
        const { priced } = drafted(component, reading({ limit, excess }), currency);
        const minor = (amount: string) => {
          const result = stripeAmount(amount, currency);
          if (!result.ok) throw new Error(amount);
          return result.value;
        };
        const items = priced.lines.reduce((all, { shown }) => all + minor(shown), 0n);
        expect(items).toBe(minor(priced.total));
      }),
      laws,
    );
  });
});

describe('a quote of a finding', () => {
  const unit = priceBy(each('10'), 'month');

  test('pays from the peak’s first day, and releases what lies before with what that needed', () => {
    expect(drafted(unit)).toMatchObject({
      ...{ units: '20', from: at('2026-04-01'), until: at('2026-06-01') },
      release: { from: at('2026-03-01'), until: at('2026-04-01'), units: '13' },
    });
    expect(drafted(unit).priced.total).toBe('400.00');
  });

  test('pays through the end of the term while the use goes on', () => {
    expect(drafted(unit, reading({ open: true })).until).toBe(term.until);
  });

  test('of a peak at once releases nothing', () => {
    expect(drafted(unit, reading({ peakFrom: at('2026-03-01') })).release).toBeNull();
  });

  test('within a day pays and grants whole days', () => {
    const given = { from: at('2026-03-01T10:00:00Z'), peakFrom: at('2026-03-01T12:00:00Z') };
    const until = at('2026-03-02T15:00:00Z');
    const quote = drafted(unit, reading({ ...given, peakUntil: until, until }));
    const day = (text: string) => startOfDate(date(text), 'UTC') as Instant;
    expect(quote).toMatchObject({ from: day('2026-03-01'), until: day('2026-03-03'), release: null });
  });

  test.each([
    ['a mistake of ours', confirmed(reading({}), 'vendor-mistake'), 'nothing_owed'],
    [
      'what is not confirmed',
      { ...confirmed(reading({})), status: 'verified' } as never,
      'finding_not_confirmed',
    ],
  ])('%s has none', (_, finding, code) => {
    const result = quoteOfFinding(place(unit), finding, windows);
    expect(result.ok ? 'a quote' : result.problems[0]!.code).toBe(code);
  });
});

describe('the file', () => {
  test('holds each line with where it comes from; a quote without charge says so', () => {
    const free = aQuote({ id: 'Q-northwind-2', priced: pricedBy('EUR', '0.00') });
    const listed = [aQuote(), free].map((quote) => ({ quote, digest: 'd', status: 'agreed' }));
    const lines = new TextDecoder()
      .decode(writeCsv(rowsOf(listed)))
      .trim()
      .split('\r\n')
      .slice(1);
    expect(lines).toEqual([
      'Q-northwind-1,agreed,northwind,AG-1,seats,atlas,F-1,atlas-seat,2026-05-01,2026-12-31,charge,line 1,20,100,197 of 365 days,2000.00,EUR,1342.47,d',
      'Q-northwind-1,agreed,northwind,AG-1,seats,atlas,F-1,atlas-seat,2026-05-01,2026-12-31,credit,line 2,20,100,197 of 365 days,-657.53,EUR,1342.47,d',
      'Q-northwind-2,agreed,northwind,AG-1,seats,atlas,F-1,atlas-seat,2026-05-01,2026-12-31,,Nothing is charged,,,,0.00,EUR,0.00,d',
    ]);
  });

  test('is no program: a name that begins like a formula is a text', () => {
    const quote = aQuote({ clause: '=HYPERLINK("http://x")' });
    const text = new TextDecoder().decode(writeCsv(rowsOf([{ quote, digest: 'd', status: 'agreed' }])));
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});
