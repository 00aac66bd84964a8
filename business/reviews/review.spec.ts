import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, day, hour, after as later, minute } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { can } from './review.can.ts';
import { decideReview, evolveReview, reviewDecider } from './review.decide.ts';
import type { KnownReview, Outcome, Review, ReviewCommand, ReviewEvent, Side, Slot } from './review.ts';

const now = at('2026-06-01T09:00:00Z');
const told = { document: 'd', digest: 'x' };
const slot = (days: number, length = hour): Slot => {
  const from = later(now, days * day);
  return { from, until: later(from, length) };
};
const outcome = (id: string, differs: Partial<Outcome> = {}): Outcome => ({
  id,
  kind: 'fewer',
  what: told,
  side: 'vendor',
  dueOn: '2026-07-01' as CalendarDate,
  ...differs,
});
const period = { from: '2025-06-01' as CalendarDate, until: '2026-06-01' as CalendarDate };
const commands: { readonly [K in ReviewCommand['kind']]: ReviewCommand & { kind: K } } = {
  open: { kind: 'open', id: 'R-1', customer: 'northwind', cause: 'cadence', ...period, at: now },
  offer: { kind: 'offer', side: 'vendor', slots: [slot(7), slot(8)], note: null, at: now },
  accept: { kind: 'accept', side: 'customer', slot: slot(7), place: null, at: now },
  callOff: { kind: 'callOff', side: 'customer', reason: told, at: now },
  hold: { kind: 'hold', summary: told, outcomes: [outcome('1')], page: 'p', at: slot(7).until },
  end: { kind: 'end', outcome: '1', how: 'done', why: null, at: slot(9).from },
  drop: { kind: 'drop', side: 'vendor', reason: told, at: now },
};
const event = <C extends ReviewCommand>(command: C): ReviewEvent => {
  const { kind } = command;
  const names = { open: 'opened', offer: 'offered', accept: 'booked', callOff: 'calledOff', end: 'ended' };
  const last = { hold: 'held', drop: 'dropped' };
  return { ...command, kind: { ...names, ...last }[kind] } as unknown as ReviewEvent;
};
const following = (...kinds: readonly ReviewCommand['kind'][]): Review =>
  fold(
    reviewDecider,
    kinds.map((kind) => event(commands[kind])),
  );
const states: Record<Review['status'], Review> = {
  none: following(),
  due: following('open'),
  offered: following('open', 'offer'),
  booked: following('open', 'offer', 'accept'),
  held: following('open', 'offer', 'accept', 'hold'),
  dropped: following('open', 'drop'),
};
const refusalOf = (command: ReviewCommand, state: Review) => {
  const decision = decideReview(command, state);
  return 'refused' in decision ? decision.refused.code : decision.events.map(({ kind }) => kind);
};

describe('every command in every state', () => {
  test.each(
    Object.values(commands).flatMap((command) =>
      Object.entries(states).map(([status, state]) => [command.kind, status, command, state] as const),
    ),
  )('%s, %s', (kind, status, command, state) => {
    const possible = can[kind][status as Review['status']];
    // Of an offer that is open the other side says yes; all else is possible as the table says.
    if (possible === true) expect(decideReview(command, state)).toEqual({ events: [event(command)] });
    else
      expect(decideReview(command, state)).toEqual({
        refused: { code: 'not_possible_now', words: possible },
      });
  });
});

describe('a meeting', () => {
  test('is booked by the other side than the one that offered', () => {
    expect(refusalOf({ ...commands.accept, side: 'vendor' }, states.offered)).toBe('own_offer');
    const theirs = evolveReview(states.due, event({ ...commands.offer, side: 'customer' }));
    expect(refusalOf({ ...commands.accept, side: 'vendor' }, theirs)).toEqual(['booked']);
    expect(refusalOf(commands.accept, theirs)).toBe('own_offer');
  });

  test('is booked at a time that was offered and lies ahead', () => {
    expect(refusalOf({ ...commands.accept, slot: slot(9) }, states.offered)).toBe('slot_not_offered');
    expect(refusalOf({ ...commands.accept, at: slot(7).from }, states.offered)).toBe('slot_past');
  });

  test('can be moved by either side, and stands where it was until then no more', () => {
    const moved = evolveReview(states.booked, event({ ...commands.offer, side: 'customer' }));
    expect(moved).toMatchObject({ status: 'offered', meeting: null, offer: { side: 'customer' } });
  });

  test('can be called off, and another one booked', () => {
    const off = evolveReview(states.booked, event(commands.callOff));
    expect(off).toMatchObject({ status: 'due', meeting: null });
    expect(refusalOf(commands.offer, off)).toEqual(['offered']);
  });

  test.each<[string, readonly Slot[]]>([
    ['slots_number', []],
    ['slots_number', [1, 2, 3, 4, 5, 6].map((days) => slot(days))],
    ['slot_past', [slot(0)]],
    ['slot_length', [slot(1, 14 * minute)]],
    ['slot_length', [slot(1, 5 * hour)]],
    [
      'slots_overlap',
      [slot(1, 2 * hour), { from: later(slot(1).from, hour), until: later(slot(1).from, 3 * hour) }],
    ],
  ])('is not offered as %s', (code, slots) => {
    expect(refusalOf({ ...commands.offer, slots }, states.due)).toBe(code);
  });
});

