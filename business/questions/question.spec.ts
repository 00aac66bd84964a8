import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { can } from './question.can.ts';
import { decideQuestion, mostEntries } from './question.decide.ts';
import { questionDecider } from './question.evolve.ts';
import type { Asked, QuestionCommand, QuestionEvent, QuestionState, QuestionStatus } from './question.ts';

const now = at('2026-06-10T09:00:00Z');
const told = { document: 'd', digest: 'x' };
const dana = { account: 'dana', partner: null };
const promised = (on: string) => ({
  on: on as CalendarDate,
  end: at(`${on}T23:59:59Z`),
  policy: 0,
});
const counted = { value: '112', limit: '100' };
const question: Asked = {
  id: 'ASK-northwind-1',
  customer: 'northwind',
  about: { kind: 'general' },
  claim: null,
  counted: null,
  by: dana,
};
const line = {
  agreement: 'AG-1',
  clause: 'seats',
  group: '[]',
  from: at('2026-05-01'),
  until: at('2026-06-01'),
};
const contest: Asked = {
  ...question,
  about: { kind: 'line', ...line, row: { source: 'meter', id: 'r-1', person: '7' } },
  claim: { kind: 'not-ours', on: null },
  counted,
};
const ask = (asked: Asked): QuestionCommand & { kind: 'ask' } => ({
  kind: 'ask',
  asked,
  text: told,
  person: 'maria',
  promise: promised('2026-06-12'),
  holdsUntil: asked.claim ? at('2026-07-10') : null,
  at: now,
});
const asked = (what: Asked = question): QuestionEvent => ({ ...ask(what), kind: 'asked' });
const people = { kind: 'people', decision: 'P-1' } as const;
const correction = { kind: 'correction', of: 'usage' } as const;

const answer: QuestionCommand & { kind: 'answer' } = {
  ...{ kind: 'answer', text: told, outcome: null, remedies: [], by: 'maria', at: now },
};
const commands: { readonly [K in QuestionCommand['kind']]: QuestionCommand & { kind: K } } = {
  ask: ask(question),
  handOver: { kind: 'handOver', to: 'theo', by: 'maria', at: now },
  promise: { kind: 'promise', promise: promised('2026-06-20'), text: told, by: 'maria', at: now },
  answer,
  followUp: { kind: 'followUp', text: told, by: dana, promise: promised('2026-06-22'), at: now },
  note: { kind: 'note', text: told, by: 'maria', at: now },
  close: { kind: 'close', by: dana, at: now },
  remind: { kind: 'remind', at: now },
  miss: { kind: 'miss', at: at('2026-06-23') },
  recount: { kind: 'recount', now: counted, rowCounts: null, at: now },
};
const answered: QuestionEvent = { ...answer, kind: 'answered' };
const agreed = (...remedies: (typeof people | typeof correction)[]): QuestionEvent => ({
  ...answer,
  kind: 'answered',
  outcome: 'agreed',
  remedies,
});
const handedOver: QuestionEvent = { ...commands.handOver, kind: 'handedOver', to: 'noor' };
const followedUp: QuestionEvent = { ...commands.followUp, kind: 'followedUp' };
const closed: QuestionEvent = { ...commands.close, kind: 'closed' };
const given: { readonly [S in QuestionStatus]: readonly QuestionEvent[] } = {
  none: [],
  asked: [asked()],
  handedOver: [asked(), handedOver],
  answered: [asked(), answered],
  followedUp: [asked(), answered, followedUp],
  closed: [asked(), answered, closed],
};

const stateAfter = (events: readonly QuestionEvent[]): QuestionState => fold(questionDecider, events);
const known = (events: readonly QuestionEvent[]) => {
  const state = stateAfter(events);
  if (state.status === 'none') throw new Error('nothing was asked');
  return state;
};

/** given events, when a command, then these events or this refusal. */
function check(before: readonly QuestionEvent[], when: QuestionCommand, then: string): void {
  const decided = decideQuestion(when, stateAfter(before));
  const kinds = 'refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind).join();
  expect(kinds).toBe(then);
}

const outcomes: { readonly [K in QuestionCommand['kind']]: string } = {
  ask: 'asked',
  handOver: 'handedOver',
  promise: 'promised',
  answer: 'answered',
  followUp: 'followedUp',
  note: 'noted',
  close: 'closed',
  remind: 'reminded',
  miss: 'becameLate',
  recount: '',
};
const statuses = Object.keys(given) as QuestionStatus[];
const kinds = Object.keys(commands) as QuestionCommand['kind'][];

describe('every command in every state', () => {
  test.each(kinds.flatMap((kind) => statuses.map((status) => [kind, status] as const)))(
    '%s when %s does what the table says',
    (kind, status) => {
      expect(stateAfter(given[status]).status).toBe(status);
      // A promise of a later day than the one that a question asked further has.
      const command =
        kind === 'promise' ? { ...commands.promise, promise: promised('2026-07-01') } : commands[kind];
      check(given[status], command, can[kind][status] === true ? outcomes[kind] : 'not_possible_now');
    },
  );
});

