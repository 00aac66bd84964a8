import type { PeopleDecision, Somebody } from './data.ts';

/** Which dialog is open, and about whom. */
export type Asked =
  | { readonly kind: 'merge'; readonly people: readonly Somebody[] }
  | { readonly kind: 'leaveOut'; readonly person: Somebody }
  | { readonly kind: 'erase'; readonly person: Somebody }
  | { readonly kind: 'undo'; readonly decision: PeopleDecision };

export type Ask = (asked: Asked) => void;
