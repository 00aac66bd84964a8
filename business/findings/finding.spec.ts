import { describe, expect, test } from 'vitest';
import type { CustomerId } from '#business/customers/customer.ts';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { can } from './finding.can.ts';
import { findingDecider } from './finding.evolve.ts';
import type { FindingKey } from './finding.ts';
import type {
  Finding,
  FindingCommand,
  FindingEvent,
  ReadingSummary,
  VerificationSummary,
} from './lifecycle.ts';
import { matchRuns } from './matchRuns.ts';

const now = at('2026-07-01');
const place = {
  key: 'F-1' as FindingKey,
  customer: 'northwind' as CustomerId,
  agreement: 'AG-1',
  clause: 'calls',
  group: '[]',
};
const reason = { document: 'D-1', digest: 'abc' };

function reading(excess: number, from = '2026-05-01', until = '2026-06-01'): ReadingSummary {
  const span = { from: at(from), until: at(until) };
  return {
    ...span,
    peakFrom: span.from,
    peakUntil: span.until,
    value: String(100 + excess),
    limit: '100',
    excess: String(excess),
    windows: 1,
    tzdata: '2026a',
    digest: `+${excess} ${from}`,
  };
}
const passed: VerificationSummary = {
  passed: true,
  counts: 'agree',
  reconciliation: 'agrees',
  questions: [],
};
const failed: VerificationSummary = { ...passed, passed: false };

const detected: FindingEvent = { kind: 'detected', at: now, place, reading: reading(20) };
const verified: FindingEvent = { kind: 'verified', at: now, verification: passed };
const confirmed: FindingEvent = { kind: 'confirmed', at: now, cause: 'growth' };
const dismissed: FindingEvent = { kind: 'dismissed', at: now, cause: 'data-error', reason };
const cleared: FindingEvent = { kind: 'cleared', at: now };

/** Given these events, when this command comes, then these events follow (by kind), or this refusal, and this state. */
function check(
  given: FindingEvent[],
  when: FindingCommand,
  then: { events?: string[]; refused?: string; status?: Finding['status'] },
) {
  const before = fold(findingDecider, given);
  const decision = findingDecider.decide(when, before);
  if ('refused' in decision) expect({ refused: decision.refused.code }).toEqual({ refused: then.refused });
  else {
    const after = decision.events.reduce(findingDecider.evolve, before);
    expect({ events: decision.events.map((event) => event.kind), status: after.status }).toEqual({
      events: then.events,
      status: then.status,
    });
    return after;
  }
  return before;
}

describe('a finding', () => {
  test('is confirmed only once verification has passed', () => {
    const confirm: FindingCommand = { kind: 'confirm', at: now, cause: 'growth' };
    check([detected], confirm, { refused: 'not_possible_now' });
    check([detected, { ...verified, verification: failed }], confirm, { refused: 'not_possible_now' });
    check([detected, verified], confirm, { events: ['confirmed'], status: 'confirmed' });
  });

  test('loses its verification when a later one fails', () => {
    check(
      [detected, verified],
      { kind: 'verify', at: now, verification: failed },
      { events: ['verified'], status: 'detected' },
    );
  });

  test('a recount lower than what was confirmed makes a correction due; the confirmed reading stays', () => {
    const after = check(
      [detected, verified, confirmed],
      { kind: 'recount', at: now, reading: reading(5) },
      { events: ['recounted', 'correctionDue'], status: 'confirmed' },
    );
    expect(after).toMatchObject({
      confirmed: { excess: '20' },
      reading: { excess: '5' },
      revisions: [{ direction: 'lower' }],
    });
  });

  test('a recount higher than what was confirmed is noted and raises nothing', () => {
    const after = check(
      [detected, verified, confirmed],
      { kind: 'recount', at: now, reading: reading(50) },
      { events: ['recounted'], status: 'confirmed' },
    );
    expect(after).toMatchObject({ confirmed: { excess: '20' }, revisions: [{ direction: 'higher' }] });
  });

  test('a recount to nothing clears it, with a correction if it was confirmed', () => {
    check([detected], { kind: 'clear', at: now }, { events: ['cleared'], status: 'cleared' });
    check(
      [detected, verified, confirmed],
      { kind: 'clear', at: now },
      { events: ['cleared', 'correctionDue'], status: 'cleared' },
    );
  });

  test('the same recount again changes nothing', () => {
    check([detected], { kind: 'recount', at: now, reading: reading(20) }, { refused: 'nothing_changed' });
  });

  test('dismissed with a reason, it can be reopened and is then where verification left it', () => {
    check(
      [detected, verified, dismissed],
      { kind: 'reopen', at: now, reason },
      { events: ['reopened'], status: 'verified' },
    );
    check(
      [detected, dismissed],
      { kind: 'reopen', at: now, reason },
      { events: ['reopened'], status: 'detected' },
    );
  });

  test('dismissed, it is open again once a recount shows more than was dismissed; less or the same changes nothing', () => {
    const higher = { kind: 'recount', at: now, reading: reading(500) } as const;
    check([detected, verified, dismissed], higher, { events: ['recounted', 'reopened'], status: 'verified' });
    const lower = { kind: 'recount', at: now, reading: reading(2) } as const;
    check([detected, dismissed], lower, { events: ['recounted'], status: 'dismissed' });
    const between = { kind: 'recount', at: now, reading: reading(19) } as const;
    const recounted: FindingEvent = { kind: 'recounted', at: now, reading: reading(2), direction: 'lower' };
    check([detected, dismissed, recounted], between, { events: ['recounted'], status: 'dismissed' });
  });

  test('cleared and beyond again, it is detected anew under the same key', () => {
    check(
      [detected, cleared],
      { kind: 'detect', at: now, place, reading: reading(7) },
      { events: ['detected'], status: 'detected' },
    );
  });
});

