import { type Exact, exact, greater, grouped, lesser, stored, zero } from '#platform/exact.ts';
import { unitPrice } from './money.ts';
import type { BlockTier, PriceComponent, PriceModel, Tier } from './priceBook.ts';
import type { PricedLine } from './priced.ts';

type UnitName = PriceComponent['unitName'];

/**
 * What is multiplied by the number of periods: so many units (packages, blocks) at a price, or without them a fixed
 * amount. `rate` is that multiplication in words, and `also` what else it says (see `PricedLine`).
 */
export type Slice = {
  readonly kind: 'charge' | 'fee';
  readonly quantity: Exact | null;
  readonly price: Exact;
  /** Before and behind the price: `20 seats × `, ` (…)`. */
  readonly words: readonly [string, string];
  readonly also?: PricedLine['also'];
};

/** Returns what a quantity costs for one period, slice by slice. `reached`: the most units so far, for a price with a ratchet. */
export function slicesOf(model: PriceModel, quantity: Exact, name: UnitName, reached: Exact): Slice[] {
  if (model.kind === 'flat')
    return [{ kind: 'charge', quantity: null, price: exact(model.amount), words: ['', ''] }];
  if (quantity.compare(zero) === 0) return [];
  switch (model.kind) {
    case 'unit':
      return [units(quantity, exact(model.unit), name)];
    case 'package':
      return [wholePacks(quantity, model, 'package', name)];
    case 'blocks':
      return tiersEntered(model.tiers, quantity).map(({ tier, units: slice }) =>
        wholePacks(slice, tier, 'block', name),
      );
    case 'graduated':
      return tiersEntered(model.tiers, quantity).flatMap(({ tier, units: slice }) =>
        slicesOfTier(tier, slice, name),
      );
    case 'volume':
      return volume(model, quantity, name, reached);
  }
}

function volume(
  { tiers, ratchet }: Extract<PriceModel, { ratchet?: boolean }>,
  quantity: Exact,
  name: UnitName,
  reached: Exact,
): Slice[] {
  const most = ratchet ? greater(quantity, reached) : quantity;
  const [own, highest] = [quantity, most].map((units) => tiersEntered(tiers, units).at(-1)!.tier);
  const slices = slicesOfTier(highest!, quantity, name);
  if (own === highest) return slices;
  const words = ` (the tier that ${inUnits(most, name)} reached)`;
  const also = [{ kind: 'number' as const, value: stored(most) }];
  return slices.map((slice) => ({ ...slice, words: [slice.words[0], words], also }));
}

function slicesOfTier(tier: Tier, quantity: Exact, name: UnitName): Slice[] {
  const fee = { kind: 'fee', quantity: null, price: exact(tier.flat), words: ['flat fee ', ''] } as const;
  const charge = units(quantity, exact(tier.unit), name);
  return fee.price.compare(zero) === 0 ? [charge] : [charge, fee];
}

function units(quantity: Exact, price: Exact, name: UnitName): Slice {
  return { kind: 'charge', quantity, price, words: [`${inUnits(quantity, name)} × `, ''] };
}

function wholePacks(
  quantity: Exact,
  { size, price }: Pick<BlockTier, 'size' | 'price'>,
  called: 'package' | 'block',
  name: UnitName,
): Slice {
  const packs = quantity.div(exact(size)).ceil();
  const many = packs.equals(1) ? called : `${called}s`;
  const words = `${grouped(packs)} ${many} of ${inUnits(exact(size), name)} × `;
  const also = [{ kind: 'number' as const, value: size }];
  return { kind: 'charge', quantity: packs, price: exact(price), words: [words, ''], also };
}

/** A tier reaches up to and including `upTo`; it is entered by anything above the tier before it. */
function tiersEntered<T extends { readonly upTo: string | null }>(
  tiers: readonly T[],
  quantity: Exact,
): { tier: T; units: Exact }[] {
  const entered: { tier: T; units: Exact }[] = [];
  let below = zero;
  for (const tier of tiers) {
    if (quantity.compare(below) <= 0) break;
    const top = tier.upTo === null ? quantity : lesser(exact(tier.upTo), quantity);
    entered.push({ tier, units: top.sub(below) });
    below = top;
  }
  if (below.compare(quantity) < 0) throw new Error('the last tier has an end');
  return entered;
}

function inUnits(quantity: Exact, name: UnitName): string {
  return `${grouped(quantity)} ${quantity.compare(exact(1)) === 0 ? name.one : name.many}`;
}

/** Returns a slice in words, with what follows its price: `20 seats × €100.00 per year`. */
export function sliceInWords({ words, price }: Slice, currency: string, behind: string): string {
  return `${words[0]}${unitPrice(price, currency)}${behind}${words[1]}`;
}
