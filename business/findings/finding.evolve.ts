import { decideFinding } from './finding.decide.ts';
import type { Finding, FindingEvent } from './lifecycle.ts';

type Known = Exclude<Finding, { status: 'none' }>;

/** Returns the state after one event. */
export function evolveFinding(state: Finding, event: FindingEvent): Finding {
  switch (event.kind) {
    case 'detected':
      return {
        status: 'detected',
        ...event.place,
        detectedAt: state.status === 'none' ? event.at : known(state).detectedAt,
        reading: event.reading,
        verification: null,
        revisions: state.status === 'none' ? [] : known(state).revisions,
      };
    case 'recounted': {
      const before = known(state);
      const revision = { at: event.at, reading: event.reading, direction: event.direction };
      return { ...before, reading: event.reading, revisions: [...before.revisions, revision] };
    }
    case 'correctionDue':
      return state;
    case 'verified':
      return verified(known(state), event.verification);
    case 'cleared': {
      const before = known(state);
      return {
        ...base(before),
        status: 'cleared',
        clearedAt: event.at,
        confirmed: before.status === 'confirmed' ? before.confirmed : null,
      };
    }
    case 'merged':
      return { ...base(known(state)), status: 'merged', into: event.into };
    case 'confirmed':
      return {
        ...base(known(state)),
        status: 'confirmed',
        confirmed: known(state).reading,
        confirmedAt: event.at,
        cause: event.cause,
      };
    case 'dismissed':
      return {
        ...base(known(state)),
        status: 'dismissed',
        dismissed: known(state).reading,
        dismissedAt: event.at,
        cause: event.cause,
        reason: event.reason,
      };
    case 'reopened':
      return { ...base(known(state)), status: known(state).verification?.passed ? 'verified' : 'detected' };
  }
}

/** Verification moves an undecided finding; a decided one keeps its decision and shows the newer outcome. */
function verified(before: Known, verification: NonNullable<Known['verification']>): Finding {
  if (before.status !== 'detected' && before.status !== 'verified') return { ...before, verification };
  return { ...before, verification, status: verification.passed ? 'verified' : 'detected' };
}

function known(state: Finding): Known {
  if (state.status === 'none') throw new Error('an event of a finding that was never detected');
  return state;
}

function base(state: Known) {
  const { key, customer, agreement, clause, group, detectedAt, reading, verification, revisions } = state;
  return { key, customer, agreement, clause, group, detectedAt, reading, verification, revisions };
}

/** The lifecycle of a finding. */
export const findingDecider = {
  initial: { status: 'none' } as Finding,
  decide: decideFinding,
  evolve: evolveFinding,
};
