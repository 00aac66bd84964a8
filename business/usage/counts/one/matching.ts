import type { CountRequest, FeatureRule, Filter, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import { type Amount, type Amounts, amountsOf, column } from './amount.ts';
import { attributeOf, valuesOf } from './attributes.ts';
import { chargesOf } from './charges.ts';
import { type Grouped, groupedOrder } from './order.ts';
import { resolve } from './resolve.ts';
import { addRow, emptyRows, type Rows } from './rows.ts';

/**
 * What counts, column by column: item `i` is `record[i]` in group `group[i]`, from `from[i]` up to `until[i]`: of a span
 * a part in which its feature counts.
 */
export type Track = {
  readonly record: readonly UsageRecord[];
  readonly group: Uint32Array;
  readonly from: Float64Array;
  /** Of a point one microsecond later: a point lies in an interval exactly when this shortest span meets it. */
  readonly until: Float64Array;
  /** Where the whole span ends: infinity where no end is known and it is held up to the moment of reading. */
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

/** Returns what a measure counts: records resolved, those its filter lets through, while their feature counts. */
export function matched(question: Question): Matched {
  const { records, measure, asOf } = question;
  const { points, spans, ends } = resolve(records, question.chosen);
  const matches = matcher(measure);
  const timesOf = featureTimes(question.features);
  const pointsIn = emptyRows();
  for (const position of points) {
    const record = records[position]!;
    if (matches(record)) addParts(pointsIn, record, record.at + 1, asOf, timesOf(record));
  }
  const spansIn = emptyRows();
  for (const position of spans) {
    const record = records[position]!;
    if (matches(record)) addParts(spansIn, record, ends[position]!, asOf, timesOf(record));
  }
  if (!measure.firstUse) return gathered(pointsIn, spansIn, measure);
  const charges = chargesOf([pointsIn, spansIn], measure.firstUse, measure.groupBy, asOf);
  return gathered(charges, emptyRows(), measure);
}

/** Returns rows as tracks, with their groups and the scale of their amounts. */
export function gathered(pointRows: Rows, spanRows: Rows, { groupBy }: Pick<Measure, 'groupBy'>): Matched {
  const amounts = amountsOf([pointRows.record, spanRows.record]);
  const groups = new Map<string, number>();
  const groupOf = grouping(groupBy, groups);
  const pointTrack = trackOf(pointRows, amounts, groupOf);
  const spanTrack = trackOf(spanRows, amounts, groupOf);
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

/** Adds the parts of a record that lie within the times; one of unknown end lasts up to the moment of reading. */
function addParts(
  rows: Rows,
  record: UsageRecord,
  end: number,
  asOf: number,
  times: readonly Interval[],
): void {
  const last = end === Infinity ? asOf : end;
  for (const time of times) {
    const from = Math.max(record.at, time.from);
    const until = Math.min(last, time.until);
    if (from >= until) continue;
    addRow(rows, record, from, until, end);
  }
}

function trackOf(rows: Rows, amounts: Amounts, groupOf: (record: UsageRecord) => number): Track {
  const { record, end } = rows;
  const group = new Uint32Array(record.length);
  const amount = column(record.length, amounts.zero);
  for (let i = 0; i < record.length; i += 1) {
    const row = record[i]!;
    group[i] = groupOf(row);
    amount[i] = amounts.of(row.quantity);
  }
  const from = new Float64Array(rows.from);
  const until = new Float64Array(rows.until);
  return { record, group, from, until, end, amount };
}

function matcher(measure: Measure): (record: UsageRecord) => boolean {
  const filter = measure.filter.map(condition);
  return (record) => {
    if (record.kind === 'reservation' && !measure.countReservations) return false;
    return filter.every((isMet) => isMet(record));
  };
}

/** Returns when the feature of a record counts: stretches in order of time that do not touch. */
function featureTimes(features: readonly FeatureRule[]): (record: UsageRecord) => readonly Interval[] {
  const bySource = new Map<string, (feature: string) => readonly Interval[]>();
  let last = '';
  let timesOf = sourceTimes(features, last);
  return ({ feature, source }) => {
    if (source !== last) {
      last = source;
      timesOf = bySource.get(source) ?? sourceTimes(features, source);
      bySource.set(source, timesOf);
    }
    return timesOf(feature);
  };
}

function sourceTimes(
  features: readonly FeatureRule[],
  source: string,
): (feature: string) => readonly Interval[] {
  const rules = features.filter((rule) => (rule.source ?? source) === source);
  const times = new Map(
    [...Map.groupBy(rules, ({ feature }) => feature)].map(([feature, of]) => [feature, united(of)]),
  );
  return (feature) => times.get(feature) ?? [];
}

function united(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(until, last.until) as Instant };
    else result.push({ from, until });
  }
  return result;
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
    const name = valuesOf(record, groupBy);
    const known = groups.get(name);
    if (known !== undefined) return known;
    groups.set(name, groups.size);
    return groups.size - 1;
  };
}
