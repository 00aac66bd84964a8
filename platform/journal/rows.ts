import type { ColumnType, Generated } from 'kysely';
import { vendorWide } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Envelope, Json, Visibility } from './envelope.ts';

/** A timestamptz: read as `Instant`, written by `toTimestamp`. */
export type InstantColumn = ColumnType<Instant, string, string>;
/** A jsonb: read as a value, written as its text. */
export type JsonColumn<T = Json> = ColumnType<T, string, string>;

export type EventTable = {
  stream: string;
  version: number;
  sequence: Generated<string>;
  type: string;
  schema_version: number;
  customer_id: string;
  actor: string;
  effective_at: InstantColumn;
  recorded_at: InstantColumn;
  visibility: Visibility;
  payload: JsonColumn;
};

export type StreamStateTable = {
  stream: string;
  lifecycle: string;
  id: string;
  customer_id: string;
  version: number;
  state: JsonColumn;
};

export type OutboxTable = {
  id: Generated<string>;
  customer_id: string;
  stream: string;
  version: number;
  topic: string;
  payload: JsonColumn;
  recorded_at: InstantColumn;
  delivered_at: ColumnType<Instant | null, string | null | undefined, string | null>;
};

export type IdempotencyTable = {
  customer_id: string;
  key: string;
  command_digest: string;
  recorded_at: InstantColumn;
  stream: string;
  version_before: ColumnType<number | null, number | null | undefined, number | null>;
  version_after: ColumnType<number | null, number | null | undefined, number | null>;
  refusal: ColumnType<Json | null, string | null | undefined, string | null>;
};

export type DocumentTable = {
  id: string;
  customer_id: string;
  digest: string;
  salt: string | null;
  content: string | null;
  erased_at: ColumnType<Instant | null, string | null | undefined, string | null>;
};

declare module '#platform/database/tables.ts' {
  interface Tables {
    event: EventTable;
    stream_state: StreamStateTable;
    outbox: OutboxTable;
    idempotency: IdempotencyTable;
    document: DocumentTable;
  }
}

/** A stored event as `selectAll` reads it. */
export type EventRow = {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly customer_id: string;
  readonly actor: string;
  readonly effective_at: Instant;
  readonly recorded_at: Instant;
  readonly visibility: Visibility;
  readonly payload: Json;
};

/** Returns the envelope of a stored event; the customer of a vendor-wide one is `null`. */
export function toEnvelope(row: EventRow): Envelope {
  return {
    stream: row.stream,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    customer: row.customer_id === vendorWide ? null : row.customer_id,
    actor: row.actor,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    visibility: row.visibility,
    payload: row.payload,
  };
}
