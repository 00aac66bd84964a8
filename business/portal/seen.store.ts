import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { LessonDigests } from './lesson.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    portal_seen: { customer_id: string; account: string; seen_at: InstantColumn };
    portal_lesson: {
      customer_id: string;
      account: string;
      agreement: string;
      clause: string;
      digests: JsonColumn<LessonDigests>;
      done_at: InstantColumn;
    };
  }
}

/** Whose page: of which customer, seen by which account. */
export type Reader = { readonly customer: string; readonly account: string };

/** Returns up to when an account has seen what changed; `null`: never. */
export async function seenAt(tx: Tx, { customer, account }: Reader): Promise<Instant | null> {
  const row = await tx
    .selectFrom('portal_seen')
    .select('seen_at')
    .where('customer_id', '=', customer)
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.seen_at ?? null;
}

/** Puts down that an account has seen what changed up to a moment, and returns up to when it has by now: it never goes back. */
export async function saveSeen(tx: Tx, { customer, account }: Reader, at: Instant): Promise<Instant> {
  const row = await tx
    .insertInto('portal_seen')
    .values({ customer_id: customer, account, seen_at: toTimestamp(at) })
    .onConflict((conflict) =>
      conflict.columns(['customer_id', 'account']).doUpdateSet({
        seen_at: sql`greatest(portal_seen.seen_at, excluded.seen_at)`,
      }),
    )
    .returning('seen_at')
    .executeTakeFirstOrThrow();
  return row.seen_at;
}

/** A rule that an account was shown, as it was then. */
export type DoneLesson = {
  readonly agreement: string;
  readonly clause: string;
  readonly digests: LessonDigests;
  readonly doneAt: Instant;
};

/** Returns the rules an account has put away. */
export async function lessonsDone(tx: Tx, { customer, account }: Reader): Promise<DoneLesson[]> {
  const rows = await tx
    .selectFrom('portal_lesson')
    .select(['agreement', 'clause', 'digests', 'done_at'])
    .where('customer_id', '=', customer)
    .where('account', '=', account)
    .execute();
  return rows.map(({ done_at, ...row }) => ({ ...row, doneAt: done_at }));
}

/** Puts down that an account was shown rules as they are now. */
export async function saveLessons(
  tx: Tx,
  { customer, account }: Reader,
  lessons: readonly Omit<DoneLesson, 'doneAt'>[],
  now: Instant,
): Promise<void> {
  for (const { agreement, clause, digests } of lessons) {
    const row = { digests: JSON.stringify(digests), done_at: toTimestamp(now) };
    await tx
      .insertInto('portal_lesson')
      .values({ customer_id: customer, account, agreement, clause, ...row })
      .onConflict((conflict) =>
        conflict.columns(['customer_id', 'account', 'agreement', 'clause']).doUpdateSet(row),
      )
      .execute();
  }
}

/** Removes what is kept of an account that is gone. The scope must hold the customers it could open. */
export async function forgetReader(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('portal_seen').where('account', '=', account).execute();
  await tx.deleteFrom('portal_lesson').where('account', '=', account).execute();
}
