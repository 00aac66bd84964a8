import { describe, expect, test } from 'vitest';
import type { Clause, OrderLine } from '#business/agreements/agreement.ts';
import { aClause, aMeasure, anAgreement, at } from '#test/given.ts';
import { nextLook } from './nextLook.ts';

const now = at('2026-03-10T15:00:00Z');
const running = (differs: Partial<Clause> = {}, from = '2026-01-01', until = '2027-01-01') => {
  const signed = {
    ...anAgreement(),
    from: at(from),
    until: at(until),
    orderLines: [],
    clauses: [aClause(differs as never)],
  };
  const agreement = { texts: [{ signed, recordedAt: at('2025-12-01') }], amendments: [], variations: [] };
  return [{ agreement, signed }];
};

describe('when nothing comes in, a customer is looked at again', () => {
  test('at the next midnight of the zone its windows begin in', () => {
    expect(nextLook(running(), now)).toBe(at('2026-03-11'));
    const berlin = { measure: aMeasure({ zone: 'Europe/Berlin' }) };
    expect(nextLook(running(berlin), now)).toBe(at('2026-03-10T23:00:00Z'));
  });

  test('when the lateness of a window ends before that', () => {
    const lateness = 51 * 3_600_000_000;
    expect(nextLook(running({ lateness }), at('2026-03-10T02:00:00Z'))).toBe(at('2026-03-10T03:00:00Z'));
  });

  test('when it ends on the day after the clocks changed, which had an hour less', () => {
    const late = { lateness: 24 * 3_600_000_000, measure: aMeasure({ zone: 'Europe/Berlin' }) };
    const closes = at('2026-03-29T23:00:00Z');
    expect(nextLook(running(late), at('2026-03-29T22:30:00Z'))).toBe(closes);
  });

  test('when it ends after the agreement, for the windows of its last days', () => {
    const late = running({ lateness: 5 * 86_400_000_000 }, '2026-01-01', '2026-03-10');
    expect(nextLook(late, at('2026-03-11T12:00:00Z'))).toBe(at('2026-03-12'));
    expect(nextLook(late, at('2026-03-14T12:00:00Z'))).toBe(at('2026-03-15'));
    expect(nextLook(late, at('2026-03-15T00:00:01Z'))).toBeNull();
  });

  test('when it ends for the part of a window before its terms changed', () => {
    const line = { from: at('2026-03-10T12:00:00Z'), until: at('2027-01-01') } as OrderLine;
    const changed = running({ lateness: 6 * 3_600_000_000 }).map(({ agreement, signed }) => ({
      agreement,
      signed: { ...signed, orderLines: [line] },
    }));
    expect(nextLook(changed, at('2026-03-10T15:00:00Z'))).toBe(at('2026-03-10T18:00:00Z'));
  });

  test.each([
    ['an average over time', { measure: aMeasure({ aggregate: { kind: 'timeWeighted' } }) }],
    ['what has to last', { sustain: { kind: 'duration', microseconds: 60_000_000 } }],
    ['the level at every instant', { measure: aMeasure({ window: { unit: 'instant' } }) }],
    ['windows of an hour', { measure: aMeasure({ window: { unit: 'hour', anchor: 'calendar' } }) }],
  ] as const)('within the hour for %s', (_, differs) => {
    expect(nextLook(running(differs as never), now)).toBe(at('2026-03-10T16:00:00Z'));
  });

  test('when its agreement begins, and when it ends', () => {
    expect(nextLook(running({}, '2026-03-12', '2027-01-01'), now)).toBe(at('2026-03-12'));
    expect(nextLook(running({}, '2026-01-01', '2026-03-10T18:00:00Z'), now)).toBe(at('2026-03-10T18:00:00Z'));
  });

  test('never, when all is over and every window closed', () => {
    expect(nextLook(running({ lateness: 0 }, '2025-01-01', '2026-01-01'), now)).toBeNull();
  });
});
