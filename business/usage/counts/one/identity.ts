import { recordKey, type UsageRecord } from '#business/usage/record.ts';

type Identities = Map<string, Map<string, number>>;

/**
 * Returns for each record 1 where it counts and 0 where it does not: of duplicates one counts, of a conflict the
 * chosen variant or none, and what a retraction names does not count. The order of the records does not matter.
 */
export function settled(
  records: readonly UsageRecord[],
  chosen: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> {
  const counts = new Uint8Array(records.length);
  const identities: Identities = new Map();
  const conflicts = identify(records, identities, counts);
  for (const [key, variants] of conflicts) {
    const first = records[variants[0]!]!;
    const digest = chosen.get(key);
    const winner = variants.find((position) => records[position]!.digest === digest);
    counts[variants[0]!] = 0;
    if (winner === undefined) continue;
    counts[winner] = 1;
    identities.get(first.source)!.set(first.id, winner);
  }
  retract(records, identities, counts);
  return counts;
}

/** Marks the first record of each identity and returns the identities with several digests, all variants each. */
function identify(records: readonly UsageRecord[], identities: Identities, counts: Uint8Array) {
  const conflicts = new Map<string, number[]>();
  let source: string | undefined;
  let ids = new Map<string, number>();
  for (let position = 0; position < records.length; position += 1) {
    const record = records[position]!;
    if (record.source !== source) {
      source = record.source;
      ids = identities.get(source) ?? new Map();
      identities.set(source, ids);
    }
    const first = ids.get(record.id);
    if (first === undefined) {
      ids.set(record.id, position);
      counts[position] = 1;
    } else if (records[first]!.digest !== record.digest) {
      const key = recordKey(record);
      const variants = conflicts.get(key);
      if (variants) variants.push(position);
      else conflicts.set(key, [first, position]);
    }
  }
  return conflicts;
}

function retract(records: readonly UsageRecord[], identities: Identities, counts: Uint8Array): void {
  for (let position = 0; position < records.length; position += 1) {
    const record = records[position]!;
    if (record.kind !== 'retraction' || counts[position] === 0 || record.series === null) continue;
    const target = identities.get(record.source)!.get(record.series);
    if (target !== undefined && records[target]!.kind !== 'retraction') counts[target] = 0;
  }
}
