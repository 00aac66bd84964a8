import { describe, expect, test } from 'vitest';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { can } from './peopleDecision.can.ts';
import { decidePeople } from './peopleDecision.decide.ts';
import { peopleDecider } from './peopleDecision.evolve.ts';
import type { PeopleCommand, PeopleDecisions, Span, Subject } from './peopleDecision.ts';

const always: Span = { from: null, until: null };
const reason = { document: 'doc', digest: 'abc' };
const march = { from: at('2026-03-01'), until: at('2026-04-01') };
const april = { from: at('2026-04-01'), until: null };

const merge = (identity: string, into: string): Subject => ({ kind: 'merge', identity, into });
const leaveOut = (identity: string): Subject => ({ kind: 'leaveOut', identity });
const decide = (id: string, subject: Subject, span = always, erased: string[] = []): PeopleCommand => ({
  kind: 'decide',
  id,
  subject,
  span,
  at: at('2026-05-01'),
  by: 'staff',
  reason,
  erased,
});
const undo = (id: string): PeopleCommand => ({ kind: 'undo', id, at: at('2026-05-02'), by: 'staff', reason });

function given(...commands: readonly PeopleCommand[]): PeopleDecisions {
  return commands.reduce((state, command) => {
    const decided = decidePeople(command, state);
    if ('refused' in decided) throw new Error(decided.refused.words);
    return decided.events.reduce(peopleDecider.evolve, state);
  }, peopleDecider.initial);
}

function check(before: readonly PeopleCommand[], command: PeopleCommand, then: string): void {
  const decided = decidePeople(command, given(...before));
  expect('refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind).join()).toBe(
    then,
  );
}

describe('a merge', () => {
  test('is decided, and stays on record once it is undone', () => {
    const state = given(decide('P-1', merge('1', '2')), undo('P-1'));
    expect(state.decisions).toMatchObject([{ id: 'P-1', subject: merge('1', '2'), undone: { by: 'staff' } }]);
  });
  test('of somebody with themself is refused', () =>
    check([], decide('P-1', merge('1', '1')), 'merge_with_itself'));
  test('with somebody whose name was erased is refused', () =>
    check([], decide('P-1', merge('1', '2'), always, ['2']), 'person_erased'));
  test('may join another', () =>
    check([decide('P-1', merge('1', '2'))], decide('P-2', merge('2', '3')), 'decided'));
  test('may bring a third under the same person', () =>
    check([decide('P-1', merge('1', '2'))], decide('P-2', merge('3', '2')), 'decided'));
  test('of one who counts under somebody else already is refused', () =>
    check([decide('P-1', merge('1', '2'))], decide('P-2', merge('1', '3')), 'merged_already'));
  test('of one who counted under somebody else at another time is decided', () =>
    check([decide('P-1', merge('1', '2'), march)], decide('P-2', merge('1', '3'), april), 'decided'));
  test('that closes a circle is refused, however long', () => {
    check([decide('P-1', merge('1', '2'))], decide('P-2', merge('2', '1')), 'merge_circle');
    check(
      [decide('P-1', merge('1', '2')), decide('P-2', merge('2', '3'))],
      decide('P-3', merge('3', '1')),
      'merge_circle',
    );
  });
  test('that closes no circle at any one time is decided', () =>
    check(
      [decide('P-1', merge('1', '2'), march), decide('P-2', merge('2', '3'), april)],
      decide('P-3', merge('3', '1'), march),
      'decided',
    ));
  test('of a left-out account is refused, on either side, but not at another time', () => {
    const left = [decide('P-1', leaveOut('1'), march)];
    check(left, decide('P-2', merge('1', '2')), 'left_out_already');
    check(left, decide('P-2', merge('2', '1')), 'left_out_already');
    check(left, decide('P-2', merge('2', '1'), april), 'decided');
  });
  test('that ends before it begins is refused', () =>
    check([], decide('P-1', merge('1', '2'), { from: march.until, until: march.from }), 'span_empty'));
});

describe('leaving out', () => {
  test('is decided once for one time', () => {
    check([], decide('P-1', leaveOut('1')), 'decided');
    check([decide('P-1', leaveOut('1'))], decide('P-2', leaveOut('1'), march), 'left_out_already');
  });
  test('of one who is part of a merge is refused, until that is undone', () => {
    check([decide('P-1', merge('1', '2'))], decide('P-2', leaveOut('1')), 'merged_elsewhere');
    check([decide('P-1', merge('1', '2'))], decide('P-2', leaveOut('2')), 'merged_elsewhere');
    check([decide('P-1', merge('1', '2')), undo('P-1')], decide('P-2', leaveOut('1')), 'decided');
  });
});

test('every command is tried in every state', () => {
  const states = {
    none: [],
    standing: [decide('P-1', merge('1', '2'))],
    undone: [decide('P-1', merge('1', '2')), undo('P-1')],
  };
  const commands = { decide: decide('P-1', leaveOut('9')), undo: undo('P-1') };
  for (const [command, given] of Object.entries(commands))
    for (const [status, before] of Object.entries(states)) {
      const possible = can[command as 'undo'][status as 'none'];
      check(
        before,
        given,
        possible === true ? (command === 'undo' ? 'undone' : 'decided') : 'not_possible_now',
      );
    }
});

test('the state is folded from events alone', () => {
  const decided = decidePeople(decide('P-1', merge('1', '2')), peopleDecider.initial);
  if ('refused' in decided) throw new Error('refused');
  expect(fold(peopleDecider, decided.events)).toEqual(given(decide('P-1', merge('1', '2'))));
});
