import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { firstsOf } from './firsts.ts';

/**
 * Returns for each record 1 where it counts and 0 where it does not: of duplicates one counts, of a conflict the
 * chosen variant or none, and what a retraction names does not count. The order of the records does not matter.
 */
export function settled(records: readonly UsageRecord[], chosen: ReadonlyMap<string, string>): Uint8Array {
  const firsts = firstsOf(records);
  const counts = new Uint8Array(records.length);
  const conflicts = new Map<number, number[]>();
  for (let position = 0; position < records.length; position += 1) {
    const first = firsts[position]!;
    if (first === position) counts[position] = 1;
    else if (records[position]!.digest !== records[first]!.digest) {
      const variants = conflicts.get(first) ?? [first];
      variants.push(position);
      conflicts.set(first, variants);
    }
  }
  for (const [first, variants] of conflicts) {
    const digest = chosen.get(recordKey(records[first]!));
    const winner = variants.find((position) => records[position]!.digest === digest);
    counts[first] = 0;
    if (winner !== undefined) counts[winner] = 1;
  }
  retract(records, counts);
  return counts;
}

/** All are gathered before any is applied: a retraction that another one names still retracts. */
function retract(records: readonly UsageRecord[], counts: Uint8Array): void {
  const retracted = new Map<string, Set<string>>();
  for (let position = 0; position < records.length; position += 1) {
    const record = records[position]!;
    if (record.kind !== 'retraction' || counts[position] === 0 || record.series === null) continue;
    const ids = retracted.get(record.source) ?? new Set<string>();
    retracted.set(record.source, ids.add(record.series));
  }
  if (retracted.size === 0) return;
  for (let position = 0; position < records.length; position += 1) {
    const { source, id } = records[position]!;
    if (retracted.get(source)?.has(id)) counts[position] = 0;
  }
}
