import { exact } from '#platform/exact.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { can } from './finding.can.ts';
import { type FindingRefusal, findingRefusals } from './finding.refusals.ts';
import type { Finding, FindingCommand, FindingEvent, ReadingSummary, Revision } from './lifecycle.ts';

type Decision = { readonly events: readonly FindingEvent[] } | { readonly refused: Refusal<FindingRefusal> };

/**
 * Returns the events a command leads to, or why it is refused. A recount of a confirmed finding never changes what was
 * confirmed: lower makes a correction due, higher is only noted. One that is higher than what was dismissed reopens it.
 */
export function decideFinding(command: FindingCommand, state: Finding): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return { refused: { code: 'not_possible_now', words: possible } };
  switch (command.kind) {
    case 'detect':
      return {
        events: [{ kind: 'detected', at: command.at, place: command.place, reading: command.reading }],
      };
    case 'recount':
      return recount(command.at, command.reading, state);
    case 'verify':
      return { events: [{ kind: 'verified', at: command.at, verification: command.verification }] };
    case 'clear':
      return { events: [{ kind: 'cleared', at: command.at }, ...correction(command.at, null, state)] };
    case 'merge':
      return { events: [{ kind: 'merged', at: command.at, into: command.into }] };
    case 'confirm':
      return { events: [{ kind: 'confirmed', at: command.at, cause: command.cause }] };
    case 'dismiss':
      return {
        events: [{ kind: 'dismissed', at: command.at, cause: command.cause, reason: command.reason }],
      };
    case 'reopen':
      return { events: [{ kind: 'reopened', at: command.at, reason: command.reason }] };
  }
}

function recount(at: FindingCommand['at'], reading: ReadingSummary, state: Finding): Decision {
  if (state.status === 'none') throw new Error('refused above');
  if (state.reading.digest === reading.digest) return refuse('nothing_changed');
  const direction = directionOf(reading, decidedOn(state));
  const events: FindingEvent[] = [{ kind: 'recounted', at, reading, direction }];
  if (direction === 'lower') events.push(...correction(at, reading, state));
  if (direction === 'higher' && state.status === 'dismissed')
    events.push({ kind: 'reopened', at, reason: null });
  return { events };
}

/** What a decision covers: the reading it was made on, and not what is counted later. */
function decidedOn(state: Exclude<Finding, { status: 'none' }>): ReadingSummary {
  if (state.status === 'confirmed') return state.confirmed;
  return state.status === 'dismissed' ? state.dismissed : state.reading;
}

/** Only what was confirmed may have been told to anyone, so only that is corrected. */
function correction(
  at: FindingCommand['at'],
  reading: ReadingSummary | null,
  state: Finding,
): FindingEvent[] {
  return state.status === 'confirmed' ? [{ kind: 'correctionDue', at, reading }] : [];
}

function directionOf(now: ReadingSummary, before: ReadingSummary): Revision['direction'] {
  const difference = exact(now.excess).compare(exact(before.excess));
  return difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'other';
}

function refuse(code: FindingRefusal): Decision {
  return { refused: { code, words: findingRefusals[code] } };
}
