import type { CalendarDate, Instant } from '#platform/instant.ts';

/** Free text lives in an erasable document; here are its id and salted digest. */
export type Told = { readonly document: string; readonly digest: string };

/** Who speaks: somebody of the vendor, or of the customer (or of the partner that speaks for it). */
export type Side = 'vendor' | 'customer';

/** A time that is offered for a meeting: from its first instant up to, not including, `until`. */
export type Slot = { readonly from: Instant; readonly until: Instant };

/** Why a review is due: its turn has come, the renewal is near, or somebody asked for one. */
export type Cause = 'cadence' | 'renewal' | 'asked';

/** What was agreed to do about one thing; `what` is a document both sides read. */
export type Outcome = {
  readonly id: string;
  readonly kind: 'keep' | 'fewer' | 'more' | 'change' | 'training' | 'follow-up';
  readonly what: Told;
  /** Who does it, until when. */
  readonly side: Side;
  readonly dueOn: CalendarDate | null;
};

/** An outcome and what became of it. */
export type KnownOutcome = Outcome & {
  readonly ended: {
    readonly how: 'done' | 'given-up';
    readonly at: Instant;
    readonly why: Told | null;
  } | null;
};

/**
 * Where the review of a period stands: `due` (to be arranged), `offered` (times lie with the other side), `booked`
 * (both said yes to one), `held` (with its outcomes), `dropped`.
 */
export type Review =
  | { readonly status: 'none' }
  | {
      readonly status: 'due' | 'offered' | 'booked' | 'held' | 'dropped';
      readonly id: string;
      readonly customer: string;
      readonly cause: Cause;
      /** What is looked at: days from the first up to, not including, `until`. */
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      readonly openedAt: Instant;
      readonly offer: {
        readonly side: Side;
        readonly slots: readonly Slot[];
        readonly note: Told | null;
      } | null;
      readonly meeting: (Slot & { readonly place: Told | null }) | null;
      /** `page`: the digest of the page as it was shown to both when the meeting was held. */
      readonly held: { readonly at: Instant; readonly summary: Told; readonly page: string } | null;
      readonly outcomes: readonly KnownOutcome[];
      readonly dropped: { readonly at: Instant; readonly side: Side; readonly reason: Told } | null;
    };

/** A review that is there. */
export type KnownReview = Exclude<Review, { status: 'none' }>;

export type ReviewCommand = { readonly at: Instant } & (
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly customer: string;
      readonly cause: Cause;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
    }
  | {
      readonly kind: 'offer';
      readonly side: Side;
      readonly slots: readonly Slot[];
      readonly note: Told | null;
    }
  | { readonly kind: 'accept'; readonly side: Side; readonly slot: Slot; readonly place: Told | null }
  | { readonly kind: 'callOff'; readonly side: Side; readonly reason: Told }
  | {
      readonly kind: 'hold';
      readonly summary: Told;
      readonly outcomes: readonly Outcome[];
      readonly page: string;
    }
  | {
      readonly kind: 'end';
      readonly outcome: string;
      readonly how: 'done' | 'given-up';
      readonly why: Told | null;
    }
  | { readonly kind: 'drop'; readonly side: Side; readonly reason: Told }
);

type Of<K extends ReviewCommand['kind']> = Omit<Extract<ReviewCommand, { kind: K }>, 'kind'>;

export type ReviewEvent =
  | ({ readonly kind: 'opened' } & Of<'open'>)
  | ({ readonly kind: 'offered' } & Of<'offer'>)
  | ({ readonly kind: 'booked' } & Of<'accept'>)
  | ({ readonly kind: 'calledOff' } & Of<'callOff'>)
  | ({ readonly kind: 'held' } & Of<'hold'>)
  | ({ readonly kind: 'ended' } & Of<'end'>)
  | ({ readonly kind: 'dropped' } & Of<'drop'>);
