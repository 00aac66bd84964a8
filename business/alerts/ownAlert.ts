import type { Instant } from '#platform/instant.ts';
import type { AlertRule } from './rule.ts';
import type { Sight } from './thresholds.ts';

/** When a customer wants to hear of a clause: of the vendor's kinds of threshold those that need no table. */
export type OwnThreshold = Extract<AlertRule['threshold'], { kind: 'percent' | 'remaining' | 'forecast' }>;

/** What an alert that a customer set for itself watches, and who hears of it: accounts, by id. */
export type Watch = {
  readonly agreement: string;
  readonly clause: string;
  readonly threshold: OwnThreshold;
  readonly hears: readonly string[];
};

type Known = {
  readonly watch: Watch;
  /** The account that set it. */
  readonly by: string;
  readonly setAt: Instant;
  /** The groups of the clause in which it is met now. */
  readonly met: readonly string[];
  /** When somebody was told last, and what of; `null`: never yet. */
  readonly told: { readonly at: Instant; readonly group: string; readonly sight: Sight } | null;
};

/** An alert that a customer set for itself. */
export type OwnAlert = { readonly status: 'none' } | (Known & { readonly status: 'watching' | 'removed' });
export type KnownOwnAlert = Exclude<OwnAlert, { status: 'none' }>;

/** The groups in which the threshold is met, the one closest to its limit first. */
export type MetGroup = { readonly group: string; readonly sight: Sight };

export type OwnAlertCommand = { readonly at: Instant } & (
  | { readonly kind: 'set'; readonly watch: Watch; readonly by: string }
  | { readonly kind: 'change'; readonly watch: Watch; readonly by: string }
  | { readonly kind: 'remove'; readonly by: string }
  /** What detection sees now. */
  | { readonly kind: 'look'; readonly met: readonly MetGroup[] }
);

type Of<K extends OwnAlertCommand['kind']> = Omit<Extract<OwnAlertCommand, { kind: K }>, 'kind'>;

export type OwnAlertEvent =
  | ({ readonly kind: 'set' } & Of<'set'>)
  | ({ readonly kind: 'changed' } & Of<'change'>)
  | ({ readonly kind: 'removed' } & Of<'remove'>)
  /** It is met where it was not; `first` is the closest of those. */
  | {
      readonly kind: 'fired';
      readonly at: Instant;
      readonly met: readonly string[];
      readonly first: MetGroup;
    }
  /** It is met in fewer groups: nobody has to be told, and it may fire there again. */
  | { readonly kind: 'eased'; readonly at: Instant; readonly met: readonly string[] };
