import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { each } from '#business/catalog/given/prices.ts';
import type { PriceModel } from '#business/catalog/priceBook.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { quoteOfUnits } from '#business/settlement/draftQuote.ts';
import { exact, sum } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { compareWays, wayOf } from './compare.ts';
import { aMatter, call, days, grown, sold } from './given/matters.ts';
import { firstDayOf } from './matter.ts';
import type { Comparison } from './wayUp.ts';

const steady = (value: number, many = 60) => Array.from({ length: many }, () => value);
const rising = (from: number, by: number, many = 60) =>
  Array.from({ length: many }, (_, i) => from + Math.floor(i * by));
const told = ({ ways }: Comparison) =>
  ways.map(
    ({ units, aims, fit, price }) => `+${units} ${aims.join(' ')}: ${fit}, ${price?.total ?? 'no price'}`,
  );

describe('the ways up of one clause', () => {
  test('say that nothing is needed where use stays well below its limit', () => {
    const compared = compareWays(aMatter(steady(60)));
    expect(compared.best).toBe('0');
    expect(told(compared)).toEqual(['+0 stay now term likely room: enough, 0.00']);
  });

  test('find the units that use on the rise is likely to need until the end of the term', () => {
    const compared = compareWays(aMatter(rising(40, 0.5, 90)));
    const stay = compared.ways[0]!;
    expect(stay).toMatchObject({ aims: ['stay', 'now', 'term'], fit: 'short', replayed: { above: 0 } });
    expect(stay.foreseen).toMatchObject({ kind: 'seen', likely: expect.any(Number) });
    const best = compared.ways.find(({ units }) => units === compared.best)!;
    expect(best.aims).toContain('likely');
    expect(best.foreseen).toMatchObject({ likely: null });
    const room = compared.ways.find(({ aims }) => aims.includes('room'))!;
    expect(room.foreseen).toEqual({ kind: 'seen', early: null, likely: null });
  });

  test('count the windows that would have been above, however the limit was then', () => {
    const values = [...steady(60, 10), 110, 120, ...steady(60, 10)];
    const compared = compareWays(aMatter(values));
    expect(compared.ways[0]).toMatchObject({
      fit: 'from-now-on',
      replayed: { windows: 22, above: 2, peak: { value: '120' } },
    });
    const term = compared.ways.find(({ aims }) => aims.includes('term'))!;
    expect(term).toMatchObject({ units: '20', fit: 'enough', replayed: { above: 0 } });
    expect(compared.best).toBe('0');
  });

  test('foresee nothing from few windows and leave a fifth free instead', () => {
    const compared = compareWays(aMatter(steady(100, 5)));
    expect(told(compared)).toEqual(['+0 stay now term: enough, 0.00', '+25 room: enough, 9000.00']);
    expect(compared.ways[0]!.foreseen).toEqual({ kind: 'unknown' });
  });

  test('count whole packs: what is paid for is had', () => {
    const model: PriceModel = { kind: 'package', size: '40', price: '400' };
    const compared = compareWays(aMatter(steady(105, 5), { catalog: sold(call(model)) }));
    expect(compared.ways.map(({ limitAfter }) => limitAfter)).toEqual(['100', '120', '160']);
  });

  test('say where more costs less, as the price of a tier reaches back over all units', () => {
    const tiers = [
      { upTo: '120', unit: '10', flat: '0' },
      { upTo: null, unit: '8', flat: '0' },
    ];
    const compared = compareWays(aMatter(steady(105, 5), { catalog: sold(call({ kind: 'volume', tiers })) }));
    const [, first, tier] = compared.ways;
    expect(first).toMatchObject({ units: '5', dearerThan: '21' });
    expect(tier).toMatchObject({ units: '21', aims: ['tier'], fit: 'enough', dearerThan: null });
    expect(compared.best).toBe('21');
  });

  test('have no price where none is agreed, and are compared all the same', () => {
    const compared = compareWays(aMatter(steady(105, 5), { clause: { price: null } }));
    expect(told(compared)[1]).toBe('+5 now term: enough, no price');
    expect(compared).toMatchObject({ paid: null, best: '5', editions: [] });
  });

  test('state what is paid today, and what a way adds to a year and a month', () => {
    const compared = compareWays(aMatter(steady(105, 5)));
    expect(compared.paid?.perYear).toBe('36500.00');
    expect(compared.ways[1]).toMatchObject({ units: '5', perYear: '1825.00', perMonth: '152.08' });
    // 360 of 365 days are left.
    expect(compared.paid?.restOfTerm.total).toBe('36000.00');
  });
});

describe('what is not known, and what a limit grows by', () => {
  test('nothing counted: it cannot be told, and nothing is said to be enough or best', () => {
    const compared = compareWays({ ...aMatter([]), groups: new Map() });
    expect(compared.ways.map(({ aims, fit }) => [...aims, fit])).toEqual([['stay', 'cannot-tell']]);
    expect(compared.best).toBeNull();
  });

  test('records that contradict each other: in doubt until enough is allowed however they end', () => {
    const range = { low: '95', high: '110' };
    const matter = { ...aMatter([]), groups: new Map([['[]', days(95).map((one) => ({ ...one, range }))]]) };
    expect(wayOf(matter, exact(0)).fit).toBe('cannot-tell');
    expect(wayOf(matter, exact(9)).fit).toBe('cannot-tell');
    expect(wayOf(matter, exact(10)).fit).toBe('enough');
    expect(compareWays(matter).best).toBeNull();
  });

  test('what the limit grew by with another clause is allowed as well, and is not sold again', () => {
    const growing = { clause: { allowance: { each: '1', of: 'other' } } };
    const matter = {
      ...aMatter(steady(120), growing),
      groups: new Map([['[]', grown('50', ...steady(120))]]),
    };
    const compared = compareWays(matter);
    expect(compared).toMatchObject({ used: '120', limit: '100', best: '0' });
    expect(compared.ways.map(({ units, fit }) => `+${units} ${fit}`)).toEqual(['+0 enough']);
    const more = { ...matter, groups: new Map([['[]', grown('10', ...steady(120))]]) };
    expect(compareWays(more)).toMatchObject({ best: '10' });
  });

  test('a group that stands low and rises fast is seen to cross behind others that stand higher', () => {
    const groups = new Map([
      ['a', days(...steady(85))],
      ['b', days(...steady(84))],
      ['c', days(...steady(83))],
      ['d', days(...rising(20, 1))],
    ]);
    expect(wayOf({ ...aMatter(steady(85)), groups }, exact(0))).toMatchObject({
      fit: 'short',
      replayed: { above: 0 },
    });
  });
});

