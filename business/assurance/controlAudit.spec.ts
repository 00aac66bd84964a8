import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stored } from '#platform/exact.ts';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { type ControlCode, controlCodes, quarterOf, resultOf, scoreOf } from './control.ts';
import { controlAuditDecider, decideControlAudit } from './controlAudit.decide.ts';
import type { ControlAuditCommand, ControlAuditEvent } from './controlAudit.ts';

const now = at('2026-11-22');
const reason = { document: 'd', digest: 'x' };
const missing = (code: ControlCode, count: number) =>
  resultOf(
    code,
    10,
    Array.from({ length: count }, (_, i) => ({ customer: `c${i}` })),
  );
const ran = (...results: ReturnType<typeof missing>[]): ControlAuditEvent => ({
  kind: 'ran',
  quarter: '2026-Q4',
  results,
  at: now,
});
const assign: ControlAuditCommand = {
  kind: 'assign',
  control: 'sources-alive',
  staff: 'S-1',
  dueOn: '2026-12-01',
  at: now,
};
const accept: ControlAuditCommand = { kind: 'accept', control: 'sources-alive', reason, at: now };
const close: ControlAuditCommand = { kind: 'close', at: now };
const event = (command: ControlAuditCommand, kind: string) => ({ ...command, kind }) as ControlAuditEvent;
const tasks = (...given: ControlAuditEvent[]) => {
  const state = fold(controlAuditDecider, given);
  return state.status === 'none' ? [] : state.tasks;
};

/** given events, when a command, then this event or this refusal. */
function check(given: readonly ControlAuditEvent[], when: ControlAuditCommand, then: string): void {
  const decided = decideControlAudit(when, fold(controlAuditDecider, given));
  expect('refused' in decided ? decided.refused.code : decided.events[0]?.kind).toBe(then);
}

describe('the audit of a quarter', () => {
  const given = [ran(missing('sources-alive', 2), missing('counts-agree', 0))];

  test('makes a task of each control that is not as it should be, and of no other', () => {
    expect(tasks(...given)).toMatchObject([{ control: 'sources-alive', status: 'open', missing: 2 }]);
  });

  test('gives a task to somebody, or accepts it as it is', () => {
    check(given, assign, 'assigned');
    check(given, accept, 'accepted');
    check(given, { ...assign, control: 'counts-agree' }, 'task_unknown');
    check([], assign, 'audit_not_run');
  });

  test('closes when every task has somebody or a reason; afterwards nothing is done to it', () => {
    check(given, close, 'tasks_open');
    check([...given, event(assign, 'assigned')], close, 'closed');
    check([...given, event(accept, 'accepted')], close, 'closed');
    const closed = [...given, event(accept, 'accepted'), event(close, 'closed')];
    check(closed, assign, 'audit_closed');
    check(closed, { kind: 'run', quarter: '2026-Q4', results: [], at: now }, 'audit_closed');
  });

  test('run again, it settles what is good now, and keeps who does the rest', () => {
    const better = [...given, event(assign, 'assigned'), ran(missing('sources-alive', 0))];
    expect(tasks(...better)).toMatchObject([{ status: 'settled', missing: 0 }]);
    check(better, assign, 'task_over');
    const same = [...given, event(assign, 'assigned'), ran(missing('sources-alive', 1))];
    expect(tasks(...same)).toMatchObject([{ status: 'open', staff: 'S-1', missing: 1 }]);
  });

  test('what was accepted stays so while no more of it is missing', () => {
    const accepted = [...given, event(accept, 'accepted')];
    expect(tasks(...accepted, ran(missing('sources-alive', 2)))).toMatchObject([{ status: 'accepted' }]);
    expect(tasks(...accepted, ran(missing('sources-alive', 3)))).toMatchObject([
      { status: 'open', missing: 3, reason: null },
    ]);
  });
});

describe('the score', () => {
  const result = fc
    .record({ code: fc.constantFrom(...controlCodes), of: fc.nat(50), share: fc.double({ min: 0, max: 1 }) })
    .map(({ code, of, share }) => ({
      code,
      of,
      good: Math.floor(of * (Number.isNaN(share) ? 0 : share)),
      gaps: [],
    }));

  test('law: it lies between 0 and 100, is 100 exactly where nothing is missing, and rises with what is good', () => {
    fc.assert(
      fc.property(fc.uniqueArray(result, { selector: ({ code }) => code }), (results) => {
        const score = scoreOf(results);
        if (score === null) {
          expect(results.every(({ of }) => of === 0)).toBe(true);
          return;
        }
        expect(score.compare(0) >= 0 && score.compare(100) <= 0).toBe(true);
        expect(score.equals(100)).toBe(results.every(({ good, of }) => good === of));
        const better = results.map((one, i) =>
          i === 0 && one.good < one.of ? { ...one, good: one.good + 1 } : one,
        );
        expect(scoreOf(better)!.compare(score) >= 0).toBe(true);
      }),
      { seed: 24, numRuns: 300 },
    );
  });

  test('weighs a control: a third missing of one of weight 3 beside a good one of weight 1 gives 75', () => {
    const results = [
      { code: 'sources-alive' as const, of: 3, good: 2, gaps: [] },
      { code: 'clauses-priced' as const, of: 5, good: 5, gaps: [] },
    ];
    expect(stored(scoreOf(results)!)).toBe('75');
  });

  test('of nothing there is none', () => {
    expect(scoreOf([resultOf('sources-alive', 0, [])])).toBeNull();
  });
});

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('%s lies in %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter);
});
