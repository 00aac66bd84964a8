import { describe, expect, test } from 'vitest';
import { exact } from '#platform/exact.ts';
import { readAgreements } from './agreementFile.ts';
import { conditionHolds, conditionWords } from './condition.ts';

const hosts =
  '{ id: hosts, kind: capacity, product: p, unit: host, text: t, plain: p, limit: 10, measure: { aggregate: count, window: month, filter: [{ attribute: kind, in: [host] }] } }';

/** Reads an agreement of the clause `hosts` and one with the given measure, and what else the clause says. */
function read(measure: string, more = '', kind = 'kind: capacity, limit: 1, limitRule: highest') {
  const clause = `{ id: c, ${kind}, product: p, unit: core, text: t, plain: p, measure: { ${measure} }${more} }`;
  return readAgreements(
    `{ goodterms: agreement/1, id: A, customer: c, title: t, signedOn: 2026-01-01, from: 2026-01-01, until: 2027-01-01, zone: UTC, currency: EUR, clauses: [${hosts}, ${clause}] }`,
  );
}
function clauseOf(...given: Parameters<typeof read>) {
  const result = read(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value[0]!.signed.clauses[1]!;
}
const codes = (...given: Parameters<typeof read>): string[] => {
  const result = read(...given);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const peak = 'aggregate: peakConcurrency, window: month';

describe('a measure with more than an aggregate', () => {
  test('has its steps of rating in order', () => {
    const { rating } = clauseOf(
      `${peak}, rating: [{ factor: { by: chip, table: { x: 0.5, 7: 2 }, otherwise: 1 } }, { atLeast: 8, each: [server, chip] }, { packsOf: 2, each: [server] }, { times: 25 }]`,
    ).measure;
    expect(rating).toEqual([
      { kind: 'factor', by: 'chip', table: { x: '0.5', 7: '2' }, otherwise: '1' },
      { kind: 'floor', each: ['server', 'chip'], atLeast: '8' },
      { kind: 'packs', each: ['server'], size: '2' },
      { kind: 'times', factor: '25' },
    ]);
  });

  test('is the lower or the greater of its parts', () => {
    const { aggregate } = clauseOf(
      'greaterOf: [{ aggregate: { unique: who } }, { aggregate: max, filter: [{ attribute: a, in: [b] }], unitSize: 2 }], window: month',
    ).measure;
    expect(aggregate).toEqual({
      kind: 'greaterOf',
      parts: [
        { aggregate: { kind: 'unique', by: 'who' }, filter: [], unitSize: '1' },
        { aggregate: { kind: 'max' }, filter: [{ attribute: 'a', in: ['b'] }], unitSize: '2' },
      ],
    });
  });

  test('charges at first use, counts the highest kind, keeps its highest value', () => {
    const charged = clauseOf(
      'aggregate: sum, window: month, firstUse: { each: [who], lasts: PT24H }, ratchet: true',
    );
    expect(charged.measure).toMatchObject({
      firstUse: { each: ['who'], lasts: 86_400_000_000 },
      ratchet: true,
    });
    const highest = clauseOf(
      'aggregate: { unique: who, highest: { attribute: type, order: [basic, full] } }, window: month',
    );
    expect(highest.measure.aggregate).toEqual({
      kind: 'unique',
      by: 'who',
      highest: { attribute: 'type', order: ['basic', 'full'] },
    });
  });

  test('of an earlier release has none of these fields: what was stored stays as it was', () => {
    const { measure } = clauseOf(peak);
    expect(Object.keys(measure).sort()).toEqual(
      ['aggregate', 'countReservations', 'filter', 'groupBy', 'unitSize', 'window', 'zone'].sort(),
    );
  });
});

describe('refused', () => {
  test.each([
    ['aggregate: count, window: month, rating: [{ times: 2 }]', 'rating_unused'],
    ['aggregate: { nthHighest: 2, of: unique }, window: month, rating: [{ times: 2 }]', 'rating_unused'],
    [
      'lowerOf: [{ aggregate: sum }, { aggregate: max }], window: month, rating: [{ times: 2 }]',
      'rating_unused',
    ],
    [`${peak}, rating: [{ packsOf: 2, each: [a] }, { atLeast: 8, each: [b] }]`, 'rating_order'],
    [`${peak}, rating: [{ packsOf: 2 }, { factor: { by: a, table: {}, otherwise: 2 } }]`, 'rating_order'],
    [`${peak}, rating: [{ factor: { by: who, table: {}, otherwise: 2 } }]`, 'factor_personal'],
    [`${peak}, rating: [{ times: 2, packsOf: 2 }]`, 'exactly_one'],
    [`${peak}, lowerOf: [{ aggregate: sum }, { aggregate: max }]`, 'exactly_one'],
    [`${peak}, firstUse: { each: [who], lasts: PT24H }`, 'first_use_unused'],
    ['aggregate: sum, window: month, firstUse: { each: [who], lasts: PT1M }', 'first_use_short'],
    ['aggregate: max, window: instant, ratchet: true', 'ratchet_unused'],
    ['lowerOf: [{ aggregate: max }, { aggregate: latest }], window: instant', 'window_instant'],
    [
      'lowerOf: [{ aggregate: sum }, { aggregate: { percentile: 101, of: sum } }], window: month',
      'percentile_invalid',
    ],
  ])('%s', (measure, code) => {
    expect(codes(measure)).toEqual([code]);
  });

  test('a ratchet of a restriction, whose windows are cut', () => {
    expect(codes(`${peak}, ratchet: true`, '', 'kind: restriction, attribute: site, allowed: [a]')).toEqual([
      'ratchet_unused',
    ]);
  });

  test.each([
    [peak, 'c', ['allowance_clause']],
    [peak, 'hosst', ['clause_unknown']],
    [peak, 'hosts', []],
    ['aggregate: peakConcurrency, window: instant', 'hosts', ['allowance_instant']],
  ])('an allowance: %s of %s', (measure, of, expected) => {
    expect(codes(measure, `, allowance: { each: 150, of: ${of} }`)).toEqual(expected);
  });
});

describe('a condition on the customer itself', () => {
  const stated = (employees: readonly number[], revenue: readonly number[] = []) =>
    new Map([
      ['employees', employees.map((n) => exact(n))],
      ['revenue', revenue.map((n) => exact(n))],
    ]);
  const condition = (text: string) => clauseOf(peak, `, onlyIf: ${text}`).onlyIf!;
  const paid = condition(
    '{ any: [{ fact: employees, atLeast: 250 }, { fact: revenue, atLeast: 10000000 }] }',
  );
  const otherwise = condition(
    '{ any: [{ fact: employees, above: 250 }, { fact: revenue, above: 10000000 }] }',
  );
  const free = condition('{ all: [{ fact: employees, below: 250 }, { fact: revenue, below: 10000000 }] }');

  test.each([
    [[249], [9_999_999], 'no', 'no', 'yes'],
    [[250], [1], 'yes', 'no', 'no'],
    [[251], [], 'yes', 'yes', 'no'],
    [[1], [10_000_000], 'yes', 'no', 'no'],
    [[249], [], 'unknown', 'unknown', 'unknown'],
    [[], [], 'unknown', 'unknown', 'unknown'],
    [[249, 251], [0], 'unknown', 'unknown', 'unknown'],
    [[260, 251], [], 'yes', 'yes', 'no'],
    [[0], [0], 'no', 'no', 'yes'],
  ] as const)(
    'employees %j, revenue %j: at least: %s, above: %s, below both: %s',
    (employees, revenue, ...expected) => {
      const facts = stated(employees, revenue);
      expect([paid, otherwise, free].map((one) => conditionHolds(one, facts))).toEqual(expected);
    },
  );

  test('reads as words', () => {
    expect(conditionWords(paid)).toBe('employees is at least 250 or revenue is at least 10,000,000');
    expect(conditionWords(free)).toBe('employees is below 250 and revenue is below 10,000,000');
  });
});
