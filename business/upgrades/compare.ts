import { priceOf } from '#business/catalog/price.ts';
import { inWholePacks, nextTier } from '#business/catalog/priceReason.ts';
import { spanOf } from '#business/catalog/span.ts';
import { coTermed } from '#business/remediation/coTerm.ts';
import { type Exact, exact, greater, stored, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { editionsFor } from './editions.ts';
import { foresee, leastAhead, recentUse } from './foresee.ts';
import { componentOf, firstDayOf, isWithin, limitNow, type Matter, neededNow, usedNow } from './matter.ts';
import { leastFor, mayBeAbove, replay } from './replay.ts';
import type { Aim, Comparison, Fit, Foreseen, Paid, Replayed, WayUp } from './wayUp.ts';
import { addedPrice, perMonth, perYear } from './yearly.ts';

/** With nothing to foresee, recent use at this share of the limit leaves room. */
const comfortable = 80;
/** A tier further away than this many times the limit is no next step. */
const farthestTier = 2;

/**
 * Returns the ways to have more under one clause, each priced as a true-up of today and held against the customer's own
 * use; the smallest first, `stay` among them. `chosen`: so many units more that somebody wants to see beside them.
 */
export function compareWays(matter: Matter, chosen: Exact | null = null): Comparison {
  const { signed, now } = matter;
  const limit = limitNow(matter);
  const firstDay = firstDayOf(signed, now);
  const term = spanOf(signed, { ...signed, anchor: signed.from });
  const wanted = merged([...aimsFor(matter, limit), ...(chosen ? [aim('chosen', chosen)] : [])]);
  const ways = withDearer(wanted.map(({ aims, units }) => wayUp(matter, { aims, units, limit })));
  const best = bestOf(ways);
  return {
    limit: stored(limit),
    used: stored(usedNow(matter)),
    firstDay,
    until: term.until,
    currency: signed.currency,
    ways,
    best,
    paid: paidFor(matter, limit, firstDay),
    editions: editionsFor(matter, { limit, units: exact(best ?? '0'), firstDay }),
  };
}

/** Returns one way by itself: so many whole units more, whatever they are for. */
export function wayOf(matter: Matter, units: Exact): WayUp {
  return wayUp(matter, { aims: ['chosen'], units, limit: limitNow(matter) });
}

type Wanted = { readonly aims: readonly Aim[]; readonly units: Exact };

const aim = (one: Aim, units: Exact): Wanted => ({ aims: [one], units });

function aimsFor(matter: Matter, limit: Exact): Wanted[] {
  const { clause, groups, now, signed } = matter;
  // Of use that nobody knows nothing is said to be enough.
  if ([...groups.values()].every((windows) => windows.length === 0)) return [aim('stay', zero)];
  const needed = neededNow(matter);
  const ahead = { now, until: signed.until, from: greater(needed, recentUse(groups)) };
  const likely = leastAhead(clause, groups, 'likely', ahead);
  const room = likely === null ? null : leastAhead(clause, groups, 'early', { ...ahead, from: likely });
  const free = recentUse(groups).mul(100).div(comfortable);
  const component = componentOf(matter);
  const tier = component && nextTier(component.model, limit);
  const whole = (wanted: Exact) => {
    const total = greater(limit, wanted.ceil());
    return greater(zero, (component ? inWholePacks(component.model, total) : total).sub(limit).ceil());
  };
  return [
    aim('stay', zero),
    aim('now', whole(needed)),
    aim('term', whole(leastFor(clause, groups))),
    ...(likely === null ? [] : [aim('likely', whole(likely))]),
    aim('room', whole(room ?? free)),
    ...(tier?.lte(limit.mul(farthestTier)) ? [aim('tier', whole(tier))] : []),
  ];
}

/** What comes to the same number of units is one option; the smallest first. */
function merged(wanted: readonly Wanted[]): Wanted[] {
  const byUnits = Map.groupBy(wanted, ({ units }) => stored(units));
  return [...byUnits.values()]
    .map((same) => ({ aims: same.flatMap(({ aims }) => aims), units: same[0]!.units }))
    .sort((a, b) => a.units.compare(b.units));
}

type Asked = Wanted & { readonly limit: Exact };

function wayUp(matter: Matter, { aims, units, limit }: Asked): WayUp {
  const { clause, groups, now, signed } = matter;
  const after = limit.add(units);
  const replayed = replay(clause, groups, after);
  const foreseen = foresee(clause, groups, after, { now, until: signed.until });
  const component = componentOf(matter);
  const yearly = component && perYear(component, { signed, held: limit, added: units, now });
  return {
    aims,
    units: stored(units),
    limitAfter: stored(after),
    replayed,
    foreseen,
    fit: fitOf(matter, { after, replayed, foreseen }),
    price: addedPrice(matter, { limit, units }),
    perYear: yearly,
    perMonth: yearly === null ? null : perMonth(yearly, signed.currency),
    dearerThan: null,
  };
}

type Stand = { readonly after: Exact; readonly replayed: Replayed; readonly foreseen: Foreseen };

function fitOf(matter: Matter, { after, replayed, foreseen }: Stand): Fit {
  const { clause, groups } = matter;
  const isCrossed = foreseen.kind === 'seen' && foreseen.likely !== null;
  if (!isWithin(matter, after) || isCrossed) return 'short';
  if (replayed.windows === 0 || mayBeAbove(clause, groups, after)) return 'cannot-tell';
  return replayed.above === 0 ? 'enough' : 'from-now-on';
}

/** A lower price of a larger tier reaches back over all units: then more costs less, and that is said. */
function withDearer(ways: readonly WayUp[]): WayUp[] {
  return ways.map((way, i) => {
    const total = way.price && exact(way.price.total);
    const cheaper = ways.slice(i + 1).find(({ price }) => total && price && exact(price.total).lt(total));
    return { ...way, dearerThan: cheaper?.units ?? null };
  });
}

/** Of the ways that fit the one that costs least; of equals, and without prices, the smallest. In doubt none is: nobody buys for it. */
function bestOf(ways: readonly WayUp[]): string | null {
  if (ways[0]?.fit === 'cannot-tell') return null;
  const fitting = ways.filter(({ fit }) => fit === 'enough' || fit === 'from-now-on');
  const cost = ({ price }: WayUp) => (price ? exact(price.total) : zero);
  const [first] = fitting.toSorted((a, b) => cost(a).compare(cost(b)));
  return first?.units ?? null;
}

function paidFor(matter: Matter, limit: Exact, firstDay: CalendarDate): Paid | null {
  const { signed, now } = matter;
  const component = componentOf(matter);
  if (!component || now >= signed.until) return null;
  return {
    perYear: perYear(component, { signed, held: zero, added: limit, now }),
    restOfTerm: priceOf(component, limit, coTermed(signed, firstDay)),
  };
}
