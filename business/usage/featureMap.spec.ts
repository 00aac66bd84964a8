import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeatureMapping } from '#business/catalog/priceBook.ts';
import { addDays, type CalendarDate, dateIn, type Interval, startOfDate } from '#platform/instant.ts';
import { type FeatureMapRequest, featureRules, unmatchedFeatures } from './featureMap.ts';
import type { FeatureRule } from './measure.ts';
import type { UsageRecord } from './record.ts';

const zone = 'Europe/Berlin';
const date = (text: string): CalendarDate => text as CalendarDate;
const span = (from: string, until: string): Interval => ({
  from: startOfDate(date(from), zone),
  until: startOfDate(date(until), zone),
});
const year = span('2026-01-01', '2027-01-01');
const mapping = (product: string, given: Partial<FeatureMapping> = {}): FeatureMapping => ({
  source: null,
  feature: 'cad',
  product,
  edition: null,
  precedence: 0,
  from: null,
  until: null,
  ...given,
});
const rules = (
  mappings: readonly FeatureMapping[],
  product: string,
  orders: Record<string, Interval[]> = {},
  given: Partial<FeatureMapRequest> = {},
): FeatureRule[] =>
  featureRules({
    mappings,
    product,
    ordered: (of) => orders[of] ?? [],
    sources: [],
    within: year,
    zone,
    ...given,
  });
/** `cad 2026-01-01..2026-07-01`, with the source where a rule is for one. */
const shown = (found: readonly FeatureRule[]): string[] =>
  found.map(
    ({ source, feature, from, until }) =>
      `${source ? `${source} ` : ''}${feature} ${dateIn(from, zone)}..${dateIn(until, zone)}`,
  );

describe('a feature belongs to a product', () => {
  test('for the time its mapping says, by days of the agreement’s zone', () => {
    const [found] = rules(
      [mapping('studio', { from: date('2026-03-29'), until: date('2026-07-01') })],
      'studio',
    );
    expect(found).toEqual({ source: null, feature: 'cad', ...span('2026-03-29', '2026-07-01') });
  });

  test('no longer than the time asked for, and not at all outside it', () => {
    expect(shown(rules([mapping('studio')], 'studio'))).toEqual(['cad 2026-01-01..2027-01-01']);
    expect(rules([mapping('studio', { until: date('2026-01-01') })], 'studio')).toEqual([]);
  });

  test('only if a mapping says so', () => {
    expect(rules([mapping('studio')], 'viewer')).toEqual([]);
  });
});

describe('a bundle and a single product', () => {
  const both = [mapping('suite', { precedence: 1 }), mapping('cad-single', { precedence: 2 })];

  test.each<[string, Record<string, Interval[]>, string[], string[]]>([
    ['neither ordered: the least precedence', {}, ['cad 2026-01-01..2027-01-01'], []],
    ['only the single product ordered', { 'cad-single': [year] }, [], ['cad 2026-01-01..2027-01-01']],
    [
      'both ordered: the least precedence',
      { suite: [year], 'cad-single': [year] },
      ['cad 2026-01-01..2027-01-01'],
      [],
    ],
    [
      'the bundle takes over on a day, and gives back on another',
      { suite: [span('2026-04-01', '2026-10-01')], 'cad-single': [year] },
      ['cad 2026-04-01..2026-10-01'],
      ['cad 2026-01-01..2026-04-01', 'cad 2026-10-01..2027-01-01'],
    ],
    [
      'orders that adjoin or overlap are one',
      {
        suite: [
          span('2026-06-01', '2026-10-01'),
          span('2026-04-01', '2026-06-01'),
          span('2026-05-01', '2026-07-01'),
        ],
        'cad-single': [year],
      },
      ['cad 2026-04-01..2026-10-01'],
      ['cad 2026-01-01..2026-04-01', 'cad 2026-10-01..2027-01-01'],
    ],
  ])('%s', (_, orders, suite, single) => {
    expect(shown(rules(both, 'suite', orders))).toEqual(suite);
    expect(shown(rules(both.toReversed(), 'cad-single', orders))).toEqual(single);
  });

  test('a mapping that has ended no longer wins', () => {
    const ended = [mapping('suite', { precedence: 1, until: date('2026-05-01') }), both[1]!];
    expect(shown(rules(ended, 'cad-single', { suite: [year] }))).toEqual(['cad 2026-05-01..2027-01-01']);
  });
});

