import { customerNames } from '#business/customers/customer.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import type { Access } from './identify.ts';

/** Returns what the customers and partners of some people are called, by principal; null of the vendor's own. */
export async function whereOf(
  { context }: Access,
  principals: readonly Principal[],
): Promise<(principal: Principal) => string | null> {
  const customers = principals.flatMap((one) => (one.kind === 'customer' ? [one.customer] : []));
  const scope = { customers: [...new Set(customers), vendorWide], actor: 'sign-in' };
  const { names, partners } = await withScope(context.pool, scope, async (tx) => ({
    names: await customerNames(tx, customers),
    partners: new Map(
      (await tx.selectFrom('partner').select(['id', 'body']).execute()).map(({ id, body }) => [
        id,
        body.name,
      ]),
    ),
  }));
  return (principal) => {
    if (principal.kind === 'customer') return names.get(principal.customer) ?? principal.customer;
    return principal.kind === 'partner' ? (partners.get(principal.partner) ?? principal.partner) : null;
  };
}
