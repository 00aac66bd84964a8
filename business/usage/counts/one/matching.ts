import type { CountRequest, FeatureRule, Filter, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { holds } from '#platform/instant.ts';
import { type Amount, type Amounts, amountsOf, column } from './amount.ts';
import { type Grouped, groupedOrder } from './order.ts';
import { resolve } from './resolve.ts';

/** What counts, column by column: item `i` is `record[i]` in group `group[i]`, from `from[i]` up to `until[i]`. */
export type Track = {
  readonly record: readonly UsageRecord[];
  readonly group: Uint32Array;
  readonly from: Float64Array;
  /** Of a point one microsecond later: a point lies in an interval exactly when this shortest span meets it. */
  readonly until: Float64Array;
  /** As `until`, but infinity where a span has no known end and is held up to the moment of reading. */
  readonly end: ArrayLike<number>;
  readonly amount: ArrayLike<Amount>;
};

/** The points and spans that a measure counts, and each sorted by group and time. */
export type Matched = {
  readonly points: Track;
  readonly spans: Track;
  readonly pointsByTime: Grouped;
  readonly spansByStart: Grouped;
  readonly spansByEnd: Grouped;
  /** The names of the groups; `Track.group` is a position in them. */
  readonly groups: readonly string[];
  /** The scale of the amounts, and zero in their width (see `Amounts`). */
  readonly places: number;
  readonly zero: Amount;
};

/** What is counted, without the windows it is counted in. */
export type Question = Omit<CountRequest, 'windows'>;

/** Returns what a measure counts: records resolved, then those of its features, then those its filter lets through. */
export function matched(question: Question): Matched {
  const { records, measure, asOf } = question;
  const { points, spans, ends } = resolve(records, question.chosen);
  const matches = matcher(measure, question.features);
  const pointsIn: Rows = { record: [], end: [] };
  for (const position of points) {
    const record = records[position]!;
    if (matches(record)) push(pointsIn, record, record.at + 1);
  }
  const spansIn: Rows = { record: [], end: [] };
  for (const position of spans) {
    const record = records[position]!;
    const end = ends[position]!;
    if ((end !== Infinity || record.at < asOf) && matches(record)) push(spansIn, record, end);
  }
  const amounts = amountsOf([pointsIn.record, spansIn.record]);
  const groups = new Map<string, number>();
  const groupOf = grouping(measure.groupBy, groups);
  const pointTrack = trackOf(pointsIn, asOf, amounts, groupOf);
  const spanTrack = trackOf(spansIn, asOf, amounts, groupOf);
  return {
    points: pointTrack,
    spans: spanTrack,
    pointsByTime: groupedOrder(pointTrack.from, pointTrack.group, groups.size),
    spansByStart: groupedOrder(spanTrack.from, spanTrack.group, groups.size),
    spansByEnd: groupedOrder(spanTrack.until, spanTrack.group, groups.size),
    groups: [...groups.keys()],
    places: amounts.places,
    zero: amounts.zero,
  };
}

type Rows = { readonly record: UsageRecord[]; readonly end: number[] };

function push(rows: Rows, record: UsageRecord, end: number): void {
  rows.record.push(record);
  rows.end.push(end);
}

function trackOf(
  { record, end }: Rows,
  asOf: number,
  amounts: Amounts,
  groupOf: (record: UsageRecord) => number,
): Track {
  const group = new Uint32Array(record.length);
  const from = new Float64Array(record.length);
  const until = new Float64Array(record.length);
  const amount = column(record.length, amounts.zero);
  for (let i = 0; i < record.length; i += 1) {
    const row = record[i]!;
    group[i] = groupOf(row);
    from[i] = row.at;
    until[i] = end[i] === Infinity ? asOf : end[i]!;
    amount[i] = amounts.of(row.quantity);
  }
  return { record, group, from, until, end, amount };
}

/** Returns what a record has under an attribute's name, `undefined` where it lacks it. */
export function attributeOf(record: UsageRecord, name: string): string | undefined {
  if (name === 'feature') return record.feature;
  if (name === 'source') return record.source;
  if (name === 'who') return record.who ?? undefined;
  return Object.hasOwn(record.attributes, name) ? record.attributes[name] : undefined;
}

function matcher(measure: Measure, features: readonly FeatureRule[]): (record: UsageRecord) => boolean {
  const rules = Map.groupBy(features, (rule) => rule.feature);
  const filter = measure.filter.map(condition);
  return (record) => {
    if (record.kind === 'reservation' && !measure.countReservations) return false;
    const named = rules.get(record.feature)?.some((rule) => isOf(record, rule)) ?? false;
    return named && filter.every((isMet) => isMet(record));
  };
}

function isOf(record: UsageRecord, rule: FeatureRule): boolean {
  return (rule.source === null || rule.source === record.source) && holds(rule, record.at);
}

function condition(filter: Filter): (record: UsageRecord) => boolean {
  const values = new Set('in' in filter ? filter.in : filter.notIn);
  const wanted = 'in' in filter;
  return (record) => {
    const value = attributeOf(record, filter.attribute);
    return value !== undefined && values.has(value) === wanted;
  };
}

/** Numbers the groups as they come. Without grouping there is one, and no name to be built per record. */
function grouping(groupBy: readonly string[], groups: Map<string, number>): (record: UsageRecord) => number {
  if (groupBy.length === 0) {
    groups.set('[]', 0);
    return () => 0;
  }
  return (record) => {
    const name = JSON.stringify(groupBy.map((attribute) => attributeOf(record, attribute) ?? ''));
    const known = groups.get(name);
    if (known !== undefined) return known;
    groups.set(name, groups.size);
    return groups.size - 1;
  };
}
