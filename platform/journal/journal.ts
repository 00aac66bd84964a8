import { sql } from 'kysely';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { type Decider, fold, type Refusal } from './decider.ts';
import type { Envelope, Json, Visibility } from './envelope.ts';
import { keepAnswer, takeKey } from './idempotency.ts';
import { asJson } from './json.ts';
import { toEnvelope } from './rows.ts';

/** A message to the world outside, sent after the transaction that wrote it, at least once. */
export type Outgoing = { readonly topic: string; readonly payload: Json };

/** How an event is written. `type` fixes `visibility`; the payload holds no free text (see `writeDocument`). */
export type Described = {
  readonly type: string;
  readonly schemaVersion: number;
  readonly visibility: Visibility;
  readonly payload: Json;
  readonly outbox?: readonly Outgoing[];
};

/** A kind of stream: its rules, and how its events are written and read back. */
export type Lifecycle<State, Command, Event, Code extends string = string> = {
  readonly lifecycle: string;
  readonly decider: Decider<State, Command, Event, Code>;
  readonly describe: (event: Event) => Described;
  readonly revive: (type: string, payload: Json, schemaVersion: number) => Event;
};

/** One command to one stream. `customer` is `null` for the vendor as a whole; `effectiveAt` is `now` unless given. */
export type Execution<State, Command, Event, Code extends string> = Lifecycle<State, Command, Event, Code> & {
  readonly id: string;
  readonly customer: string | null;
  readonly actor: string;
  readonly now: Instant;
  readonly effectiveAt?: Instant;
  readonly command: Command;
  /** What the sender has seen; another version is a conflict. 0: the stream does not exist yet. */
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
  /** What the sender asked for, where the command itself differs each time it is sent (it holds times or new ids). */
  readonly asked?: Json;
};

export type Executed<State, Event, Code extends string> =
  | {
      readonly kind: 'done';
      readonly version: number;
      readonly events: readonly Event[];
      readonly state: State;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal<Code | 'idempotency_key_reused'> }
  | { readonly kind: 'conflict'; readonly version: number };

/**
 * The one door to a lifecycle. Locks the stream, lets the decider decide, and writes events, state row, outgoing
 * messages and the answer to the idempotency key into `tx`. A key seen before gives the first answer again; with
 * another command it is refused as `idempotency_key_reused`. A conflict is not kept: read again and send again.
 *
 * Crash anywhere: it is one transaction, so either all of it is there or nothing, and the same key may be sent again.
 * Order of locks: key, then stream. Work on several streams locks them in the order of its calls; PostgreSQL ends a
 * deadlock by failing one of the two (code 40P01), which is then rolled back whole and may be tried again.
 */
export async function execute<State, Command, Event, Code extends string>(
  tx: Tx,
  execution: Execution<State, Command, Event, Code>,
): Promise<Executed<State, Event, Code>> {
  const { decider, command, expectedVersion, idempotencyKey: key } = execution;
  const place = { stream: streamOf(execution), customer: execution.customer ?? vendorWide };
  const first = key === undefined ? undefined : await takeKey(tx, { ...execution, ...place, key });
  if (first?.kind === 'refused') return { kind: 'refused', refusal: first.refusal as Refusal<Code> };
  if (first?.kind === 'done') return answerAgain(tx, execution, place.stream, first);

  const row = await lockStream(tx, place.stream, place.customer);
  const version = row?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== version) {
    if (key !== undefined) await keepAnswer(tx, place, key, { kind: 'conflict' });
    return { kind: 'conflict', version };
  }
  const state = row ? (row.state as State) : decider.initial;
  const decided = decider.decide(command, state);
  if ('refused' in decided) {
    if (key !== undefined) await keepAnswer(tx, place, key, { kind: 'refused', refusal: decided.refused });
    return { kind: 'refused', refusal: decided.refused };
  }
  const written = await append(tx, execution, place, version, decided.events);
  // Folded from what is written, never from what `decide` had in its hands: this is what a later fold will see.
  const next = written.reduce(decider.evolve, state);
  const after = version + written.length;
  if (written.length > 0) await writeState(tx, execution, place, after, next);
  if (key !== undefined) await keepAnswer(tx, place, key, { kind: 'done', before: version, after });
  return { kind: 'done', version: after, events: written, state: next };
}

