import { sql } from 'kysely';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import { type AnswerPolicy, firstPolicy } from './answerPolicy.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    answer_policy: {
      customer_id: string;
      version: number;
      body: JsonColumn<AnswerPolicy>;
      actor: string;
      recorded_at: InstantColumn;
    };
  }
}

/** The policy in force; version 0: nobody has said anything yet. */
export type StoredPolicy = { readonly policy: AnswerPolicy; readonly version: number };

/** Returns by when customers are answered, as it stands now. */
export async function readPolicy(tx: Tx): Promise<StoredPolicy> {
  const row = await tx
    .selectFrom('answer_policy')
    .select(['body', 'version'])
    .where('customer_id', '=', vendorWide)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { policy: row.body, version: row.version } : { policy: firstPolicy, version: 0 };
}

/**
 * Writes the policy as its next version; promises that were given stay as they are. Returns it, or the version there is
 * when that is not `expected`; two writers at once: the second waits and finds the first's.
 */
export async function savePolicy(
  tx: Tx,
  policy: AnswerPolicy,
  { expected, actor, now }: { readonly expected: number; readonly actor: string; readonly now: Instant },
): Promise<{ readonly saved: boolean; readonly version: number }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('answer policy', 0))`.execute(tx);
  const { version } = await readPolicy(tx);
  if (version !== expected) return { saved: false, version };
  const row = { customer_id: vendorWide, version: version + 1, body: JSON.stringify(policy), actor };
  await tx
    .insertInto('answer_policy')
    .values({ ...row, recorded_at: toTimestamp(now) })
    .execute();
  return { saved: true, version: version + 1 };
}
