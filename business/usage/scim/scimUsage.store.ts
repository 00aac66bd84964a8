import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { Decoded } from '../import/decoded.ts';
import { importUsage } from '../import.store.ts';
import type { UsageRecord } from '../record.ts';
import { counting } from '../withdrawal.store.ts';
import type { Directory } from './scimUser.store.ts';

/**
 * Takes records of seats, through the door of every import. What a directory says on one UTC day is one import, which can
 * be withdrawn as a whole; after that, the rest of the day is another.
 */
export async function recordSeats(
  tx: Tx,
  { customer, source }: Directory,
  records: readonly UsageRecord[],
  { actor, now }: { readonly actor: string; readonly now: Instant },
): Promise<void> {
  if (records.length === 0) return;
  const fileName = `SCIM ${source} ${dateIn(now, 'UTC')}`;
  const { rows } = await sql<{ id: string; entries: number; added: number }>`
    SELECT i.id, i.entries::float8 AS entries, i.added::float8 AS added FROM usage_import i
    WHERE i.customer_id = ${customer} AND i.format = 'scim' AND i.file_name = ${fileName} AND i.status = 'accepted'
      AND ${counting(customer, 'i.id')} ORDER BY i.id DESC LIMIT 1`.execute(tx);
  const today = rows[0];
  const { id, added } = await importUsage(tx, {
    customer,
    actor,
    receivedAt: now,
    fileName,
    format: 'scim',
    batches: batchOf(records),
    ...(today ? { id: today.id } : {}),
  });
  if (today)
    await sql`
      UPDATE usage_import SET entries = ${today.entries + records.length}, added = ${today.added + added}
      WHERE customer_id = ${customer} AND id = ${id}::bigint`.execute(tx);
}

async function* batchOf(records: readonly UsageRecord[]): Decoded {
  const tally = { entries: records.length, accepted: records.length, rejected: 0, blank: 0, other: 0 };
  yield { records, rejections: [], totals: [], notes: [], ending: { tally, fault: null } };
}
