import type { PeopleDecision } from '#business/usage/people/peopleDecision.ts';
import type { Instant } from '#platform/instant.ts';
import { type Change, isIn, type Since } from './change.ts';

const nothing = { agreement: null, clause: null, before: null, after: null, told: null };

/**
 * Returns which accounts have been merged or left out over a time, or are no longer. Why is the vendor's own; a decision
 * made and taken back within the time changed nothing. `nameOf` gives an account's key.
 */
export function accountChanges(
  decisions: readonly PeopleDecision[],
  since: Since,
  nameOf: (identity: string) => string,
): Change[] {
  return decisions.flatMap(({ id, subject, at, undone }): Change[] => {
    const base = {
      ...nothing,
      about: nameOf(subject.identity),
      after: subject.kind === 'merge' ? nameOf(subject.into) : null,
    };
    const isNew = isIn(since, at);
    const isUndone = undone !== null && undone.at <= since.until;
    if (isNew && isUndone) return [];
    const kind = subject.kind === 'merge' ? ('accounts-merged' as const) : ('account-left-out' as const);
    if (isNew) return [{ ...base, id: `accounts/${id}`, kind, at }];
    return undone && isIn(since, undone.at)
      ? [{ ...base, id: `accounts/${id}/undone`, kind: 'accounts-undone' as const, at: undone.at }]
      : [];
  });
}

/** A source, and when something came from it for the first time. */
export type FirstHeard = { readonly source: string; readonly at: Instant };

/** Returns which sources are new over a time. */
export function sourceChanges(heard: readonly FirstHeard[], since: Since): Change[] {
  return heard
    .filter(({ at }) => isIn(since, at))
    .map(({ source, at }) => ({ ...nothing, id: `source/${source}`, kind: 'source-new', about: source, at }));
}

/** A correction of what was confirmed: the numbers then, and by the new count; `null` where nothing is above any more. */
export type Correction = {
  readonly at: Instant;
  readonly agreement: string;
  readonly clause: string;
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Returns our corrections over a time: what was confirmed and has been counted otherwise since. */
export function correctionChanges(corrections: readonly Correction[], since: Since): Change[] {
  return corrections
    .filter(({ at }) => isIn(since, at))
    .map((one) => ({
      ...one,
      id: `${one.agreement}/${one.clause}/counted-again/${one.at}`,
      kind: 'counted-again',
      told: null,
    }));
}
