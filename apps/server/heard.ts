import type { JudgeInput } from '#business/findings/judge.ts';
import { rulingOf } from '#business/usage/ruled.ts';
import type { Instant } from '#platform/instant.ts';

/**
 * Returns up to when each source told of what counts for a clause: the latest moment its records speak of, and no later
 * than that of reading. What a decision or a right leaves out was heard all the same.
 */
export function heardOf({ records, features, asOf }: JudgeInput): Readonly<Record<string, Instant>> {
  const rules = Map.groupBy(features, ({ feature }) => feature);
  const heard = new Map<string, Instant>();
  for (const record of records) {
    const { source, at, until } = record;
    if (at >= asOf || record.kind === 'retraction') continue;
    const own = rules.get(rulingOf(record)?.aside?.feature ?? record.feature);
    if (!own?.some((rule) => rule.source === null || rule.source === source)) continue;
    const told = Math.min(Math.max(at, until ?? at), asOf) as Instant;
    if (told > (heard.get(source) ?? -1)) heard.set(source, told);
  }
  return Object.fromEntries(heard);
}
