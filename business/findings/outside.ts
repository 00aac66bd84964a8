import type { Clause } from '#business/agreements/agreement.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { type Exact, exact, stored, zero } from '#platform/exact.ts';
import type { EvidenceRow } from './finding.ts';

/** A value of a restricted attribute that is not allowed, and how much of the counted use had it; exact, stored form. */
export type Outside = { readonly value: string; readonly units: string };

/** Returns which values a restriction's counted use had, most units first; nothing for a capacity clause. */
export function outsideOf(
  clause: Clause,
  evidence: readonly EvidenceRow[],
  records: readonly UsageRecord[],
): readonly Outside[] {
  if (clause.kind !== 'restriction') return [];
  const counted = new Set(evidence.map(recordKey));
  const valueByKey = new Map<string, string>();
  for (const record of records) {
    const key = recordKey(record);
    if (counted.has(key)) valueByKey.set(key, attributeOf(record, clause.attribute));
  }
  const units = new Map<string, Exact>();
  for (const row of evidence) {
    const value = valueByKey.get(recordKey(row)) ?? '';
    units.set(value, (units.get(value) ?? zero).add(exact(row.contributes)));
  }
  return [...units]
    .sort(([a, x], [b, y]) => y.compare(x) || (a < b ? -1 : 1))
    .map(([value, sum]) => ({ value, units: stored(sum) }));
}

function attributeOf(record: UsageRecord, attribute: string): string {
  if (attribute === 'feature' || attribute === 'source') return record[attribute];
  return record.attributes[attribute] ?? '';
}
