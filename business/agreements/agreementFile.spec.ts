import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { earliest, formatInstant, type Instant, parseInstant } from '#platform/instant.ts';
import { asJson } from '#platform/journal/json.ts';
import { type AgreementFile, readAgreements, toAgreement } from './agreementFile.ts';
import { agreementForm } from './agreementForm.ts';

/** Line numbers of the corpus below count in this file, from 1. */
const sound = `goodterms: agreement/1
id: AG-1001
customer: northwind
title: Atlas Team for Northwind Labs
signedOn: 2025-12-15
from: 2026-01-01
until: 2027-01-01
zone: Europe/Berlin
currency: EUR
orderLines:
  - { id: OL-1, clause: seats, product: atlas, edition: team, quantity: 100, source: PO 4711 }
clauses:
  - id: seats
    kind: capacity
    product: atlas
    unit: seat
    text: Up to the ordered number of Users may use Atlas at the same time.
    plain: As many people as you ordered seats may work in Atlas at once.
    measure:
      aggregate: peakConcurrency
      window: month
    price: atlas-team-seat
  - id: api
    kind: capacity
    product: atlas
    unit: { one: API call, many: API calls }
    text: Up to 5 million calls a quarter.
    plain: Five million calls a quarter.
    measure:
      aggregate: sum
      window: quarter
      unitSize: 1000000
    limit: 5
    limitRule: prorate
  - { id: territory, kind: restriction, product: atlas, unit: use, attribute: territory, allowed: [DE, FR], text: a, plain: b, measure: { aggregate: count, window: day } }
amendments:
  - id: AM-1
    signedOn: 2026-05-20
    from: 2026-06-01
    changes:
      - { addOrderLine: { id: OL-2, clause: seats, product: atlas, quantity: 20, source: PO 4799 } }
      - { replaceQuantity: { orderLine: OL-1, quantity: 80 } }
      - { endOrderLine: OL-1 }
      - { replaceLimit: { clause: api, limit: 7.5 } }
      - { replaceAllowed: { clause: territory, allowed: [DE] } }
variations:
  - { id: EX-1, kind: permit, clause: seats, add: 20, from: 2026-06-01, until: 2026-09-01, decidedOn: 2026-05-28, reason: A release., releasesPast: { from: 2026-05-01, until: 2026-06-01 }, source: grant }
  - { id: EX-2, kind: permit, clause: territory, widen: [AT], from: 2026-06-01, until: 2026-09-01, decidedOn: 2026-05-28, reason: A trip. }
  - { id: GR-1, kind: forbearance, clause: seats, pauses: [contact, fees], from: 2026-06-01, until: 2026-09-01, decidedOn: 2026-05-28, reason: A plan. }
`;

