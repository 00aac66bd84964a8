import type { Instant, Interval } from '#platform/instant.ts';
import type { Clause } from './agreement.ts';

/** One part of a value, and where it comes from. */
export type Provenance = {
  readonly kind: 'order' | 'limit' | 'amendment' | 'raiseTo' | 'add' | 'allowed' | 'widen' | 'allowance';
  /** The id of the order line, amendment or variation; the clause's for a fixed limit or set; of an allowance the other clause's. */
  readonly of: string;
  /** What it brings: a decimal, or for sets the values joined by a comma and a space. */
  readonly value: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Whether it counts in the value now: a `raiseTo` below another operand is named but does not. */
  readonly counts: boolean;
};

/** A forbearance in force. */
export type Pause = {
  readonly of: string;
  readonly pauses: readonly ('contact' | 'fees' | 'suspension')[];
  readonly from: Instant;
  readonly until: Instant;
};

/** What one clause allows at an instant. `limit` is exact, in stored form; `allowed` is sorted. */
export type ClauseTerms =
  | {
      readonly kind: 'capacity';
      readonly clause: Clause & { kind: 'capacity' };
      readonly limit: string;
      readonly provenance: readonly Provenance[];
      readonly pauses: readonly Pause[];
    }
  | {
      readonly kind: 'restriction';
      readonly clause: Clause & { kind: 'restriction' };
      readonly allowed: readonly string[];
      readonly provenance: readonly Provenance[];
      readonly pauses: readonly Pause[];
    };

/** What holds at an instant: per clause id. `inForce` is false before and after the agreement's term; nothing is allowed then. */
export type EffectiveTerms = {
  readonly agreement: string;
  readonly inForce: boolean;
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly clauses: ReadonlyMap<string, ClauseTerms>;
};

/** A stretch of time over which the terms of one clause do not change. */
export type TermsPiece = Interval & { readonly terms: ClauseTerms };
