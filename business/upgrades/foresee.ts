import type { CapacityClause } from '#business/agreements/agreement.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { forecastOf } from '#business/forecast/forecast.ts';
import { type Exact, exact, greater, stored, zero } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import { type Groups, grownBy } from './replay.ts';
import type { Foreseen } from './wayUp.ts';

/** How a clause's future is looked at: as of when, and to the end of the term. */
export type Ahead = { readonly now: Instant; readonly until: Instant };

/** So many groups are looked at for where they stand, and so many for where they go: of those one crosses first. */
const mostGroups = 2;

/** Returns when a limit is likely to be crossed before the end of the term, by the group that crosses it first. Estimates. */
export function foresee(clause: CapacityClause, groups: Groups, limit: Exact, ahead: Ahead): Foreseen {
  const standing = clause.measure.window.unit === 'instant';
  const forecasts = foremost(clause, groups, ahead).map((windows) =>
    forecastOf(
      windows.map((window) => ({ ...window, limit: stored(mostUnder(clause, limit, windows)) })),
      { ...ahead, standing },
    ),
  );
  const told = forecasts.filter(({ kind }) => kind !== 'unknown');
  if (told.length === 0) return { kind: 'unknown' };
  if (told.some(({ kind }) => kind === 'beyond'))
    return { kind: 'seen', early: ahead.now, likely: ahead.now };
  const crossings = told.flatMap((one) => (one.kind === 'crossing' ? [one] : []));
  const first = (dates: readonly (Instant | null)[]) => {
    const inside = dates.filter((date) => date !== null && date < ahead.until) as Instant[];
    return inside.length === 0 ? null : (Math.min(...inside) as Instant);
  };
  return {
    kind: 'seen',
    early: first(crossings.map(({ early }) => early)),
    likely: first(crossings.map(({ likely }) => likely)),
  };
}

/**
 * Returns the least whole limit that is not likely to be crossed before the end of the term (`likely`), or not even in
 * one case of ten (`early`), at least `from`; `null` where nothing can be foreseen, or none is found.
 */
export function leastAhead(
  clause: CapacityClause,
  groups: Groups,
  which: 'likely' | 'early',
  ahead: Ahead & { readonly from: Exact },
): Exact | null {
  const holdsAt = (limit: Exact) => {
    const seen = foresee(clause, groups, limit, ahead);
    return seen.kind === 'unknown' ? null : seen[which] === null;
  };
  const from = ahead.from.ceil();
  const atOnce = holdsAt(from);
  if (atOnce === null) return null;
  if (atOnce) return from;
  let [low, high] = [from, greater(from.mul(5).div(4), from.add(1)).ceil()];
  for (let doublings = 0; !holdsAt(high); doublings += 1) {
    if (doublings === mostDoublings) return null;
    [low, high] = [high, high.mul(2)];
  }
  while (high.sub(low).gt(precision(high))) {
    const middle = low.add(high).div(2).ceil();
    if (holdsAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const mostDoublings = 6;

/** An estimate is not known to the unit where there are hundreds: half of one percent will do. */
function precision(limit: Exact): Exact {
  return greater(exact(1), limit.div(200).floor());
}

/** What may be used where `limit` is allowed, with what the newest window brings on top of it. */
function mostUnder(clause: CapacityClause, limit: Exact, windows: readonly JudgedWindow[]): Exact {
  const newest = windows.at(-1);
  return withTolerance(clause, newest ? limit.add(grownBy(newest)) : limit);
}

/**
 * Returns the units that were needed in the higher of the two newest windows of any group, less what their limits grew
 * by: a period that has just begun says little.
 */
export function recentUse(groups: Groups): Exact {
  return [...groups.values()].reduce((most, windows) => greater(most, newest(windows)), zero);
}

function newest(windows: readonly JudgedWindow[]): Exact {
  return windows
    .slice(-2)
    .reduce((most, window) => greater(most, exact(window.value).sub(grownBy(window))), zero);
}

/** The groups that stand highest, and those that would if use went on as it lately has: a low one may rise fast. */
function foremost(clause: CapacityClause, groups: Groups, ahead: Ahead): (readonly JudgedWindow[])[] {
  const known = [...groups.values()].filter((windows) => windows.length > 0);
  if (known.length <= mostGroups) return known;
  const standing = clause.measure.window.unit === 'instant';
  const going = new Map(
    known.map((windows) => [
      windows,
      goingTo(
        windows.filter(({ open }) => standing || !open),
        ahead,
      ),
    ]),
  );
  const byLevel = known.toSorted((a, b) => newest(b).compare(newest(a))).slice(0, mostGroups);
  const byTrend = known.toSorted((a, b) => going.get(b)! - going.get(a)!).slice(0, mostGroups);
  return [...new Set([...byLevel, ...byTrend])];
}

/** Where use would be at the end, by a straight line from a third of the windows ago. An estimate. */
function goingTo(windows: readonly JudgedWindow[], { until }: Ahead): number {
  const last = windows.at(-1);
  const before = windows.at(-1 - Math.ceil(windows.length / 3)) ?? windows[0];
  if (!last || !before || last === before) return Number(exact(last?.value ?? '0').valueOf());
  const [now, then] = [exact(last.value).valueOf(), exact(before.value).valueOf()];
  return now + ((now - then) * (until - last.from)) / (last.from - before.from);
}
