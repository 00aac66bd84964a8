import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Instant, parseInstant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import type { FlagCommand, FlagEvent, FlagKind, Flags } from './flag.ts';
import { decideFlags, flagsDecider, flagsInForce, mayContact, spanOf } from './flags.ts';

const now = parseInstant('2026-11-22T10:00:00Z')!;
const later = (days: number) => (now + days * day) as Instant;
const reason = { document: 'd', digest: 'x' };

const raised = (id: string, flag: FlagKind, from: Instant, until: Instant | null): FlagEvent => ({
  kind: 'flagRaised',
  id,
  flag,
  from,
  until,
  reason,
  by: 'staff',
  at: now,
});
const raise = (flag: FlagKind, from: Instant, until: Instant | null): FlagCommand => ({
  ...(raised('new', flag, from, until) as Extract<FlagEvent, { kind: 'flagRaised' }>),
  kind: 'raise',
});
const lift = (id: string, at = now): FlagCommand => ({ kind: 'lift', id, reason, by: 'staff', at });

/** given events, when a command, then these events or this refusal. */
function check(given: readonly FlagEvent[], when: FlagCommand, then: readonly string[] | string): void {
  const decided = decideFlags(when, fold(flagsDecider, given));
  expect('refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind)).toEqual(then);
}

describe('a flag', () => {
  const talks = raised('a', 'in-renewal-talks', now, later(30));

  test('is raised from a date, with an end or without', () => {
    check([], raise('legal-hold', now, null), ['flagRaised']);
    check([], raise('do-not-contact', later(-3), later(3)), ['flagRaised']);
  });

  test('ends after it begins and after now', () => {
    check([], raise('legal-hold', later(3), later(3)), 'flag_ends_before');
    check([], raise('legal-hold', later(-5), later(-2)), 'flag_ends_before');
  });

  test('stands once at a time; another kind, or the same one afterwards, may', () => {
    check([talks], raise('in-renewal-talks', later(10), null), 'flag_overlaps');
    check([talks], raise('in-renewal-talks', later(30), null), ['flagRaised']);
    check([talks], raise('legal-hold', later(10), null), ['flagRaised']);
  });

  test('is lifted once, and not after its end', () => {
    check([talks], lift('a'), ['flagLifted']);
    check([talks, { ...lift('a'), kind: 'flagLifted' } as FlagEvent], lift('a', later(1)), 'flag_over');
    check([talks], lift('a', later(30)), 'flag_over');
    check([talks], lift('b'), 'flag_unknown');
  });

  test('lifted before it began was never in force', () => {
    const state = fold(flagsDecider, [
      raised('a', 'legal-hold', later(5), null),
      { ...lift('a'), kind: 'flagLifted' } as FlagEvent,
    ]);
    expect(flagsInForce(state.flags.map(spanOf), later(6))).toEqual([]);
  });
});

describe('whether a customer may be contacted', () => {
  test('it may where no flag is in force; the interval alone ends one', () => {
    const spans = [{ kind: 'do-not-contact', from: now, until: later(2) }] as const;
    expect(mayContact([], now)).toEqual({ may: true });
    expect(mayContact(spans, later(-1))).toEqual({ may: true });
    expect(mayContact(spans, later(1))).toMatchObject({
      may: false,
      flag: 'do-not-contact',
      until: later(2),
    });
    expect(mayContact(spans, later(2))).toEqual({ may: true });
  });

  test('of several flags the gravest gives the reason', () => {
    const spans = (['in-renewal-talks', 'legal-hold', 'do-not-contact'] as const).map((kind) => ({
      kind,
      from: now,
      until: null,
    }));
    expect(mayContact(spans, now)).toMatchObject({ may: false, flag: 'legal-hold' });
  });
});

test('law: after any commands no two flags of one kind ever stand at the same moment', () => {
  const command = fc.record({
    lift: fc.boolean(),
    which: fc.nat(4),
    kind: fc.constantFrom<FlagKind>('in-renewal-talks', 'do-not-contact', 'legal-hold'),
    from: fc.integer({ min: -10, max: 10 }),
    length: fc.option(fc.integer({ min: 1, max: 10 })),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let state: Flags = { flags: [] };
      for (const [i, one] of commands.entries()) {
        const until = one.length === null ? null : later(one.from + one.length);
        const asked: FlagCommand = one.lift
          ? lift(String(one.which), later(one.from))
          : {
              ...(raise(one.kind, later(one.from), until) as object as { kind: 'raise' } & FlagCommand),
              id: String(i),
            };
        const decided = decideFlags(asked, state);
        if ('events' in decided) state = decided.events.reduce(flagsDecider.evolve, state);
      }
      for (let days = -11; days < 25; days += 1) {
        const kinds = flagsInForce(state.flags.map(spanOf), later(days)).map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
      }
    }),
    { seed: 13, numRuns: 200 },
  );
});
