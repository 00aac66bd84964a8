import type { Instant } from '#platform/instant.ts';

/** Why somebody decided: the text lives in an erasable document, here are its id and salted digest. */
export type Reason = { readonly document: string; readonly digest: string };

/**
 * When a decision holds: for what began at `from` or later, and before `until`. `null`: from the beginning, without end.
 * A record belongs to the moment it began, so each one is under a decision or it is not.
 */
export type Span = { readonly from: Instant | null; readonly until: Instant | null };

/** What was decided. People are named by the id of their identity, never by their key. */
export type Subject =
  /** `identity` and `into` are one person, who counts under `into`. */
  | { readonly kind: 'merge'; readonly identity: string; readonly into: string }
  /** `identity` is no person: what it used does not count. */
  | { readonly kind: 'leaveOut'; readonly identity: string };

/** A decision of a person about people and machines. It stays on record when it is undone. */
export type PeopleDecision = {
  readonly id: string;
  readonly subject: Subject;
  readonly span: Span;
  readonly at: Instant;
  readonly by: string;
  readonly reason: Reason;
  readonly undone: { readonly at: Instant; readonly by: string; readonly reason: Reason } | null;
};

/** All decisions about one customer's people, in the order in which they were made. */
export type PeopleDecisions = { readonly decisions: readonly PeopleDecision[] };

export type PeopleCommand =
  | {
      readonly kind: 'decide';
      readonly id: string;
      readonly subject: Subject;
      readonly span: Span;
      readonly at: Instant;
      readonly by: string;
      readonly reason: Reason;
      /** Which of the identities named are erased. */
      readonly erased: readonly string[];
    }
  | {
      readonly kind: 'undo';
      readonly id: string;
      readonly at: Instant;
      readonly by: string;
      readonly reason: Reason;
    };

export type PeopleEvent =
  | { readonly kind: 'decided'; readonly decision: Omit<PeopleDecision, 'undone'> }
  | {
      readonly kind: 'undone';
      readonly id: string;
      readonly at: Instant;
      readonly by: string;
      readonly reason: Reason;
    };

/** Where one decision stands. */
export type DecisionStatus = 'none' | 'standing' | 'undone';

/** Returns where the decision with this id stands. */
export function statusOf({ decisions }: PeopleDecisions, id: string): DecisionStatus {
  const decision = decisions.find((one) => one.id === id);
  if (!decision) return 'none';
  return decision.undone === null ? 'standing' : 'undone';
}

/** Returns the identities a decision is about. */
export function identitiesOf(subject: Subject): readonly string[] {
  return subject.kind === 'merge' ? [subject.identity, subject.into] : [subject.identity];
}

/** Returns whether two spans share an instant. */
export function meet(a: Span, b: Span): boolean {
  return shared(a, b) !== null;
}

/** Returns the time two spans share, or `null` where they share none. */
export function shared(a: Span, b: Span): Span | null {
  const from = a.from === null ? b.from : b.from === null ? a.from : (Math.max(a.from, b.from) as Instant);
  const until =
    a.until === null ? b.until : b.until === null ? a.until : (Math.min(a.until, b.until) as Instant);
  return from !== null && until !== null && from >= until ? null : { from, until };
}

/** Returns whether what began at `at` is under a decision of this span. */
export function covers({ from, until }: Span, at: Instant): boolean {
  return (from === null || from <= at) && (until === null || at < until);
}
