import { type Generated, sql } from 'kysely';
import { type Tx, textArray, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import { type NotificationKind, notificationKinds } from './notification.ts';
import type { Principal } from './principal.ts';
import type { StaffRole } from './roles.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    notification: {
      id: Generated<string>;
      customer_id: string;
      audience: string;
      kind: string;
      place: string;
      once: string | null;
      recorded_at: InstantColumn;
    };
    notification_seen: { customer_id: string; account: string; notification: string };
  }
}

/** Who is told: one person of the vendor, or everybody of a role. */
export type Audience = { readonly staff: string } | { readonly role: StaffRole };

/**
 * What is told. `customer`: whom it is about, `null` for nobody; `place`: where to look, the place of its kind when left
 * out; `once`: a key under which the same is told to the same only once; `by`: who did it, and need not be told.
 */
export type ToTell = {
  readonly to: Audience;
  readonly customer: string | null;
  readonly kind: NotificationKind;
  readonly place?: string;
  readonly once?: string;
  readonly by?: string;
  readonly now: Instant;
};

/** What is so old is news to nobody: it goes with the next that is told about the same customer. */
const keptFor = 90 * day;

/** More than this is shown as "99+". */
export const mostUnseen = 100;

/** Tells somebody of the vendor something, in the transaction in which it happened. The scope must hold the customer, or the vendor's rows. */
export async function notify(tx: Tx, told: ToTell): Promise<void> {
  const customer_id = told.customer ?? vendorWide;
  const audience = keyOf(told.to);
  await tx
    .deleteFrom('notification')
    .where('customer_id', '=', customer_id)
    .where('recorded_at', '<', toTimestamp(after(told.now, -keptFor)) as never)
    .execute();
  const row = await tx
    .insertInto('notification')
    .values({
      customer_id,
      audience,
      kind: told.kind,
      place: told.place ?? notificationKinds[told.kind].place,
      once: told.once ?? null,
      recorded_at: toTimestamp(told.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row && told.by !== undefined)
    await tx
      .insertInto('notification_seen')
      .values({ customer_id, account: told.by, notification: row.id })
      .execute();
}

/** A notification as a person sees it. `customer`: `null` where it is about nobody. `kind` may be of a newer release. */
export type Notification = {
  readonly id: string;
  readonly customer: string | null;
  readonly kind: string;
  readonly place: string;
  readonly at: Instant;
  readonly seen: boolean;
};

/**
 * Returns what a person was told, for themselves or for their role, the newest first, behind the id `after` where it is
 * given. Nothing of customers outside the scope; nothing to anybody but staff.
 */
export async function readNotifications(
  tx: Tx,
  principal: Principal,
  { after: behind, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Notification[]> {
  const { rows } = await sql<Omit<Notification, 'customer'> & { customer_id: string }>`
    SELECT n.id, n.customer_id, n.kind, n.place, n.recorded_at AS at, s.account IS NOT NULL AS seen
    FROM notification n LEFT JOIN notification_seen s ON s.notification = n.id AND s.account = ${principal.account}
    WHERE n.audience = ANY (${audiencesOf(principal)}::text[]) AND (${behind}::bigint IS NULL OR n.id < ${behind}::bigint)
    ORDER BY n.id DESC LIMIT ${limit}`.execute(tx);
  return rows.map(({ customer_id, ...row }) => ({
    ...row,
    customer: customer_id === vendorWide ? null : customer_id,
  }));
}

/** Returns how many notifications a person has not seen, at most `mostUnseen`. */
export async function countUnseen(tx: Tx, principal: Principal): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    SELECT count(*)::int AS many FROM (SELECT 1 FROM notification n WHERE ${unseen(principal)} LIMIT ${mostUnseen}) AS few`.execute(
    tx,
  );
  return rows[0]!.many;
}

/** Which were seen: some by their ids, or all up to one, which are no newer than it. */
export type Seen = { readonly ids: readonly string[] } | { readonly through: string };

/** Puts down what a person has seen. Ids of others, and of nothing, are passed over without a word. */
export async function markSeen(tx: Tx, principal: Principal, seen: Seen): Promise<void> {
  const which =
    'ids' in seen ? sql`n.id = ANY (${textArray(seen.ids)}::bigint[])` : sql`n.id <= ${seen.through}::bigint`;
  await sql`
    INSERT INTO notification_seen (customer_id, account, notification)
    SELECT n.customer_id, ${principal.account}, n.id FROM notification n WHERE ${which} AND ${unseen(principal)}
    ON CONFLICT DO NOTHING`.execute(tx);
}

function unseen(principal: Principal) {
  return sql`n.audience = ANY (${audiencesOf(principal)}::text[]) AND NOT EXISTS (
    SELECT 1 FROM notification_seen s WHERE s.notification = n.id AND s.account = ${principal.account})`;
}

function audiencesOf(principal: Principal): string {
  if (principal.kind !== 'staff') return textArray([]);
  return textArray([keyOf({ staff: principal.account }), keyOf({ role: principal.role })]);
}

function keyOf(to: Audience): string {
  return 'staff' in to ? `staff/${to.staff}` : `role/${to.role}`;
}
