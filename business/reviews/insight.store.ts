import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { Insight } from './similar.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    customer_insight: { customer_id: string; quarter: string; product: string; body: JsonColumn<Insight> };
    insight_quarter: { customer_id: string; quarter: string; recorded_at: InstantColumn };
  }
}

/** A quarter of the calendar in UTC: `2026-Q3`, its first day and the day after its last. */
export type Quarter = {
  readonly name: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
};

/** Returns the last quarter that is over on a day. */
export function quarterBefore(today: CalendarDate): Quarter {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const all = year * 4 + Math.floor((month - 1) / 3) - 1;
  const first = (quarter: number) =>
    `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01` as CalendarDate;
  return { name: `${Math.floor(all / 4)}-Q${(all % 4) + 1}`, from: first(all), until: first(all + 1) };
}

/** Whether what similar customers used in a quarter was computed. The scope must hold the vendor's rows. */
export async function isComputed(tx: Tx, quarter: string): Promise<boolean> {
  const row = await tx
    .selectFrom('insight_quarter')
    .select('quarter')
    .where('customer_id', '=', vendorWide)
    .where('quarter', '=', quarter)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts down that a quarter was computed: never again, as a group that changes would tell who came. */
export async function markComputed(tx: Tx, quarter: string, now: Instant): Promise<void> {
  await tx
    .insertInto('insight_quarter')
    .values({ customer_id: vendorWide, quarter, recorded_at: toTimestamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps what one customer may read of a product in a quarter; what is there stays. */
export async function saveInsight(
  tx: Tx,
  row: { readonly customer: string; readonly quarter: string; readonly product: string },
  insight: Insight,
): Promise<void> {
  const { customer, quarter, product } = row;
  await tx
    .insertInto('customer_insight')
    .values({ customer_id: customer, quarter, product, body: JSON.stringify(insight) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Returns what a customer may read of similar ones in a quarter, by product. */
export async function insightsOf(
  tx: Tx,
  customer: string,
  quarter: string,
): Promise<{ readonly product: string; readonly insight: Insight }[]> {
  const rows = await tx
    .selectFrom('customer_insight')
    .select(['product', 'body'])
    .where('customer_id', '=', customer)
    .where('quarter', '=', quarter)
    .orderBy('product')
    .execute();
  return rows.map(({ product, body }) => ({ product, insight: body }));
}
