import { describe, expect, test } from 'vitest';
import { after, day, type Instant } from '#platform/instant.ts';
import { aClause, at } from '#test/given.ts';
import { type Contest, contestQuestions, heldUntil } from './contests.ts';
import type { EvidenceRow, JudgedWindow, Run } from './finding.ts';
import { verify } from './verify.ts';

const window: JudgedWindow = {
  from: at('2026-03-01'),
  until: at('2026-04-01'),
  value: '120',
  limit: '100',
  excess: '20',
  provenance: [],
  open: false,
  range: { low: '120', high: '120' },
};
const run: Run = {
  ...{ agreement: 'AG-1', clause: 'calls', group: '[]' },
  ...{ windows: [window], peak: window, from: window.from, until: window.until },
};
const now = at('2026-04-10');
const contest = (differs: Partial<Contest> = {}): Contest => ({
  ...{ id: 'ASK-1', agreement: 'AG-1', clause: 'calls', group: '[]' },
  ...{ from: window.from, until: window.until, row: { source: 'meter', id: 'a' } },
  ...{ words: 'counted twice', open: true, right: false, holdsUntil: at('2026-05-01') },
  ...differs,
});
const row = (id: string, contributes: string): EvidenceRow => ({
  ...{ source: 'meter', id, kind: 'occurrence', feature: 'call', who: null },
  ...{ from: at('2026-03-02'), until: null, contributes },
});
const evidence = [row('a', '3'), row('b', '117')];
const asked = (contests: readonly Contest[], asOf: Instant = now) =>
  contestQuestions({ run, evidence, contests, asOf });
const passes = (contests: readonly Contest[], asOf: Instant = now) =>
  verify({
    clause: aClause(),
    run,
    firstDifference: null,
    totalsSeen: false,
    questions: asked(contests, asOf),
  }).passed;

describe('an open contest', () => {
  test('of a line of a run keeps it from passing, and says how much the line adds', () => {
    expect(asked([contest()])).toMatchObject([{ code: 'contested', count: 1, units: '3' }]);
    expect(passes([contest()])).toBe(false);
    expect(passes([])).toBe(true);
  });

  test('of the number itself cannot say how much', () => {
    expect(asked([contest({ row: null })])).toMatchObject([{ code: 'contested', units: null }]);
  });

  test('of another clause, group or time is nothing to it', () => {
    const others = [
      contest({ clause: 'seats' }),
      contest({ group: '["a"]' }),
      contest({ agreement: 'AG-2' }),
      contest({ from: window.until, until: at('2026-05-01') }),
    ];
    expect(asked(others)).toEqual([]);
    expect(passes(others)).toBe(true);
  });

  test('that was answered keeps nothing back', () => {
    expect(passes([contest({ open: false })])).toBe(true);
  });

  test('holds up to its latest moment and no longer, and is told of all the same', () => {
    const end = contest().holdsUntil;
    expect(passes([contest()], after(end, -1))).toBe(false);
    expect(passes([contest()], end)).toBe(true);
    expect(asked([contest({ row: null })], end)).toMatchObject([{ code: 'contest-overdue', units: null }]);
  });
});

describe('a finding is held once', () => {
  const first = contest({ open: false });
  const second = contest({ id: 'ASK-2', holdsUntil: after(first.holdsUntil, 30 * day) });
  test('by the first contest: those after it hold no longer', () => {
    expect(heldUntil(run, [first, second], now)).toBe(first.holdsUntil);
    expect(heldUntil(run, [first, second], first.holdsUntil)).toBe(null);
  });
  test('but where the customer was right, that one does not use it up', () => {
    expect(heldUntil(run, [{ ...first, right: true }, second], first.holdsUntil)).toBe(second.holdsUntil);
  });
});
