import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { answeredId } from '#platform/journal/idempotency.ts';
import { type Executed, execute, history, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import { reviewDecider } from './review.decide.ts';
import type { ReviewRefusal } from './review.refusals.ts';
import type { KnownReview, Review, ReviewCommand, ReviewEvent, Slot } from './review.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    review_row: {
      customer_id: string;
      id: string;
      number: number;
      turn: string;
      status: KnownReview['status'];
      meets_at: string | null;
      changed_at: string;
      look_at: InstantColumn | null;
    };
  }
}

/** How reviews stand in the journal: all of it is shared, as it is made by both sides; texts are erasable documents. */
export const reviewLifecycle: Lifecycle<Review, ReviewCommand, ReviewEvent, ReviewRefusal> = {
  lifecycle: 'review',
  decider: reviewDecider,
  describe: ({ kind, ...payload }) => ({
    type: `review.${kind}`,
    schemaVersion: 1,
    visibility: 'shared',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('review.'.length), ...(payload as object) }) as unknown as ReviewEvent,
};

/** Who commands, when, and about which customer. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };
/** What makes sending twice harmless. */
export type Once = { readonly idempotencyKey?: string; readonly asked?: Json };
export type Done = Executed<Review, ReviewEvent, ReviewRefusal>;
type Open = Extract<ReviewCommand, { kind: 'open' }>;
/** A review as kept, and the version of its stream. */
export type StoredReview = { readonly review: KnownReview; readonly version: number };

/** People are reminded so long before the meeting begins. */
const reminded = day;
/** Not held yet. */
export const openStatuses = ['due', 'offered', 'booked'] as const;

/**
 * Opens the review of a turn (`null`: somebody asked for it), unless there is one of it, or another one that was not held
 * yet: `undefined` then. Sent again under its key, the first stays the only one. Those who open for one customer wait for each other.
 */
export async function openReview(
  tx: Tx,
  draft: Omit<Open, 'id' | 'kind'>,
  { turn, by, once = {} }: { readonly turn: string | null; readonly by: By; readonly once?: Once },
): Promise<{ readonly id: string; readonly done: Done } | undefined> {
  const { customer } = by;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['reviews', customer])}, 0))`.execute(
    tx,
  );
  const first = await answeredId(tx, customer, once.idempotencyKey, 'review');
  const known = await tx
    .selectFrom('review_row')
    .select('number')
    .where('customer_id', '=', customer)
    .where(({ eb, or }) => or([eb('turn', '=', turn), eb('status', 'in', openStatuses)]))
    .executeTakeFirst();
  if (known && first === null) return undefined;
  const number = await nextNumber(tx, customer);
  const id = first ?? `R-${customer}-${number}`;
  const command: Open = { ...draft, kind: 'open', id };
  const done = await execute(tx, { ...reviewLifecycle, id, command, ...by, ...once });
  if (done.kind === 'done' && first === null && done.state.status !== 'none')
    await tx
      .insertInto('review_row')
      .values({
        customer_id: customer,
        id,
        number,
        turn: turn ?? `asked ${number}`,
        ...rowOf(done.state, by.now),
      })
      .execute();
  return { id, done };
}

async function nextNumber(tx: Tx, customer: string): Promise<number> {
  const { last } = await tx
    .selectFrom('review_row')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Carries out one command on a review that is there, of either side. */
export async function commandReview(
  tx: Tx,
  id: string,
  command: Exclude<ReviewCommand, Open>,
  by: By,
  once: Once & { readonly expectedVersion?: number } = {},
): Promise<Done> {
  const done = await execute(tx, { ...reviewLifecycle, id, command, ...by, ...once });
  if (done.kind !== 'done' || done.state.status === 'none' || done.events.length === 0) return done;
  await tx
    .updateTable('review_row')
    .set(rowOf(done.state, by.now) as never)
    .where('customer_id', '=', by.customer)
    .where('id', '=', id)
    .execute();
  return done;
}

function rowOf(state: KnownReview, now: Instant) {
  const { status, meeting } = state;
  const meets = status === 'booked' ? (meeting?.from ?? null) : null;
  const look = meets === null ? null : after(meets, -reminded);
  return {
    ...{ status, changed_at: String(now), meets_at: meets === null ? null : String(meets) },
    // Whoever books within the day before knows.
    look_at: look === null || look <= now ? null : toTimestamp(look),
  };
}

/** Returns a review, or `undefined` when there is none in scope. */
export async function readReview(tx: Tx, id: string): Promise<StoredReview | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `review/${id}`)
    .executeTakeFirst();
  return row && { review: row.state as unknown as KnownReview, version: row.version };
}

/** Returns the time that was booked last, even where it was called off or moved since; `null` where none ever was. */
export async function lastBooked(tx: Tx, id: string): Promise<Slot | null> {
  const events = await history(tx, `review/${id}`);
  const booked = events.map(({ type, payload, schemaVersion }) =>
    reviewLifecycle.revive(type, payload, schemaVersion),
  );
  const last = booked.findLast(({ kind }) => kind === 'booked');
  return last?.kind === 'booked' ? last.slot : null;
}
