import type { UsageRecord } from '../../record.ts';

/**
 * Returns the records that count, each once: of duplicates one; of an identity in conflict the one whose digest was
 * chosen, or none; nothing that is retracted; no retractions. In the order of arrival of their identities.
 */
export function settled(
  records: readonly UsageRecord[],
  chosen: ReadonlyMap<string, string>,
): readonly UsageRecord[] {
  const standing: UsageRecord[] = [];
  for (const [key, variants] of variantsByIdentity(records)) {
    const digest = variants.size === 1 ? [...variants.keys()][0]! : chosen.get(key);
    const record = digest === undefined ? undefined : variants.get(digest);
    if (record) standing.push(record);
  }
  const retractions = standing.filter(({ kind }) => kind === 'retraction');
  const retracted = new Set(retractions.map(({ source, series }) => identity(source, series)));
  return standing.filter(
    (record) => record.kind !== 'retraction' && !retracted.has(identity(record.source, record.id)),
  );
}

/** Per identity, its different contents by digest. */
function variantsByIdentity(records: readonly UsageRecord[]): Map<string, Map<string, UsageRecord>> {
  const identities = new Map<string, Map<string, UsageRecord>>();
  for (const record of records) {
    const key = identity(record.source, record.id);
    const variants = identities.get(key) ?? new Map<string, UsageRecord>();
    identities.set(key, variants.set(record.digest, record));
  }
  return identities;
}

/** The key `chosen` uses. A retraction that names nothing has the key of nothing. */
function identity(source: string, id: string | null): string {
  return id === null ? '' : `${source}\n${id}`;
}
