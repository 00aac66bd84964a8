import { decideAlert } from './alert.decide.ts';
import type { Alert, AlertEvent, AlertPlace, KnownAlert } from './alert.ts';

/** Returns the state after one event. */
export function evolveAlert(state: Alert, event: AlertEvent): Alert {
  switch (event.kind) {
    case 'raised':
      return { status: 'raised', ...event.place, ...seen(event), raisedAt: event.at };
    case 'risen':
    case 'resumed':
      return { ...base(known(state)), ...seen(event), status: 'raised' };
    case 'eased': {
      const before = known(state);
      // A silence outlasts a change for the better; what was crossed is close again, and nobody has silenced that.
      if (before.status === 'silenced') return { ...before, ...seen(event) };
      return { ...base(before), ...seen(event), status: 'raised' };
    }
    case 'crossed': {
      const raisedAt = state.status === 'none' || state.status === 'cleared' ? event.at : state.raisedAt;
      return { status: 'crossed', ...event.place, ...seen(event), raisedAt, finding: event.finding };
    }
    case 'cleared':
      return { ...base(known(state)), status: 'cleared', met: [], changedAt: event.at };
    case 'acknowledged': {
      const { at, until, reason, by } = event;
      return { ...base(known(state)), status: 'silenced', changedAt: at, until, reason, by };
    }
  }
}

function seen({ at, met, sight }: Pick<Extract<AlertEvent, { kind: 'raised' }>, 'at' | 'met' | 'sight'>) {
  return { met, sight, changedAt: at };
}

function base(state: KnownAlert): AlertPlace & Pick<KnownAlert, 'met' | 'sight' | 'raisedAt' | 'changedAt'> {
  const { agreement, clause, group, met, sight, raisedAt, changedAt } = state;
  return { agreement, clause, group, met, sight, raisedAt, changedAt };
}

function known(state: Alert): KnownAlert {
  if (state.status === 'none') throw new Error('an event of an alert that was never raised');
  return state;
}

/** The lifecycle of an alert. */
export const alertDecider = {
  initial: { status: 'none' } as Alert,
  decide: decideAlert,
  evolve: evolveAlert,
};
