import type { CalendarDate, Instant } from '#platform/instant.ts';

/** Free text lives in an erasable document; here are its id and salted digest. */
export type Told = { readonly document: string; readonly digest: string };

/**
 * One line of a count: a window of a clause and group, and the counted unit in it; `row: null`: the number itself.
 * `person`: the id of the identity behind the row, `null` where it names nobody.
 */
export type Line = {
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly row: { readonly source: string; readonly id: string; readonly person: string | null } | null;
};

/** What a question is about. */
export type About =
  | { readonly kind: 'general' }
  | { readonly kind: 'clause'; readonly agreement: string; readonly clause: string }
  | ({ readonly kind: 'line' } & Line)
  | { readonly kind: 'quote'; readonly quote: string }
  | { readonly kind: 'date'; readonly agreement: string; readonly date: CalendarDate };

/** What a customer says is wrong about a line. `other` is said in words. */
export const claimKinds = [
  'not-ours',
  'left',
  'counted-twice',
  'test-machine',
  'wrong-number',
  'other',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** `on`: the day on which somebody left; of no other claim. */
export type Claim = { readonly kind: ClaimKind; readonly on: CalendarDate | null };

/** Who asks: a person of the customer, or of the partner that sells to it. Accounts by id. */
export type Asker = { readonly account: string; readonly partner: string | null };

/** What was counted on a line when it was contested; exact, stored form. */
export type Counted = { readonly value: string; readonly limit: string };

/** A question as it was put. `claim` makes it a contest of a line; then `counted` is what it is about. */
export type Asked = {
  readonly id: string;
  readonly customer: string;
  readonly about: About;
  readonly claim: Claim | null;
  readonly counted: Counted | null;
  readonly by: Asker;
};

/** The day on which an answer is promised, the instant at which it is over, and by which version of the policy. */
export type Promised = { readonly on: CalendarDate; readonly end: Instant; readonly policy: number };

/** What was found about a contested line: the customer is right, or we can say why it counts, or both in part. */
export const outcomes = ['agreed', 'explained', 'partly'] as const;
export type Outcome = (typeof outcomes)[number];

/** What was done where the customer is right: a decision about people, a choice between contents, a correction elsewhere. */
export type Remedy =
  | { readonly kind: 'people'; readonly decision: string }
  | { readonly kind: 'conflict'; readonly source: string; readonly record: string }
  | { readonly kind: 'correction'; readonly of: 'usage' | 'mistake' | 'terms' };

/** The line counted again after it was put right; `null`: its window is there no more. `rowCounts` where a row was contested. */
export type Recount = {
  readonly before: Counted;
  readonly now: Counted | null;
  readonly rowCounts: boolean | null;
};

/** One thing that happened in a thread. `internal`: the vendor's own, never for the customer. */
export type Entry = {
  readonly at: Instant;
  readonly internal?: true;
} & (
  | { readonly kind: 'asked'; readonly by: Asker; readonly text: Told | null }
  | { readonly kind: 'handedOver'; readonly by: string; readonly to: string }
  | { readonly kind: 'promised'; readonly by: string; readonly on: CalendarDate; readonly text: Told }
  | {
      readonly kind: 'answered';
      readonly by: string;
      readonly text: Told;
      readonly outcome: Outcome | null;
      readonly remedies: readonly Remedy[];
    }
  | { readonly kind: 'followedUp'; readonly by: Asker; readonly text: Told; readonly on: CalendarDate }
  | { readonly kind: 'noted'; readonly by: string; readonly text: Told; readonly internal: true }
  | { readonly kind: 'late'; readonly on: CalendarDate }
  | { readonly kind: 'recounted'; readonly recount: Recount }
  | { readonly kind: 'closed'; readonly by: Asker | null }
);

type Known = {
  readonly asked: Asked;
  readonly askedAt: Instant;
  readonly changedAt: Instant;
  /** Who of the vendor answers, by id in the team; `null`: whoever owns the customer. */
  readonly person: string | null;
  readonly promise: Promised;
  readonly late: boolean;
  readonly reminded: boolean;
  /** Up to when an open contest keeps us from contacting anybody about its line; `null` for what is no contest. */
  readonly holdsUntil: Instant | null;
  readonly outcome: Outcome | null;
  readonly answeredAt: Instant | null;
  /** What was counted at first is to be compared with what is counted after it was put right. */
  readonly awaits: 'recount' | 'change' | null;
  readonly entries: readonly Entry[];
};

/**
 * Where a question stands. `asked`, `handedOver` (to another person) and `followedUp` (asked further after an answer)
 * wait for us; `answered` waits for whoever asked; `closed` by whoever asked, or because nobody asked further.
 */
export type QuestionState =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'asked' | 'handedOver' | 'answered' | 'followedUp' | 'closed' });
export type QuestionStatus = QuestionState['status'];
export type KnownQuestion = Exclude<QuestionState, { status: 'none' }>;

/** Returns whether a question waits for the vendor. */
export function isOpen({ status }: { readonly status: QuestionStatus }): boolean {
  return status === 'asked' || status === 'handedOver' || status === 'followedUp';
}

type Command =
  | {
      readonly kind: 'ask';
      readonly asked: Asked;
      readonly text: Told | null;
      readonly person: string | null;
      readonly promise: Promised;
      readonly holdsUntil: Instant | null;
    }
  | { readonly kind: 'handOver'; readonly to: string; readonly by: string }
  | { readonly kind: 'promise'; readonly promise: Promised; readonly text: Told; readonly by: string }
  | {
      readonly kind: 'answer';
      readonly text: Told;
      readonly outcome: Outcome | null;
      readonly remedies: readonly Remedy[];
      readonly by: string;
    }
  | { readonly kind: 'followUp'; readonly text: Told; readonly by: Asker; readonly promise: Promised }
  | { readonly kind: 'note'; readonly text: Told; readonly by: string }
  /** `by: null`: nobody asked further for long enough. */
  | { readonly kind: 'close'; readonly by: Asker | null }
  /** What the worker does when it is time; nothing comes of it where it was done before. */
  | { readonly kind: 'remind' }
  | { readonly kind: 'miss' }
  /** What detection counts on the line now. */
  | { readonly kind: 'recount'; readonly now: Counted | null; readonly rowCounts: boolean | null };
export type QuestionCommand = { readonly at: Instant } & Command;

type Of<K extends QuestionCommand['kind']> = Omit<Extract<QuestionCommand, { kind: K }>, 'kind'>;

export type QuestionEvent =
  | ({ readonly kind: 'asked' } & Of<'ask'>)
  | ({ readonly kind: 'handedOver' } & Of<'handOver'>)
  | ({ readonly kind: 'promised' } & Of<'promise'>)
  | ({ readonly kind: 'answered' } & Of<'answer'>)
  | ({ readonly kind: 'followedUp' } & Of<'followUp'>)
  | ({ readonly kind: 'noted' } & Of<'note'>)
  | ({ readonly kind: 'closed' } & Of<'close'>)
  | { readonly kind: 'reminded'; readonly at: Instant }
  | { readonly kind: 'becameLate'; readonly at: Instant; readonly on: CalendarDate }
  | { readonly kind: 'recounted'; readonly at: Instant; readonly recount: Recount };
