import { type Generated, type SqlBool, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import { alertTopic } from './alert.store.ts';

/** Who is told: the customer's contact, the vendor's owner of the customer, or a machine of the vendor. */
export type Recipient = 'contact' | 'owner' | 'webhook';

/**
 * What became of a message. `held`: the customer may not be contacted. `unwanted`: the person wishes none of this kind.
 * `outdated`: the alert was over before it could be sent. `failed`: given up after the last attempt.
 */
export type DeliveryStatus = 'waiting' | 'sent' | 'held' | 'unwanted' | 'outdated' | 'failed';

export type Delivery = {
  readonly id: string;
  readonly customer: string;
  readonly alert: string;
  /** Of the event in the alert's stream that this tells of. */
  readonly version: number;
  readonly recipient: Recipient;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAt: Instant;
  /** Why it did not go out, in words without names. */
  readonly detail: string | null;
  readonly recordedAt: Instant;
  readonly sentAt: Instant | null;
};

declare module '#platform/database/tables.ts' {
  interface Tables {
    alert_delivery: {
      id: Generated<string>;
      customer_id: string;
      alert: string;
      version: number;
      recipient: Recipient;
      status: DeliveryStatus;
      attempts: number;
      next_at: InstantColumn;
      detail: string | null;
      recorded_at: InstantColumn;
      sent_at: InstantColumn | null;
    };
  }
}

/** After so many attempts a message is given up: with the waits of `waitAfter` that is after about a day. */
export const mostAttempts = 12;
/** So long a sender may take before another may try. */
const lease = 5 * minute;

/** Returns how long to wait after so many attempts: 1, 2, 4 … minutes, at most four hours. */
export function waitAfter(attempts: number): number {
  return Math.min(240, 2 ** (attempts - 1)) * minute;
}

/**
 * Makes a delivery of each alert in the outbox for each recipient. Crash anywhere: it is one transaction, and an alert
 * has one delivery for each recipient however often this runs.
 */
export async function planDeliveries(
  tx: Tx,
  recipients: readonly Recipient[],
  now: Instant,
): Promise<number> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'customer_id', 'stream', 'version', 'payload'])
    .where('topic', '=', alertTopic)
    .where('delivered_at', 'is', null)
    .orderBy('id')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return 0;
  const values = rows.flatMap(({ customer_id, stream, version, payload }) =>
    recipients
      .filter((recipient) => isFor(recipient, payload))
      .map((recipient) => ({
        customer_id,
        alert: stream.slice(stream.indexOf('/') + 1),
        version,
        recipient,
        status: 'waiting' as const,
        attempts: 0,
        next_at: toTimestamp(now),
        detail: null,
        recorded_at: toTimestamp(now),
        sent_at: null,
      })),
  );
  if (values.length > 0)
    await tx
      .insertInto('alert_delivery')
      .values(values)
      .onConflict((conflict) => conflict.columns(['alert', 'version', 'recipient']).doNothing())
      .execute();
  await tx
    .updateTable('outbox')
    .set({ delivered_at: toTimestamp(now) })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
}

/** Use above the limit is a finding, and nobody but the vendor hears of one before a person has looked at it. */
function isFor(recipient: Recipient, payload: Json): boolean {
  return recipient !== 'contact' || (payload as { readonly kind?: Json }).kind !== 'crossed';
}

/** Takes the message that has waited longest, so that nobody else sends it for five minutes; `undefined`: none is due. */
export async function takeDelivery(tx: Tx, now: Instant): Promise<Delivery | undefined> {
  const row = await tx
    .selectFrom('alert_delivery')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('next_at', '<=', toTimestamp(now) as never)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const attempts = row.attempts + 1;
  await tx
    .updateTable('alert_delivery')
    .set({ attempts, next_at: toTimestamp(after(now, lease)) })
    .where('id', '=', row.id)
    .execute();
  return { ...deliveryOf(row), attempts };
}

/** Puts down what became of a message that was taken. */
export async function settleDelivery(
  tx: Tx,
  { id, attempts }: Delivery,
  outcome: { readonly status: DeliveryStatus; readonly detail?: string },
  now: Instant,
): Promise<void> {
  const { status, detail = null } = outcome;
  await tx
    .updateTable('alert_delivery')
    .set({
      status,
      detail,
      next_at: toTimestamp(status === 'waiting' ? after(now, waitAfter(attempts)) : now),
      ...(status === 'sent' ? { sent_at: toTimestamp(now) } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Returns deliveries, the newest first, behind `before` (an id), of one status where one is named. */
export async function readDeliveries(
  tx: Tx,
  { before, most, status }: { before: string | null; most: number; status?: DeliveryStatus | undefined },
): Promise<Delivery[]> {
  const rows = await tx
    .selectFrom('alert_delivery')
    .selectAll()
    .$if(before !== null, (query) => query.where(sql<SqlBool>`id < ${before}::bigint`))
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(deliveryOf);
}

type Row = {
  id: string | number;
  customer_id: string;
  alert: string;
  version: number;
  recipient: Recipient;
  status: DeliveryStatus;
  attempts: number;
  next_at: Instant;
  detail: string | null;
  recorded_at: Instant;
  sent_at: Instant | null;
};

function deliveryOf(row: Row): Delivery {
  return {
    id: String(row.id),
    customer: row.customer_id,
    alert: row.alert,
    version: row.version,
    recipient: row.recipient,
    status: row.status,
    attempts: row.attempts,
    nextAt: row.next_at,
    detail: row.detail,
    recordedAt: row.recorded_at,
    sentAt: row.sent_at,
  };
}

/** Returns whether a later message of the same alert was made for the same recipient: it says all that this one would. */
export async function isOvertaken(tx: Tx, { alert, version, recipient }: Delivery): Promise<boolean> {
  const later = await tx
    .selectFrom('alert_delivery')
    .select('id')
    .where('alert', '=', alert)
    .where('recipient', '=', recipient)
    .where('version', '>', version)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}
