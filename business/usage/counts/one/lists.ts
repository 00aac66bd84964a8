import type { UsageRecord } from '#business/usage/record.ts';
import { type BySeries, seriesKey } from './series.ts';

/** Of one roster, by instant: the lists that its counting snapshots name. None where no snapshot there counts. */
type Lists = Map<number, Set<string | undefined>>;

/**
 * Keeps of the members that name a list those whose list a counting snapshot of their roster and instant names, and
 * those of instants without any snapshot on record; the others become empty.
 */
export function keepListed(
  records: readonly UsageRecord[],
  counts: Uint8Array,
  ends: Float64Array,
  members: BySeries,
): void {
  if (members.size === 0) return;
  const rosters = listsOf(records, counts);
  for (const [key, positions] of members) {
    const lists = rosters.get(key);
    if (!lists) continue;
    for (const position of positions) {
      const { at, attributes } = records[position]!;
      if (attributes.members === undefined) continue;
      if (lists.get(at)?.has(attributes.members) === false) ends[position] = at;
    }
  }
}

/** Snapshots that do not count are looked at too: they make room for no list. */
function listsOf(records: readonly UsageRecord[], counts: Uint8Array): Map<string, Lists> {
  const rosters = new Map<string, Lists>();
  for (let position = 0; position < records.length; position += 1) {
    const record = records[position]!;
    if (record.kind !== 'snapshot' || record.series === null) continue;
    const key = seriesKey(record);
    const lists: Lists = rosters.get(key) ?? new Map();
    rosters.set(key, lists);
    const named = lists.get(record.at) ?? new Set();
    lists.set(record.at, named);
    if (counts[position] === 1) named.add(record.attributes.members);
  }
  return rosters;
}
