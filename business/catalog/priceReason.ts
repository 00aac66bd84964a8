import { type Exact, exact, greater } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { Catalog, PriceComponent, PriceModel } from './priceBook.ts';
import { componentAt, type PriceInForce, pricesOf } from './priceBookAt.ts';

/** One step of a price: up to and including so many units (`null`: without end), each at `unit`, packs of `size` at that price. */
export type PriceStep = {
  readonly upTo: string | null;
  readonly unit: string;
  readonly flat: string;
  readonly size: string | null;
};

/** A price as it stands in its book. */
export type StatedPrice = Pick<PriceComponent, 'id' | 'per' | 'edition'> & {
  readonly book: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly kind: PriceModel['kind'];
  readonly steps: readonly PriceStep[];
  readonly discounts: readonly { readonly name: string; readonly value: string; readonly kind: string }[];
  readonly minimum: string | null;
};

/** Why something costs what it costs: the price in force, what it was before, and what was said of the change. */
export type PriceReason = {
  readonly now: StatedPrice;
  /** The price before this one, where it differs. */
  readonly before: StatedPrice | null;
  /** What the vendor wrote of the book of the price, for the customer to read. */
  readonly reason: string | null;
};

/** Returns the reason of a price on a day; `null` where none is in force. */
export function priceReason(
  catalog: Catalog,
  component: string,
  currency: string,
  day: CalendarDate,
): PriceReason | null {
  const found = componentAt(catalog, component, currency, day);
  if (!found.ok) return null;
  const { book } = found.value;
  const now = statedPrice(found.value, day);
  const [earlier] = (pricesOf(catalog).get(`${currency} ${component}`) ?? [])
    .filter((price) => price.book.from < book.from)
    .sort((a, b) => (a.book.from < b.book.from ? 1 : -1));
  const before = earlier ? statedPrice(earlier, earlier.book.from) : null;
  return { now, before: before && !alike(before, now) ? before : null, reason: book.reason ?? null };
}

/** Returns a price as it stands in its book, with the discounts in force on a day. */
export function statedPrice({ book, component }: PriceInForce, day: CalendarDate): StatedPrice {
  const { id, per, edition, model, discounts = [], minimum = null } = component;
  const inForce = discounts.filter(
    ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
  );
  return {
    ...{ id, per, edition, book: book.id, from: book.from, until: book.until, kind: model.kind },
    steps: stepsOf(model),
    discounts: inForce.map(({ name, value, kind }) => ({ name, value, kind })),
    minimum,
  };
}

function stepsOf(model: PriceModel): PriceStep[] {
  const one = { upTo: null, flat: '0', size: null };
  switch (model.kind) {
    case 'flat':
      return [{ ...one, unit: '0', flat: model.amount }];
    case 'unit':
      return [{ ...one, unit: model.unit }];
    case 'package':
      return [{ ...one, unit: model.price, size: model.size }];
    case 'blocks':
      return model.tiers.map(({ upTo, size, price }) => ({ upTo, unit: price, flat: '0', size }));
    case 'volume':
    case 'graduated':
      return model.tiers.map(({ upTo, unit, flat }) => ({ upTo, unit, flat, size: null }));
  }
}

function alike(a: StatedPrice, b: StatedPrice): boolean {
  const said = ({ per, kind, steps, discounts, minimum }: StatedPrice) =>
    JSON.stringify([per, kind, steps, discounts, minimum]);
  return said(a) === said(b);
}

/** Returns the least quantity from `total` on that leaves no part of a pack unused: what is paid for is had. */
export function inWholePacks(model: PriceModel, total: Exact): Exact {
  if (model.kind === 'package') return upToPack(total, exact(0), exact(model.size));
  if (model.kind !== 'blocks') return total;
  let below = exact(0);
  for (const { upTo, size } of model.tiers) {
    if (upTo === null || total.lte(exact(upTo))) return upToPack(total, below, exact(size));
    below = exact(upTo);
  }
  return total;
}

function upToPack(total: Exact, below: Exact, size: Exact): Exact {
  return greater(total, below.add(total.sub(below).div(size).ceil().mul(size)));
}

/** Returns the first quantity of the tier behind the one that holds `quantity`; `null` without tiers, or in the last. */
export function nextTier(model: PriceModel, quantity: Exact): Exact | null {
  if (!('tiers' in model)) return null;
  const tiers: readonly { readonly upTo: string | null }[] = model.tiers;
  const end = tiers.find(({ upTo }) => upTo === null || quantity.lte(exact(upTo)))?.upTo ?? null;
  return end === null ? null : exact(end).add(1);
}
