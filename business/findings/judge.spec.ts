import { describe, expect, test } from 'vitest';
import type { Clause } from '#business/agreements/agreement.ts';
import type { TermsPiece } from '#business/agreements/terms.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { aClause, allOf, aMeasure, anAgreement, aRecord, at } from '#test/given.ts';
import { type JudgeInput, judge } from './judge.ts';
import { runsOf } from './runs.ts';
import { sureWindows } from './sureWindows.ts';

const calls = (date: string, quantity: number) =>
  aRecord({ at: at(`${date}T12:00:00Z`), quantity: String(quantity) });

/** The terms of a capacity clause from each date on. */
function limits(clause: Clause, ...steps: [string, string][]): TermsPiece[] {
  const edges = [...steps.map(([date]) => at(date)), at('2027-01-01')];
  return steps.map(([, limit], i) => ({
    from: edges[i]!,
    until: edges[i + 1]!,
    terms: { kind: 'capacity', clause: clause as never, limit, provenance: [], pauses: [] },
  }));
}

function check(given: {
  clause?: Clause;
  steps?: [string, string][];
  records: UsageRecord[];
  asOf?: string;
  chosen?: ReadonlyMap<string, string>;
}): { windows: string[]; runs: string[] } {
  const clause = given.clause ?? aClause();
  const input: JudgeInput = {
    agreement: anAgreement({ clauses: [clause] }),
    clause,
    timeline: limits(clause, ...(given.steps ?? [['2026-01-01', '100']])),
    records: given.records,
    chosen: given.chosen ?? new Map(),
    features: [allOf('call')],
    asOf: at(given.asOf ?? '2026-06-01'),
  };
  const judged = judge(input, recount);
  const say = (i: number) => new Date(i / 1000).toISOString().slice(5, 10);
  return {
    windows: (judged.get('[]') ?? []).map(
      (w) => `${say(w.from)} ${w.value}/${w.limit} +${w.excess}${w.open ? ' open' : ''}`,
    ),
    runs: runsOf('AG-1', clause, judged, sureWindows(input)).map(
      (run) => `${say(run.from)}..${say(run.until)} peak +${run.peak.excess} in ${run.windows.length}`,
    ),
  };
}

describe('each window is judged against its own limit', () => {
  test('at the limit is not over; one more is', () => {
    expect(
      check({ records: [calls('2026-01-10', 100), calls('2026-02-10', 101)], asOf: '2026-03-01' }),
    ).toEqual({
      windows: ['01-01 100/100 +0', '02-01 101/100 +1'],
      runs: ['02-01..03-01 peak +1 in 1'],
    });
  });

  test('a month without use is zero, and ends a run', () => {
    const records = [calls('2026-01-10', 120), calls('2026-02-10', 130), calls('2026-04-10', 140)];
    expect(check({ records, asOf: '2026-05-01' }).runs).toEqual([
      '01-01..03-01 peak +30 in 2',
      '04-01..05-01 peak +40 in 1',
    ]);
  });

  test('within the tolerance is not beyond; past it the excess counts from the limit', () => {
    const clause = aClause({ tolerance: { kind: 'percent', value: '5' } });
    const records = [calls('2026-01-10', 105), calls('2026-02-10', 106)];
    expect(check({ clause, records, asOf: '2026-03-01' }).windows).toEqual([
      '01-01 105/100 +0',
      '02-01 106/100 +6',
    ]);
  });

  test('a run shorter than the sustain rule is no run', () => {
    const clause = aClause({ sustain: { kind: 'windows', count: 2 } });
    const records = [calls('2026-01-10', 120), calls('2026-03-10', 120), calls('2026-04-10', 120)];
    expect(check({ clause, records, asOf: '2026-05-01' }).runs).toEqual(['03-01..05-01 peak +20 in 2']);
  });
});

test('rolling windows follow one another day by day; a day between them ends a run', () => {
  const measure = aMeasure({ aggregate: { kind: 'max' }, window: { unit: 'rolling', days: 2 } });
  const records = [calls('2026-02-01', 120), calls('2026-04-01', 120)];
  const runs = (count: number) =>
    check({ clause: aClause({ measure, sustain: { kind: 'windows', count } }), records }).runs;
  expect(runs(2)).toEqual(['01-31..02-03 peak +20 in 2', '03-31..04-03 peak +20 in 2']);
  expect(runs(4)).toEqual([]);
});

