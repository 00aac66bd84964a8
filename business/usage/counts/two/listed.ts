import type { UsageRecord } from '../../record.ts';

/**
 * Returns the settled records without the members of lists that do not count. A member stays if it names no list, if
 * nothing received is a snapshot of its source, series and instant, or if a settled one there names its list.
 */
export function listed(
  settled: readonly UsageRecord[],
  received: readonly UsageRecord[],
): readonly UsageRecord[] {
  const read = new Set(received.filter(isSnapshot).map(reading));
  const standing = new Set(settled.filter(isSnapshot).map(list));
  return settled.filter((record) => {
    if (record.kind !== 'member' || record.series === null) return true;
    if (record.attributes.members === undefined) return true;
    return !read.has(reading(record)) || standing.has(list(record));
  });
}

function isSnapshot({ kind }: UsageRecord): boolean {
  return kind === 'snapshot';
}

/** What names one reading of one roster. */
function reading({ source, series, at }: UsageRecord): string {
  return JSON.stringify([source, series, at]);
}

/** What names one list of one reading. */
function list(record: UsageRecord): string {
  return JSON.stringify([reading(record), record.attributes.members ?? null]);
}
