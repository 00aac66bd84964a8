import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';

/** What is limited: how often, in which span from the first try on. */
export type Limit = { readonly what: string; readonly most: number; readonly within: number };

/**
 * Counts a try, before anything is looked at, so that no number of tries at once gets past; returns when to come again
 * where there were too many. Each span ends by itself: nobody is shut out longer than `within`. Who is limited stands
 * there only as a digest.
 */
export async function countAttempt(
  tx: Tx,
  { what, most, within }: Limit,
  who: string,
  now: Instant,
): Promise<Instant | null> {
  const key = keyOf(what, who);
  const [at, until] = [toTimestamp(now), toTimestamp(after(now, within))];
  const { rows } = await sql<{ tries: number; until: Instant }>`
    INSERT INTO attempt (customer_id, key, tries, until_at) VALUES (${accessScope}, ${key}, 1, ${until})
    ON CONFLICT (key) DO UPDATE SET
      tries = CASE WHEN attempt.until_at <= ${at} THEN 1 ELSE least(attempt.tries + 1, ${most + 1}) END,
      until_at = CASE WHEN attempt.until_at <= ${at} THEN excluded.until_at ELSE attempt.until_at END
    RETURNING tries, until_at AS until`.execute(tx);
  const [row] = rows;
  return row && row.tries > most ? row.until : null;
}

/** Forgets the tries of somebody who has proved who they are. */
export async function forgetAttempts(tx: Tx, { what }: Pick<Limit, 'what'>, who: string): Promise<void> {
  await sql`DELETE FROM attempt WHERE key = ${keyOf(what, who)}`.execute(tx);
}

/** Removes what limits nobody any more. */
export async function dropEndedAttempts(tx: Tx, now: Instant): Promise<void> {
  await sql`DELETE FROM attempt WHERE until_at <= ${toTimestamp(after(now, -minute))}`.execute(tx);
}

function keyOf(what: string, who: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([what, who.toLowerCase()]))
    .digest();
}
