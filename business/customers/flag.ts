import type { Instant } from '#platform/instant.ts';

/** What a standing flag of a customer says to everybody who works here. */
export type FlagKind = 'in-renewal-talks' | 'do-not-contact' | 'legal-hold';

/** All kinds, the gravest first: of several in force the first one names the reason. */
export const flagKinds = [
  'legal-hold',
  'do-not-contact',
  'in-renewal-talks',
] as const satisfies readonly FlagKind[];

/** Free text lives in an erasable document; here are its id and salted digest. */
export type FlagReason = { readonly document: string; readonly digest: string };

/** A flag: in force from `from` up to, not including, `until`; `null`: until somebody lifts it. */
export type Flag = {
  readonly id: string;
  readonly kind: FlagKind;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly reason: FlagReason;
  /** Who raised it, and when. */
  readonly by: string;
  readonly at: Instant;
  /** Ended before its time. */
  readonly lifted: { readonly at: Instant; readonly by: string; readonly reason: FlagReason } | null;
};

/** All flags a customer has or had, in the order in which they were raised. */
export type Flags = { readonly flags: readonly Flag[] };

export type FlagCommand =
  | {
      readonly kind: 'raise';
      readonly id: string;
      readonly flag: FlagKind;
      readonly from: Instant;
      readonly until: Instant | null;
      readonly reason: FlagReason;
      readonly by: string;
      readonly at: Instant;
    }
  | {
      readonly kind: 'lift';
      readonly id: string;
      readonly reason: FlagReason;
      readonly by: string;
      readonly at: Instant;
    };

export type FlagEvent =
  | ({ readonly kind: 'flagRaised' } & Omit<Extract<FlagCommand, { kind: 'raise' }>, 'kind'>)
  | ({ readonly kind: 'flagLifted' } & Omit<Extract<FlagCommand, { kind: 'lift' }>, 'kind'>);

/** What is needed of a flag to know whether it holds; `until` as it came to be, an early end included. */
export type FlagSpan = Pick<Flag, 'kind' | 'from' | 'until'>;
