import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { type OwnAlertRefusal, ownAlertRefusals } from './ownAlert.refusals.ts';
import type { KnownOwnAlert, OwnAlert, OwnAlertCommand, OwnAlertEvent, Watch } from './ownAlert.ts';

type Decision =
  | { readonly events: readonly OwnAlertEvent[] }
  | { readonly refused: Refusal<OwnAlertRefusal> };

/**
 * Returns the events a command leads to, or why it is refused. It fires where it is met and was not, once; changed to
 * watch something else, it begins anew. One that was taken away hears nothing more.
 */
export function decideOwnAlert(command: OwnAlertCommand, state: OwnAlert): Decision {
  const { at } = command;
  if (command.kind === 'set') {
    if (state.status !== 'none') return refuse('own_alert_known');
    return { events: [{ ...command, kind: 'set' }] };
  }
  if (command.kind === 'look') {
    if (state.status !== 'watching') return { events: [] };
    const met = command.met.map(({ group }) => group);
    const first = command.met.find(({ group }) => !state.met.includes(group));
    if (first) return { events: [{ kind: 'fired', at, met, first }] };
    return { events: met.length < state.met.length ? [{ kind: 'eased', at, met }] : [] };
  }
  if (state.status !== 'watching') return refuse('own_alert_gone');
  if (command.kind === 'change') return { events: [{ ...command, kind: 'changed' }] };
  return { events: [{ ...command, kind: 'removed' }] };
}

/** Returns the alert after one event. */
export function evolveOwnAlert(state: OwnAlert, event: OwnAlertEvent): OwnAlert {
  switch (event.kind) {
    case 'set': {
      const { watch, by, at } = event;
      return { status: 'watching', watch, by, setAt: at, met: [], told: null };
    }
    case 'changed': {
      const before = known(state);
      const met = isSamePlace(before.watch, event.watch) ? before.met : [];
      return { ...before, watch: event.watch, met };
    }
    case 'removed':
      return { ...known(state), status: 'removed', met: [] };
    case 'fired': {
      const { at, met, first } = event;
      return { ...known(state), met, told: { at, ...first } };
    }
    case 'eased':
      return { ...known(state), met: event.met };
  }
}

/** Who hears of it may change without telling anybody anew. */
function isSamePlace(a: Watch, b: Watch): boolean {
  const place = ({ agreement, clause, threshold }: Watch) => JSON.stringify([agreement, clause, threshold]);
  return place(a) === place(b);
}

function known(state: OwnAlert): KnownOwnAlert {
  if (state.status === 'none') throw new Error('an event of an alert that was never set');
  return state;
}

function refuse(code: OwnAlertRefusal): Decision {
  return { refused: { code, words: ownAlertRefusals[code] } };
}

/** The lifecycle of an alert that a customer set for itself. */
export const ownAlertDecider: Decider<OwnAlert, OwnAlertCommand, OwnAlertEvent, OwnAlertRefusal> = {
  initial: { status: 'none' },
  decide: decideOwnAlert,
  evolve: evolveOwnAlert,
};
