import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { CountRequest, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import { allOf, aMeasure, aRecord, at } from '#test/given.ts';
import { rulingOf } from '../ruled.ts';
import { alwaysCountedAs, applyPeople } from './applyPeople.ts';
import { decidePeople } from './peopleDecision.decide.ts';
import { peopleDecider } from './peopleDecision.evolve.ts';
import type { PeopleCommand, PeopleDecision, Span, Subject } from './peopleDecision.ts';

const reason = { document: 'doc', digest: 'abc' };
const day = (n: number) => at(`2026-01-${String(n).padStart(2, '0')}`);
const always: Span = { from: null, until: null };
const none = new Map<string, string>();

function decision(id: string, subject: Subject, span: Span = always): PeopleDecision {
  return { id, subject, span, at: day(1), by: 'staff', reason, undone: null };
}
const merge = (identity: string, into: string, span?: Span) =>
  decision(`${identity}>${into}`, { kind: 'merge', identity, into }, span);
const leaveOut = (identity: string, span?: Span) =>
  decision(`-${identity}`, { kind: 'leaveOut', identity }, span);

function countOf(records: readonly UsageRecord[], measure: Partial<Measure>, asOf = day(20)): string[] {
  const whole = aMeasure({ aggregate: { kind: 'unique', by: 'who' }, ...measure });
  const term = { from: day(1), until: at('2026-02-01') };
  const anchor = dateIn(term.from, 'UTC');
  const windows = windowsOf(whole, term, { asOf, anchor, cuts: [] });
  const request: CountRequest = {
    records,
    chosen: none,
    measure: whole,
    features: [allOf('call')],
    windows,
    asOf,
  };
  const [one, two] = [countByASweep(request), recount(request)];
  expect(two).toEqual(one);
  return one.map(({ value }) => value ?? 'none');
}

describe('two identities of one person', () => {
  const calls = ['1', '2', '3'].map((who, i) => aRecord({ at: day(3 + i), who }));
  test('count once', () => {
    expect(countOf(calls, {})).toEqual(['3']);
    expect(countOf(applyPeople(calls, [merge('1', '2')], none), {})).toEqual(['2']);
  });
  test('count once over a chain, under the last', () => {
    const ruled = applyPeople(calls, [merge('1', '2'), merge('2', '3')], none);
    expect(ruled.map(({ who }) => who)).toEqual(['3', '3', '3']);
    expect(rulingOf(ruled[0]!)).toEqual({ merged: { was: '1', decision: '1>2' } });
    expect(alwaysCountedAs('1', [merge('1', '2'), merge('2', '3')])).toBe('3');
  });
  test('count once from the date of the decision on', () => {
    const from = { from: day(4), until: null };
    expect(countOf(applyPeople(calls, [merge('1', '2', from)], none), {})).toEqual(['3']);
    expect(countOf(applyPeople(calls, [merge('2', '1', from)], none), {})).toEqual(['2']);
  });
  const place = (id: string, who: string, differs: Partial<UsageRecord> = {}) =>
    aRecord({ kind: 'member', at: day(2), series: 'staff', who, id, ...differs });
  const seats: Partial<Measure> = { aggregate: { kind: 'peakConcurrency' } };
  test('stand once on a list', () => {
    const list = [place('a', '1'), place('b', '2'), place('c', '3')];
    const ruled = applyPeople(list, [merge('1', '2')], none);
    expect(countOf(ruled, seats)).toEqual(['2']);
    expect(rulingOf(ruled[1]!)?.aside).toEqual({ cause: 'listed-twice', by: '1>2', feature: 'call' });
  });
  test('stand on a list still where one of the places was retracted', () => {
    const taken = aRecord({ kind: 'retraction', at: day(3), series: 'a' });
    const ruled = applyPeople([place('a', '1'), place('b', '2'), taken], [merge('1', '2')], none);
    expect(countOf(ruled, seats)).toEqual(['1']);
  });
});

describe('an account that is no person', () => {
  const calls = [
    aRecord({ at: day(3), who: '1' }),
    aRecord({ at: day(5), who: '1' }),
    aRecord({ at: day(5), who: '2' }),
  ];
  const sum: Partial<Measure> = { aggregate: { kind: 'sum' } };
  test('does not count', () =>
    expect(countOf(applyPeople(calls, [leaveOut('1')], none), sum)).toEqual(['1']));
  test('does not count for what began while the decision holds', () =>
    expect(countOf(applyPeople(calls, [leaveOut('1', { from: day(4), until: null })], none), sum)).toEqual([
      '2',
    ]));
  test('does not settle a conflict by being left out', () => {
    const variants = [
      { ...calls[0]!, id: 'x', who: '1' },
      { ...calls[0]!, id: 'x', who: '2', digest: 'other' },
    ];
    expect(countOf(applyPeople(variants, [leaveOut('1')], none), sum)).toEqual([]);
  });
  test('still ends what its series held', () => {
    const held = [
      aRecord({ kind: 'held', at: day(2), series: 's', who: '2' }),
      aRecord({ kind: 'held', at: day(6), until: day(7), series: 's', who: '1' }),
    ];
    const standing: Partial<Measure> = { aggregate: { kind: 'timeWeighted' } };
    const [half] = countOf(applyPeople(held, [leaveOut('1')], none), standing);
    expect(half).toBe('4/31');
  });
});

const who = fc.constantFrom('1', '2', '3', '4');
const instant = fc.integer({ min: 1, max: 18 }).map(day);
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.option(instant), fc.option(instant))
  .map(([from, until]) => ({ from, until: until as Instant | null }));