describe('a mapping for one source', () => {
  const lab = [mapping('studio'), mapping('testing', { source: 'lab' })];

  test('takes that source’s use from the mapping for all, which keeps the other sources', () => {
    const sources = { sources: ['lab', 'office'] };
    expect(shown(rules(lab, 'studio', {}, sources))).toEqual(['office cad 2026-01-01..2027-01-01']);
    expect(shown(rules(lab, 'testing', {}, sources))).toEqual(['lab cad 2026-01-01..2027-01-01']);
  });

  test('loses to a mapping for all of lesser precedence', () => {
    const later = [lab[0]!, { ...lab[1]!, precedence: 1 }];
    expect(rules(later, 'testing', {}, { sources: ['lab'] })).toEqual([]);
  });
});

test('at any instant a feature counts for one product: the one the rule names', () => {
  const products = ['a', 'b', 'c'];
  const anyDay = fc.integer({ min: 0, max: 20 }).map((n) => addDays(date('2026-03-20'), n));
  const anyMapping = fc
    .tuple(
      fc.constantFrom(...products),
      fc.constantFrom(null, 's1', 's2'),
      fc.nat(99),
      fc.option(anyDay),
      fc.option(anyDay),
    )
    .map(([product, source, precedence, from, until]) =>
      mapping(product, { source, precedence, from, until }),
    );
  const anyOrders = fc.array(
    fc.tuple(anyDay, anyDay).map((days) => {
      const [from, until] = days.sort();
      return span(from, until);
    }),
    { maxLength: 2 },
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(anyMapping, { selector: ({ precedence }) => precedence, maxLength: 6 }),
      fc.tuple(anyOrders, anyOrders, anyOrders),
      fc.constantFrom('s1', 's2', 's3'),
      anyDay,
      (mappings, orders, source, day) => {
        const at = startOfDate(day, zone);
        const of = Object.fromEntries(products.map((product, i) => [product, orders[i]!]));
        const inForce = mappings
          .filter((m) => (m.source ?? source) === source && (m.from ?? '') <= day && day < (m.until ?? '9'))
          .sort((a, b) => a.precedence - b.precedence);
        const ordered = inForce.filter((m) =>
          of[m.product]!.some(({ from, until }) => from <= at && at < until),
        );
        const expected = (ordered[0] ?? inForce[0])?.product;
        const holding = products.filter((product) =>
          rules(mappings, product, of, { sources: ['s1', 's2', 's3'] }).some(
            (rule) => (rule.source ?? source) === source && rule.from <= at && at < rule.until,
          ),
        );
        expect(holding).toEqual(expected === undefined ? [] : [expected]);
      },
    ),
    { seed: 20260302, numRuns: 300 },
  );
});

describe('use that nothing takes to a product', () => {
  const record = (feature: string, given: Partial<UsageRecord> = {}): UsageRecord => ({
    source: 'office',
    id: 'r',
    digest: '',
    kind: 'held',
    feature,
    at: startOfDate(date('2026-05-01'), zone),
    until: null,
    quantity: '1',
    who: null,
    series: null,
    attributes: {},
    ...given,
  });

  test('is listed with the number of its records, most first', () => {
    const records = [record('x'), record('y'), record('y'), record('cad'), record('y', { source: 'lab' })];
    expect(unmatchedFeatures(records, [mapping('studio')], [], zone)).toEqual([
      { source: 'office', feature: 'y', records: 2 },
      { source: 'lab', feature: 'y', records: 1 },
      { source: 'office', feature: 'x', records: 1 },
    ]);
  });

  test.each<[string, UsageRecord, FeatureMapping[], string[], number]>([
    ['a feature a clause names itself', record('cad'), [], ['cad'], 0],
    ['a mapping of another source', record('cad'), [mapping('studio', { source: 'lab' })], [], 1],
    ['the last day of a mapping', record('cad'), [mapping('studio', { until: date('2026-05-02') })], [], 0],
    ['the day a mapping has ended', record('cad'), [mapping('studio', { until: date('2026-05-01') })], [], 1],
    ['a return', record('cad', { kind: 'return' }), [], [], 0],
    ['a reservation', record('cad', { kind: 'reservation' }), [], [], 1],
  ])('%s', (_, given, mappings, known, count) => {
    expect(unmatchedFeatures([given], mappings, known, zone)).toHaveLength(count);
  });
});
