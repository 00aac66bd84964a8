import { type SqlBool, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { openStatuses, type StoredReview } from './review.store.ts';
import type { KnownReview } from './review.ts';

/** Which reviews are asked for. `open`: due, offered or booked. */
export type ReviewFilter = {
  readonly show: KnownReview['status'] | 'open' | 'all';
  readonly customer?: string | undefined;
};
export type ListedReview = StoredReview & { readonly key: readonly [changed: number, id: string] };

/** Returns reviews, what changed last first, behind `behind` where it is given. */
export async function listReviews(
  tx: Tx,
  filter: ReviewFilter,
  { behind, limit }: { readonly behind: readonly [number, string] | null; readonly limit: number },
): Promise<ListedReview[]> {
  let query = passing(tx, filter).select(['id', 'changed_at']);
  if (behind) query = query.where(sql<SqlBool>`(changed_at, id) < (${behind[0]}::bigint, ${behind[1]})`);
  const rows = await query.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  const known = await statesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const found = known.get(row.id);
    return found ? [{ ...found, key: [Number(row.changed_at), row.id] as const }] : [];
  });
}

/** Returns how many reviews pass. */
export async function countReviews(tx: Tx, filter: ReviewFilter): Promise<number> {
  const { many } = await passing(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

function passing(tx: Tx, { show, customer }: ReviewFilter) {
  let query = tx.selectFrom('review_row');
  if (show === 'open') query = query.where('status', 'in', openStatuses);
  else if (show !== 'all') query = query.where('status', '=', show);
  return customer === undefined ? query : query.where('customer_id', '=', customer);
}

async function statesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredReview>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('stream_state')
    .select(['id', 'state', 'version'])
    .where(
      'stream',
      'in',
      ids.map((id) => `review/${id}`),
    )
    .execute();
  return new Map(
    rows.map(({ id, state, version }) => [id, { review: state as unknown as KnownReview, version }]),
  );
}

/** Returns the booked meetings that people are to be reminded of, soonest first. */
export async function meetingsSoon(
  tx: Tx,
  now: Instant,
  most: number,
): Promise<{ readonly customer: string; readonly id: string }[]> {
  const rows = await tx
    .selectFrom('review_row')
    .select(['customer_id', 'id'])
    .where('look_at', '<=', toTimestamp(now) as never)
    .orderBy('look_at')
    .limit(most)
    .execute();
  return rows.map(({ customer_id, id }) => ({ customer: customer_id, id }));
}

/** Puts down that people were reminded of a meeting. Returns whether they had not been before. */
export async function markReminded(tx: Tx, customer: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('review_row')
    .set({ look_at: null } as never)
    .where('customer_id', '=', customer)
    .where('id', '=', id)
    .where('look_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
