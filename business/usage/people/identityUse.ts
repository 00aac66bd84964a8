import type { Instant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';

/** What one identity was seen to use: how many records, from when to when, by which sources (in order). */
export type IdentityUse = {
  readonly identity: string;
  readonly records: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly sources: readonly string[];
};

/** Returns what each identity was seen to use, as their sources name them: before any decision. */
export function identityUse(records: Iterable<UsageRecord>): IdentityUse[] {
  const seen = new Map<string, { records: number; first: Instant; last: Instant; sources: Set<string> }>();
  for (const { who, at, source } of records) {
    if (who === null) continue;
    const own = seen.get(who);
    if (!own) seen.set(who, { records: 1, first: at, last: at, sources: new Set([source]) });
    else {
      own.records += 1;
      if (at < own.first) own.first = at;
      if (at > own.last) own.last = at;
      own.sources.add(source);
    }
  }
  return [...seen].map(([identity, use]) => ({ identity, ...use, sources: [...use.sources].sort() }));
}
