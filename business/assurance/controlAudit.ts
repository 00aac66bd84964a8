import type { Instant } from '#platform/instant.ts';
import type { ControlCode, ControlResult } from './control.ts';

/** Free text lives in an erasable document; here are its id and salted digest. */
export type Reason = { readonly document: string; readonly digest: string };

/**
 * What is to be done about a control that is not as it should be. `open` until a later run finds it good (`settled`) or
 * somebody accepts it as it is, with a reason (`accepted`), until the next run finds more of it.
 */
export type ControlTask = {
  readonly control: ControlCode;
  readonly status: 'open' | 'settled' | 'accepted';
  readonly since: Instant;
  /** How many were not as they should be when the task was last looked at. */
  readonly missing: number;
  readonly staff: string | null;
  readonly dueOn: string | null;
  readonly reason: Reason | null;
};

/** The audit of one quarter: its last run and its tasks. */
export type ControlAudit =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'closed';
      readonly quarter: string;
      readonly ranAt: Instant;
      readonly runs: number;
      readonly results: readonly ControlResult[];
      readonly tasks: readonly ControlTask[];
      readonly closedAt: Instant | null;
    };

export type ControlAuditCommand =
  | {
      readonly kind: 'run';
      readonly quarter: string;
      readonly results: readonly ControlResult[];
      readonly at: Instant;
    }
  | {
      readonly kind: 'assign';
      readonly control: ControlCode;
      readonly staff: string | null;
      readonly dueOn: string | null;
      readonly at: Instant;
    }
  | {
      readonly kind: 'accept';
      readonly control: ControlCode;
      readonly reason: Reason;
      readonly at: Instant;
    }
  | { readonly kind: 'close'; readonly at: Instant };

type Told<K extends ControlAuditCommand['kind']> = Omit<Extract<ControlAuditCommand, { kind: K }>, 'kind'>;

export type ControlAuditEvent =
  | ({ readonly kind: 'ran' } & Told<'run'>)
  | ({ readonly kind: 'assigned' } & Told<'assign'>)
  | ({ readonly kind: 'accepted' } & Told<'accept'>)
  | { readonly kind: 'closed'; readonly at: Instant };
