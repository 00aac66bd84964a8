import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { Surroundings } from '#business/findings/examine.ts';
import type { Known, KnownToday } from '#business/findings/judgeInput.ts';
import { readSurroundings } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** All that is needed to say where one customer stands; read in one transaction, so all of one moment. */
export type World = Known & {
  readonly customer: Customer;
  readonly catalog: Catalog;
  readonly around: Surroundings;
};

/** Returns the world of a customer at `now`, or `undefined` when there is no such customer in scope. */
export async function readWorld(tx: Tx, id: string, now: Instant): Promise<World | undefined> {
  const customer = await readCustomer(tx, id);
  if (!customer) return undefined;
  const { records, chosen, gaps, totals, nameOf, idOf } = await readSurroundings(tx, id);
  return {
    customer,
    catalog: await readCatalog(tx),
    agreements: await readAgreements(tx, id, now),
    records,
    chosen,
    idOf,
    around: { customer: customer.id, relationship: customer.relationship, gaps, totals, nameOf },
    now,
  };
}

async function readAgreements(tx: Tx, customer: string, now: Instant): Promise<KnownToday[]> {
  return (await agreementsOf(tx, customer)).flatMap((agreement) => {
    const known = knownAgreement(agreement, now);
    return known ? [{ agreement, signed: known.signed }] : [];
  });
}