/** Returns the name of a stream: `agreement/AG-1`. */
export function streamOf({ lifecycle, id }: { readonly lifecycle: string; readonly id: string }): string {
  if (lifecycle === '' || lifecycle.includes('/') || id === '')
    throw new Error(`not a stream: ${lifecycle}/${id}`);
  return `${lifecycle}/${id}`;
}

/** Returns a stream's events in order; none when it does not exist or is not in scope. */
export async function history(tx: Tx, stream: string): Promise<Envelope[]> {
  const rows = await tx
    .selectFrom('event')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('version')
    .execute();
  return rows.map(toEnvelope);
}

type Place = { readonly stream: string; readonly customer: string };

/** Returns the state row, locked. Where there is none yet, later senders wait until our transaction has ended. */
async function lockStream(tx: Tx, stream: string, customer: string) {
  const locked = () =>
    tx.selectFrom('stream_state').selectAll().where('stream', '=', stream).forUpdate().executeTakeFirst();
  let row = await locked();
  if (!row) {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${stream}, 0))`.execute(tx);
    row = await locked();
  }
  if (row && row.customer_id !== customer)
    throw new Error(`${stream} belongs to ${row.customer_id}, not to ${customer}`);
  return row;
}

async function append<State, Command, Event, Code extends string>(
  tx: Tx,
  execution: Execution<State, Command, Event, Code>,
  place: Place,
  version: number,
  events: readonly Event[],
): Promise<Event[]> {
  if (events.length === 0) return [];
  const { actor, now, effectiveAt = now } = execution;
  const described = events.map(execution.describe);
  const recorded_at = toTimestamp(now);
  const of = (i: number) => ({ stream: place.stream, version: version + 1 + i, customer_id: place.customer });
  await tx
    .insertInto('event')
    .values(
      described.map(({ type, schemaVersion, visibility, payload }, i) => ({
        ...of(i),
        type,
        schema_version: schemaVersion,
        actor,
        effective_at: toTimestamp(effectiveAt),
        recorded_at,
        visibility,
        payload: JSON.stringify(asJson(payload, `/${type}`)),
      })),
    )
    .execute();
  const outgoing = described.flatMap(({ outbox = [] }, i) =>
    outbox.map(({ topic, payload }) => ({
      ...of(i),
      topic,
      payload: JSON.stringify(asJson(payload)),
      recorded_at,
    })),
  );
  if (outgoing.length > 0) await tx.insertInto('outbox').values(outgoing).execute();
  return described.map(({ type, payload, schemaVersion }) => execution.revive(type, payload, schemaVersion));
}

async function writeState(
  tx: Tx,
  { lifecycle, id }: { readonly lifecycle: string; readonly id: string },
  { stream, customer }: Place,
  version: number,
  next: unknown,
): Promise<void> {
  const state = JSON.stringify(asJson(next, '/state'));
  await tx
    .insertInto('stream_state')
    .values({ stream, lifecycle, id, customer_id: customer, version, state })
    .onConflict((conflict) => conflict.column('stream').doUpdateSet({ version, state }))
    .execute();
}

async function answerAgain<State, Command, Event, Code extends string>(
  tx: Tx,
  { decider, revive }: Execution<State, Command, Event, Code>,
  stream: string,
  first: { readonly before: number; readonly after: number },
): Promise<Executed<State, Event, Code>> {
  const envelopes = (await history(tx, stream)).slice(0, first.after);
  const events = envelopes.map(({ type, payload, schemaVersion }) => revive(type, payload, schemaVersion));
  return {
    kind: 'done',
    version: first.after,
    events: events.slice(first.before),
    state: fold(decider, events),
  };
}
