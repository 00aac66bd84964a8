import type { Provenance } from '#business/agreements/terms.ts';
import type { CustomerId } from '#business/customers/customer.ts';
import type { RecordKind } from '#business/usage/record.ts';
import type { AsideCause } from '#business/usage/ruled.ts';
import type { Instant, Interval } from '#platform/instant.ts';

/** One window (or piece of one) judged against what was allowed in it. Exact numbers in stored form. */
export type JudgedWindow = Interval & {
  readonly value: string;
  readonly limit: string;
  /** `value − limit` where the clause is exceeded, else `0`. */
  readonly excess: string;
  readonly provenance: readonly Provenance[];
  /** Still running, or its lateness allowance is: the value may change. */
  readonly open: boolean;
  /** Lowest and highest value the unsettled conflicts allow; equal when there are none. By how much they could raise the limit counts off the lowest. */
  readonly range: { readonly low: string; readonly high: string };
};

/** One counted unit: a person, a checkout, an occurrence, an hour. The evidence of a window sums or counts to its value. */
export type EvidenceRow = {
  readonly source: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly feature: string;
  readonly who: string | null;
  readonly from: Instant;
  readonly until: Instant | null;
  /** What this row adds to the value, exact, stored form. */
  readonly contributes: string;
  /** Where quantities are rated: how the record came to count as it does (`8 × 0.5; at least 16 for each server`). */
  readonly because?: string;
  /** Where `who` is not the identity the source named: that one, and the decision by which it counts as `who`. */
  readonly merged?: { readonly was: string; readonly decision: string };
  /** Of whose quantity a part is free by a right; the rest is what counts. */
  readonly freed?: { readonly by: string; readonly quantity: string };
  /** Time for which a seat stays taken by a right of the clause; no record of the source. */
  readonly stays?: { readonly by: string };
};

/** What a source told of in the time of a run and does not count, by the decision or right that says so. */
export type NotCounted = {
  readonly cause: AsideCause;
  readonly by: string;
  readonly who: string | null;
  readonly feature: string;
  readonly records: number;
};

/** Something that might still change the number, said openly. `count` is how many of it, `units` how much it could take off. */
export type OpenQuestion = {
  readonly code:
    | 'gap'
    | 'totals-disagree'
    | 'possible-double'
    | 'service-account'
    | 'order-in-progress'
    | 'conflict'
    | 'unmatched'
    | 'nobody-named'
    | 'not-returned'
    | 'vendor-mistake'
    | 'window-open'
    | 'attribute-missing'
    | 'weak-evidence'
    | 'outside-pool'
    | 'release-unknown'
    | 'contested'
    | 'contest-overdue';
  readonly count: number;
  /** A decimal; `null` where it cannot be known. */
  readonly units: string | null;
  /** In plain words; names of people only by their key in the source. */
  readonly words: string;
};

/** What must be right before anyone is contacted. */
export type Verification = {
  readonly counts: 'agree' | 'differ';
  readonly firstDifference: string | null;
  readonly reconciliation: 'agrees' | 'differs' | 'nothing to compare';
  readonly questions: readonly OpenQuestion[];
  readonly passed: boolean;
};

/** A run of windows beyond one clause and group, as detection sees it now. */
export type Run = {
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly windows: readonly JudgedWindow[];
  readonly peak: JudgedWindow;
  readonly from: Instant;
  readonly until: Instant;
};

/** The stable key of a finding: it survives recounts. */
export type FindingKey = string & { readonly of: 'finding' };

export type FindingRef = { readonly customer: CustomerId; readonly key: FindingKey };
