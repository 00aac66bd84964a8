import { namedFeatures } from '#business/usage/clauseFeatures.ts';
import { unmatchedFeatures } from '#business/usage/featureMap.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { AllUsage, UsageDocument } from './documents.ts';
import type { Read } from './matter.ts';
import { whole } from './numbers.ts';
import type { UsageFile } from './usageFiles.ts';

/** Returns what became of the entries of a usage file. */
export function usageDocument({ file, format, tally, ...found }: UsageFile): UsageDocument {
  const { entries, accepted, rejected, blank, other } = tally;
  return {
    file,
    format,
    entries: whole(entries),
    accepted: whole(accepted),
    rejected: whole(rejected),
    blank: whole(blank),
    other: whole(other),
    totals: found.totals.map(({ source, feature, at, agrees, ...total }) => ({
      source,
      feature,
      at: time(at),
      issued: number(total.issued),
      inUse: number(total.inUse),
      lines: whole(total.lines),
      reservations: whole(total.reservations),
      queued: whole(total.queued),
      agrees,
    })),
    notes: found.notes.map(({ kind, code, line, at, feature, detail }) => ({
      kind,
      code,
      line: number(line),
      at: time(at),
      feature,
      detail,
    })),
    rejections: found.rejections.map(({ line, pointer, code, detail, todo }) => ({
      line: number(line),
      pointer,
      code,
      detail,
      todo,
    })),
  };
}

/** Returns what there is to say about all usage together. */
export function allUsage({ usage, matters, catalog }: Read): AllUsage {
  const records = usage.flatMap((file) => file.records);
  const signed = matters.map(({ here }) => here.signed);
  const named = signed.flatMap(({ clauses }) => clauses.flatMap(namedFeatures));
  const unmatched = unmatchedFeatures(records, catalog.features, named, signed[0]!.zone);
  return {
    usage: usage.map(usageDocument),
    ...repeated(records),
    unmatched: unmatched.map((one) => ({ ...one, records: whole(one.records) })),
  };
}

function repeated(records: readonly UsageRecord[]): Pick<AllUsage, 'duplicates' | 'conflicts'> {
  const contents = new Map<string, Set<string>>();
  let duplicates = 0;
  for (const record of records) {
    const key = recordKey(record);
    const seen = contents.get(key) ?? new Set();
    if (seen.has(record.digest)) duplicates += 1;
    contents.set(key, seen.add(record.digest));
  }
  const conflicts = [...contents.values()].filter((seen) => seen.size > 1).length;
  return { duplicates: whole(duplicates), conflicts: whole(conflicts) };
}

const number = (value: number | null): string | null => (value === null ? null : whole(value));
const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
