import type { Pool } from 'pg';
import { customerIds } from '#business/customers/customer.store.ts';
import type { BillingPort } from '#business/settlement/billing.ts';
import { type Scope, type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { reachNow } from './access/current.ts';

/** What the server's parts are given. `actor` is in whose name they work: of a request, the account that asks. */
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
  /** The address people open, without a path; letters lead there. This machine's own when left out. */
  readonly publicUrl?: string;
};

/** Returns the address people open, without a path. */
export function publicUrlOf({ publicUrl }: Pick<ServerContext, 'publicUrl'>): string {
  return publicUrl ?? 'http://localhost:4300';
}

/** Runs `work` in the scope of all customers there are, or of those that whoever asks may reach, and of the vendor's own rows. */
export async function asStaff<T>(
  { pool, actor }: Pick<ServerContext, 'pool' | 'actor'>,
  work: (tx: Tx) => Promise<T>,
  isolation?: 'repeatable read',
): Promise<T> {
  const reach = reachNow();
  const none: Scope = { customers: [], actor };
  const customers = reach === 'all' ? await withScope(pool, none, customerIds) : reach;
  return withScope(pool, { customers: [...customers, vendorWide], actor }, work, isolation);
}

/** Runs `work` in the scope of one customer and the vendor's own rows; for whoever may not reach them, there is no such customer. */
export function asStaffOf<T>(
  { pool, actor }: Pick<ServerContext, 'pool' | 'actor'>,
  customer: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const reach = reachNow();
  const customers = reach === 'all' || reach.includes(customer) ? [customer, vendorWide] : [vendorWide];
  return withScope(pool, { customers, actor }, work);
}
