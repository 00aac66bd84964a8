import type { Instant } from '#platform/instant.ts';
import type { Sight } from './thresholds.ts';

/** What an alert is about: one clause and group of one agreement. */
export type AlertPlace = { readonly agreement: string; readonly clause: string; readonly group: string };

/** Free text lives in an erasable document; here are its id and salted digest. */
export type AlertReason = { readonly document: string; readonly digest: string };

type Known = AlertPlace & {
  /** The ids of the rules that are met. */
  readonly met: readonly string[];
  /** What was seen when it last changed. */
  readonly sight: Sight;
  readonly raisedAt: Instant;
  readonly changedAt: Instant;
};

/**
 * Where an alert stands. `raised`: somebody should know. `silenced`: somebody knows, and no message goes out until
 * `until` (`null`: until it is over). `crossed`: use is above the limit and a finding takes over. `cleared`: use has
 * gone back.
 */
export type Alert =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'raised' })
  | (Known & {
      readonly status: 'silenced';
      readonly until: Instant | null;
      readonly reason: AlertReason;
      readonly by: string;
    })
  | (Known & { readonly status: 'crossed'; readonly finding: string })
  | (Known & { readonly status: 'cleared' });

export type KnownAlert = Exclude<Alert, { status: 'none' }>;
export type AlertStatus = Alert['status'];

export type AlertCommand =
  | {
      /** What detection sees now. `finding`: the live finding of this place, where there is one. */
      readonly kind: 'look';
      readonly at: Instant;
      readonly place: AlertPlace;
      readonly met: readonly string[];
      readonly sight: Sight;
      readonly finding: string | null;
    }
  | {
      readonly kind: 'acknowledge';
      readonly at: Instant;
      readonly until: Instant | null;
      readonly reason: AlertReason;
      readonly by: string;
    };

type Seen = { readonly at: Instant; readonly met: readonly string[]; readonly sight: Sight };

export type AlertEvent =
  | ({ readonly kind: 'raised'; readonly place: AlertPlace } & Seen)
  /** Another rule is met besides; `more` are the new ones. */
  | ({ readonly kind: 'risen'; readonly more: readonly string[] } & Seen)
  /** Fewer rules are met, or a finding is over and use is still close: nobody has to be told. */
  | ({ readonly kind: 'eased' } & Seen)
  /** The silence is over, and it is still close. */
  | ({ readonly kind: 'resumed' } & Seen)
  | ({ readonly kind: 'crossed'; readonly finding: string; readonly place: AlertPlace } & Seen)
  | { readonly kind: 'cleared'; readonly at: Instant }
  | {
      readonly kind: 'acknowledged';
      readonly at: Instant;
      readonly until: Instant | null;
      readonly reason: AlertReason;
      readonly by: string;
    };
