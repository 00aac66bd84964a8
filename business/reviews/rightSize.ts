import { difference, priceOf } from '#business/catalog/price.ts';
import type { PriceComponent } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { inWholePacks } from '#business/catalog/priceReason.ts';
import { leastAhead } from '#business/upgrades/foresee.ts';
import { firstDayOf, limitNow, type Matter, neededNow } from '#business/upgrades/matter.ts';
import { type Groups, leastFor, replay } from '#business/upgrades/replay.ts';
import { addedPrice, yearsAfter } from '#business/upgrades/yearly.ts';
import { type Exact, exact, greater, stored, sum, zero } from '#platform/exact.ts';
import { addDays, type CalendarDate, dateIn, day, type Instant } from '#platform/instant.ts';
import { mostNeeded, type Period, type UsedOver, usedOver, windowsIn } from './usedOver.ts';

/** `fewer`, `more`: of what is allowed; `keep`: it fits; `cannot-tell`: too little is known to say so. */
export type Suggestion = 'fewer' | 'keep' | 'more' | 'cannot-tell';

/**
 * Why: nothing was counted (`no-use-data`), our counts differ (`checking`), too short a time was seen to say what is not
 * needed (`too-short`), use was above the limit (`was-above`) or is likely to be before the renewal (`will-be-above`),
 * more is allowed than is needed (`unused`), it fits (`fits`), or fewer would cost no less (`no-saving`).
 */
export type Why =
  | 'no-use-data'
  | 'checking'
  | 'too-short'
  | 'was-above'
  | 'will-be-above'
  | 'unused'
  | 'fits'
  | 'no-saving';

/** The size of one clause that fits its use. Exact numbers in stored form. */
export type RightSize = UsedOver & {
  readonly limit: string;
  /** What of the limit nobody used, even at the peak; `null` without any use data. */
  readonly unused: string | null;
  /** Windows of the period that are above the limit of today. */
  readonly above: number;
  /** The least limit that is likely to be enough until the end of the term; an estimate, `null` where none can be made. */
  readonly ahead: string | null;
  /** Left free above the most that was, and is likely to be, used. */
  readonly headroom: string;
  readonly suggestion: Suggestion;
  readonly why: Why;
  /** The limit that is suggested; that of today where nothing is to change. */
  readonly to: string;
  /** The first day on which it can hold: fewer with the next term, more from today on. */
  readonly from: CalendarDate;
  /** What it changes in the first year of the next term, by the prices known for it: negative where it saves. `null` without price, or unchanged. */
  readonly perYear: Priced | null;
  /** What more costs until the end of this term; `null` for anything else. */
  readonly untilThen: Priced | null;
};

/** Of what is needed, this share is left free, and one unit at least. */
const headroomPercent = 10;
/** What is not needed cannot be told from less than this. */
const leastSeen = 90 * day;

/**
 * Returns the size that fits the use of a period, whatever it costs either side: fewer only where the most that was used,
 * or is likely to be, and a headroom stay below it; more only where it was not enough, or is not likely to be. In whole
 * packs. `doubtful`: our two counts differ.
 */
export function rightSizeOf(
  matter: Matter,
  { period, doubtful }: { readonly period: Period; readonly doubtful: boolean },
): RightSize {
  const { clause, groups, signed } = matter;
  const limit = limitNow(matter);
  const known = usedOver(groups, period, signed.zone);
  const seen = windowsIn(groups, period, signed.zone);
  const { above } = replay(clause, seen, limit);
  const ahead = leastAhead(clause, groups, 'likely', {
    ...{ now: matter.now, until: signed.until, from: neededNow(matter) },
  });
  const component = componentOfRenewal(matter);
  const whole = (units: Exact) => (component ? inWholePacks(component.model, units.ceil()) : units.ceil());
  const needed = greater(mostNeeded(seen), ahead ?? zero);
  const headroom = greater(exact(1), needed.mul(headroomPercent).div(100)).ceil();
  const common = {
    ...{ ...known, limit: stored(limit), above, headroom: stored(headroom) },
    unused: known.peak && stored(greater(zero, limit.sub(exact(known.peak.value)))),
    ahead: ahead && stored(ahead),
  };
  const stay = (suggestion: 'keep' | 'cannot-tell', why: Why): RightSize => ({
    ...{ ...common, suggestion, why, to: stored(limit), from: firstDayOf(signed, matter.now) },
    ...{ perYear: null, untilThen: null },
  });
  if (doubtful) return stay('cannot-tell', 'checking');
  if (known.windows === 0) return stay('cannot-tell', 'no-use-data');
  const enough = whole(greater(leastFor(clause, seen), ahead ?? zero));
  if (enough.gt(limit)) {
    const why = above > 0 ? 'was-above' : 'will-be-above';
    const untilThen = addedPrice(matter, { limit, units: enough.sub(limit) });
    const from = firstDayOf(signed, matter.now);
    const perYear = yearly(matter, component, limit, enough);
    return { ...common, suggestion: 'more', why, to: stored(enough), from, perYear, untilThen };
  }
  const fewer = whole(needed.add(headroom));
  if (fewer.gte(limit)) return stay('keep', 'fits');
  if (!isLongEnough(seen)) return stay('cannot-tell', 'too-short');
  const perYear = yearly(matter, component, limit, fewer);
  if (perYear && exact(perYear.total).gte(zero)) return stay('keep', 'no-saving');
  const from = nextTerm(matter);
  return { ...common, suggestion: 'fewer', why: 'unused', to: stored(fewer), from, perYear, untilThen: null };
}

/** What grows through a window says little before the window is over. */
function isLongEnough(groups: Groups): boolean {
  return [...groups.values()].some((windows) => {
    const closed = windows.filter(({ open }) => !open);
    const seen = closed.reduce((all, { from, until }) => all + (until - from), 0);
    return seen >= leastSeen;
  });
}

/** Returns the day after the last of the term. */
export function nextTerm({ signed }: Pick<Matter, 'signed'>): CalendarDate {
  return addDays(dateIn((signed.until - 1) as Instant, signed.zone), 1);
}

function componentOfRenewal(matter: Matter): PriceComponent | null {
  const { clause, signed, catalog } = matter;
  if (clause.price === null) return null;
  const found = componentAt(catalog, clause.price, signed.currency, nextTerm(matter));
  return found.ok ? found.value.component : null;
}

/** What the first year of the next term costs with another limit, less what it costs with that of today. */
function yearly(matter: Matter, component: PriceComponent | null, held: Exact, wanted: Exact): Priced | null {
  if (!component || component.per === 'once') return null;
  const from = nextTerm(matter);
  const span = { currency: matter.signed.currency, from, until: yearsAfter(from, 1), anchor: from };
  return difference(priceOf(component, wanted, span), priceOf(component, held, span));
}

/** Returns what all suggestions together change in a year, by currency; those without a price are left out. */
export function yearlyInAll(sizes: readonly RightSize[]): { currency: string; total: Exact }[] {
  const priced = sizes.flatMap(({ perYear }) => (perYear ? [perYear] : []));
  return [...Map.groupBy(priced, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    total: sum(all.map(({ total }) => exact(total))),
  }));
}
