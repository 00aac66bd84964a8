import type { Refusal } from '#platform/journal/decider.ts';
import { can } from './peopleDecision.can.ts';
import { type PeopleRefusal, peopleRefusals } from './peopleDecision.refusals.ts';
import {
  identitiesOf,
  meet,
  type PeopleCommand,
  type PeopleDecision,
  type PeopleDecisions,
  type PeopleEvent,
  type Span,
  type Subject,
  shared,
  statusOf,
} from './peopleDecision.ts';

type Decision = { readonly events: readonly PeopleEvent[] } | { readonly refused: Refusal<PeopleRefusal> };

/** Returns the events a command leads to, or why it is refused: what stands never contradicts itself. */
export function decidePeople(command: PeopleCommand, state: PeopleDecisions): Decision {
  const possible = can[command.kind][statusOf(state, command.id)];
  if (possible !== true) return { refused: { code: 'not_possible_now', words: possible } };
  if (command.kind === 'undo') {
    const { id, at, by, reason } = command;
    return { events: [{ kind: 'undone', id, at, by, reason }] };
  }
  const { id, subject, span, at, by, reason } = command;
  const refusal = command.erased.length > 0 ? 'person_erased' : contradiction(subject, span, state);
  if (refusal) return { refused: { code: refusal, words: peopleRefusals[refusal] } };
  return { events: [{ kind: 'decided', decision: { id, subject, span, at, by, reason } }] };
}

function contradiction(subject: Subject, span: Span, { decisions }: PeopleDecisions): PeopleRefusal | null {
  if (span.from !== null && span.until !== null && span.from >= span.until) return 'span_empty';
  const standing = decisions.filter((one) => one.undone === null && meet(one.span, span));
  const leavesOut = (id: string) =>
    standing.some(({ subject: other }) => other.kind === 'leaveOut' && other.identity === id);
  if (subject.kind === 'leaveOut') {
    if (leavesOut(subject.identity)) return 'left_out_already';
    const merged = standing.some(
      ({ subject: other }) => other.kind === 'merge' && identitiesOf(other).includes(subject.identity),
    );
    return merged ? 'merged_elsewhere' : null;
  }
  const { identity, into } = subject;
  if (identity === into) return 'merge_with_itself';
  if (identitiesOf(subject).some(leavesOut)) return 'left_out_already';
  if (mergesOf(identity, span, standing).length > 0) return 'merged_already';
  return leadsTo(into, identity, span, standing) ? 'merge_circle' : null;
}

function mergesOf(identity: string, span: Span, standing: readonly PeopleDecision[]) {
  return standing.flatMap(({ subject, span: own }) => {
    const during = shared(own, span);
    return subject.kind === 'merge' && subject.identity === identity && during
      ? [{ into: subject.into, during }]
      : [];
  });
}

/** Whether at some instant of the span `from` counts under `to`, directly or over others. Ends, as no circle stands. */
function leadsTo(from: string, to: string, span: Span, standing: readonly PeopleDecision[]): boolean {
  return mergesOf(from, span, standing).some(
    ({ into, during }) => into === to || leadsTo(into, to, during, standing),
  );
}