describe('editions', () => {
  const business = call(each('730'), { id: 'call-business', edition: 'business' });

  test('are priced for the same use: what the change costs for the rest of the term', () => {
    const catalog = sold(call(), business);
    const { editions } = compareWays(aMatter(steady(60), { catalog }));
    expect(editions).toMatchObject([
      { edition: 'team', isCurrent: true, change: null, perYear: '36500.00' },
      { edition: 'business', isCurrent: false, units: '100', perYear: '73000.00' },
    ]);
    // 305 of 365 days at 730 less 365 for each of a hundred.
    expect(editions[1]!.change!.total).toBe('30500.00');
  });

  test('are left out where no price book of the currency sells them', () => {
    const { editions } = compareWays(aMatter(steady(60)));
    expect(editions.map(({ edition }) => edition)).toEqual(['team']);
  });
});

describe('laws', () => {
  const models = fc.oneof(
    fc.integer({ min: 1, max: 999 }).map((unit): PriceModel => each(`${unit}.37`)),
    fc
      .record({ size: fc.integer({ min: 2, max: 30 }), price: fc.integer({ min: 1, max: 500 }) })
      .map(({ size, price }): PriceModel => ({ kind: 'package', size: String(size), price: `${price}.99` })),
    fc
      .tuple(
        fc.constantFrom('graduated' as const, 'volume' as const),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 20, max: 200 }),
      )
      .map(
        ([kind, a, b, upTo]): PriceModel => ({
          kind,
          tiers: [
            { upTo: String(upTo), unit: `${a}.01`, flat: '0' },
            { upTo: null, unit: `${b}.03`, flat: '5' },
          ],
        }),
      ),
  );
  const use = fc.array(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 20 });
  const tolerance = fc.record({
    kind: fc.constantFrom('units' as const, 'percent' as const),
    value: fc.integer({ min: 0, max: 15 }).map(String),
  });
  const matters = fc
    .record({ values: use, model: models, tolerance })
    .map(({ values, model, tolerance: kept }) =>
      aMatter(values, { catalog: sold(call(model)), clause: { tolerance: kept } }),
    );
  const runs = { seed: 33, numRuns: 150 };

  test('lines add up to their total, exactly', () => {
    fc.assert(
      fc.property(matters, (matter) => {
        for (const { price } of compareWays(matter).ways)
          expect(sum(price!.lines.map(({ shown }) => exact(shown))).equals(exact(price!.total))).toBe(true);
      }),
      runs,
    );
  });

  test('more never costs less, unless it is said', () => {
    fc.assert(
      fc.property(matters, (matter) => {
        const { ways } = compareWays(matter);
        for (const [i, way] of ways.entries()) {
          const cheaper = ways
            .slice(i + 1)
            .find((one) => exact(one.price!.total).lt(exact(way.price!.total)));
          expect(way.dearerThan).toBe(cheaper?.units ?? null);
          if (cheaper)
            expect(['volume', 'graduated']).toContain(
              matter.catalog.priceBooks[0]!.components[0]!.model.kind,
            );
        }
      }),
      runs,
    );
  });

  test('what is enough leaves no window above, each looked at by itself', () => {
    fc.assert(
      fc.property(matters, fc.integer({ min: 0, max: 99 }), (matter, chosen) => {
        for (const { fit, limitAfter, replayed } of compareWays(matter, exact(chosen)).ways) {
          const most = withTolerance(matter.clause, exact(limitAfter));
          const above = [...matter.groups.values()].flat().filter(({ value }) => exact(value).gt(most));
          expect(replayed.above).toBe(above.length);
          if (fit === 'enough') expect(above).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('the best is never dearer than another that is not short', () => {
    fc.assert(
      fc.property(matters, (matter) => {
        const { ways, best } = compareWays(matter);
        const chosen = ways.find(({ units }) => units === best);
        for (const way of ways.filter(({ fit }) => fit !== 'short'))
          expect(exact(chosen!.price!.total).lte(exact(way.price!.total))).toBe(true);
      }),
      runs,
    );
  });

  test('units cost what a quote for them costs', () => {
    fc.assert(
      fc.property(matters, fc.integer({ min: 1, max: 99 }), (matter, units) => {
        const { now, signed } = matter;
        const from = firstDayOf(signed, now);
        const place = { ...matter, id: 'Q', validUntil: '2026-12-31' as CalendarDate };
        const quote = quoteOfUnits(place, { units: String(units), from, now });
        if (!quote.ok) throw new Error('not quoted');
        const { price } = wayOf(matter, exact(units));
        expect(price?.total).toBe(quote.value.priced.total);
        expect(price?.lines).toEqual(quote.value.priced.lines);
      }),
      runs,
    );
  });
});
