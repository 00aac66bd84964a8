import type { CalendarUnit } from '#platform/calendar.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import type { UsageRecord } from './record.ts';

/**
 * How records in a window become a number. Records are *points* (`occurrence`) or *spans* (`held`, `sighting`,
 * `level`, `member`, `reservation` where counted). The *standing level* at an instant is the sum of the quantities of
 * all spans in force at it.
 *
 * - `count`: the number of points in the window.
 * - `sum`: the sum of their quantities.
 * - `min`, `max`, `latest`: of the quantities of the points in the window (latest: by time, then greatest id, sources
 *   compared before ids); where the records are spans, of the standing level over the window's elapsed part, latest
 *   being the level at its end (its last instant). Where a group has spans in the window, its points are left out.
 *   No points, no spans: no value (`null`).
 * - `unique`: how many different `by` values points in the window or spans that meet it have; a record that lacks the
 *   attribute adds none.
 * - `timeWeighted`: the integral of the standing level over the window, divided by the whole window's length, also
 *   where the term covers only part of it.
 * - `peakConcurrency`: the highest standing level in the window; zero where nothing is held.
 * - `nthHighest`, `percentile`: of the hourly values of `of` in the window's elapsed hours. The nth highest counts
 *   from 1; fewer than n hours give zero. The percentile is by nearest rank: of h values in ascending order the one at
 *   rank ceil(p / 100 × h), from 1 (a rank of zero is the first). An hour without records is zero.
 */
export type Aggregate =
  | { readonly kind: 'count' | 'sum' | 'min' | 'max' | 'latest' | 'timeWeighted' | 'peakConcurrency' }
  | { readonly kind: 'unique'; readonly by: string }
  | { readonly kind: 'nthHighest'; readonly n: number; readonly of: HourlyAggregate }
  | { readonly kind: 'percentile'; readonly p: string; readonly of: HourlyAggregate };

/** The value of one hour (as given: one that is cut has its own, shorter length): as the aggregate of that name, over that hour. `unique` counts `who`. */
export type HourlyAggregate = 'count' | 'sum' | 'max' | 'unique' | 'peakConcurrency' | 'timeWeighted';

/** The windows a measure is read over. `instant`: at every instant, so the reading is the standing level itself, whatever the aggregate. */
export type WindowRule =
  | { readonly unit: 'instant' | 'term' }
  | { readonly unit: CalendarUnit; readonly anchor: 'calendar' | 'term' }
  | { readonly unit: 'rolling'; readonly days: number };

/**
 * One condition on a record: its attribute's value is, or is not, one of these. `feature`, `source` and `who` are
 * attributes too, and stand before any of the same name among `attributes`; `who: null` is lacking.
 */
export type Filter =
  | { readonly attribute: string; readonly in: readonly string[] }
  | { readonly attribute: string; readonly notIn: readonly string[] };

/**
 * How usage becomes a number, declared as data. A record that lacks a filter's attribute does not match it (neither
 * `in` nor `notIn`); one that lacks a group's attribute is in the group with the empty value.
 */
export type Measure = {
  readonly aggregate: Aggregate;
  readonly window: WindowRule;
  readonly zone: string;
  readonly filter: readonly Filter[];
  readonly groupBy: readonly string[];
  readonly countReservations: boolean;
  /** The size of one unit in the quantity's own unit, a decimal above zero: every value is divided by it, last. */
  readonly unitSize: string;
};

/**
 * A feature that counts towards the measured product, and when. `source: null`: whatever source names it. Of a span the
 * parts within the rules of its feature count, whenever it began, and once where several rules name it at an instant.
 */
export type FeatureRule = { readonly source: string | null; readonly feature: string } & Interval;

/**
 * One window, computed once and handed to both counts. Only records (and the parts of spans) inside `counted` count:
 * the window clipped to the term, to the piece of unchanged terms where the clause says so, and to what has elapsed.
 * `hours` are the hours of the counted part, themselves clipped to it; empty unless the aggregate is hourly.
 * Where a clause splits its windows, each part is a window of its own, with its own bounds and length.
 */
export type Window = Interval & { readonly counted: Interval; readonly hours: readonly Interval[] };

/** What both counts are given: the same records as received (any order, duplicates and all) and the same windows. */
export type CountRequest = {
  readonly records: readonly UsageRecord[];
  /** Conflicts a person has settled: record key to the digest that counts. Looked at only where there is a conflict; a digest that is none of the variants' leaves none. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly measure: Measure;
  readonly features: readonly FeatureRule[];
  readonly windows: readonly Window[];
  /** The moment of reading: what is still held is held until here. */
  readonly asOf: Instant;
};

/**
 * One value: of one group in one window, or, for the window `instant`, in one longest stretch of an unchanged level
 * above zero. `group` is the JSON list of the group's attribute values (`[]` without grouping). `value` is an exact
 * number in lowest terms (`120`, `67500/31`); `null` where the aggregate has none.
 */
export type CountedValue = {
  readonly group: string;
  readonly window: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly value: string | null;
};

/**
 * A count: the values by window, then group, then time. A window and group without any matching record is left out
 * (a reader takes it as zero, or as none for `min`, `max` and `latest`); a matching record is a point in the counted
 * part or a span that meets it, whichever of the two the aggregate reads. Groups are compared by code units.
 */
export type Count = (request: CountRequest) => readonly CountedValue[];
