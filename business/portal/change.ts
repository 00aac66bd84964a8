import type { Instant, Interval } from '#platform/instant.ts';

/** What may change for a customer. */
export const changeKinds = [
  'agreement-new',
  'term-changed',
  'clause-new',
  'clause-gone',
  'wording-changed',
  'counting-changed',
  'rights-changed',
  'amendment',
  'amendment-withdrawn',
  'grant-new',
  'grant-ended',
  'pause-new',
  'pause-ended',
  'limit-changed',
  'price-changed',
  'accounts-merged',
  'account-left-out',
  'accounts-undone',
  'source-new',
  'counted-again',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One thing that has changed, as facts. */
export type Change = {
  /** Stable: the same change keeps it. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** When it was recorded, or took effect where it did so by time alone. */
  readonly at: Instant;
  readonly agreement: string | null;
  readonly clause: string | null;
  /** What it is about: the id of an amendment or grant, a source, an account's key, what a price is of. */
  readonly about: string;
  /** What was and what is: decimals of limits and prices, values of sets, how it is counted; `null` where there is no such thing. */
  readonly before: string | null;
  readonly after: string | null;
  /** What an amendment or grant says, in words. */
  readonly told: string | null;
};

/** The time looked back over: after `from`, up to and including `until`. */
export type Since = Interval;

/** Whether something happened in the time looked back over. */
export function isIn({ from, until }: Since, at: Instant): boolean {
  return from < at && at <= until;
}

/** Orders changes, the latest first. */
export function latestFirst(a: Change, b: Change): number {
  return b.at - a.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