describe('what came of it', () => {
  test('is written down once the meeting has begun', () => {
    expect(refusalOf({ ...commands.hold, at: later(slot(7).from, -1) }, states.booked)).toBe(
      'meeting_not_begun',
    );
    expect(refusalOf({ ...commands.hold, at: slot(7).from }, states.booked)).toEqual(['held']);
  });

  test('has ids of its own and days that have not passed', () => {
    const twice = [outcome('1'), outcome('1')];
    expect(refusalOf({ ...commands.hold, outcomes: twice }, states.booked)).toBe('outcomes_number');
    const many = Array.from({ length: 21 }, (_, i) => outcome(String(i)));
    expect(refusalOf({ ...commands.hold, outcomes: many }, states.booked)).toBe('outcomes_number');
    const late = [outcome('1', { dueOn: '2026-06-07' as CalendarDate })];
    expect(refusalOf({ ...commands.hold, outcomes: late }, states.booked)).toBe('outcome_due');
  });

  test('is kept with the page it was about, and ends once', () => {
    expect(states.held).toMatchObject({ held: { page: 'p' }, outcomes: [{ id: '1', ended: null }] });
    const ended = evolveReview(states.held, event(commands.end)) as KnownReview;
    expect(ended.outcomes[0]!.ended).toEqual({ how: 'done', at: commands.end.at, why: null });
    expect(refusalOf(commands.end, ended)).toBe('outcome_ended');
    expect(refusalOf({ ...commands.end, outcome: '2' }, states.held)).toBe('outcome_unknown');
    expect(refusalOf({ ...commands.end, how: 'given-up' }, states.held)).toBe('why_missing');
  });
});

test('a review looks at a period that ends after it begins', () => {
  expect(refusalOf({ ...commands.open, until: commands.open.from }, states.none)).toBe('review_period');
});

const command: fc.Arbitrary<ReviewCommand> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(commands) as ReviewCommand['kind'][])),
    side: fc.constantFrom<Side>('vendor', 'customer'),
    days: fc.integer({ min: 0, max: 12 }),
    which: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ kind, side, days, which }) => {
    const at_ = later(now, days * day);
    const slots = [slot(which), slot(which + 1)];
    const dueOn = addDays('2026-06-01' as CalendarDate, which);
    return {
      ...{ ...commands[kind], side, at: at_, slot: slot(which), slots },
      ...{ outcomes: [outcome(String(which), { dueOn })], outcome: String(which) },
    } as ReviewCommand;
  });

test('whatever both sides do: a meeting was offered by one and taken by the other, and what was held stays held', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (list) => {
      let state: Review = reviewDecider.initial;
      const events: ReviewEvent[] = [];
      for (const one of list) {
        const decision = decideReview(one, state);
        if ('refused' in decision) continue;
        const before = state;
        for (const happened of decision.events) {
          events.push(happened);
          state = evolveReview(state, happened);
          if (happened.kind === 'booked' && before.status !== 'none') {
            expect(before.offer!.side).not.toBe(happened.side);
            expect(before.offer!.slots).toContainEqual(happened.slot);
          }
          if (before.status === 'held') expect(state.status).toBe('held');
          if (before.status === 'dropped') expect(happened).toBeUndefined();
        }
      }
      expect(fold(reviewDecider, events)).toEqual(state);
      if (state.status !== 'none') {
        expect(state.meeting !== null).toBe(state.status === 'booked' || state.status === 'held');
        expect(state.offer !== null).toBe(state.status === 'offered');
      }
    }),
    { seed: 2026, numRuns: 500 },
  );
});
