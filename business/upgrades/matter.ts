import type { Agreement, CapacityClause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { tellingWindow } from '#business/alerts/sightOf.ts';
import type { Catalog, PriceComponent } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { type Exact, exact, greater, zero } from '#platform/exact.ts';
import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { type Groups, grownBy } from './replay.ts';

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

/** Returns the units that use needs now: by the telling window of the group that needs most, less what its limit grew by. */
export function neededNow({ clause, groups }: Matter): Exact {
  const telling = [...groups.values()].map((windows) => tellingWindow(clause, windows));
  return telling.reduce((most, window) => greater(most, window ? needOf(window) : zero), zero);
}

function needOf(window: JudgedWindow): Exact {
  return exact(window.value).sub(grownBy(window));
}

/** Returns what the limit has grown by with another clause, where use stands highest. */
export function grownNow({ clause, groups }: Matter): Exact {
  const telling = [...groups.values()].flatMap((windows) => tellingWindow(clause, windows) ?? []);
  const [highest] = telling.sort((a, b) => exact(b.value).compare(exact(a.value)));
  return highest ? grownBy(highest) : zero;
}

/** Returns whether every group stands within a limit now, with its tolerance and what the limit grew by. */
export function isWithin({ clause, groups }: Matter, limit: Exact): boolean {
  return [...groups.values()].every((windows) => {
    const window = tellingWindow(clause, windows);
    return !window || exact(window.value).lte(withTolerance(clause, limit.add(grownBy(window))));
  });
}

/** Returns the price in force today by which added units are priced; `null` where there is none. */
export function componentOf({ clause, signed, catalog, now }: Matter): PriceComponent | null {
  if (clause.price === null) return null;
  const found = componentAt(catalog, clause.price, signed.currency, firstDayOf(signed, now));
  return found.ok ? found.value.component : null;
}
