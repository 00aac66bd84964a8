import type { Refusal } from '#platform/journal/decider.ts';
import { can } from './alert.can.ts';
import { type AlertRefusal, alertRefusals } from './alert.refusals.ts';
import type { Alert, AlertCommand, AlertEvent, KnownAlert } from './alert.ts';

type Decision = { readonly events: readonly AlertEvent[] } | { readonly refused: Refusal<AlertRefusal> };
type Look = Extract<AlertCommand, { kind: 'look' }>;

/**
 * Returns the events a command leads to, or why it is refused. Looking again at what is known already leads to none:
 * an alert fires on a change of its state only, and never twice for the same one.
 */
export function decideAlert(command: AlertCommand, state: Alert): Decision {
  const possible = can[command.kind][state.status];
  if (possible !== true) return { refused: { code: 'not_possible_now', words: possible } };
  if (command.kind === 'look') return { events: seen(command, state) };
  const { at, until } = command;
  if (until !== null && until <= at)
    return { refused: { code: 'silence_ends_before', words: alertRefusals.silence_ends_before } };
  return { events: [{ ...command, kind: 'acknowledged' }] };
}

function seen(look: Look, state: Alert): AlertEvent[] {
  const { at, place, met, sight, finding } = look;
  if (finding !== null) {
    const known = state.status === 'crossed' && state.finding === finding;
    return known ? [] : [{ kind: 'crossed', at, place, met, sight, finding }];
  }
  const isOver = state.status === 'none' || state.status === 'cleared';
  if (met.length === 0) return isOver ? [] : [{ kind: 'cleared', at }];
  return isOver ? [{ kind: 'raised', at, place, met, sight }] : changed(look, state);
}

function changed({ at, met, sight }: Look, state: Exclude<KnownAlert, { status: 'cleared' }>): AlertEvent[] {
  const fact = { at, met, sight };
  switch (state.status) {
    case 'crossed':
      return [{ kind: 'eased', ...fact }];
    case 'silenced': {
      if (state.until !== null && state.until <= at) return [{ kind: 'resumed', ...fact }];
      return sameIds(met, state.met) ? [] : [{ kind: 'eased', ...fact }];
    }
    case 'raised': {
      const more = met.filter((id) => !state.met.includes(id));
      if (more.length > 0) return [{ kind: 'risen', more, ...fact }];
      return sameIds(met, state.met) ? [] : [{ kind: 'eased', ...fact }];
    }
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
