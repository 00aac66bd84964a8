import { priceReason } from '#business/catalog/priceReason.ts';
import { type OrderWay, wayOfOrder } from '#business/policy/orderPolicy.ts';
import { compareWays, wayOf } from '#business/upgrades/compare.ts';
import { firstDayOf } from '#business/upgrades/matter.ts';
import type { Seen } from '#business/upgrades/order.ts';
import type { Comparison, EditionWay, WayUp } from '#business/upgrades/wayUp.ts';
import { exact } from '#platform/exact.ts';
import type { Ruling, WayMatter } from './matter.ts';
import { decimal } from './matter.ts';

/** How something is ordered, and by which row. */
export type Ruled = { readonly way: OrderWay; readonly row: number | null };

/** Returns how so many units at a price are ordered. */
export function ruled({ table, inputs }: Ruling, matter: WayMatter, way: WayUp): Ruled {
  const amount = way.price && { amount: way.price.total, currency: way.price.currency };
  return wayOfOrder(table, {
    ...inputs,
    units: decimal(way.units),
    product: matter.clause.product,
    amount,
  });
}

/** Returns what is material of a way up. */
export function seenOfWay(ruling: Ruling, matter: WayMatter, way: WayUp): Seen {
  const { signed, now } = matter;
  return {
    ...common(matter),
    units: decimal(way.units),
    edition: null,
    limit: decimal(exact(way.limitAfter).sub(exact(way.units)).toFraction()),
    limitAfter: decimal(way.limitAfter),
    total: way.price?.total ?? null,
    price: way.price && matter.clause.price ? priceName(matter, matter.clause.price) : null,
    fit: way.fit,
    above: way.replayed.above,
    atOnce: now < signed.until && ruled(ruling, matter, way).way === 'at-once',
  };
}

/** Returns what is material of a change of edition: it is always asked for. */
export function seenOfEdition(matter: WayMatter, compared: Comparison, edition: EditionWay): Seen {
  const { limit } = compared;
  const units = exact(edition.units).sub(exact(limit)).toFraction();
  return {
    ...common(matter),
    units: decimal(units),
    edition: edition.edition,
    limit: decimal(limit),
    limitAfter: decimal(edition.units),
    total: edition.change?.total ?? null,
    price: priceName(matter, edition.component),
    fit: null,
    above: 0,
    atOnce: false,
  };
}

/** Returns what would be seen now of what was seen: the same wish at today's figures; `null` where it cannot be had any more. */
export function seenNow(
  ruling: Ruling,
  matter: WayMatter,
  seen: Pick<Seen, 'units' | 'edition'>,
): Seen | null {
  if (seen.edition === null) return seenOfWay(ruling, matter, wayOf(matter, exact(seen.units)));
  const compared = compareWays(matter);
  const edition = compared.editions.find((one) => one.edition === seen.edition && !one.isCurrent);
  return edition ? seenOfEdition(matter, compared, edition) : null;
}

function common(matter: WayMatter): Pick<Seen, 'firstDay' | 'until' | 'currency'> {
  const { signed, now } = matter;
  return {
    firstDay: firstDayOf(signed, now),
    until: firstDayOf({ ...signed, from: signed.until }, now),
    currency: signed.currency,
  };
}

function priceName({ catalog, signed, now }: WayMatter, component: string): string | null {
  const reason = priceReason(catalog, component, signed.currency, firstDayOf(signed, now));
  return reason && `${component} ${reason.now.book} ${reason.now.from}`;
}
