import { sql } from 'kysely';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import { firstReviewPolicy, type ReviewPolicy } from './cadence.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    review_policy: {
      customer_id: string;
      version: number;
      body: JsonColumn<ReviewPolicy>;
      actor: string;
      recorded_at: InstantColumn;
    };
  }
}

/** The policy in force; version 0: nobody has said anything yet. */
export type StoredReviewPolicy = { readonly policy: ReviewPolicy; readonly version: number };

/** Returns how often the vendor reviews with its customers, as it stands now. */
export async function readReviewPolicy(tx: Tx): Promise<StoredReviewPolicy> {
  const row = await tx
    .selectFrom('review_policy')
    .select(['body', 'version'])
    .where('customer_id', '=', vendorWide)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { policy: row.body, version: row.version } : { policy: firstReviewPolicy, version: 0 };
}

/**
 * Writes the policy as its next version; reviews that are there stay. Returns the version there is then, and whether it
 * was saved: not where another was expected. Two writers at once: the second waits and finds the first's.
 */
export async function saveReviewPolicy(
  tx: Tx,
  policy: ReviewPolicy,
  { expected, actor, now }: { readonly expected: number; readonly actor: string; readonly now: Instant },
): Promise<{ readonly saved: boolean; readonly version: number }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('review policy', 0))`.execute(tx);
  const { version } = await readReviewPolicy(tx);
  if (version !== expected) return { saved: false, version };
  const row = { customer_id: vendorWide, version: version + 1, body: JSON.stringify(policy), actor };
  await tx
    .insertInto('review_policy')
    .values({ ...row, recorded_at: toTimestamp(now) })
    .execute();
  return { saved: true, version: version + 1 };
}
