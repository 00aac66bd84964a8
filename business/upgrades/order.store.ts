import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { By } from '#business/settlement/quote.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { answeredId } from '#platform/journal/idempotency.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { asJson, canonical } from '#platform/journal/json.ts';
import { orderDecider } from './order.decide.ts';
import type { OrderRefusal } from './order.refusals.ts';
import type { KnownOrder, Order, OrderCommand, OrderEvent, OrderState } from './order.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    order_row: {
      customer_id: string;
      id: string;
      number: number;
      made_at: string;
      status: KnownOrder['status'];
      agreement: string;
      clause: string;
      quote: string | null;
    };
  }
}

/** How orders stand in the journal: what is prepared is the customer's own, and the rest both sides share. */
export const orderLifecycle: Lifecycle<OrderState, OrderCommand, OrderEvent, OrderRefusal> = {
  lifecycle: 'order',
  decider: orderDecider,
  describe: ({ kind, ...payload }) => ({
    type: `order.${kind}`,
    schemaVersion: 1,
    visibility: 'shared',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('order.'.length), ...(payload as object) }) as unknown as OrderEvent,
};

type Done = Executed<OrderState, OrderEvent, OrderRefusal>;
export type OrderOnce = { readonly idempotencyKey?: string; readonly asked?: Json };

/** Returns the digest of an order: sha-256 over its canonical JSON, in hex. */
export function orderDigest(order: Order): string {
  return createHash('sha256')
    .update(canonical(asJson(order)))
    .digest('hex');
}

/**
 * Takes the right to make orders of a customer, until the transaction ends: two who order at once do it one after the
 * other, and the second sees what the first has changed. Returns the id the first answer to `key` was about, if it was
 * answered.
 */
export async function takeOrders(
  tx: Tx,
  customer: string,
  key: string | undefined,
): Promise<string | undefined> {
  const first = await answeredId(tx, customer, key, 'order');
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['orders', customer])}, 0))`.execute(
    tx,
  );
  return first ?? undefined;
}

/** Returns the id of the next order of a customer; to be asked behind `takeOrders`. */
export async function nextOrder(
  tx: Tx,
  customer: string,
): Promise<{ readonly id: string; readonly number: number }> {
  const { last } = await tx
    .selectFrom('order_row')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  return { id: `O-${customer}-${number}`, number };
}

/** Returns the order that is still open for a clause, `undefined` without one. */
export async function openOrder(
  tx: Tx,
  { customer, agreement, clause }: Pick<Order, 'customer' | 'agreement' | 'clause'>,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('order_row')
    .select('id')
    .where('customer_id', '=', customer)
    .where('agreement', '=', agreement)
    .where('clause', '=', clause)
    .where('status', 'in', ['prepared', 'requested', 'quoted'])
    .executeTakeFirst();
  return row?.id;
}

/** Carries out one command on an order: the one door for customers, the vendor and quotes alike. */
export async function commandOrder(
  tx: Tx,
  id: string,
  command: OrderCommand,
  by: By,
  once: OrderOnce & { readonly number?: number; readonly expectedVersion?: number } = {},
): Promise<Done> {
  const { number, ...rest } = once;
  const done = await execute(tx, { ...orderLifecycle, id, command, ...by, ...rest });
  if (done.kind !== 'done' || done.state.status === 'none') return done;
  const { status, quote, order, madeAt } = done.state;
  const { agreement, clause } = order;
  if (number !== undefined)
    await tx
      .insertInto('order_row')
      .values({
        customer_id: by.customer,
        ...{ id, number, status, agreement, clause, quote, made_at: String(madeAt) },
      })
      .onConflict((conflict) => conflict.columns(['customer_id', 'id']).doUpdateSet({ status, quote }))
      .execute();
  else
    await tx
      .updateTable('order_row')
      .set({ status, quote })
      .where('customer_id', '=', by.customer)
      .where('id', '=', id)
      .execute();
  return done;
}

/** An order as kept, and the version of its stream. */
export type StoredOrder = { readonly state: KnownOrder; readonly version: number };

/** Returns an order, or `undefined` when there is none in scope. */
export async function readOrder(tx: Tx, id: string): Promise<StoredOrder | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `order/${id}`)
    .executeTakeFirst();
  return row && { state: row.state as unknown as KnownOrder, version: row.version };
}

/** Returns the order that a quote was made for, `undefined` without one. */
export async function orderOfQuote(tx: Tx, quote: string): Promise<StoredOrder | undefined> {
  const row = await tx.selectFrom('order_row').select('id').where('quote', '=', quote).executeTakeFirst();
  return row && readOrder(tx, row.id);
}

/** Which orders are asked for; what is left out is not asked. */
export type OrderFilter = {
  readonly status?: KnownOrder['status'] | undefined;
  readonly customer?: string | undefined;
  /** Left out of the vendor's list: what a customer has not sent yet. */
  readonly sent?: boolean;
};

/** Returns the orders that pass, the newest first, behind `after` where it is given. */
export async function listOrders(
  tx: Tx,
  filter: OrderFilter,
  { after, limit }: { readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<(StoredOrder & { readonly key: readonly [string, string] })[]> {
  let query = passing(tx, filter).select(['order_row.id', 'order_row.made_at']);
  if (after)
    query = query.where(sql<boolean>`(order_row.made_at, order_row.id) < (${after[0]}::bigint, ${after[1]})`);
  const rows = await query.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  const orders = await Promise.all(rows.map(({ id }) => readOrder(tx, id)));
  return orders.flatMap((order, i) =>
    order ? [{ ...order, key: [rows[i]!.made_at, rows[i]!.id] as const }] : [],
  );
}

/** Returns how many orders pass. */
export async function countOrders(tx: Tx, filter: OrderFilter): Promise<number> {
  const { many } = await passing(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

function passing(tx: Tx, { status, customer, sent }: OrderFilter) {
  let query = tx.selectFrom('order_row');
  if (status) query = query.where('status', '=', status);
  if (customer !== undefined) query = query.where('customer_id', '=', customer);
  if (sent) query = query.where('status', '<>', 'prepared');
  return query;
}
