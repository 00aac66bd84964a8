import type { Count, CountedValue, CountRequest } from '#business/usage/measure.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { type Exact, exact, greater, lesser, zero } from '#platform/exact.ts';
import { type Interval, overlap } from '#platform/instant.ts';

/** The least and the most that a value can come to. */
export type Range = { readonly low: Exact; readonly high: Exact };

/** What unsettled conflicts could make of the values of one request. */
export type Ranges = {
  /** Every group that has a value with some choice. */
  readonly groups: ReadonlySet<string>;
  /** Of a group in a window, or over a span of the window `instant`; `undefined` where nothing is in conflict. */
  readonly of: (group: string, window: number, span: Interval) => Range | undefined;
};

/** No more ways to settle what is in conflict are tried one by one. */
const mostWays = 64;

type Variants = ReadonlyMap<string, readonly string[]>;
type Choice = ReadonlyMap<string, string>;

/**
 * Returns the range of each value over every way to settle the conflicts that concern the request, and over leaving all
 * of them out. Where there are more than 64 ways only some are tried: each variant by itself, and all least or all
 * greatest ones together; a value that could depend on them then has zero as its least, as nothing more is sure.
 */
export function rangesOf(request: CountRequest, count: Count): Ranges {
  const variants = concerning(request);
  if (variants.size === 0) return { groups: new Set(), of: () => undefined };
  const { ways, all } = waysToSettle(variants);
  const counts = ways.map((way) =>
    Map.groupBy(count({ ...request, chosen: new Map([...request.chosen, ...way]) }), ({ group }) => group),
  );
  const instant = request.measure.window.unit === 'instant';
  return {
    groups: new Set(counts.flatMap((groups) => [...groups.keys()])),
    of: (group, window, span) => {
      const tried = counts.map((groups) => {
        const rows = (groups.get(group) ?? []).filter((row) => row.window === window);
        return instant ? levelsOver(rows, span) : rangeOfRow(rows[0]);
      });
      const low = tried.map((one) => one.low).reduce(lesser);
      const high = tried.map((one) => one.high).reduce(greater);
      return { low: all ? low : zero, high };
    },
  };
}

/** Whether there are more ways to settle the conflicts that concern a request than are tried. */
export function hasTooManyWays(request: Pick<CountRequest, 'records' | 'chosen' | 'features'>): boolean {
  const variants = concerning(request);
  return variants.size > 0 && !waysToSettle(variants).all;
}

function rangeOfRow(row: CountedValue | undefined): Range {
  const value = row?.value ? exact(row.value) : zero;
  return { low: value, high: value };
}

/** The least and greatest level over a span; where no stretch covers all of it, the least is zero. */
function levelsOver(rows: readonly CountedValue[], span: Interval): Range {
  const met = rows.flatMap((row) => {
    const shared = overlap(row, span);
    return shared ? [{ length: shared.until - shared.from, level: exact(row.value ?? '0') }] : [];
  });
  const covered = met.reduce((total, { length }) => total + length, 0);
  const levels = met.map(({ level }) => level);
  if (covered < span.until - span.from) levels.push(zero);
  return { low: levels.reduce(lesser), high: levels.reduce(greater) };
}

function waysToSettle(variants: Variants): { readonly ways: readonly Choice[]; readonly all: boolean } {
  const number = [...variants.values()].reduce((ways, digests) => ways * digests.length, 1);
  const none: Choice = new Map();
  if (number <= mostWays) {
    let ways: Choice[] = [none];
    for (const [key, digests] of variants)
      ways = ways.flatMap((way) => digests.map((digest) => new Map([...way, [key, digest]])));
    return { ways: [none, ...ways], all: true };
  }
  const pick = (at: 0 | -1): Choice =>
    new Map([...variants].map(([key, digests]) => [key, digests.at(at)!] as const));
  const single = [...variants].flatMap(([key, digests]) => digests.map((digest) => new Map([[key, digest]])));
  return { ways: [none, pick(0), pick(-1), ...single.slice(0, mostWays)], all: false };
}

/** The unsettled conflicts that can change a count of these features. */
function concerning(request: Pick<CountRequest, 'records' | 'chosen' | 'features'>): Variants {
  const variants = unsettled(request);
  if (variants.size === 0) return variants;
  const own = new Set(
    request.records.filter((record) => concerns(record, request.features)).map((record) => recordKey(record)),
  );
  return new Map([...variants].filter(([key]) => own.has(key)));
}

/** What ends or takes back other records may name no feature, or another one. */
function concerns({ kind, feature, source }: UsageRecord, features: CountRequest['features']): boolean {
  if (kind === 'queued') return false;
  if (kind !== 'occurrence') return true;
  return features.some(
    (rule) => rule.feature === feature && (rule.source === null || rule.source === source),
  );
}

/** Returns the digests of every conflict nobody has settled, smallest quantity first. */
export function unsettled(request: {
  readonly records: readonly UsageRecord[];
  readonly chosen: ReadonlyMap<string, string>;
}): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, UsageRecord>();
  const found = new Map<string, Map<string, Exact>>();
  for (const record of request.records) {
    const key = recordKey(record);
    const seen = first.get(key);
    if (!seen) first.set(key, record);
    else if (seen.digest !== record.digest && !request.chosen.has(key)) {
      const variants = found.get(key) ?? new Map([[seen.digest, exact(seen.quantity)]]);
      found.set(key, variants.set(record.digest, exact(record.quantity)));
    }
  }
  return new Map(
    [...found].map(([key, variants]) => [
      key,
      [...variants].sort((a, b) => a[1].compare(b[1]) || (a[0] < b[0] ? -1 : 1)).map(([digest]) => digest),
    ]),
  );
}
