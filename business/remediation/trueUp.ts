import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { priceOfAdded } from '#business/catalog/price.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { spanOf } from '#business/catalog/span.ts';
import { type Exact, greater, stored, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { coTermed } from './coTerm.ts';

/** What a true-up is worked out from. `entitled` is what the clause allows already, `excess` the peak use beyond it. */
export type Missing = {
  readonly clause: Pick<Clause, 'id' | 'price'>;
  readonly agreement: Pick<SignedAgreement, 'currency' | 'from' | 'until' | 'zone'>;
  readonly entitled: Exact;
  readonly excess: Exact;
  /** The first day to pay for; a day before the term counts as the term's first. */
  readonly from: CalendarDate;
  readonly catalog: Catalog;
};

/** A price for so many units; `quantity` is a whole number. */
export type TrueUp = Priced & { readonly quantity: string };

/**
 * Returns what the missing units cost from `from` to the end of the term: whole units (the excess rounded up), at the
 * price in force on `from`. In tiers, packages and blocks, and up to a minimum charge, they cost what all units together
 * cost, less what the entitled ones cost. It holds
 * the agreed price only: no penalty, no interest. Refuses `no_price` and `price_ambiguous` (see `componentAt`) and
 * `term_over` (nothing of the term is left).
 */
export function trueUp({ clause, agreement, entitled, excess, from, catalog }: Missing): Result<TrueUp> {
  if (clause.price === null) return failure(noPrice(clause.id));
  const term = spanOf(agreement, { ...agreement, anchor: agreement.from });
  const first = from < term.from ? term.from : from;
  if (first >= term.until) return failure(termOver(first, term.until));
  const price = componentAt(catalog, clause.price, agreement.currency, first);
  if (!price.ok) return price;
  const { component } = price.value;
  const missing = greater(zero, excess).ceil();
  const priced = priceOfAdded(component, entitled, missing, coTermed(agreement, first));
  return success({ ...priced, quantity: stored(missing) });
}

function noPrice(clause: string): Problem {
  return {
    code: 'no_price',
    title: 'No price agreed',
    detail: `The clause ${clause} names no price for units beyond it.`,
    todo: 'Agree on a price with the customer, and name its price component in the clause.',
  };
}

function termOver(first: CalendarDate, until: CalendarDate): Problem {
  return {
    code: 'term_over',
    title: 'Nothing of the term is left',
    detail: `The units would be bought from ${first}, but the term ended before ${until}.`,
    todo: 'Price the units in the agreement that follows.',
  };
}
