import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Right, RightRule } from '#business/agreements/right.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { exact } from '#platform/exact.ts';
import { after, dateIn, day } from '#platform/instant.ts';
import { allOf, aMeasure, aRecord, at } from '#test/given.ts';
import { applyRights } from './applyRights.ts';

const start = at('2026-01-01');
const term = { from: start, until: at('2026-04-01') };
const none = new Map<string, string>();
const asOf = at('2026-03-20');
const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, days]) => ({ from: after(start, from * day), until: after(start, (from + days) * day) }));
const rule: fc.Arbitrary<RightRule> = fc.oneof(
  fc.record({
    kind: fc.constant('freeUse' as const),
    attribute: fc.constant('environment'),
    in: fc.subarray(['test', 'dr'], { minLength: 1 }),
    upTo: fc.option(fc.integer({ min: 1, max: 3 }).map(String)),
  }),
  fc.record({
    kind: fc.constant('pool' as const),
    attribute: fc.constant('affiliate'),
    in: fc.constant(['de']),
  }),
  fc.record({ kind: fc.constant('reassignment' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('rulingSource' as const),
    sources: fc.shuffledSubarray(['a', 'b'], { minLength: 1 }),
  }),
);
const rights = fc
  .array(fc.tuple(rule, span), { maxLength: 4 })
  .map((list) => list.map(([rule, over], i): Right => ({ id: `R-${i}`, rule, ...over })));
const record = fc
  .record({
    kind: fc.constantFrom('occurrence' as const, 'held' as const, 'member' as const),
    day: fc.integer({ min: 0, max: 75 }),
    lasts: fc.option(fc.integer({ min: 1, max: 20 })),
    who: fc.option(fc.constantFrom('p', 'q', 'r')),
    source: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 0, max: 3 }),
    environment: fc.option(fc.constantFrom('test', 'dr', 'production')),
    affiliate: fc.option(fc.constantFrom('de', 'us')),
    id: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ kind, day: n, lasts, who, source, quantity, environment, affiliate, id }): UsageRecord => {
    const from = after(start, n * day);
    return aRecord({
      kind,
      at: from,
      until: kind === 'held' && lasts !== null ? after(from, lasts * day) : null,
      who,
      source,
      id: `${kind}-${id}`,
      quantity: kind === 'member' ? '1' : String(quantity),
      series: kind === 'occurrence' ? null : kind === 'member' ? 'list' : `s${id % 7}`,
      attributes: { ...(environment ? { environment } : {}), ...(affiliate ? { affiliate } : {}) },
    });
  });
const records = fc.array(record, { maxLength: 25 });
const measure = fc
  .constantFrom<Measure['aggregate']>(
    { kind: 'count' },
    { kind: 'sum' },
    { kind: 'unique', by: 'who' },
    { kind: 'peakConcurrency' },
    { kind: 'timeWeighted' },
  )
  .map((aggregate) => aMeasure({ aggregate }));

function request(list: readonly UsageRecord[], of: Measure) {
  const windows = windowsOf(of, term, { asOf, anchor: dateIn(start, 'UTC'), cuts: [] });
  return { records: list, chosen: none, measure: of, features: [allOf('call')], windows, asOf };
}
function ruled(list: readonly UsageRecord[], of: Measure, by: readonly Right[]) {
  return applyRights(request(list, of), by);
}
const seed = { seed: 20_261_122, numRuns: 150 };
const inOrder = (list: readonly UsageRecord[]) => list.map((one) => JSON.stringify(one)).sort();
const unlike = (list: readonly UsageRecord[]) => [
  ...new Map(list.map((one) => [`${one.source} ${one.id}`, one])).values(),
];

describe('laws of rights', () => {
  test('where there is none, the list is the very same', () => {
    fc.assert(
      fc.property(records, measure, (list, of) => {
        expect(ruled(list, of, [])).toBe(list);
      }),
      seed,
    );
  });
  test('the order of records and rights changes nothing', () => {
    fc.assert(
      fc.property(records, measure, rights, (all, of, by) => {
        const list = unlike(all);
        const turned = ruled(list.toReversed(), of, by.toReversed());
        expect(inOrder(turned)).toEqual(inOrder(ruled(list, of, by)));
      }),
      seed,
    );
  });
  test('both counts agree on what is left', () => {
    fc.assert(
      fc.property(records, measure, rights, (list, of, by) => {
        const left = request(ruled(list, of, by), of);
        expect(recount(left)).toEqual(countByASweep(left));
      }),
      seed,
    );
  });
  test('a record that comes twice counts as one', () => {
    fc.assert(
      fc.property(records, measure, rights, (all, of, by) => {
        const list = unlike(all);
        const once = countByASweep(request(ruled(list, of, by), of));
        expect(countByASweep(request(ruled([...list, ...list], of, by), of))).toEqual(once);
      }),
      seed,
    );
  });
  test('rights but reassignment never raise a value, and reassignment never lowers one', () => {
    fc.assert(
      fc.property(records, measure, rights, (list, of, by) => {
        const valuesOf = (some: readonly Right[]) =>
          new Map(
            countByASweep(request(ruled(list, of, some), of)).map(({ window, value }) => [window, value]),
          );
        const seats = by.filter(({ rule }) => rule.kind === 'reassignment');
        const others = by.filter(({ rule }) => rule.kind !== 'reassignment');
        const [bare, less, more] = [valuesOf([]), valuesOf(others), valuesOf(seats)];
        for (const window of request(list, of).windows.keys()) {
          const at = (values: typeof bare) => exact(values.get(window) ?? '0');
          expect(at(less).compare(at(bare))).toBeLessThanOrEqual(0);
          expect(at(more).compare(at(bare))).toBeGreaterThanOrEqual(0);
        }
      }),
      seed,
    );
  });
});
