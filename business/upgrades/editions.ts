import { difference, priceOf } from '#business/catalog/price.ts';
import type { PriceComponent } from '#business/catalog/priceBook.ts';
import { componentAt, latestOn, pricesOf } from '#business/catalog/priceBookAt.ts';
import { coTermed } from '#business/remediation/coTerm.ts';
import { type Exact, stored, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { Matter } from './matter.ts';
import type { EditionWay } from './wayUp.ts';
import { perYear } from './yearly.ts';

type For = { readonly limit: Exact; readonly units: Exact; readonly firstDay: CalendarDate };

/**
 * Returns the editions of a clause's product that are sold in the agreement's currency on a day, in the order of the
 * catalog: the current one (that of the clause's price), and the others by what changing to them costs for the rest of
 * the term. None where the clause has no price, the product no editions, or nothing of the term is left.
 */
export function editionsFor(matter: Matter, { limit, units, firstDay }: For): EditionWay[] {
  const { catalog, clause, signed, now } = matter;
  const product = catalog.products.find(({ id }) => id === clause.product);
  const own = clause.price === null ? null : componentAt(catalog, clause.price, signed.currency, firstDay);
  if (!product || !own?.ok || now >= signed.until) return [];
  const current = own.value.component;
  const span = coTermed(signed, firstDay);
  const total = limit.add(units);
  return product.editions.flatMap(({ id, name }) => {
    const isCurrent = current.edition === id;
    const component = isCurrent ? current : soldAs(matter, id, current, firstDay);
    if (!component) return [];
    const change = isCurrent
      ? null
      : difference(priceOf(component, total, span), priceOf(current, limit, span));
    return {
      ...{ edition: id, name, component: component.id, isCurrent, change },
      includes: featuresOf(matter, id, firstDay),
      units: stored(total),
      perYear: perYear(component, { signed, held: zero, added: total, now }),
    };
  });
}

/** Of several prices of an edition that are counted in the same unit the plainest: without discounts and minimum, then by id. */
function soldAs(
  { catalog, clause, signed }: Matter,
  edition: string,
  current: PriceComponent,
  day: CalendarDate,
): PriceComponent | undefined {
  const weight = ({ discounts = [], minimum }: PriceComponent) =>
    discounts.length + (minimum === undefined ? 0 : 1);
  return [...pricesOf(catalog).values()]
    .flatMap((prices) => latestOn(prices, day).slice(0, 1))
    .filter(({ book }) => book.currency === signed.currency)
    .map(({ component }) => component)
    .filter((one) => one.product === clause.product && one.edition === edition)
    .filter(({ unitName }) => unitName.one === current.unitName.one)
    .sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1))[0];
}

function featuresOf({ catalog, clause }: Matter, edition: string, day: CalendarDate): string[] {
  const own = catalog.features.filter(
    (one) =>
      one.product === clause.product &&
      (one.edition === null || one.edition === edition) &&
      (one.from === null || one.from <= day) &&
      (one.until === null || day < one.until),
  );
  return [...new Set(own.map(({ feature }) => feature))].sort();
}