describe('a limit that changes inside a window', () => {
  const records = [calls('2026-01-05', 60), calls('2026-01-20', 60)];
  const steps: [string, string][] = [
    ['2026-01-01', '50'],
    ['2026-01-16', '110'],
  ];
  const asOf = '2026-02-01';

  test('highest: the best limit of the window', () => {
    expect(check({ clause: aClause({ limitRule: 'highest' }), steps, records, asOf }).windows).toEqual([
      '01-01 120/110 +10',
    ]);
  });

  test('prorate: the average over time', () => {
    expect(check({ clause: aClause({ limitRule: 'prorate' }), steps, records, asOf }).windows).toEqual([
      '01-01 120/2510/31 +1210/31',
    ]);
  });

  test('split: each part by itself', () => {
    expect(check({ clause: aClause({ limitRule: 'split' }), steps, records, asOf }).windows).toEqual([
      '01-01 60/50 +10',
      '01-16 60/110 +0',
    ]);
  });

  test('instant: the peak of each part against the limit of that part', () => {
    const held = (from: string, until: string, quantity: string) =>
      aRecord({ kind: 'held', at: at(from), until: at(until), quantity });
    const clause = aClause({
      limitRule: 'instant',
      measure: aMeasure({ aggregate: { kind: 'peakConcurrency' } }),
    });
    expect(check({ clause, steps, records: [held('2026-01-10', '2026-01-20', '60')], asOf }).windows).toEqual(
      ['01-01 60/50 +10', '01-16 60/110 +0'],
    );
  });

  test('at every instant: stretches of an unchanged level, cut where the limit changes', () => {
    const held = (from: string, until: string, quantity: string) =>
      aRecord({ kind: 'held', at: at(from), until: at(until), quantity });
    const clause = aClause({
      limitRule: 'instant',
      measure: aMeasure({ aggregate: { kind: 'peakConcurrency' }, window: { unit: 'instant' } }),
    });
    const result = check({
      clause,
      steps,
      records: [held('2026-01-10', '2026-01-20', '60'), held('2026-01-12', '2026-01-18', '60')],
      asOf,
    });
    expect(result.windows).toEqual([
      '01-10 60/50 +10',
      '01-12 120/50 +70',
      '01-16 120/110 +10',
      '01-18 60/110 +0',
    ]);
    expect(result.runs).toEqual(['01-10..01-18 peak +70 in 3']);
  });
});

describe('a window that is still open', () => {
  test('is beyond when its value cannot fall', () => {
    expect(check({ records: [calls('2026-01-10', 120)], asOf: '2026-01-15' })).toEqual({
      windows: ['01-01 120/100 +20 open'],
      runs: ['01-01..01-15 peak +20 in 1'],
    });
  });

  test('waits where it can fall: an average, or a checkout whose return has not come in', () => {
    const average = aClause({ measure: aMeasure({ aggregate: { kind: 'timeWeighted' } }) });
    const level = aRecord({ kind: 'level', series: 'disk', at: at('2026-01-01'), quantity: '900' });
    expect(check({ clause: average, records: [level], asOf: '2026-01-15' }).runs).toEqual([]);
    const peak = aClause({ measure: aMeasure({ aggregate: { kind: 'peakConcurrency' } }) });
    const open = ['2026-01-02', '2026-01-03'].map((day, i) =>
      aRecord({ kind: 'held', at: at(day), quantity: String(50 + i) }),
    );
    expect(check({ clause: peak, records: open, asOf: '2026-01-15' }).runs).toEqual([]);
    expect(check({ clause: peak, records: open, asOf: '2026-02-01' }).runs).toEqual([
      '01-01..02-01 peak +1 in 1',
    ]);
  });

  const carried = (kind: 'level' | 'member', day: string, differs: Partial<UsageRecord> = {}) =>
    aRecord({ kind, series: 's', at: at(day), ...differs });
  const roster = (day: string) =>
    Array.from({ length: 101 }, (_, n) => carried('member', day, { who: `u${n}` }));
  const unique = aClause({ measure: aMeasure({ aggregate: { kind: 'unique', by: 'who' } }) });
  const february: [string, string][] = [
    ['2026-01-01', '1000'],
    ['2026-02-01', '100'],
  ];

  test('waits where all it has was carried over: a roster or a level read before it began', () => {
    const given = { steps: february, asOf: '2026-02-01T00:30:00Z' };
    expect(check({ ...given, clause: unique, records: roster('2026-01-31') }).runs).toEqual([]);
    const most = aClause({ measure: aMeasure({ aggregate: { kind: 'max' } }) });
    const level = carried('level', '2026-01-31', { quantity: '101' });
    expect(check({ ...given, clause: most, records: [level] }).runs).toEqual([]);
  });

  test('is beyond with a roster read in it, at its first instant or later', () => {
    const given = { steps: february, asOf: '2026-02-10', clause: unique };
    const run = ['02-01..02-10 peak +1 in 1'];
    expect(check({ ...given, records: roster('2026-02-01') }).runs).toEqual(run);
    expect(check({ ...given, records: roster('2026-02-09') }).runs).toEqual(run);
  });

  test('waits where hours are averaged: the running one can fall', () => {
    const measure = aMeasure({
      aggregate: { kind: 'nthHighest', n: 1, of: 'timeWeighted' },
      window: { unit: 'day', anchor: 'calendar' },
    });
    const level = carried('level', '2026-02-01T10:00:00Z', { quantity: '120' });
    const given = { clause: aClause({ measure }), records: [level] };
    expect(check({ ...given, asOf: '2026-02-01T10:05:00Z' }).runs).toEqual([]);
  });

  test.each([
    ['highest', '02-01 110/200 +0 open'],
    ['prorate', '02-01 110/1175/7 +0 open'],
  ] as const)('is judged by all of its limit that is known: %s', (limitRule, window) => {
    const steps: [string, string][] = [
      ['2026-01-01', '100'],
      ['2026-02-10', '200'],
    ];
    const given = { clause: aClause({ limitRule }), records: [calls('2026-02-03', 110)], steps };
    expect(check({ ...given, asOf: '2026-02-05' }).windows.at(-1)).toBe(window);
  });

  test('waits for the lateness allowance', () => {
    const clause = aClause({
      lateness: 2 * 86_400_000_000,
      measure: aMeasure({ aggregate: { kind: 'timeWeighted' } }),
    });
    const level = aRecord({ kind: 'level', series: 'disk', at: at('2026-01-01'), quantity: '900' });
    expect(check({ clause, records: [level], asOf: '2026-02-02' }).runs).toEqual([]);
    expect(check({ clause, records: [level], asOf: '2026-02-03' }).runs).toEqual([
      '01-01..02-01 peak +800 in 1',
    ]);
  });
});

