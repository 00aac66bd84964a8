import type { Decider } from '#platform/journal/decider.ts';
import { decideQuestion } from './question.decide.ts';
import type { QuestionRefusal } from './question.refusals.ts';
import type { Entry, KnownQuestion, QuestionCommand, QuestionEvent, QuestionState } from './question.ts';

type Of<K extends QuestionEvent['kind']> = Extract<QuestionEvent, { kind: K }>;

/** Returns a question after one event. */
export function evolveQuestion(state: QuestionState, event: QuestionEvent): QuestionState {
  if (event.kind === 'asked') return begun(event);
  const before = known(state);
  const { at } = event;
  switch (event.kind) {
    case 'handedOver': {
      const { by, to } = event;
      return { ...further(before, { kind: 'handedOver', at, by, to }), status: 'handedOver', person: to };
    }
    case 'promised': {
      const { by, promise, text } = event;
      const told = further(before, { kind: 'promised', at, by, on: promise.on, text });
      return { ...told, promise, late: false, reminded: false };
    }
    case 'answered':
      return answered(before, event);
    case 'followedUp': {
      const { by, text, promise } = event;
      const told = further(before, { kind: 'followedUp', at, by, text, on: promise.on });
      return { ...told, status: 'followedUp', promise, late: false, reminded: false };
    }
    case 'noted': {
      const { by, text } = event;
      const entry: Entry = { kind: 'noted', at, by, text, internal: true };
      // Whoever asked must not see by a change that there is a note.
      return { ...before, entries: [...before.entries, entry] };
    }
    case 'closed':
      return { ...further(before, { kind: 'closed', at, by: event.by }), status: 'closed' };
    case 'reminded':
      return { ...before, reminded: true };
    case 'becameLate':
      return { ...further(before, { kind: 'late', at, on: event.on }), late: true };
    case 'recounted': {
      const { recount } = event;
      return { ...further(before, { kind: 'recounted', at, recount }), awaits: null };
    }
  }
}

function begun({ asked, at, text, person, promise, holdsUntil }: Of<'asked'>): KnownQuestion {
  return {
    status: 'asked',
    asked,
    askedAt: at,
    changedAt: at,
    person,
    promise,
    late: false,
    reminded: false,
    holdsUntil,
    outcome: null,
    answeredAt: null,
    awaits: null,
    entries: [{ kind: 'asked', at, by: asked.by, text }],
  };
}

function answered(before: KnownQuestion, { at, by, text, outcome, remedies }: Of<'answered'>): KnownQuestion {
  const isAtOnce = remedies.some(({ kind }) => kind !== 'correction');
  const awaits = remedies.length === 0 ? before.awaits : isAtOnce ? 'recount' : 'change';
  const told = further(before, { kind: 'answered', at, by, text, outcome, remedies });
  return { ...told, status: 'answered', outcome, answeredAt: at, awaits };
}

function further(before: KnownQuestion, entry: Entry): KnownQuestion {
  return { ...before, changedAt: entry.at, entries: [...before.entries, entry] };
}

function known(state: QuestionState): KnownQuestion {
  if (state.status === 'none') throw new Error('an event of a question that was never asked');
  return state;
}

/** The lifecycle of one question. */
export const questionDecider: Decider<QuestionState, QuestionCommand, QuestionEvent, QuestionRefusal> = {
  initial: { status: 'none' },
  decide: decideQuestion,
  evolve: evolveQuestion,
};
