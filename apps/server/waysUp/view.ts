import type { z } from '@hono/zod-openapi';
import type { Priced, PricedLine } from '#business/catalog/priced.ts';
import { type PriceReason, priceReason, type StatedPrice } from '#business/catalog/priceReason.ts';
import { forecastOf } from '#business/forecast/forecast.ts';
import { can } from '#business/identity/can.ts';
import { compareWays } from '#business/upgrades/compare.ts';
import { firstDayOf, grownNow, limitNow, usedNow } from '#business/upgrades/matter.ts';
import type { WayUp } from '#business/upgrades/wayUp.ts';
import { exact, greater, stored, sum, zero } from '#platform/exact.ts';
import { dateIn, formatInstant, type Interval } from '#platform/instant.ts';
import { principalNow } from '../access/current.ts';
import { productName } from '../views/agreementView.ts';
import type { Papers } from '../world.ts';
import { decimal, type Ruling, type WayMatter } from './matter.ts';
import type { WaysUpList, WaysUpView, WayUpPrice, WayUpReason, WayUpView } from './schemas.ts';
import { seenOfEdition, seenOfWay } from './seen.ts';

const mostHistory = 150;

/** Returns all that is compared for one clause, as its customer reads it. */
export function waysView(
  papers: Papers,
  matter: WayMatter,
  { ruling, openOrder }: { readonly ruling: Ruling; readonly openOrder: string | null },
): WaysUpView {
  const { signed, clause, catalog, now } = matter;
  const compared = compareWays(matter);
  const principal = principalNow();
  const reason =
    clause.price === null
      ? null
      : priceReason(catalog, clause.price, signed.currency, firstDayOf(signed, now));
  return {
    ...placeView(papers, matter),
    customer: { id: papers.customer.id, name: papers.customer.name },
    currency: compared.currency,
    firstDay: compared.firstDay,
    until: compared.until,
    renewsOn: signed.renewsOn,
    ended: now >= signed.until,
    ...drawn(matter),
    ways: compared.ways.map((way) => wayView(ruling, matter, way)),
    best: compared.best === null ? null : decimal(compared.best),
    paid: compared.paid && {
      perYear: compared.paid.perYear,
      restOfTerm: priceView(compared.paid.restOfTerm),
    },
    reason: reason && reasonView(reason),
    editions: compared.editions.map((edition) => ({
      ...{ edition: edition.edition, name: edition.name, isCurrent: edition.isCurrent },
      includes: [...edition.includes],
      units: decimal(edition.units),
      change: edition.change && priceView(edition.change),
      perYear: edition.perYear,
      seen: seenOfEdition(matter, compared, edition),
    })),
    openOrder,
    may: {
      order: principal !== undefined && can(principal, 'portal.order'),
      prepare: principal !== undefined && can(principal, 'portal.prepare'),
    },
  };
}

/** Returns one way with what is material of it. */
export function wayView(ruling: Ruling, matter: WayMatter, way: WayUp): WayUpView {
  const { zone } = matter.signed;
  const { peak } = way.replayed;
  return {
    aims: [...way.aims],
    units: decimal(way.units),
    limitAfter: decimal(way.limitAfter),
    fit: way.fit,
    replayed: {
      ...way.replayed,
      peak: peak && { value: decimal(peak.value), on: dateIn(peak.from, zone) },
    },
    foreseen:
      way.foreseen.kind === 'unknown'
        ? null
        : {
            early: way.foreseen.early === null ? null : dateIn(way.foreseen.early, zone),
            likely: way.foreseen.likely === null ? null : dateIn(way.foreseen.likely, zone),
          },
    price: way.price && priceView(way.price),
    perYear: way.perYear,
    perMonth: way.perMonth,
    dearerThan: way.dearerThan === null ? null : decimal(way.dearerThan),
    seen: seenOfWay(ruling, matter, way),
  };
}

/** Returns the clauses that more could be had of, closest to their limit first. */
export function waysList(
  papers: Papers,
  matters: readonly WayMatter[],
  openOrders: ReadonlyMap<string, string>,
): z.infer<typeof WaysUpList> {
  const clauses = matters
    .filter(({ signed, now }) => now < signed.until)
    .map((matter) => {
      const place = placeView(papers, matter);
      // Here it is read beside use, which counts against what the limit grew by as well.
      const limit = exact(place.limit).add(grownNow(matter));
      const percent =
        place.used === null || limit.lte(zero)
          ? null
          : Number(exact(place.used).mul(100).div(limit).floor().valueOf());
      const openOrder = openOrders.get(orderKey(matter.signed.id, matter.clause.id)) ?? null;
      return { ...place, limit: decimal(stored(limit)), percent, openOrder };
    });
  clauses.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1));
  return { customer: { id: papers.customer.id, name: papers.customer.name }, clauses };
}

