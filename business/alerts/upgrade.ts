import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import { type TrueUp, trueUp } from '#business/remediation/trueUp.ts';
import { type Exact, exact, greater, stored } from '#platform/exact.ts';
import { dateIn, type Instant } from '#platform/instant.ts';

/** One way to have more: so many units until the end of the term, at the price in force. */
export type Upgrade = {
  /** `units`: enough for use to be at four fifths again. `tier`: up to where the next tier of the price begins. */
  readonly kind: 'units' | 'tier';
  readonly units: string;
  readonly limitAfter: string;
  readonly price: TrueUp;
};

type Matter = {
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly catalog: Catalog;
  readonly used: string;
  readonly limit: string;
  readonly now: Instant;
};

/** Use at this share of the limit leaves room to grow. */
const comfortable = 80;
/** A tier further away than this many times the limit is no next step. */
const farthestTier = 2;

/** Returns the ways to have more, the smallest first; none where no price is agreed or nothing of the term is left. */
export function upgradesFor(matter: Matter): readonly Upgrade[] {
  const [used, limit] = [exact(matter.used), exact(matter.limit)];
  const enough = greater(exact(1), used.mul(100).div(comfortable).sub(limit).ceil());
  const tier = toNextTier(matter, limit);
  const wanted = [
    { kind: 'units' as const, units: enough },
    ...(tier === null || tier.equals(enough) ? [] : [{ kind: 'tier' as const, units: tier }]),
  ];
  return wanted
    .flatMap(({ kind, units }) => {
      const price = priceOf(matter, limit, units);
      return price ? [{ kind, units: stored(units), limitAfter: stored(limit.add(units)), price }] : [];
    })
    .sort((a, b) => exact(a.units).compare(exact(b.units)));
}

function priceOf({ signed, clause, catalog, now }: Matter, limit: Exact, units: Exact): TrueUp | null {
  const from = dateIn(now, signed.zone);
  const result = trueUp({ clause, agreement: signed, entitled: limit, excess: units, from, catalog });
  return result.ok ? result.value : null;
}

/** Returns how many units more reach into the next tier of the price, where one begins not too far above the limit. */
function toNextTier({ signed, clause, catalog, now }: Matter, limit: Exact): Exact | null {
  if (clause.price === null) return null;
  const price = componentAt(catalog, clause.price, signed.currency, dateIn(now, signed.zone));
  if (!price.ok) return null;
  const { model } = price.value.component;
  if (model.kind !== 'volume' && model.kind !== 'graduated') return null;
  const end = model.tiers.find(({ upTo }) => upTo === null || limit.lte(exact(upTo)))?.upTo ?? null;
  if (end === null || exact(end).add(1).gt(limit.mul(farthestTier))) return null;
  return exact(end).sub(limit).add(1);
}
