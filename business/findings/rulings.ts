import type { FeatureRule } from '#business/usage/measure.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { type RuledRecord, rulingOf } from '#business/usage/ruled.ts';
import { type Interval, overlap } from '#platform/instant.ts';
import type { EvidenceRow, NotCounted } from './finding.ts';

/** Returns the evidence with what was changed about each row before it was counted. */
export function withRulings(
  evidence: readonly EvidenceRow[],
  records: readonly UsageRecord[],
): readonly EvidenceRow[] {
  const ruled = new Map(
    records.flatMap((record) => (rulingOf(record) ? [[contentOf(record), rulingOf(record)!] as const] : [])),
  );
  if (ruled.size === 0) return evidence;
  return evidence.map((row) => {
    const { merged, freed, stays } = ruled.get(contentOf(row)) ?? {};
    return {
      ...row,
      ...(merged ? { merged } : {}),
      ...(freed ? { freed } : {}),
      ...(stays ? { stays } : {}),
    };
  });
}

/** Of a record in conflict the contents may name different people: only one of them is counted. */
function contentOf(row: Pick<UsageRecord, 'source' | 'id' | 'who'>): string {
  return `${recordKey(row)}\n${row.who ?? ''}`;
}

/** How many entries of what does not count are kept with a reading: those with most records. */
const mostNotCounted = 200;

/** Returns what of a clause's features was told of a run's time and does not count; most records first. */
export function notCountedIn(
  run: Interval,
  records: readonly UsageRecord[],
  features: readonly FeatureRule[],
): readonly NotCounted[] {
  const found = new Map<string, NotCounted>();
  for (const record of records as readonly RuledRecord[]) {
    const aside = record.ruling?.aside;
    if (!aside || !names(features, aside.feature, record.source) || !isOf(run, record)) continue;
    const who = record.ruling?.merged?.was ?? record.who;
    const key = JSON.stringify([aside.cause, aside.by, who, aside.feature]);
    const records = (found.get(key)?.records ?? 0) + 1;
    found.set(key, { cause: aside.cause, by: aside.by, who, feature: aside.feature, records });
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.records - x.records || (a < b ? -1 : 1))
    .slice(0, mostNotCounted)
    .map(([, entry]) => entry);
}

function names(features: readonly FeatureRule[], feature: string, source: string): boolean {
  return features.some(
    (rule) => rule.feature === feature && (rule.source === null || rule.source === source),
  );
}

/** A point in the time, or a span that may reach into it. */
function isOf(run: Interval, { kind, at, until }: UsageRecord): boolean {
  if (kind === 'occurrence') return run.from <= at && at < run.until;
  return overlap({ from: at, until: until ?? run.until }, run) !== undefined;
}