test('records in conflict do not count until settled; the range shows what they could make of it', () => {
  const one = { ...calls('2026-01-10', 30), id: 'x' };
  const two = { ...calls('2026-01-10', 80), id: 'x' };
  const clause = aClause();
  const input: JudgeInput = {
    agreement: anAgreement(),
    clause,
    timeline: limits(clause, ['2026-01-01', '100']),
    records: [calls('2026-01-11', 40), one, two],
    chosen: new Map(),
    features: [allOf('call')],
    asOf: at('2026-02-01'),
  };
  expect(judge(input, recount).get('[]')![0]).toMatchObject({
    value: '40',
    range: { low: '40', high: '120' },
  });
  const settled = { ...input, chosen: new Map([['meter\nx', two.digest]]) };
  expect(judge(settled, recount).get('[]')![0]).toMatchObject({
    value: '120',
    range: { low: '120', high: '120' },
  });
});

test('a restriction counts what lies outside the allowed set, which may change', () => {
  const clause: Clause = {
    ...aClause(),
    kind: 'restriction',
    attribute: 'territory',
    allowed: ['DE'],
    measure: aMeasure({ aggregate: { kind: 'count' } }),
  } as never;
  const set = (from: string, until: string, allowed: string[]): TermsPiece => ({
    from: at(from),
    until: at(until),
    terms: { kind: 'restriction', clause: clause as never, allowed, provenance: [], pauses: [] },
  });
  const from = (date: string, territory: string) =>
    aRecord({ at: at(`${date}T12:00:00Z`), attributes: { territory } });
  const input: JudgeInput = {
    agreement: anAgreement(),
    clause,
    timeline: [set('2026-01-01', '2026-01-16', ['DE']), set('2026-01-16', '2027-01-01', ['AT', 'DE'])],
    records: [
      from('2026-01-02', 'DE'),
      from('2026-01-03', 'AT'),
      from('2026-01-20', 'AT'),
      from('2026-01-21', 'US'),
      aRecord({ at: at('2026-01-22') }),
    ],
    chosen: new Map(),
    features: [allOf('call')],
    asOf: at('2026-02-01'),
  };
  const rows = judge(input, recount).get('[]')!;
  expect(rows.map((row) => [row.value, row.excess])).toEqual([
    ['1', '1'],
    ['1', '1'],
  ]);
});

