import type { Refusal } from '#platform/journal/decider.ts';
import { can } from './question.can.ts';
import { type QuestionRefusal, questionRefusals } from './question.refusals.ts';
import {
  isOpen,
  type KnownQuestion,
  type QuestionCommand,
  type QuestionEvent,
  type QuestionState,
} from './question.ts';

type Decision =
  | { readonly events: readonly QuestionEvent[] }
  | { readonly refused: Refusal<QuestionRefusal> };
type Of<K extends QuestionCommand['kind']> = Extract<QuestionCommand, { kind: K }>;

/** So many entries a thread takes; what both sides still want to say is a new question. */
export const mostEntries = 200;

/**
 * Returns the events a command leads to, or why it is refused. The vendor cannot close what it has not answered: by time
 * alone only an answered question closes. To remind, to become late and to count again happen once each.
 */
export function decideQuestion(command: QuestionCommand, state: QuestionState): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return refuse('not_possible_now', possible);
  if (command.kind === 'ask') return { events: [{ ...command, kind: 'asked' }] };
  if (state.status === 'none') throw new Error('refused above');
  const { at } = command;
  if (saysMore(command) && state.entries.length >= mostEntries) return refuse('thread_full');
  switch (command.kind) {
    case 'handOver':
      if (command.to === state.person) return refuse('handed_over_already');
      return { events: [{ ...command, kind: 'handedOver' }] };
    case 'promise':
      if (command.promise.end <= state.promise.end || command.promise.end <= at)
        return refuse('promise_not_later');
      return { events: [{ ...command, kind: 'promised' }] };
    case 'answer':
      return answer(command, state);
    case 'followUp':
      return { events: [{ ...command, kind: 'followedUp' }] };
    case 'note':
      return { events: [{ ...command, kind: 'noted' }] };
    case 'close':
      if (command.by === null && isOpen(state)) return refuse('not_possible_now', unanswered);
      return { events: [{ ...command, kind: 'closed' }] };
    case 'remind':
      return { events: state.reminded || state.late ? [] : [{ kind: 'reminded', at }] };
    case 'miss':
      if (at < state.promise.end) return refuse('not_late_yet');
      return { events: state.late ? [] : [{ kind: 'becameLate', at, on: state.promise.on }] };
    case 'recount':
      return recount(command, state);
  }
}

const unanswered = 'Only an answered question closes by itself.';

/** What people add; the worker's own entries are few by themselves. */
function saysMore({ kind }: QuestionCommand): boolean {
  return kind === 'handOver' || kind === 'promise' || kind === 'followUp' || kind === 'note';
}

function answer(command: Of<'answer'>, { asked }: KnownQuestion): Decision {
  const { outcome, remedies } = command;
  if (asked.claim === null && outcome !== null) return refuse('outcome_unasked');
  if (asked.claim !== null && outcome === null) return refuse('outcome_missing');
  const isRight = outcome === 'agreed' || outcome === 'partly';
  if (isRight && remedies.length === 0) return refuse('remedy_missing');
  if (!isRight && remedies.length > 0) return refuse('remedy_unexpected');
  return { events: [{ ...command, kind: 'answered' }] };
}

/** A decision or choice counts at once, so the next count is the one to show; a correction elsewhere may take its time. */
function recount({ at, now, rowCounts }: Of<'recount'>, { asked, awaits }: KnownQuestion): Decision {
  const { counted: before } = asked;
  if (awaits === null || before === null) return { events: [] };
  const isSame = now !== null && now.value === before.value && now.limit === before.limit;
  if (awaits === 'change' && isSame && rowCounts !== false) return { events: [] };
  return { events: [{ kind: 'recounted', at, recount: { before, now, rowCounts } }] };
}

function refuse(code: QuestionRefusal, words: string = questionRefusals[code]): Decision {
  return { refused: { code, words } };
}