describe('a question', () => {
  test('is answered by whoever it was handed to, by the day promised first', () => {
    const state = known([asked(), handedOver]);
    expect(state).toMatchObject({ person: 'noor', promise: { on: '2026-06-12' } });
    check([asked(), handedOver], { ...commands.handOver, to: 'noor' }, 'handed_over_already');
  });

  test('gets a later day only, and is not late by it', () => {
    check([asked()], { ...commands.promise, promise: promised('2026-06-12') }, 'promise_not_later');
    check([asked()], { ...commands.promise, at: at('2026-06-21') }, 'promise_not_later');
    const late: QuestionEvent = {
      kind: 'becameLate',
      at: at('2026-06-13'),
      on: '2026-06-12' as CalendarDate,
    };
    const events = [asked(), late, { ...commands.promise, kind: 'promised' } as const];
    expect(known(events)).toMatchObject({ late: false, promise: { on: '2026-06-20' } });
    expect(known(events).entries.map(({ kind }) => kind)).toEqual(['asked', 'late', 'promised']);
  });

  test('is late once its day is over, once, and then nobody is reminded', () => {
    check([asked()], { ...commands.miss, at: at('2026-06-12T23:59:58Z') }, 'not_late_yet');
    const late: QuestionEvent = {
      kind: 'becameLate',
      at: at('2026-06-13'),
      on: '2026-06-12' as CalendarDate,
    };
    check([asked(), late], commands.miss, '');
    check([asked(), late], commands.remind, '');
    check([asked(), { kind: 'reminded', at: now }], commands.remind, '');
  });

  test('is closed by time only once it was answered', () => {
    const byTime: QuestionCommand = { kind: 'close', by: null, at: now };
    for (const status of ['asked', 'handedOver', 'followedUp'] as const)
      check(given[status], byTime, 'not_possible_now');
    check(given.answered, byTime, 'closed');
  });

  test('shows its notes to nobody but us, not even by a change', () => {
    const later = at('2026-06-11');
    const state = known([asked(), { ...commands.note, kind: 'noted', at: later }]);
    expect(state.changedAt).toBe(now);
    expect(state.entries.at(-1)).toMatchObject({ kind: 'noted', internal: true });
  });

  test('takes no more than a page can show, but is answered all the same', () => {
    const many = Array.from({ length: mostEntries }, () => ({ ...commands.note, kind: 'noted' }) as const);
    check([asked(), ...many], commands.note, 'thread_full');
    check([asked(), ...many], answer, 'answered');
  });
});

describe('a contest', () => {
  test('is answered by what was found, and by what was done where the customer is right', () => {
    check([asked(contest)], answer, 'outcome_missing');
    check([asked(contest)], { ...answer, outcome: 'agreed' }, 'remedy_missing');
    check([asked(contest)], { ...answer, outcome: 'partly' }, 'remedy_missing');
    check([asked(contest)], { ...answer, outcome: 'explained', remedies: [people] }, 'remedy_unexpected');
    check([asked(contest)], { ...answer, outcome: 'explained' }, 'answered');
    check([asked(contest)], { ...answer, outcome: 'agreed', remedies: [people] }, 'answered');
    check([asked()], { ...answer, outcome: 'explained' }, 'outcome_unasked');
  });

  const less = { value: '111', limit: '100' };
  const recount = (value: typeof counted | null, rowCounts: boolean | null = true): QuestionCommand => ({
    ...{ kind: 'recount', now: value, rowCounts, at: now },
  });
  test('is counted again once after a decision, whatever comes of it', () => {
    check([asked(contest), agreed(people)], recount(counted), 'recounted');
    const linked: QuestionEvent = {
      ...{ kind: 'recounted', at: now, recount: { before: counted, now: less, rowCounts: false } },
    };
    check([asked(contest), agreed(people), linked], recount(less), '');
    expect(known([asked(contest), agreed(people), linked]).entries.at(-1)).toMatchObject({
      recount: { before: counted, now: less, rowCounts: false },
    });
  });

  test('that is corrected elsewhere is counted again once the correction is seen', () => {
    check([asked(contest), agreed(correction)], recount(counted), '');
    check([asked(contest), agreed(correction)], recount(less), 'recounted');
    check([asked(contest), agreed(correction)], recount(counted, false), 'recounted');
    check([asked(contest), agreed(correction)], recount(null), 'recounted');
  });

  test('that was explained awaits nothing', () => {
    const explained: QuestionEvent = { ...answered, outcome: 'explained' } as QuestionEvent;
    check([asked(contest), explained], recount(less), '');
  });

  test('keeps what it awaits when it is asked further', () => {
    const events = [asked(contest), agreed(people), followedUp, { ...answered, outcome: 'explained' }];
    check(events as QuestionEvent[], recount(less), 'recounted');
  });
});