describe('what unsettled conflicts could make of a value', () => {
  const noon = at('2026-02-10T12:00:00Z');
  const variant = (id: string, digest: string, differs: Partial<UsageRecord>) =>
    aRecord({ at: noon, id, digest, ...differs });
  const judging = (clause: Clause, records: UsageRecord[]): JudgeInput => ({
    agreement: anAgreement({ clauses: [clause] }),
    clause,
    timeline: limits(clause, ['2026-01-01', '1']),
    records,
    chosen: new Map(),
    features: [allOf('call')],
    asOf: at('2026-03-01'),
  });

  test('every variant is tried, not only the least and the greatest', () => {
    const clause = aClause({ measure: aMeasure({ aggregate: { kind: 'unique', by: 'who' } }) });
    const records = [
      variant('x', 'x', { who: 'ana' }),
      variant('k', '1', { who: 'ana', quantity: '1' }),
      variant('k', '2', { who: 'bob', quantity: '2' }),
      variant('k', '3', { who: 'ana', quantity: '3' }),
    ];
    const rows = judge(judging(clause, records), recount).get('[]')!;
    expect(rows[1]!.range).toEqual({ low: '1', high: '2' });
  });

  test('a group that only a variant has is judged too', () => {
    const clause = aClause({ measure: aMeasure({ groupBy: ['team'] }) });
    const records = ['1', '2'].map((digest) =>
      variant('k', digest, { quantity: '9', attributes: { team: digest } }),
    );
    const judged = judge(judging(clause, records), recount);
    expect([...judged.keys()].sort()).toEqual(['["1"]', '["2"]']);
    expect(judged.get('["2"]')![1]).toMatchObject({ value: '0', range: { low: '0', high: '9' } });
  });

  test('at every instant, stretches are compared where they overlap', () => {
    const measure = aMeasure({ aggregate: { kind: 'max' }, window: { unit: 'instant' } });
    const held = (id: string, digest: string, from: string, until: string, quantity: string) =>
      variant(id, digest, { kind: 'held', at: at(from), until: at(until), quantity });
    const records = [
      held('a', 'a', '2026-02-10', '2026-02-20', '5'),
      held('k', '1', '2026-02-12', '2026-02-25', '1'),
      held('k', '2', '2026-02-12', '2026-02-14', '2'),
    ];
    const rows = judge(judging(aClause({ measure, limitRule: 'instant' }), records), recount).get('[]')!;
    const met = rows.filter(({ range }) => range.high !== '0');
    expect(met.map(({ value, range }) => [value, range.low, range.high])).toEqual([
      ['5', '5', '7'],
      ['0', '0', '1'],
    ]);
  });

  test('with more ways to settle them than are tried, nothing above zero is sure', () => {
    const records = Array.from({ length: 7 }, (_, n) => [
      variant(`k${n}`, '1', { quantity: '1' }),
      variant(`k${n}`, '2', { quantity: '2' }),
    ]).flat();
    const clause = aClause();
    const rows = judge(judging(clause, [calls('2026-02-11', 40), ...records]), recount).get('[]')!;
    expect(rows[1]).toMatchObject({ value: '40', range: { low: '0', high: '54' } });
    const six = judge(judging(clause, [calls('2026-02-11', 40), ...records.slice(2)]), recount).get('[]')!;
    expect(six[1]).toMatchObject({ value: '40', range: { low: '40', high: '52' } });
  });
});

test('a restriction at every instant is judged by the set that holds then', () => {
  const clause: Clause = {
    ...aClause(),
    kind: 'restriction',
    attribute: 'territory',
    allowed: ['DE'],
    measure: aMeasure({ aggregate: { kind: 'peakConcurrency' }, window: { unit: 'instant' } }),
  } as never;
  const set = (from: string, until: string, allowed: string[]): TermsPiece => ({
    from: at(from),
    until: at(until),
    terms: { kind: 'restriction', clause: clause as never, allowed, provenance: [], pauses: [] },
  });
  const input: JudgeInput = {
    agreement: anAgreement({ clauses: [clause] }),
    clause,
    timeline: [
      set('2026-01-01', '2026-02-15', ['DE']),
      set('2026-02-15', '2026-03-01', ['DE', 'FR']),
      set('2026-03-01', '2027-01-01', ['DE']),
    ],
    records: [
      aRecord({
        kind: 'held',
        at: at('2026-02-20'),
        until: at('2026-03-02'),
        attributes: { territory: 'FR' },
      }),
    ],
    chosen: new Map(),
    features: [allOf('call')],
    asOf: at('2026-04-01'),
  };
  const rows = judge(input, recount).get('[]')!;
  expect(rows.map(({ from, until, excess }) => [from, until, excess])).toEqual([
    [at('2026-03-01'), at('2026-03-02'), '1'],
  ]);
});
