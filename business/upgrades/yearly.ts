import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { currencyDigits } from '#business/catalog/money.ts';
import { priceOfAdded } from '#business/catalog/price.ts';
import type { PriceComponent } from '#business/catalog/priceBook.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { trueUp } from '#business/remediation/trueUp.ts';
import { type Exact, exact, fixed } from '#platform/exact.ts';
import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { firstDayOf, type Matter } from './matter.ts';

/** Units that are added to those held. */
export type Added = {
  readonly signed: SignedAgreement;
  readonly held: Exact;
  readonly added: Exact;
  readonly now: Instant;
};

/** Returns what so many units more cost to the end of the term, as a true-up of today; `null` where it has no price. */
export function addedPrice(
  matter: Matter,
  { limit, units }: { readonly limit: Exact; readonly units: Exact },
): Priced | null {
  const { clause, signed, catalog, now } = matter;
  const from = firstDayOf(signed, now);
  const priced = trueUp({ clause, agreement: signed, entitled: limit, excess: units, from, catalog });
  if (!priced.ok) return null;
  const { quantity: _, ...price } = priced.value;
  return price;
}

/** Returns what units add to the agreement's year that holds `now`, as a decimal; `null` for what is paid once. */
export function perYear(component: PriceComponent, { signed, held, added, now }: Added): string | null {
  if (component.per === 'once') return null;
  const anchor = dateIn(signed.from, signed.zone);
  const from = yearBefore(anchor, dateIn(now, signed.zone));
  const span = { currency: signed.currency, from, until: yearsAfter(from, 1), anchor };
  return priceOfAdded(component, held, added, span).total;
}

/** Returns a twelfth of a year's amount, rounded to the smallest unit of the currency. */
export function perMonth(yearly: string, currency: string): string {
  return fixed(exact(yearly).div(12), currencyDigits(currency));
}

/** The last anniversary of a day, up to and including another; a term that has not begun is in its first year. */
function yearBefore(anchor: CalendarDate, day: CalendarDate): CalendarDate {
  const years = Number(day.slice(0, 4)) - Number(anchor.slice(0, 4));
  const this_ = yearsAfter(anchor, years);
  const found = this_ <= day ? this_ : yearsAfter(anchor, years - 1);
  return found < anchor ? anchor : found;
}

/** Returns the same day so many years later; of February 29 the 28th where there is none. */
export function yearsAfter(day: CalendarDate, years: number): CalendarDate {
  const [year, month, date] = day.split('-') as [string, string, string];
  const then = Number(year) + years;
  const isLeap = then % 4 === 0 && (then % 100 !== 0 || then % 400 === 0);
  return `${then}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}` as CalendarDate;
}
