import { exact, greater, stored, zero } from '#platform/exact.ts';
import type { Interval } from '#platform/instant.ts';
import type { ClauseTerms } from './terms.ts';

/**
 * Returns the terms of a clause whose limit grows with another, as they are in a window that was judged against `limit`:
 * with what came with the other clause among the parts, so that they add up. Other terms are returned as they are.
 */
export function grownTerms(terms: ClauseTerms, limit: string, { from, until }: Interval): ClauseTerms {
  if (terms.kind !== 'capacity' || !terms.clause.allowance) return terms;
  const value = stored(greater(zero, exact(limit).sub(exact(terms.limit))));
  const part = {
    kind: 'allowance' as const,
    of: terms.clause.allowance.of,
    value,
    from,
    until,
    counts: true,
  };
  return { ...terms, limit, provenance: [...terms.provenance, part] };
}
