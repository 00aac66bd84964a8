import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import { type AlertKind, alertKinds } from './rule.ts';

/** What a person wants to hear of, and how; `none`: nothing at all. */
export type Wish = { readonly channel: 'email' | 'none'; readonly kinds: readonly AlertKind[] };

/** What holds for a person who has not said anything. */
export const everything: Wish = { channel: 'email', kinds: alertKinds };

declare module '#platform/database/tables.ts' {
  interface Tables {
    alert_wish: {
      customer_id: string;
      address: string;
      body: JsonColumn<Wish>;
      recorded_at: InstantColumn;
    };
  }
}

/** A person: the address, and the customer they work for (the vendor's people: the vendor-wide id). */
export type Person = { readonly customer: string; readonly address: string };

/** Returns what a person wants; everything by e-mail, where nothing was said. */
export async function readWish(tx: Tx, { customer, address }: Person): Promise<Wish> {
  const row = await tx
    .selectFrom('alert_wish')
    .select('body')
    .where('customer_id', '=', customer)
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst();
  return row?.body ?? everything;
}

/** Keeps what a person wants. */
export async function saveWish(
  tx: Tx,
  { customer, address }: Person,
  wish: Wish,
  now: Instant,
): Promise<void> {
  const row = { body: JSON.stringify(wish), recorded_at: toTimestamp(now) };
  await tx
    .insertInto('alert_wish')
    .values({ customer_id: customer, address: address.toLowerCase(), ...row })
    .onConflict((conflict) => conflict.columns(['customer_id', 'address']).doUpdateSet(row))
    .execute();
}

/** Erases what is kept of a person. */
export async function eraseWish(tx: Tx, { customer, address }: Person): Promise<void> {
  await tx
    .deleteFrom('alert_wish')
    .where('customer_id', '=', customer)
    .where('address', '=', address.toLowerCase())
    .execute();
}
