import type { FeatureMapping } from '#business/catalog/priceBook.ts';
import { type Instant, type Interval, startOfDate } from '#platform/instant.ts';
import type { FeatureRule } from './measure.ts';
import type { RecordKind, UsageRecord } from './record.ts';

/** A mapping with its dates in a time zone. */
type Mapping = FeatureMapping & { readonly during: Interval };

/** What the feature map is read for. */
export type FeatureMapRequest = {
  readonly mappings: readonly FeatureMapping[];
  readonly product: string;
  /** When the customer has ordered a product; half-open, in any order, overlapping or not. */
  readonly ordered: (product: string) => readonly Interval[];
  /** The sources that have sent records: needed where a mapping for one source stands beside one for all. */
  readonly sources: readonly string[];
  readonly within: Interval;
  /** The agreement's time zone: a mapping begins and ends with a day in it. */
  readonly zone: string;
};

const always: Interval = { from: -Infinity as Instant, until: Infinity as Instant };

/**
 * Returns which features count towards a product, and when. Of the mappings of one feature in force at an instant the
 * one with the least precedence whose product is ordered then wins, else the one with the least precedence; of equal
 * ones that for the one source. So use of a feature counts towards one product at any instant. Rules are in order of
 * feature, source, time; adjoining ones are one.
 */
export function featureRules(request: FeatureMapRequest): FeatureRule[] {
  const { mappings, product, within, zone } = request;
  const byFeature = Map.groupBy(mappings, ({ feature }) => feature);
  const features = [...byFeature].filter(([, of]) => of.some((mapping) => mapping.product === product));
  return features.sort(byText).flatMap(([feature, of]) => {
    const dated = of.map((mapping): Mapping => ({ ...mapping, during: during(mapping, zone) }));
    return sourcesOf(dated, request.sources).flatMap((source) => {
      const candidates = dated.filter((mapping) => mapping.source === null || mapping.source === source);
      return stretches(candidates, request, within).map((stretch) => ({ source, feature, ...stretch }));
    });
  });
}

/** One rule for whatever source will do, unless a mapping is for one source: then each source goes its own way. */
function sourcesOf(mappings: readonly Mapping[], seen: readonly string[]): (string | null)[] {
  const named = mappings.flatMap(({ source }) => (source === null ? [] : [source]));
  return named.length === 0 ? [null] : [...new Set([...named, ...seen])].sort();
}

/** Between two edges nothing changes, so the winner at a stretch's start wins throughout. */
function stretches(
  candidates: readonly Mapping[],
  { product, ordered }: FeatureMapRequest,
  within: Interval,
): Interval[] {
  const orders = new Map(candidates.map((mapping) => [mapping.product, ordered(mapping.product)]));
  const changes = [...candidates.map((mapping) => mapping.during), ...[...orders.values()].flat()];
  const edges = [...new Set([within, ...changes].flatMap(({ from, until }) => [from, until]))]
    .filter((edge) => within.from <= edge && edge <= within.until)
    .sort((a, b) => a - b);
  const result: Interval[] = [];
  for (const [i, until] of edges.slice(1).entries()) {
    const from = edges[i]!;
    if (winner(candidates, orders, from)?.product !== product) continue;
    const before = result.at(-1);
    if (before?.until === from) result[result.length - 1] = { from: before.from, until };
    else result.push({ from, until });
  }
  return result;
}

function winner(
  candidates: readonly Mapping[],
  orders: ReadonlyMap<string, readonly Interval[]>,
  at: Instant,
): Mapping | undefined {
  const inForce = candidates.filter((mapping) => covers(mapping.during, at)).sort(byPrecedence);
  return inForce.find(({ product }) => orders.get(product)!.some((order) => covers(order, at))) ?? inForce[0];
}

/** The catalog refuses two mappings of one feature, source and precedence at once; the order by product is for safety. */
function byPrecedence(a: Mapping, b: Mapping): number {
  const bySource = Number(a.source === null) - Number(b.source === null);
  return a.precedence - b.precedence || bySource || (a.product < b.product ? -1 : 1);
}

function during({ from, until }: FeatureMapping, zone: string): Interval {
  return {
    from: from === null ? always.from : startOfDate(from, zone),
    until: until === null ? always.until : startOfDate(until, zone),
  };
}

function covers({ from, until }: Interval, at: Instant): boolean {
  return from <= at && at < until;
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A feature that a source named and nothing takes to a product. */
export type UnmatchedFeature = {
  readonly source: string;
  readonly feature: string;
  readonly records: number;
};

/** Records that tell of no use of their own. */
const noUse: ReadonlySet<RecordKind> = new Set(['return', 'snapshot', 'retraction']);

/**
 * Returns the features that records name while no mapping of them is in force (at the record's `at`, in `zone`) and
 * that are not `alsoKnown` (named by a clause itself), with the number of those records; most records first. Returns,
 * snapshots and retractions are not counted.
 */
export function unmatchedFeatures(
  records: Iterable<UsageRecord>,
  mappings: readonly FeatureMapping[],
  alsoKnown: readonly string[],
  zone: string,
): UnmatchedFeature[] {
  const known = new Set(alsoKnown);
  const dated = mappings.map((mapping): Mapping => ({ ...mapping, during: during(mapping, zone) }));
  const byFeature = Map.groupBy(dated, ({ feature }) => feature);
  const found = new Map<string, UnmatchedFeature>();
  for (const { source, feature, kind, at } of records) {
    if (noUse.has(kind) || known.has(feature)) continue;
    const matched = (byFeature.get(feature) ?? []).some(
      (mapping) => (mapping.source ?? source) === source && covers(mapping.during, at),
    );
    if (matched) continue;
    const key = `${source}\n${feature}`;
    found.set(key, { source, feature, records: (found.get(key)?.records ?? 0) + 1 });
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.records - x.records || byText([a, x], [b, y]))
    .map(([, of]) => of);
}
