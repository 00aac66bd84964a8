import { agreementsOf } from '#business/agreements/agreement.store.ts';
import type { Order } from '#business/upgrades/order.ts';
import type { Tx } from '#platform/database/scope.ts';

/** Returns the plain words of the clause an order is about, in the text that counts now; its id where it is gone. */
export async function clauseTexts(tx: Tx, { customer, agreement, clause }: Order): Promise<string> {
  const agreements = await agreementsOf(tx, customer);
  const signed = agreements.map(({ texts }) => texts.at(-1)!.signed).find(({ id }) => id === agreement);
  return signed?.clauses.find(({ id }) => id === clause)?.plain ?? clause;
}
