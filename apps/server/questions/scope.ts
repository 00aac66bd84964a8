import { customerIds } from '#business/customers/customer.store.ts';
import { accessScope } from '#business/identity/accessScope.store.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { reachNow } from '../access/current.ts';
import type { ServerContext } from '../context.ts';

type Who = Pick<ServerContext, 'pool' | 'actor'>;

/**
 * Runs `work` in the scope of one customer, the vendor's own rows and the accounts: whoever is named or written to is
 * looked up there. For whoever may not reach the customer there is none.
 */
export function withPeopleOf<T>(
  { pool, actor }: Who,
  customer: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const reach = reachNow();
  const own = reach === 'all' || reach.includes(customer) ? [customer] : [];
  return withScope(pool, { customers: [...own, vendorWide, accessScope], actor }, work);
}

/** The same in the scope of all customers that may be reached. */
export async function withPeopleOfAll<T>({ pool, actor }: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  const reach = reachNow();
  const all = reach === 'all' ? await withScope(pool, { customers: [], actor }, customerIds) : reach;
  return withScope(pool, { customers: [...all, vendorWide, accessScope], actor }, work);
}
