import { priceOf } from '#business/catalog/price.ts';
import { inWholePacks, nextTier } from '#business/catalog/priceReason.ts';
import { spanOf } from '#business/catalog/span.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { coTermed } from '#business/remediation/coTerm.ts';
import { type Exact, exact, greater, stored, zero } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { editionsFor } from './editions.ts';
import { foresee, leastAhead, recentUse } from './foresee.ts';
import { componentOf, firstDayOf, limitNow, type Matter, usedNow } from './matter.ts';
import { leastFor, replay } from './replay.ts';
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
  const used = usedNow(matter);
  const firstDay = firstDayOf(signed, now);
  const term = spanOf(signed, { ...signed, anchor: signed.from });
  const wanted = merged([...aimsFor(matter, limit, used), ...(chosen ? [aim('chosen', chosen)] : [])]);
  const ways = withDearer(wanted.map(({ aims, units }) => wayUp(matter, { aims, units, limit, used })));
  const best = bestOf(ways);
  return {
    limit: stored(limit),
    used: stored(used),
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
  const [limit, used] = [limitNow(matter), usedNow(matter)];
  return wayUp(matter, { aims: ['chosen'], units, limit, used });
}

type Wanted = { readonly aims: readonly Aim[]; readonly units: Exact };

const aim = (one: Aim, units: Exact): Wanted => ({ aims: [one], units });

function aimsFor(matter: Matter, limit: Exact, used: Exact): Wanted[] {
  const { clause, groups, now, signed } = matter;
  const ahead = { now, until: signed.until, from: greater(used, recentUse(groups)) };
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
    aim('now', whole(used)),
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

type Asked = Wanted & { readonly limit: Exact; readonly used: Exact };

function wayUp(matter: Matter, { aims, units, limit, used }: Asked): WayUp {
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
    fit: fitOf(used.lte(withTolerance(clause, after)), replayed, foreseen),
    price: addedPrice(matter, { limit, units }),
    perYear: yearly,
    perMonth: yearly === null ? null : perMonth(yearly, signed.currency),
    dearerThan: null,
  };
}

function fitOf(isWithin: boolean, { above }: Replayed, foreseen: Foreseen): Fit {
  const isCrossed = foreseen.kind === 'seen' && foreseen.likely !== null;
  if (!isWithin || isCrossed) return 'short';
  return above === 0 ? 'enough' : 'from-now-on';
}

/** A lower price of a larger tier reaches back over all units: then more costs less, and that is said. */
function withDearer(ways: readonly WayUp[]): WayUp[] {
  return ways.map((way, i) => {
    const total = way.price && exact(way.price.total);
    const cheaper = ways.slice(i + 1).find(({ price }) => total && price && exact(price.total).lt(total));
    return { ...way, dearerThan: cheaper?.units ?? null };
  });
}

/** Of the ways that are not short the one that costs least; of equals, and without prices, the smallest. */
function bestOf(ways: readonly WayUp[]): string | null {
  const fitting = ways.filter(({ fit }) => fit !== 'short');
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