test('merged and apart from the other again, a finding is detected anew under its key', () => {
  const merged: FindingEvent = { kind: 'merged', at: now, into: 'F-0' as FindingKey };
  check(
    [detected, merged],
    { kind: 'detect', at: now, place, reading: reading(7) },
    { events: ['detected'], status: 'detected' },
  );
});

describe('every command in every state', () => {
  const commands: FindingCommand[] = [
    { kind: 'detect', at: now, place, reading: reading(30) },
    { kind: 'recount', at: now, reading: reading(30) },
    { kind: 'verify', at: now, verification: passed },
    { kind: 'clear', at: now },
    { kind: 'merge', at: now, into: 'F-0' as FindingKey },
    { kind: 'confirm', at: now, cause: 'growth' },
    { kind: 'dismiss', at: now, cause: 'data-error', reason },
    { kind: 'reopen', at: now, reason },
  ];
  const states: Record<Finding['status'], FindingEvent[]> = {
    none: [],
    detected: [detected],
    verified: [detected, verified],
    confirmed: [detected, verified, confirmed],
    dismissed: [detected, dismissed],
    cleared: [detected, cleared],
    merged: [detected, { kind: 'merged', at: now, into: 'F-0' as FindingKey }],
  };
  test.each(commands)('$kind is possible exactly where the table says so', (command) => {
    for (const [status, events] of Object.entries(states)) {
      const decision = findingDecider.decide(command, fold(findingDecider, events));
      expect(`${status} ${'events' in decision}`).toBe(
        `${status} ${can[command.kind][status as Finding['status']] === true}`,
      );
    }
  });
});

describe('runs keep the keys of the findings they belong to', () => {
  type Known = Exclude<Finding, { status: 'none' }>;
  const finding = (key: string, from: string, until: string, events: FindingEvent[] = []): Known =>
    fold(findingDecider, [
      {
        ...detected,
        place: { ...place, key: key as FindingKey },
        reading: reading(1, from, until),
      } as FindingEvent,
      ...events,
    ]) as Known;
  const run = (from: string, until: string) => ({
    agreement: 'AG-1',
    clause: 'calls',
    group: '[]',
    windows: [],
    peak: null as never,
    from: at(from),
    until: at(until),
  });
  const keys = (match: ReturnType<typeof matchRuns>) => ({
    detect: match.detect.length,
    recount: match.recount.map(({ key }) => key),
    clear: match.clear,
    merge: match.merge,
  });

  test('a longer run is the same finding', () => {
    expect(
      keys(matchRuns([run('2026-04-01', '2026-07-01')], [finding('A', '2026-05-01', '2026-06-01')])),
    ).toEqual({ detect: 0, recount: ['A'], clear: [], merge: [] });
  });
  test('a split run: the earlier part keeps the key, the later is new', () => {
    expect(
      keys(
        matchRuns(
          [run('2026-04-01', '2026-05-01'), run('2026-06-01', '2026-07-01')],
          [finding('A', '2026-04-01', '2026-07-01')],
        ),
      ),
    ).toEqual({ detect: 1, recount: ['A'], clear: [], merge: [] });
  });
  test('a run over two findings: the earlier takes over the later, unless that one is confirmed', () => {
    const both = (events: FindingEvent[]) => [
      finding('A', '2026-04-01', '2026-05-01'),
      finding('B', '2026-06-01', '2026-07-01', events),
    ];
    const whole = [run('2026-04-01', '2026-07-01')];
    expect(keys(matchRuns(whole, both([])))).toEqual({
      detect: 0,
      recount: ['A'],
      clear: [],
      merge: [{ key: 'B', into: 'A' }],
    });
    expect(keys(matchRuns(whole, both([verified, confirmed])))).toEqual({
      detect: 0,
      recount: ['A', 'B'],
      clear: [],
      merge: [],
    });
  });
  test('what was dismissed does not take over what is still to be decided', () => {
    const findings = [
      finding('A', '2026-04-01', '2026-05-01', [dismissed]),
      finding('B', '2026-06-01', '2026-07-01'),
    ];
    expect(keys(matchRuns([run('2026-04-01', '2026-07-01')], findings))).toEqual({
      detect: 0,
      recount: ['B'],
      clear: [],
      merge: [{ key: 'A', into: 'B' }],
    });
  });
  test('a finding that was cleared comes back only where no other has the run', () => {
    const a = finding('A', '2026-04-01', '2026-05-01', [cleared]);
    const b = finding('B', '2026-06-01', '2026-07-01');
    const whole = [run('2026-04-01', '2026-07-01')];
    expect(keys(matchRuns(whole, [a, b]))).toEqual({ detect: 0, recount: ['B'], clear: [], merge: [] });
    expect(keys(matchRuns(whole, [a]))).toEqual({ detect: 0, recount: ['A'], clear: [], merge: [] });
    const later = finding('C', '2026-06-01', '2026-07-01', [cleared]);
    expect(keys(matchRuns(whole, [a, later])).recount).toEqual(['A']);
  });
  test('no run, and the finding is cleared', () => {
    expect(keys(matchRuns([], [finding('A', '2026-04-01', '2026-05-01')]))).toEqual({
      detect: 0,
      recount: [],
      clear: ['A'],
      merge: [],
    });
  });
});
