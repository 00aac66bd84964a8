import { describe, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { readAgreements, toAgreement } from './agreementFile.ts';
import { rightsOf } from './rightsOf.ts';

/** An agreement of one clause with some lines of its own and some permits. */
function file({
  clause = '',
  kind = 'capacity',
  measure = 'aggregate: sum, window: month',
  rest = '',
}): string {
  return `goodterms: agreement/1
id: AG-1
customer: northwind
title: Atlas
signedOn: 2025-12-15
from: 2026-01-01
until: 2027-01-01
zone: Europe/Berlin
currency: EUR
clauses:
  - id: seats
    kind: ${kind}
    product: atlas
    unit: seat
    text: Up to the ordered number.
    plain: As many as you ordered.
    measure: { ${measure} }
    ${kind === 'capacity' ? 'limit: 10' : 'attribute: version\n    allowed: []'}
${clause}
${rest}`;
}
const rights = (...lines: readonly string[]) =>
  `    rights:\n${lines.map((line) => `      - ${line}`).join('\n')}`;
const permit = (rule: string) => `variations:
  - id: EX-1
    clause: seats
    kind: permit
    from: 2026-03-01
    until: 2026-06-01
    decidedOn: 2026-02-20
    reason: Their new affiliate works with Atlas.
    right: ${rule}`;
const codes = (text: string) => {
  const read = readAgreements(text);
  return read.ok ? [] : read.problems.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('rights of a clause', () => {
  test('hold for the whole term unless they say otherwise, in the zone of the agreement', () => {
    const read = readAgreements(
      file({
        clause: rights(
          '{ id: dr, freeUse: { attribute: environment, in: [dr] } }',
          '{ id: test, from: 2026-02-01, freeUse: { attribute: environment, in: [test], upTo: 10 } }',
        ),
      }),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { signed } = read.value[0]!;
    expect(signed.clauses[0]!.rights).toEqual([
      {
        id: 'dr',
        from: signed.from,
        until: signed.until,
        rule: { kind: 'freeUse', attribute: 'environment', in: ['dr'], upTo: null },
      },
      {
        id: 'test',
        from: at('2026-01-31T23:00:00Z'),
        until: signed.until,
        rule: { kind: 'freeUse', attribute: 'environment', in: ['test'], upTo: '10' },
      },
    ]);
  });
  test('are not spoken of in an agreement without any: it reads as it did before there were rights', () => {
    const read = readAgreements(file({}));
    expect(read.ok && 'rights' in read.value[0]!.signed.clauses[0]!).toBe(false);
  });
  test('come by a permit too, for its time, once it is known', () => {
    const read = readAgreements(file({ rest: permit('{ pool: { attribute: affiliate, in: [us] } }') }));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [clause] = read.value[0]!.signed.clauses;
    const agreement = toAgreement(read.value[0]!, at('2026-02-25'));
    expect(rightsOf(agreement, clause!, at('2026-02-24'))).toEqual([]);
    expect(rightsOf(agreement, clause!, at('2026-04-01'))).toEqual([
      {
        id: 'EX-1',
        from: at('2026-02-28T23:00:00Z'),
        until: at('2026-05-31T22:00:00Z'),
        rule: { kind: 'pool', attribute: 'affiliate', in: ['us'] },
      },
    ]);
  });
  test('let two clauses count the same features, where their pools are of different affiliates', () => {
    const second = (pool: string) => `  - id: more
    kind: capacity
    product: atlas
    unit: seat
    text: Up to the ordered number.
    plain: As many as you ordered.
    measure: { aggregate: sum, window: month }
    limit: 5
    rights: [{ id: p, pool: { attribute: affiliate, in: [${pool}] } }]`;
    const first = rights('{ id: p, pool: { attribute: affiliate, in: [de] } }');
    expect(codes(file({ clause: first, rest: second('us') }))).toEqual([]);
    expect(codes(file({ clause: first, rest: second('de') }))).toEqual(['clauses_overlap /clauses/1']);
  });
});

const maintenance = 'maintenance: { until: 2026-07-01, releases: [{ version: 12, releasedOn: 2025-10-01 }] }';
test.each([
  [
    'two of one id',
    { clause: rights('{ id: a, pool: { attribute: x, in: [y] } }', '{ id: a, reassignment: { days: 30 } }') },
    'duplicate_id /clauses/0/rights/1/id',
  ],
  [
    'maintenance of a limit',
    { clause: rights(`{ id: a, ${maintenance} }`) },
    'clause_kind /clauses/0/rights/0/maintenance',
  ],
  [
    'a pool of a restriction',
    { kind: 'restriction', clause: rights('{ id: a, pool: { attribute: x, in: [y] } }') },
    'clause_kind /clauses/0/rights/0/pool',
  ],
  [
    'maintenance of another attribute',
    {
      kind: 'restriction',
      clause: rights(`{ id: a, ${maintenance.replace('{ until', '{ attribute: build, until')} }`),
    },
    'right_attribute /clauses/0/rights/0/maintenance/attribute',
  ],
  [
    'free units of an average',
    {
      measure: 'aggregate: latest, window: month',
      clause: rights('{ id: a, freeUse: { attribute: x, in: [y], upTo: 2 } }'),
    },
    'right_not_countable /clauses/0/rights/0/freeUse/upTo',
  ],
  [
    'free units of windows that roll',
    {
      measure: 'aggregate: sum, window: { rolling: 30 }',
      clause: rights('{ id: a, freeUse: { attribute: x, in: [y], upTo: 2 } }'),
    },
    'right_not_countable /clauses/0/rights/0/freeUse/upTo',
  ],
  ['no rule', { clause: rights('{ id: a }') }, 'exactly_one /clauses/0/rights/0'],
  [
    'two rules',
    { clause: rights('{ id: a, reassignment: { days: 3 }, pool: { attribute: x, in: [y] } }') },
    'exactly_one /clauses/0/rights/0',
  ],
  [
    'a permit that does not fit',
    { rest: permit(`{ ${maintenance} }`) },
    'clause_kind /variations/0/right/maintenance',
  ],
])('%s: %s', (_, given, code) => {
  expect(codes(file(given))).toEqual([code]);
});
