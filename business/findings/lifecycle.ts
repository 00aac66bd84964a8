import type { CustomerId } from '#business/customers/customer.ts';
import type { Instant } from '#platform/instant.ts';
import type { FindingKey, OpenQuestion } from './finding.ts';

/** What a finding's events say about a reading: the numbers and its digest; windows and evidence stand in the reading itself. */
export type ReadingSummary = {
  readonly digest: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly peakFrom: Instant;
  readonly peakUntil: Instant;
  /** Exact, stored form. */
  readonly value: string;
  readonly limit: string;
  readonly excess: string;
  readonly windows: number;
  /** Whether the last window beyond was still running: the use goes on. */
  readonly open?: boolean;
  readonly tzdata: string;
};

/** The outcome of verification without words or names. */
export type VerificationSummary = {
  readonly passed: boolean;
  readonly counts: 'agree' | 'differ';
  readonly reconciliation: 'agrees' | 'differs' | 'nothing to compare';
  readonly questions: readonly Pick<OpenQuestion, 'code' | 'count' | 'units'>[];
};

/** Why a finding is no case after all. */
export type Cause =
  | 'growth'
  | 'double-count'
  | 'misconfiguration'
  | 'vendor-mistake'
  | 'data-error'
  | 'covered'
  | 'unknown';

/** Free text lives in an erasable document; here are its id and salted digest. */
export type DocumentRef = { readonly document: string; readonly digest: string };

/** What came of a recount, against the reading that was known before. */
export type Revision = {
  readonly at: Instant;
  readonly reading: ReadingSummary;
  readonly direction: 'higher' | 'lower' | 'other';
};

type Known = {
  readonly key: FindingKey;
  readonly customer: CustomerId;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly detectedAt: Instant;
  readonly reading: ReadingSummary;
  readonly verification: VerificationSummary | null;
  readonly revisions: readonly Revision[];
};

/**
 * Where a finding stands. `confirmed` keeps the reading it was confirmed with; later recounts stand beside it.
 * `cleared`: a recount found nothing beyond the clause. `merged`: another finding took it over.
 */
export type Finding =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'detected' | 'verified' })
  | (Known & {
      readonly status: 'confirmed';
      readonly confirmed: ReadingSummary;
      readonly confirmedAt: Instant;
      readonly cause: Cause;
    })
  | (Known & {
      readonly status: 'dismissed';
      readonly dismissed: ReadingSummary;
      readonly dismissedAt: Instant;
      readonly cause: Cause;
      readonly reason: DocumentRef;
    })
  | (Known & {
      readonly status: 'cleared';
      readonly clearedAt: Instant;
      readonly confirmed: ReadingSummary | null;
    })
  | (Known & { readonly status: 'merged'; readonly into: FindingKey });

export type FindingStatus = Finding['status'];

export type FindingCommand =
  | {
      readonly kind: 'detect';
      readonly at: Instant;
      readonly place: Pick<Known, 'key' | 'customer' | 'agreement' | 'clause' | 'group'>;
      readonly reading: ReadingSummary;
    }
  | { readonly kind: 'recount'; readonly at: Instant; readonly reading: ReadingSummary }
  | { readonly kind: 'verify'; readonly at: Instant; readonly verification: VerificationSummary }
  | { readonly kind: 'clear'; readonly at: Instant }
  | { readonly kind: 'merge'; readonly at: Instant; readonly into: FindingKey }
  | { readonly kind: 'confirm'; readonly at: Instant; readonly cause: Cause }
  | { readonly kind: 'dismiss'; readonly at: Instant; readonly cause: Cause; readonly reason: DocumentRef }
  | { readonly kind: 'reopen'; readonly at: Instant; readonly reason: DocumentRef };

export type FindingEvent =
  | {
      readonly kind: 'detected';
      readonly at: Instant;
      readonly place: Pick<Known, 'key' | 'customer' | 'agreement' | 'clause' | 'group'>;
      readonly reading: ReadingSummary;
    }
  | {
      readonly kind: 'recounted';
      readonly at: Instant;
      readonly reading: ReadingSummary;
      readonly direction: Revision['direction'];
    }
  | { readonly kind: 'correctionDue'; readonly at: Instant; readonly reading: ReadingSummary | null }
  | { readonly kind: 'verified'; readonly at: Instant; readonly verification: VerificationSummary }
  | { readonly kind: 'cleared'; readonly at: Instant }
  | { readonly kind: 'merged'; readonly at: Instant; readonly into: FindingKey }
  | { readonly kind: 'confirmed'; readonly at: Instant; readonly cause: Cause }
  | { readonly kind: 'dismissed'; readonly at: Instant; readonly cause: Cause; readonly reason: DocumentRef }
  /** By a person with a reason, or (`null`) by a recount that shows more than what was dismissed. */
  | { readonly kind: 'reopened'; readonly at: Instant; readonly reason: DocumentRef | null };
