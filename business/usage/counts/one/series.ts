import type { UsageRecord } from '#business/usage/record.ts';

/** Positions of records by series; those of other sources and those without a series are never together. */
export type BySeries = Map<string, number[]>;

/** Adds a record to its series; one without a series is tied to nothing and left out. */
export function tie(series: BySeries, record: UsageRecord, position: number): void {
  if (record.series === null) return;
  const key = seriesKey(record);
  const positions = series.get(key);
  if (positions) positions.push(position);
  else series.set(key, [position]);
}

/** Ends each open `held` at the first return at or after its start, or at the next later `held`. */
export function endHeld(
  records: readonly UsageRecord[],
  ends: Float64Array,
  open: BySeries,
  held: BySeries,
  returns: BySeries,
): void {
  for (const [key, positions] of open) {
    const starts = times(records, held.get(key));
    const given = times(records, returns.get(key));
    for (const position of positions) {
      const { at } = records[position]!;
      ends[position] = Math.min(firstFrom(given, at), firstFrom(starts, at + 1));
    }
  }
}

/** Keeps of each series the record seen last (then of least id); the others become empty. */
export function keepLastSeen(records: readonly UsageRecord[], ends: Float64Array, seen: BySeries): void {
  for (const positions of seen.values()) {
    let kept = positions[0]!;
    for (const position of positions) {
      const [end, last] = [ends[position]!, ends[kept]!];
      if (end > last || (end === last && records[position]!.id < records[kept]!.id)) kept = position;
    }
    for (const position of positions) if (position !== kept) ends[position] = records[position]!.at;
  }
}

/** Ends each level where the next one starts; of those at one instant all but the one of greatest id are empty. */
export function endLevels(records: readonly UsageRecord[], ends: Float64Array, levels: BySeries): void {
  for (const positions of levels.values()) {
    positions.sort((a, b) => {
      const [one, other] = [records[a]!, records[b]!];
      return one.at - other.at || (one.id < other.id ? -1 : 1);
    });
    for (let i = 1; i < positions.length; i += 1) {
      ends[positions[i - 1]!] = records[positions[i]!]!.at;
    }
  }
}

/** Ends each member at the next later snapshot of its roster. */
export function endMembers(
  records: readonly UsageRecord[],
  ends: Float64Array,
  members: BySeries,
  snapshots: BySeries,
): void {
  for (const [key, positions] of members) {
    const taken = times(records, snapshots.get(key));
    for (const position of positions) ends[position] = firstFrom(taken, records[position]!.at + 1);
  }
}

/** Returns one key for maps of a record's source and series. */
export function seriesKey(record: UsageRecord): string {
  return `${record.source}\n${record.series}`;
}

function times(records: readonly UsageRecord[], positions: readonly number[] = []): Float64Array {
  return Float64Array.from(positions, (position) => records[position]!.at).sort();
}

/** The first of the sorted times at or after `at`; infinity where there is none. */
function firstFrom(sorted: Float64Array, at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! >= at) high = middle;
    else low = middle + 1;
  }
  return sorted[low] ?? Infinity;
}
