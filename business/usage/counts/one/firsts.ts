import type { UsageRecord } from '#business/usage/record.ts';

/** A search that takes more steps per record than this has met ids made to collide. */
const MOST_STEPS = 16;

/**
 * Returns for each record the position of the first one of its identity (source and id). A table of our own takes a
 * third of the time of a map of strings, and gives way to one where ids collide more than chance lets them.
 */
export function firstsOf(records: readonly UsageRecord[]): Int32Array {
  return byTable(records) ?? byMap(records);
}

function byTable(records: readonly UsageRecord[]): Int32Array | undefined {
  const total = records.length;
  const size = 2 ** Math.ceil(Math.log2(2 * total + 2));
  const table = new Int32Array(size).fill(-1);
  const hashes = new Int32Array(total);
  const firsts = new Int32Array(total);
  let stepsLeft = total * MOST_STEPS;
  for (let position = 0; position < total; position += 1) {
    const record = records[position]!;
    const hash = hashOf(record.id);
    let slot = hash & (size - 1);
    let first = table[slot]!;
    while (first >= 0 && !(hashes[first] === hash && isSame(records[first]!, record))) {
      slot = (slot + 1) & (size - 1);
      first = table[slot]!;
      stepsLeft -= 1;
      if (stepsLeft < 0) return undefined;
    }
    if (first < 0) {
      table[slot] = position;
      hashes[position] = hash;
    }
    firsts[position] = first < 0 ? position : first;
  }
  return firsts;
}

function isSame(a: UsageRecord, b: UsageRecord): boolean {
  return a.id === b.id && a.source === b.source;
}

/** FNV-1a over code units, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function byMap(records: readonly UsageRecord[]): Int32Array {
  const sources = new Map<string, Map<string, number>>();
  return Int32Array.from(records, ({ source, id }, position) => {
    const ids = sources.get(source) ?? new Map<string, number>();
    sources.set(source, ids);
    const first = ids.get(id) ?? position;
    ids.set(id, first);
    return first;
  });
}
