import { type Tx, vendorWide } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import {
  type OrderPolicy,
  type OrderPolicyCommand,
  type OrderPolicyEvent,
  type OrderTable,
  orderPolicyDecider,
} from './orderPolicy.ts';
import type { TriageRefusal } from './triageTable.refusals.ts';

/** How the table of orders stands in the journal: the vendor's own. */
export const orderPolicyLifecycle: Lifecycle<
  OrderPolicy,
  OrderPolicyCommand,
  OrderPolicyEvent,
  TriageRefusal
> = {
  lifecycle: 'order-policy',
  decider: orderPolicyDecider,
  describe: ({ kind, ...payload }) => ({
    type: `order-policy.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('order-policy.'.length), ...(payload as object) }) as unknown as OrderPolicyEvent,
};

const id = 'current';

/** Publishes a table in place of the one at `expectedVersion` (0: the first). */
export function publishOrderPolicy(
  tx: Tx,
  table: OrderTable,
  by: { readonly actor: string; readonly now: Instant },
  expectedVersion: number,
): Promise<Executed<OrderPolicy, OrderPolicyEvent, TriageRefusal>> {
  const command: OrderPolicyCommand = { kind: 'publish', table, at: by.now };
  return execute(tx, { ...orderPolicyLifecycle, id, customer: null, command, ...by, expectedVersion });
}

/** Returns the table in force and its version; version 0 and no rows where none was published: all is a request. */
export async function readOrderPolicy(tx: Tx): Promise<OrderPolicy & { readonly version: number }> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `${orderPolicyLifecycle.lifecycle}/${id}`)
    .where('customer_id', '=', vendorWide)
    .executeTakeFirst();
  if (!row) return { ...orderPolicyDecider.initial, version: 0 };
  return { ...(row.state as unknown as OrderPolicy), version: row.version };
}
