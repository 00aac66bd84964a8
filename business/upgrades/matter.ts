import type { Agreement, CapacityClause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { tellingWindow } from '#business/alerts/sightOf.ts';
import type { Catalog, PriceComponent } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import { type Exact, exact, greater, zero } from '#platform/exact.ts';
import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import type { Groups } from './replay.ts';

/** What ways up are worked out from: one clause with its judged use, as of `now`. */
export type Matter = {
  readonly agreement: Agreement;
  readonly signed: SignedAgreement;
  readonly clause: CapacityClause;
  readonly catalog: Catalog;
  readonly groups: Groups;
  readonly now: Instant;
};

/** Returns the day from which added units are paid for: today, or the first of the term. */
export function firstDayOf(signed: SignedAgreement, now: Instant): CalendarDate {
  return dateIn(Math.max(now, signed.from) as Instant, signed.zone);
}

/** Returns what the clause allows now, without what it grows by with another. */
export function limitNow({ agreement, signed, clause, now }: Matter): Exact {
  const at = Math.max(now, signed.from) as Instant;
  const terms = effectiveTerms(agreement, { at, knownAt: now }).clauses.get(clause.id);
  return terms?.kind === 'capacity' ? exact(terms.limit) : zero;
}

/** Returns the use of the group that stands highest, by its telling window. */
export function usedNow({ clause, groups }: Matter): Exact {
  const telling = [...groups.values()].map((windows) => tellingWindow(clause, windows));
  return telling.reduce((most, window) => greater(most, window ? exact(window.value) : zero), zero);
}

/** Returns the price in force today by which added units are priced; `null` where there is none. */
export function componentOf({ clause, signed, catalog, now }: Matter): PriceComponent | null {
  if (clause.price === null) return null;
  const found = componentAt(catalog, clause.price, signed.currency, firstDayOf(signed, now));
  return found.ok ? found.value.component : null;
}
