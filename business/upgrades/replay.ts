import type { CapacityClause } from '#business/agreements/agreement.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { withTolerance } from '#business/findings/judge.ts';
import { type Exact, exact, stored, sum } from '#platform/exact.ts';
import type { Replayed } from './wayUp.ts';

/** The judged windows of each group of a clause. */
export type Groups = ReadonlyMap<string, readonly JudgedWindow[]>;

/**
 * Returns how the use of the term so far would have stood against `limit`, had that been allowed from its first day on.
 * What a limit grows by with another clause is added as it was in each window; the tolerance of the clause counts.
 */
export function replay(clause: CapacityClause, groups: Groups, limit: Exact): Replayed {
  const windows = new Set<string>();
  const above = new Set<string>();
  let peak: { readonly value: Exact; readonly from: JudgedWindow['from'] } | null = null;
  for (const window of [...groups.values()].flat()) {
    const key = `${window.from} ${window.until}`;
    const value = exact(window.value);
    windows.add(key);
    if (value.gt(withTolerance(clause, limit.add(grownBy(window))))) above.add(key);
    if (!peak || value.gt(peak.value)) peak = { value, from: window.from };
  }
  return {
    windows: windows.size,
    above: above.size,
    peak: peak && { value: stored(peak.value), from: peak.from },
  };
}

/** Returns the least whole limit under which no window so far is above. */
export function leastFor(clause: CapacityClause, groups: Groups): Exact {
  let least = exact(0);
  for (const window of [...groups.values()].flat()) {
    const needed = beforeTolerance(clause, exact(window.value)).sub(grownBy(window)).ceil();
    if (needed.gt(least)) least = needed;
  }
  return least;
}

/** Returns whether a window is above a limit only if open conflicts of its records end one way: nobody knows yet. */
export function mayBeAbove(clause: CapacityClause, groups: Groups, limit: Exact): boolean {
  return [...groups.values()].flat().some((window) => {
    const most = withTolerance(clause, limit.add(grownBy(window)));
    return exact(window.value).lte(most) && exact(window.range.high).gt(most);
  });
}

/** The limit at which a value is just tolerated. */
function beforeTolerance({ tolerance: { kind, value } }: CapacityClause, used: Exact): Exact {
  return kind === 'units' ? used.sub(exact(value)) : used.div(exact(value).div(100).add(1));
}

/** Returns what the limit of a window had grown by with another clause. */
export function grownBy({ provenance }: JudgedWindow): Exact {
  return sum(provenance.filter(({ kind }) => kind === 'allowance').map(({ value }) => exact(value)));
}