/** Returns the name of a clause among all of a customer. */
export function orderKey(agreement: string, clause: string): string {
  return JSON.stringify([agreement, clause]);
}

function placeView({ catalog }: Papers, matter: WayMatter) {
  const { signed, clause, countedAt, groups } = matter;
  const isCounted = [...groups.values()].some((windows) => windows.length > 0);
  return {
    agreement: { id: signed.id, title: signed.title },
    clause: { id: clause.id, plain: clause.plain, text: clause.text },
    product: { id: clause.product, name: productName(catalog, clause.product) },
    unit: clause.unitName,
    zone: signed.zone,
    asOf: countedAt && formatInstant(countedAt),
    limit: decimal(stored(limitNow(matter))),
    used: isCounted ? decimal(stored(usedNow(matter))) : null,
  };
}

type Drawn = Interval & { readonly value: string; readonly open: boolean };

/** The highest use of each window, of many windows the highest of each run of neighbors; and the path ahead. */
function drawn({ groups, clause, now, signed }: WayMatter): Pick<WaysUpView, 'history' | 'ahead'> {
  const standing = clause.measure.window.unit === 'instant';
  const all = highestOf(groups);
  // A window that has just begun would look like a fall.
  const told = all.filter(({ open }) => standing || !open);
  const size = Math.max(1, Math.ceil(told.length / mostHistory));
  const shown = told.flatMap((_, i) => (i % size === 0 ? [highestIn(told.slice(i, i + size))] : []));
  const limit = stored(told.reduce((most, { value }) => greater(most, exact(value)), zero).add(1));
  const windows = told.map((one) => ({ ...one, limit }));
  const forecast = forecastOf(windows, { now, standing, until: signed.until });
  const path = 'path' in forecast ? forecast.path : [];
  return {
    history: shown.map(({ from, until, value }) => ({
      from: formatInstant(from),
      until: formatInstant(until),
      value: decimal(value),
    })),
    ahead: path
      .filter(({ from }) => from < signed.until)
      .map(({ from, low, middle, high }) => ({ from: formatInstant(from), low, middle, high })),
  };
}

function highestOf(groups: WayMatter['groups']): Drawn[] {
  const byStart = Map.groupBy([...groups.values()].flat(), ({ from }) => from);
  return [...byStart.values()].map(highestIn).sort((a, b) => a.from - b.from);
}

function highestIn(windows: readonly Drawn[]): Drawn {
  return windows.reduce((most, one) => (exact(one.value).gt(exact(most.value)) ? one : most));
}

/** Returns a price with the parts of its lines. */
export function priceView({ currency, lines, total }: Priced): z.infer<typeof WayUpPrice> {
  return {
    currency,
    total,
    lines: lines.map((line) => ({
      ...{ kind: line.kind, label: line.label, shown: line.shown, unitPrice: line.unitPrice },
      quantity: line.quantity === null ? null : decimal(line.quantity),
      share: line.share.map(({ part, of, by }) => ({ part, of, by })),
      whole: wholePeriods(line),
    })),
  };
}

/** What is left of the time that is paid for, once its shares are taken off. */
function wholePeriods({ amount, quantity, unitPrice, share }: PricedLine): number | null {
  const once = unitPrice === null ? zero : exact(quantity ?? '1').mul(exact(unitPrice));
  if (once.equals(zero)) return null;
  const shares = sum(share.map(({ part, of }) => exact(part).div(of)));
  const whole = exact(amount).abs().div(once).sub(shares);
  return whole.d === 1n && whole.gte(zero) ? Number(whole.valueOf()) : null;
}

function reasonView({ now, before, reason }: PriceReason): z.infer<typeof WayUpReason> {
  return { now: statedView(now), before: before && statedView(before), reason };
}

function statedView({ id, edition: _, ...stated }: StatedPrice) {
  return {
    ...stated,
    component: id,
    steps: stated.steps.map((step) => ({ ...step })),
    discounts: stated.discounts.map(({ name, value, kind }) => ({
      name,
      value,
      kind: kind === 'percent' ? ('percent' as const) : ('amount' as const),
    })),
  };
}
