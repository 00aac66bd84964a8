import type { Instant } from '#platform/instant.ts';

/** Who may see an event: both sides or the vendor alone. Fixed by the event's type. */
export type Visibility = 'shared' | 'vendor';

/** JSON without floats: numbers are whole, anything finer is a decimal string. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An event as written, the same from the first day so that old ones can become ledger leaves. */
export type Envelope = {
  /** `agreement/AG-1`: the lifecycle's name, a slash, its id. */
  readonly stream: string;
  /** From 1, without gaps, per stream. */
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly customer: string | null;
  readonly actor: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly visibility: Visibility;
  /** No free text and no personal data: those are documents, named here by id and salted digest. */
  readonly payload: Json;
};
