import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Instant, parseInstant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { can } from './alert.can.ts';
import { decideAlert } from './alert.decide.ts';
import { alertDecider } from './alert.evolve.ts';
import type { Alert, AlertCommand, AlertEvent } from './alert.ts';
import type { Sight } from './thresholds.ts';

const start = parseInstant('2026-11-22T10:00:00Z')!;
const on = (days: number) => (start + days * day) as Instant;
const place = { agreement: 'AG-1', clause: 'seats', group: '[]' };
const sight: Sight = { used: '92', limit: '100', forecast: null, renewsAt: on(100) };
const reason = { document: 'd', digest: 'x' };
const look = (met: readonly string[], given: { at?: Instant; finding?: string } = {}): AlertCommand => ({
  kind: 'look',
  at: given.at ?? start,
  place,
  met,
  sight,
  finding: given.finding ?? null,
});
const acknowledge = (until: Instant | null, at = start): AlertCommand => ({
  kind: 'acknowledge',
  at,
  until,
  reason,
  by: 'staff',
});
const raised: AlertEvent = { kind: 'raised', at: start, place, met: ['ninety'], sight };
const silenced: AlertEvent = { kind: 'acknowledged', at: start, until: on(7), reason, by: 'staff' };
const crossed: AlertEvent = { kind: 'crossed', at: start, place, met: ['ninety'], sight, finding: 'F-1' };

/** given events, when a command, then events of these kinds, or a refusal. */
function check(given: readonly AlertEvent[], when: AlertCommand, then: readonly string[] | string): void {
  const decided = decideAlert(when, fold(alertDecider, given));
  expect('refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind)).toEqual(then);
}

describe('an alert fires', () => {
  test('when the first rule is met, and not again while nothing changes', () => {
    check([], look([]), []);
    check([], look(['ninety']), ['raised']);
    check([raised], look(['ninety'], { at: on(5) }), []);
  });

  test('when another rule is met besides; one that is over only eases it', () => {
    check([raised], look(['ninety', 'month']), ['risen']);
    check([{ ...raised, met: ['ninety', 'month'] }], look(['ninety']), ['eased']);
    check([raised], look(['month']), ['risen']);
  });

  test('when a silence is over and it is still close', () => {
    check([raised, silenced], look(['ninety'], { at: on(6) }), []);
    check([raised, silenced], look(['ninety'], { at: on(7) }), ['resumed']);
    check([raised, silenced], look(['ninety', 'month'], { at: on(6) }), ['eased']);
    check([raised, silenced], look([], { at: on(6) }), ['cleared']);
  });

  test('when use crosses the limit and a finding takes over, from any state, once', () => {
    check([], look([], { finding: 'F-1' }), ['crossed']);
    check([raised], look(['ninety'], { finding: 'F-1' }), ['crossed']);
    check([raised, silenced], look(['ninety'], { finding: 'F-1' }), ['crossed']);
    check([raised, crossed], look(['ninety'], { finding: 'F-1' }), []);
    check([raised, crossed], look(['ninety'], { finding: 'F-2' }), ['crossed']);
  });

  test('anew after it was over', () => {
    check([raised, { kind: 'cleared', at: on(1) }], look(['ninety']), ['raised']);
  });
});

test('after a finding is over, use that is still close only eases the alert; else it is cleared', () => {
  check([raised, crossed], look(['ninety']), ['eased']);
  check([raised, crossed], look([]), ['cleared']);
  expect(
    fold(alertDecider, [raised, crossed, { kind: 'eased', at: on(1), met: ['ninety'], sight }]),
  ).toMatchObject({ status: 'raised', raisedAt: start });
});

describe('acknowledging', () => {
  test('silences, until a date or until it is over, and again with another date', () => {
    check([raised], acknowledge(on(7)), ['acknowledged']);
    check([raised], acknowledge(null), ['acknowledged']);
    check([raised, silenced], acknowledge(on(9)), ['acknowledged']);
  });

  test('for a time that is over is refused', () => {
    check([raised], acknowledge(start), 'silence_ends_before');
    check([raised], acknowledge(on(-1)), 'silence_ends_before');
  });

  test.each<[string, readonly AlertEvent[]]>([
    ['never raised', []],
    ['crossed', [raised, crossed]],
    ['cleared', [raised, { kind: 'cleared', at: start }]],
  ])('is not possible for what is %s', (_, given) => {
    check(given, acknowledge(null), 'not_possible_now');
  });

  test('says in every state whether it is possible', () => {
    expect(Object.keys(can.acknowledge)).toEqual(Object.keys(can.look));
  });
});

test('law: looking twice at the same never gives a second event', () => {
  const looks = fc.record({
    met: fc.subarray(['ninety', 'month', 'few']),
    finding: fc.option(fc.constantFrom('F-1', 'F-2')),
    days: fc.nat(20),
    silence: fc.option(fc.integer({ min: 1, max: 10 })),
  });
  fc.assert(
    fc.property(fc.array(looks, { maxLength: 15 }), (all) => {
      let state: Alert = { status: 'none' };
      let at = start;
      for (const { met, finding, days, silence } of all) {
        at = (at + days * day) as Instant;
        const seen = look(met, { at, ...(finding ? { finding } : {}) });
        for (const times of ['first', 'again']) {
          const decided = decideAlert(seen, state);
          if ('refused' in decided) throw new Error(decided.refused.words);
          if (times === 'again') expect(decided.events).toEqual([]);
          state = decided.events.reduce(alertDecider.evolve, state);
        }
        if (silence === null) continue;
        const until = (at + silence * day) as Instant;
        const asked: ReturnType<typeof decideAlert> = decideAlert(acknowledge(until, at), state);
        if ('events' in asked) state = asked.events.reduce(alertDecider.evolve, state);
      }
    }),
    { seed: 17, numRuns: 300 },
  );
});