function read(text: string): AgreementFile {
  const result = readAgreements(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value[0]!;
}

const swap = (from: string, to: string): string => {
  if (!sound.includes(from)) throw new Error(`not in the file: ${from}`);
  return sound.replace(from, to);
};

describe('an agreement file', () => {
  it('becomes the agreement with all defaults filled in', () => {
    const { signed, notes } = read(sound);
    expect(notes).toEqual([]);
    expect(formatInstant(signed.from)).toBe('2025-12-31T23:00:00Z');
    expect(signed).toMatchObject({ id: 'AG-1001', renewsOn: '2027-01-01', currency: 'EUR' });
    expect(signed.orderLines).toEqual([
      {
        id: 'OL-1',
        clause: 'seats',
        product: 'atlas',
        edition: 'team',
        quantity: '100',
        source: 'PO 4711',
        from: signed.from,
        until: signed.until,
      },
    ]);
    expect(signed.clauses[0]).toEqual({
      id: 'seats',
      kind: 'capacity',
      product: 'atlas',
      unitName: { one: 'seat', many: 'seats' },
      text: 'Up to the ordered number of Users may use Atlas at the same time.',
      plain: 'As many people as you ordered seats may work in Atlas at once.',
      measure: {
        aggregate: { kind: 'peakConcurrency' },
        window: { unit: 'month', anchor: 'calendar' },
        zone: 'Europe/Berlin',
        filter: [],
        groupBy: [],
        countReservations: false,
        unitSize: '1',
      },
      features: [],
      sustain: { kind: 'windows', count: 1 },
      lateness: 0,
      price: 'atlas-team-seat',
      baseLimit: null,
      limitRule: 'instant',
      tolerance: { kind: 'units', value: '0' },
    });
  });

  it('brings amendments and variations', () => {
    const { amendments, variations } = read(sound);
    expect(amendments[0]?.changes.map(({ kind }) => kind)).toEqual([
      'addOrderLine',
      'replaceQuantity',
      'endOrderLine',
      'replaceLimit',
      'replaceAllowed',
    ]);
    expect(amendments[0]?.changes[0]).toMatchObject({
      orderLine: { from: amendments[0]?.from, edition: null },
    });
    expect(variations).toMatchObject([
      {
        id: 'EX-1',
        change: { kind: 'add', quantity: '20' },
        decidedAt: parseInstant('2026-05-27T22:00:00Z'),
      },
      { id: 'EX-2', change: { kind: 'widen', values: ['AT'] }, releasesPast: null },
      { id: 'GR-1', kind: 'forbearance', pauses: ['contact', 'fees'] },
    ]);
  });

  it('is fit for the journal: JSON without floats and without undefined', () => {
    const agreement = toAgreement(read(sound));
    expect(asJson(agreement)).toEqual(agreement);
  });

  it('says nothing about when it was recorded', () => {
    expect(toAgreement(read(sound)).texts[0]?.recordedAt).toBe(earliest);
    const recorded = toAgreement(read(sound), 5 as Instant);
    expect([...recorded.amendments, ...recorded.variations].map((item) => item.recordedAt)).toEqual([
      5, 5, 5, 5,
    ]);
    expect(recorded.variations.every(({ revoked }) => revoked === null)).toBe(true);
  });

  it.each<[written: string, part: string, becomes: unknown]>([
    ['aggregate: { unique: who }', 'aggregate', { kind: 'unique', by: 'who' }],
    ['aggregate: { nthHighest: 8, of: max }', 'aggregate', { kind: 'nthHighest', n: 8, of: 'max' }],
    ['aggregate: { percentile: 99.5, of: sum }', 'aggregate', { kind: 'percentile', p: '99.5', of: 'sum' }],
  ])('reads %s', (written, part, becomes) => {
    const { measure } = read(swap('aggregate: sum', written)).signed.clauses[1]!;
    expect(measure[part as 'aggregate']).toEqual(becomes);
  });

  it.each<[written: string, part: string, becomes: unknown]>([
    ['tolerance: 5%', 'tolerance', { kind: 'percent', value: '5' }],
    ['tolerance: 2', 'tolerance', { kind: 'units', value: '2' }],
    ['sustain: { windows: 2 }', 'sustain', { kind: 'windows', count: 2 }],
    ['lateness: P2D', 'lateness', 172_800_000_000],
    ['lateness: PT90M', 'lateness', 5_400_000_000],
    ['features: [atlas-core]', 'features', ['atlas-core']],
    ['limitRule: split', 'limitRule', 'split'],
  ])('reads %s', (written, part, becomes) => {
    const clause = read(swap('price: atlas-team-seat', written)).signed.clauses[0]!;
    expect(clause).toHaveProperty(part, becomes);
  });

  it('may group by who, for whom records hold an id', () => {
    const { measure } = read(swap('window: month', 'window: month\n      groupBy: [who, team]')).signed
      .clauses[0]!;
    expect(measure.groupBy).toEqual(['who', 'team']);
  });

  it.each<[aggregate: string, window: string, rule: string]>([
    ['peakConcurrency', 'instant', 'instant'],
    ['max', 'day', 'instant'],
    ['count', 'month', 'highest'],
    ['timeWeighted', '{ rolling: 31 }', 'highest'],
  ])('of %s over %s has the limit rule %s, unless it says otherwise', (aggregate, window, rule) => {
    const text = swap('aggregate: peakConcurrency', `aggregate: ${aggregate}`).replace(
      'window: month',
      `window: ${window}`,
    );
    expect(read(text).signed.clauses[0]).toMatchObject({ limitRule: rule });
  });

  it('notes a permit that outlasts the term, and a clause nobody ordered for', () => {
    const { notes } = read(swap('until: 2026-09-01', 'until: 2027-03-31'));
    expect(notes).toMatchObject([{ code: 'permit_clipped', line: 47, pointer: '/variations/0/until' }]);
    const bare = read(
      swap('    limit: 5\n', '').replace('      - { replaceLimit: { clause: api, limit: 7.5 } }\n', ''),
    );
    expect(bare.notes).toMatchObject([{ code: 'clause_without_orders', line: 23 }]);
  });

  it('may hold several agreements, and be JSON', () => {
    const second = sound.replace('AG-1001', 'AG-1002');
    const both = readAgreements(`${sound}---\n${second}`);
    expect(both.ok && both.value.map(({ signed }) => signed.id)).toEqual(['AG-1001', 'AG-1002']);
    const twice = readAgreements(`${sound}---\n${sound}`);
    expect(twice.ok ? [] : twice.problems).toMatchObject([{ code: 'duplicate_id', line: 52 }]);
    const { signed } = read(JSON.stringify({ ...jsonOf(), orderLines: [] }));
    expect(signed.title).toBe('T');
  });
});

function jsonOf() {
  const measure = { aggregate: 'count', window: 'day' };
  const clause = {
    id: 'c',
    kind: 'capacity',
    product: 'p',
    unit: 'u',
    text: 't',
    plain: 'p',
    measure,
    limit: 0.1,
  };
  const dates = { signedOn: '2026-01-01', from: '2026-01-01', until: '2026-02-01' };
  const head = { goodterms: 'agreement/1', id: 'A', customer: 'c', title: 'T', ...dates };
  return { ...head, zone: 'UTC', currency: 'EUR', clauses: [clause] };
}

const variation = (rest: string): string =>
  `  - { id: EX-9, kind: permit, clause: seats, from: 2026-06-01, until: 2026-09-01, decidedOn: 2026-05-28, reason: x, ${rest} }\n`;
const withVariation = (rest: string): string => sound + variation(rest);
const withChange = (change: string): string => swap('      - { endOrderLine: OL-1 }', `      - ${change}`);
const clauseAgain = `  - id: seats-too
    kind: capacity
    product: atlas
    unit: person
    text: Other words.
    plain: Other words.
    measure: { aggregate: peakConcurrency, window: month }
    limit: 3
amendments:`;

const corpus: [name: string, text: string, code: string, line: number][] = [
  [
    'rolling years of hours over decades: more than any machine holds',
    swap('window: month', 'window: { rolling: 3660 }')
      .replace('aggregate: peakConcurrency', 'aggregate: { percentile: 95, of: sum }')
      .replace('from: 2026-01-01', 'from: 1990-01-01')
      .replace('    price:', '    limitRule: highest\n    price:'),
    'windows_too_many',
    21,
  ],
  [
    'minutes over four years',
    swap('window: month', 'window: minute').replace('until: 2027-01-01', 'until: 2030-01-01'),
    'windows_too_many',
    21,
  ],
  [
    'groups by name',
    swap('window: month', 'window: month\n      groupBy: [team, Email]'),
    'group_personal',
    22,
  ],
  ['an unknown zone', swap('Europe/Berlin', 'Europe/Berln'), 'zone_unknown', 8],
  ['an offset as zone', swap('Europe/Berlin', '+02:00'), 'zone_unknown', 8],
  [
    'an unknown zone of a measure',
    swap('window: month', 'window: month\n      zone: Mars'),
    'zone_unknown',
    22,
  ],
  ['an unknown currency', swap('currency: EUR', 'currency: EUX'), 'currency_unknown', 9],
  ['no currency', swap('currency: EUR\n', ''), 'key_missing', 1],
  ['mixed currencies', swap('quantity: 100,', 'quantity: 100, currency: USD,'), 'currency_mixed', 11],
  [
    'mixed currencies in an amendment',
    swap('quantity: 20,', 'quantity: 20, currency: USD,'),
    'currency_mixed',
    41,
  ],
  ['a quantity below zero', swap('quantity: 100', 'quantity: -100'), 'number_negative', 11],
  ['an absurd quantity', swap('quantity: 100', 'quantity: 9999999999999999'), 'number_absurd', 11],
  ['a quantity with exponent', swap('quantity: 100', 'quantity: 1e2'), 'number_form', 11],
  ['a number in words', swap('quantity: 100', 'quantity: hundred'), 'number_form', 11],
  ['a day no calendar holds', swap('from: 2026-01-01', 'from: 2026-02-30'), 'date_invalid', 6],
  ['a time without offset', swap('from: 2026-01-01', 'from: 2026-01-01T00:00:00'), 'date_invalid', 6],
  ['an absurd year', swap('until: 2027-01-01', 'until: 9999-01-01'), 'date_invalid', 7],
  ['a term that ends before it starts', swap('until: 2027-01-01', 'until: 2025-01-01'), 'interval_empty', 7],
  ['a term of no length', swap('until: 2027-01-01', 'until: 2026-01-01'), 'interval_empty', 7],
  [
    'an order line without length',
    swap('quantity: 100,', 'quantity: 100, until: 2026-01-01,'),
    'interval_empty',
    11,
  ],
  [
    'an order line before the term',
    swap('quantity: 100,', 'quantity: 100, from: 2025-12-31,'),
    'outside_term',
    11,
  ],
  [
    'an order line after the term',
    swap('quantity: 100,', 'quantity: 100, until: 2027-01-02,'),
    'outside_term',
    11,
  ],
  [
    'an added order line before its amendment',
    swap('quantity: 20,', 'quantity: 20, from: 2026-05-31,'),
    'outside_term',
    41,
  ],
  [
    'an amendment outside the term',
    swap('    from: 2026-06-01\n', '    from: 2027-01-01\n'),
    'outside_term',
    39,
  ],
  [
    'a variation outside the term',
    withVariation('add: 1').replace(
      /from: 2026-06-01, until: 2026-09-01(?=.*x, add: 1)/,
      'from: 2027-01-01, until: 2027-09-01',
    ),
    'outside_term',
    50,
  ],
  [
    'a variation without length',
    withVariation('add: 1').replace(/until: 2026-09-01(?=.*x, add: 1)/, 'until: 2026-06-01'),
    'interval_empty',
    50,
  ],
  [
    'an order line for no clause',
    swap('clause: seats, product: atlas, edition', 'clause: seat, product: atlas, edition'),
    'clause_unknown',
    11,
  ],
  [
    'an order line for a fixed limit',
    swap('clause: seats, product: atlas, edition', 'clause: api, product: atlas, edition'),
    'order_line_idle',
    11,
  ],
  [
    'an order line for a restriction',
    swap('clause: seats, product: atlas, edition', 'clause: territory, product: atlas, edition'),
    'order_line_idle',
    11,
  ],
  [
    'a variation of no clause',
    withVariation('add: 1').replace(/clause: seats(?=.*x, add: 1)/, 'clause: saets'),
    'clause_unknown',
    50,
  ],
  ['an end of no order line', withChange('{ endOrderLine: OL-7 }'), 'order_line_unknown', 43],
  [
    'a quantity for no order line',
    withChange('{ replaceQuantity: { orderLine: OL-7, quantity: 1 } }'),
    'order_line_unknown',
    43,
  ],
  ['a limit for no clause', withChange('{ replaceLimit: { clause: apis, limit: 1 } }'), 'clause_unknown', 43],
  [
    'a limit where orders count',
    withChange('{ replaceLimit: { clause: seats, limit: 1 } }'),
    'clause_kind',
    43,
  ],
  [
    'an allowed set for a capacity',
    withChange('{ replaceAllowed: { clause: seats, allowed: [DE] } }'),
    'clause_kind',
    43,
  ],
  [
    'a change that does two things',
    withChange('{ endOrderLine: OL-1, replaceLimit: { clause: api, limit: 1 } }'),
    'exactly_one',
    43,
  ],
  ['a change that does nothing', withChange('{}'), 'exactly_one', 43],
  ['a clause id given twice', swap('id: api', 'id: seats'), 'duplicate_id', 23],
  ['an added order line with a known id', swap('id: OL-2', 'id: OL-1'), 'duplicate_id', 41],
  ['a variation id given twice', withVariation('add: 1').replace('EX-9', 'EX-1'), 'duplicate_id', 50],
  ['overlapping clauses', swap('amendments:', clauseAgain), 'clauses_overlap', 36],
  ['a quarter without a rule', swap('    limitRule: prorate\n', ''), 'limit_rule_missing', 23],
  ['a term without a rule', swap('window: month', 'window: term'), 'limit_rule_missing', 13],
  [
    '32 rolling days without a rule',
    swap('window: month', 'window: { rolling: 32 }'),
    'limit_rule_missing',
    13,
  ],
  ['an instant rule for a sum', swap('limitRule: prorate', 'limitRule: instant'), 'limit_rule_instant', 34],
  ['an instant window for a sum', swap('window: quarter', 'window: instant'), 'window_instant', 31],
  ['an anchor for days', swap('window: month', 'window: day\n      anchor: term'), 'anchor_unused', 22],
  [
    'a duration where windows count',
    swap('price: atlas-team-seat', 'sustain: { duration: PT2H }'),
    'sustain_kind',
    22,
  ],
  [
    'windows where time counts',
    swap('window: month', 'window: instant').replace('price: atlas-team-seat', 'sustain: { windows: 2 }'),
    'sustain_kind',
    22,
  ],
  ['a month as lateness', swap('price: atlas-team-seat', 'lateness: P1M'), 'duration_invalid', 22],
  ['an empty duration', swap('price: atlas-team-seat', 'lateness: P'), 'duration_invalid', 22],
  ['a tolerance above 100%', swap('price: atlas-team-seat', 'tolerance: 101%'), 'tolerance_invalid', 22],
  [
    'a percentile above 100',
    swap('aggregate: sum', 'aggregate: { percentile: 101, of: sum }'),
    'percentile_invalid',
    30,
  ],
  ['the zeroth highest', swap('aggregate: sum', 'aggregate: { nthHighest: 0, of: max }'), 'number_whole', 30],
  ['an unknown aggregate', swap('aggregate: sum', 'aggregate: sums'), 'value_unknown', 30],
  ['an unknown kind of clause', swap('kind: capacity', 'kind: capasity'), 'value_unknown', 14],
  ['a misspelled key', swap('limitRule: prorate', 'limitrule: prorate'), 'key_unknown', 34],
  ['a unit size of zero', swap('unitSize: 1000000', 'unitSize: 0'), 'number_negative', 32],
  [
    'a permit that reaches back',
    withVariation('add: 1').replace(/decidedOn: 2026-05-28(?=.*x, add: 1)/, 'decidedOn: 2026-06-02'),
    'permit_reaches_back',
    50,
  ],
  [
    'a release of the future',
    withVariation('add: 1, releasesPast: { from: 2026-05-01, until: 2026-07-01 }'),
    'releases_future',
    50,
  ],
  [
    'a release from before the term',
    withVariation('add: 1, releasesPast: { from: 2025-05-01, until: 2026-05-01 }'),
    'outside_term',
    50,
  ],
  ['a permit that permits nothing', withVariation('source: grant'), 'exactly_one', 50],
  ['a permit that permits twice', withVariation('add: 1, raiseTo: 150'), 'exactly_one', 50],
  ['a widened limit', withVariation('widen: [AT]'), 'clause_kind', 50],
  ['a recording time', withVariation('add: 1, recordedAt: 2020-01-01'), 'key_unknown', 50],
  ['a file cut off in the middle', sound.slice(0, sound.indexOf('quantity: 100') + 9), 'yaml_syntax', 11],
];

describe('an agreement file is refused with the place and what to do', () => {
  it.each(corpus)('%s', (_name, text, code, line) => {
    const result = readAgreements(text);
    expect(result.ok ? [] : result.problems.map((problem) => [problem.code, problem.line])).toContainEqual([
      code,
      line,
    ]);
    for (const problem of result.ok ? [] : result.problems) expect(problem.todo).toMatch(/^[A-Z].+\.$/);
  });

  it('all at once', () => {
    const text = swap('window: month', 'window: term').replace(
      'clause: api, limit: 7.5',
      'clause: apx, limit: 7.5',
    );
    const result = readAgreements(text.replace('endOrderLine: OL-1', 'endOrderLine: OL-9'));
    expect(result.ok ? [] : result.problems.map(({ line }) => line)).toEqual([13, 43, 44]);
  });

  it('except where clauses count different features, or a part of the whole', () => {
    const apart = swap('    price: atlas-team-seat', '    features: [a]').replace(
      'amendments:',
      clauseAgain.replace('limit: 3', 'limit: 3\n    features: [b]'),
    );
    expect(readAgreements(apart).ok).toBe(true);
    expect(readAgreements(apart.replace('features: [b]', 'features: [b, a]')).ok).toBe(false);
    expect(readAgreements(apart.replace('    features: [a]\n', '')).ok).toBe(true);
  });
});

describe('the published JSON Schema', () => {
  it('is the one of the form', async () => {
    const schema = z.toJSONSchema(agreementForm, { io: 'input' });
    const published = { ...schema, title: 'Goodterms agreement file' };
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot('./agreement.schema.json');
  });
});