const command: fc.Arbitrary<Omit<PeopleCommand & { kind: 'decide' }, 'id'>> = fc.record({
  kind: fc.constant('decide' as const),
  subject: fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), identity: who, into: who }),
    fc.record({ kind: fc.constant('leaveOut' as const), identity: who }),
  ),
  span,
  at: fc.constant(day(1)),
  by: fc.constant('staff'),
  reason: fc.constant(reason),
  erased: fc.constant([]),
});
/** What stands after commands of which some are refused: it never contradicts itself. */
const decisions = fc.array(command, { maxLength: 7 }).map(
  (commands) =>
    commands.reduce((state, one, i) => {
      const decided = decidePeople({ ...one, id: `P-${i}` }, state);
      return 'refused' in decided ? state : decided.events.reduce(peopleDecider.evolve, state);
    }, peopleDecider.initial).decisions,
);
const record = fc
  .tuple(
    fc.constantFrom('occurrence', 'held', 'member', 'sighting'),
    instant,
    who,
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([kind, from, person, id]) =>
    aRecord({
      kind: kind as 'held',
      at: from,
      who: person,
      id: `${kind}-${id}`,
      series: kind === 'occurrence' ? null : kind === 'member' ? 'list' : `${kind}-${id % 5}`,
      until: kind === 'sighting' ? ((from + 86_400_000_000) as Instant) : null,
    }),
  );
const records = fc.array(record, { maxLength: 25 });
const seed = { seed: 20_261_122, numRuns: 200 };
const inOrder = (list: readonly UsageRecord[]) => list.map((one) => JSON.stringify(one)).sort();

describe('laws', () => {
  test('applied twice it is as applied once', () => {
    fc.assert(
      fc.property(records, decisions, (list, made) => {
        const once = applyPeople(list, made, none);
        expect(applyPeople(once, made, none)).toEqual(once);
      }),
      seed,
    );
  });
  test('the order of records and decisions changes nothing', () => {
    fc.assert(
      fc.property(records, decisions, (list, made) => {
        const turned = applyPeople(list.toReversed(), made.toReversed(), none);
        expect(inOrder(turned)).toEqual(inOrder(applyPeople(list, made, none)));
      }),
      seed,
    );
  });
  test('what is undone is as if it had never been decided', () => {
    fc.assert(
      fc.property(records, decisions, fc.nat(), (list, made, pick) => {
        const gone = made[pick % Math.max(1, made.length)];
        const undone = made.map((one) =>
          one === gone ? { ...one, undone: { at: day(2), by: 'x', reason } } : one,
        );
        const without = made.filter((one) => one !== gone);
        expect(applyPeople(list, undone, none)).toEqual(applyPeople(list, without, none));
      }),
      seed,
    );
  });
  test('both counts agree on what is left', () => {
    fc.assert(
      fc.property(records, decisions, (list, made) => {
        const ruled = applyPeople(list, made, none);
        for (const kind of ['sum', 'peakConcurrency', 'timeWeighted'] as const)
          countOf(ruled, { aggregate: { kind } });
        countOf(ruled, {});
      }),
      { ...seed, numRuns: 60 },
    );
  });
  test('a merge never makes more people', () => {
    fc.assert(
      fc.property(records, decisions, (list, made) => {
        const number = (of: readonly UsageRecord[]) => Number(countOf(of, {})[0] ?? '0');
        expect(
          number(
            applyPeople(
              list,
              made.filter(({ span }) => span.from === null && span.until === null),
              none,
            ),
          ),
        ).toBeLessThanOrEqual(number(list));
      }),
      { ...seed, numRuns: 60 },
    );
  });
});
