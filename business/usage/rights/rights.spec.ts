import { describe, expect, test } from 'vitest';
import type { Right, RightRule } from '#business/agreements/right.ts';
import type { CustomerId } from '#business/customers/customer.ts';
import { examine } from '#business/findings/examine.ts';
import { inputOf } from '#business/findings/given/examined.ts';
import type { Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { aClause, aMeasure, anAgreement, aPermit, aRecord, at, known } from '#test/given.ts';

/** Each right through the whole of it: terms, both counts (which must agree), evidence and what does not count. */
const term = { from: at('2026-01-01'), until: at('2027-01-01') };
const right = (rule: RightRule, span: Partial<typeof term> = {}): Right => ({
  id: 'R-1',
  rule,
  ...term,
  ...span,
});
const peak: Partial<Measure> = { aggregate: { kind: 'peakConcurrency' } };
const people: Partial<Measure> = { aggregate: { kind: 'unique', by: 'who' } };
const day = (n: number) => at(`2026-03-${String(n).padStart(2, '0')}`);
const around = {
  customer: 'northwind' as CustomerId,
  relationship: { since: '2019', renewals: 6, goodExperiences: [], vendorMistakes: [], openOrders: [] },
  gaps: [],
  totals: [],
  nameOf: (who: string) => who,
};

type Given = {
  measure: Partial<Measure>;
  rights: readonly Right[];
  permit?: RightRule;
  asOf?: ReturnType<typeof at>;
};

function examined(records: readonly UsageRecord[], { measure, rights, permit, asOf }: Given) {
  const clause = aClause({ baseLimit: '0', measure: aMeasure(measure), rights });
  const permits = permit
    ? [
        aPermit({
          from: day(10),
          change: { kind: 'right', rule: permit },
          decidedAt: day(1),
          recordedAt: day(1),
        }),
      ]
    : [];
  const agreement = known(anAgreement({ clauses: [clause] }), { variations: permits });
  const result = examine(inputOf({ agreement, records, asOf: asOf ?? at('2026-08-01') }), around);
  expect(result.firstDifference).toBeNull();
  return result;
}

/** The value of each month that has one, `month: value`. */
function values(records: readonly UsageRecord[], given: Given): string[] {
  const windows = examined(records, given).judged.get('[]') ?? [];
  return windows
    .filter(({ value }) => value !== '0')
    .map(({ from, value }) => `${new Date(from / 1000).getUTCMonth() + 1}: ${value}`);
}
const call = (n: number, differs: Partial<UsageRecord> = {}) =>
  aRecord({ at: day(n), id: `c${n}${differs.who ?? ''}`, ...differs });
const held = (from: number, until: number, who: string, differs: Partial<UsageRecord> = {}) =>
  aRecord({ kind: 'held', at: day(from), until: day(until), who, id: `h${from}${who}`, ...differs });
const env = (environment: string) => ({ attributes: { environment } });

describe('free use in a named environment', () => {
  const free = (upTo: string | null) =>
    right({ kind: 'freeUse', attribute: 'environment', in: ['dr', 'test'], upTo });

  test('is free altogether, and shown with the right that says so', () => {
    const records = [call(2), call(3, env('test')), call(4, env('production'))];
    const given = { measure: {}, rights: [free(null)] };
    expect(values(records, given)).toEqual(['3: 2']);
    const [run] = examined(records, given).runs;
    expect(run!.notCounted).toEqual([{ cause: 'free', by: 'R-1', who: null, feature: 'call', records: 1 }]);
  });
  test('is free up to so many units in each window, and the rest of a record counts', () => {
    const records = [call(2, { ...env('dr'), quantity: '4' }), call(3, { ...env('test'), quantity: '3.5' })];
    const given = { measure: {}, rights: [free('5')] };
    expect(values(records, given)).toEqual(['3: 5/2']);
    expect(examined(records, given).runs[0]!.evidence).toMatchObject([
      { contributes: '5/2', freed: { by: 'R-1', quantity: '1' } },
    ]);
  });
  test('is free for so many at a time; what begins while fewer are free is free until it ends', () => {
    const records = [
      held(2, 20, 'a', env('dr')),
      held(3, 5, 'b', env('dr')),
      held(4, 9, 'c', env('dr')),
      held(6, 9, 'd', env('dr')),
    ];
    expect(values(records, { measure: peak, rights: [free('2')] })).toEqual(['3: 1']);
    expect(values(records, { measure: peak, rights: [free('3')] })).toEqual([]);
    expect(values(records, { measure: peak, rights: [] })).toEqual(['3: 3']);
  });
  test('is given to the first of a window, whatever came in first, and given back at the end of what was free', () => {
    const records = [call(9, { ...env('dr'), quantity: '7' }), call(2, { ...env('dr'), quantity: '4' })];
    const [run] = examined(records, { measure: {}, rights: [free('5')] }).runs;
    expect(run!.evidence).toMatchObject([{ from: day(9), contributes: '6', freed: { quantity: '1' } }]);
    const inTurn = [held(2, 5, 'a', env('dr')), held(5, 8, 'b', env('dr'))];
    expect(values(inTurn, { measure: peak, rights: [free('1')] })).toEqual([]);
  });
  test('takes up no free unit for somebody who is seen in production as well', () => {
    const records = [
      call(2, { who: 'a', ...env('test') }),
      call(3, { who: 'a', ...env('production') }),
      call(4, { who: 'b', ...env('test') }),
      call(5, { who: 'c', ...env('test') }),
    ];
    expect(values(records, { measure: people, rights: [free('1')] })).toEqual(['3: 2']);
  });
  test('is free for what begins in the time of the right, by a permit too', () => {
    const records = [call(2, env('dr')), call(12, env('dr'))];
    expect(values(records, { measure: {}, rights: [{ ...free(null), until: day(5) }] })).toEqual(['3: 1']);
    expect(values(records, { measure: {}, rights: [], permit: free(null).rule })).toEqual(['3: 1']);
  });
});

describe('a pool of affiliates', () => {
  const affiliate = (name: string) => ({ attributes: { affiliate: name } });
  const pool = right({ kind: 'pool', attribute: 'affiliate', in: ['de', 'fr'] });
  const records = [call(2, affiliate('de')), call(3, affiliate('us')), call(14, affiliate('us')), call(15)];

  test('counts only who may draw on it and who names nothing; the others are asked about', () => {
    const given = { measure: {}, rights: [pool] };
    expect(values(records, given)).toEqual(['3: 2']);
    const [run] = examined(records, given).runs;
    expect(run!.verification.questions).toMatchObject([{ code: 'outside-pool', count: 2 }]);
  });
  test('grows by a permit, from its day on', () =>
    expect(
      values(records, { measure: {}, rights: [pool], permit: { ...pool.rule, in: ['us'] } as RightRule }),
    ).toEqual(['3: 3']));
});

describe('a seat that may go on only after so many days', () => {
  const after30 = right({ kind: 'reassignment', days: 30 });
  const given = { measure: peak, rights: [after30] };

  test('counts both people within the days, and says why', () => {
    const records = [held(2, 10, 'a'), held(12, 20, 'b')];
    expect(values(records, { measure: peak, rights: [] })).toEqual(['3: 1']);
    expect(values(records, given)).toEqual(['3: 2', '4: 1']);
    const [run] = examined(records, given).runs;
    expect(run!.evidence).toMatchObject([
      { who: 'a', from: day(10), stays: { by: 'R-1' } },
      { who: 'b', from: day(12) },
    ]);
  });
  test('counts one at a time once the days are over', () => {
    const records = [
      held(2, 10, 'a'),
      aRecord({ kind: 'held', at: at('2026-04-01'), until: at('2026-04-20'), who: 'b' }),
    ];
    expect(values(records, given)).toEqual(['3: 1', '4: 1']);
    const early = [
      records[0]!,
      aRecord({ kind: 'held', at: at('2026-03-31T23:59:59Z'), until: at('2026-04-20'), who: 'b' }),
    ];
    expect(values(early, given)).toEqual(['3: 2', '4: 1']);
  });
  test('counts somebody who comes back once, and the days do not begin anew', () => {
    const records = [held(2, 4, 'a'), held(9, 12, 'a')];
    expect(values(records, given)).toEqual(['3: 1']);
    const until = (examined(records, given).judged.get('[]') ?? []).map(({ value }) => value);
    expect(until.slice(2, 5)).toEqual(['1', '0', '0']);
  });
  test('counts who used it once among the people of the months after', () => {
    const records = [call(20, { who: 'a' }), aRecord({ at: at('2026-04-15'), who: 'b' })];
    expect(values(records, { measure: people, rights: [] })).toEqual(['3: 1', '4: 1']);
    expect(values(records, { measure: people, rights: [after30] })).toEqual(['3: 1', '4: 2', '5: 1']);
  });
});

describe('a source that rules', () => {
  const rule = right({ kind: 'rulingSource', sources: ['directory', 'server'] });
  const records = [
    held(2, 10, 'a', { source: 'server' }),
    held(2, 10, 'a', { source: 'directory' }),
    held(2, 10, 'b', { source: 'server' }),
    held(2, 10, 'b', { source: 'old' }),
    held(2, 10, 'c', { source: 'old' }),
  ];
  test('is the only one that counts whom it names', () => {
    const given = { measure: peak, rights: [rule] };
    expect(values(records, { measure: peak, rights: [] })).toEqual(['3: 5']);
    expect(values(records, given)).toEqual(['3: 3']);
    const set = examined(records, given).runs[0]!.evidence.map(({ source, who }) => `${who} by ${source}`);
    expect(set.sort()).toEqual(['a by directory', 'b by server', 'c by old']);
  });
  test('rules nobody by what was retracted', () => {
    const taken = aRecord({ kind: 'retraction', at: day(3), source: 'directory', series: 'h2a' });
    expect(values([...records, taken], { measure: peak, rights: [rule] })).toEqual(['3: 3']);
  });
});

describe('maintenance', () => {
  const releases = [
    { version: '12', releasedOn: '2025-10-01' as CalendarDate },
    { version: '12.3', releasedOn: '2026-02-01' as CalendarDate },
    { version: '13', releasedOn: '2026-05-01' as CalendarDate },
  ];
  const until = (date: string): RightRule => ({
    kind: 'maintenance',
    attribute: 'version',
    until: date as CalendarDate,
    releases,
  });
  const version = (n: number, text: string) => call(n, { attributes: { version: text } });
  const records = [
    version(2, '12.1'),
    version(3, '12.3.1'),
    version(14, '12.30'),
    version(15, '13.0'),
    version(16, 'beta'),
  ];
  function outside(rights: readonly Right[], permit?: RightRule) {
    const { baseLimit: _, limitRule: __, tolerance: ___, ...base } = aClause({ rights });
    const clause = { ...base, kind: 'restriction' as const, attribute: 'version', allowed: [] };
    const variations = permit
      ? [
          aPermit({
            from: day(10),
            change: { kind: 'right', rule: permit },
            decidedAt: day(1),
            recordedAt: day(1),
          }),
        ]
      : [];
    const agreement = known(anAgreement({ clauses: [clause] }), { variations });
    const result = examine(inputOf({ agreement, records, asOf: at('2026-08-01') }), around);
    expect(result.firstDifference).toBeNull();
    return result.runs[0];
  }
  test('allows what was released before it ended; what nobody knows is not judged, and asked about', () => {
    const run = outside([right(until('2026-02-01'))])!;
    expect(run.outside.map(({ value }) => value).sort()).toEqual(['12.3.1', '13.0']);
    expect(run.verification.questions).toMatchObject([{ code: 'release-unknown', count: 1 }]);
  });
  test('goes on by a permit, for use that begins in it', () => {
    const run = outside([right(until('2026-02-01'))], until('2027-01-01'))!;
    expect(run.outside.map(({ value }) => value)).toEqual(['12.3.1']);
  });
});

test('a limit that grows with another clause grows by what counts for that clause', () => {
  const free = right({ kind: 'freeUse', attribute: 'environment', in: ['dr'], upTo: null });
  const users = aClause({ id: 'users', features: ['seat'], baseLimit: '0', rights: [free] });
  const storage = aClause({ baseLimit: '0', allowance: { each: '2', of: 'users' } });
  const seat = (n: number, environment: string) => call(n, { feature: 'seat', ...env(environment) });
  const records = [seat(2, 'dr'), seat(3, 'production'), call(4, { quantity: '5' })];
  const agreement = known(anAgreement({ clauses: [storage, users] }));
  const result = examine(inputOf({ agreement, records, asOf: at('2026-08-01') }), around);
  expect(result.firstDifference).toBeNull();
  expect(result.runs[0]!.run.peak).toMatchObject({ value: '5', limit: '2', excess: '3' });
});
