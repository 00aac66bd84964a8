import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type {} from './rows.ts';

/** A message of the outbox that was taken: of which stream, and whose it is. */
export type Taken = { readonly row: string; readonly customer: string; readonly id: string };

/** Takes messages of a topic, oldest first, so that nobody else does; `delivered`, in the same transaction, puts that down. */
export async function takeOutgoing(tx: Tx, topic: string, most: number): Promise<Taken[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'customer_id', 'stream'])
    .where('topic', '=', topic)
    .where('delivered_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id, customer_id, stream }) => ({
    ...{ row: String(id), customer: customer_id },
    id: stream.slice(stream.indexOf('/') + 1),
  }));
}

/** Puts down that messages are on their way. */
export async function delivered(tx: Tx, taken: readonly Taken[], now: Instant): Promise<void> {
  if (taken.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ delivered_at: toTimestamp(now) })
    .where(
      'id',
      'in',
      taken.map(({ row }) => row as never),
    )
    .execute();
}
