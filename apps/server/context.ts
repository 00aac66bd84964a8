import type { Pool } from 'pg';
import { customerIds } from '#business/customers/customer.store.ts';
import type { BillingPort } from '#business/settlement/billing.ts';
import { type Scope, type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** What the server's parts are given. `actor` is who works here until people sign in: whoever reaches this machine's loopback address. */
export type ServerContext = {
  readonly pool: Pool;
  readonly clock: () => Instant;
  readonly actor: string;
  /** Wakes detection: somebody's terms or usage have changed. */
  readonly wake: () => void;
  /** The folder of the copies of files that are to be imported; among the machine's temporary files when left out. */
  readonly spool?: string;
  /** The way to the billing system, where one is set. */
  readonly billing?: BillingPort | null;
};

/** Runs `work` as staff: in the scope of all customers there are. */
export async function asStaff<T>(
  { pool, actor }: Pick<ServerContext, 'pool' | 'actor'>,
  work: (tx: Tx) => Promise<T>,
  isolation?: 'repeatable read',
): Promise<T> {
  const none: Scope = { customers: [], actor };
  const customers = await withScope(pool, none, customerIds);
  return withScope(pool, { customers: [...customers, vendorWide], actor }, work, isolation);
}

/** Runs `work` in the scope of one customer and the vendor's own rows. */
export function asStaffOf<T>(
  { pool, actor }: ServerContext,
  customer: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withScope(pool, { customers: [customer, vendorWide], actor }, work);
}
