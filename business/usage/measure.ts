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
 *   attribute adds none. With `highest` a value counts only by its records of the highest kind it had in the window,
 *   in whatever groups: by the place of `attribute` in `order`, lowest first; other kinds and none at all count nowhere.
 * - `timeWeighted`: the integral of the standing level over the window, divided by the whole window's length, also
 *   where the term covers only part of it.
 * - `peakConcurrency`: the highest standing level in the window; zero where nothing is held.
 * - `nthHighest`, `percentile`: of the hourly values of `of` in the window's elapsed hours. The nth highest counts
 *   from 1; fewer than n hours give zero. The percentile is by nearest rank: of h values in ascending order the one at
 *   rank ceil(p / 100 × h), from 1 (a rank of zero is the first). An hour without records is zero.
 * - `lowerOf`, `greaterOf`: the least or the greatest among the values of its parts in the same window and group, each
 *   read as a measure of its own. A part without any matching record there is left out.
 */
export type Aggregate =
  | SingleAggregate
  | { readonly kind: 'lowerOf' | 'greaterOf'; readonly parts: readonly MeasurePart[] };

/** An aggregate that is no combination of others. */
export type SingleAggregate =
  | { readonly kind: 'count' | 'sum' | 'min' | 'max' | 'latest' | 'timeWeighted' | 'peakConcurrency' }
  | { readonly kind: 'unique'; readonly by: string; readonly highest?: HighestKind }
  | { readonly kind: 'nthHighest'; readonly n: number; readonly of: HourlyAggregate }
  | { readonly kind: 'percentile'; readonly p: string; readonly of: HourlyAggregate };

/** The kinds that somebody may hold, lowest first. */
export type HighestKind = { readonly attribute: string; readonly order: readonly string[] };

/** One of several measures that are compared: with the conditions of the whole and its own, in its own unit. */
export type MeasurePart = {
  readonly aggregate: SingleAggregate;
  readonly filter: readonly Filter[];
  readonly unitSize: string;
  readonly rating?: readonly RatingStep[];
  readonly firstUse?: FirstUse;
};

/**
 * How the quantities of some records come to one number, step after step; what is left after the last step is added
 * up. `factor` multiplies each quantity by what the table has for the record's value of `by`, else (no such value, or
 * none at all) by `otherwise`. `floor` and `packs` add up what has the same values of `each` (lacking is the empty
 * value; with no names all of it) and go on with that sum: one above zero is lifted to `atLeast`; or it becomes the
 * number of packs of `size` that hold it, the last one begun counting whole. `times` multiplies. Groups of a measure
 * are rated apart. Each later `each` names no attribute that an earlier one does not; no factor follows a sum.
 */
export type RatingStep =
  | {
      readonly kind: 'factor';
      readonly by: string;
      readonly table: Readonly<Record<string, string>>;
      readonly otherwise: string;
    }
  | { readonly kind: 'floor'; readonly each: readonly string[]; readonly atLeast: string }
  | { readonly kind: 'packs'; readonly each: readonly string[]; readonly size: string }
  | { readonly kind: 'times'; readonly factor: string };

/**
 * Use is charged when it begins, and again whenever it goes on or comes back after `lasts` (microseconds) have passed:
 * per group and values of `each` (lacking is the empty value) the first use opens a stretch of that length, the first
 * use at or after its end the next, over all matching use ever received. What is counted are these charges, each a
 * point of quantity 1 where its stretch begins. It has what the record in use then has (of several the one in use for
 * longest, then of the least source, then of the least id).
 */
export type FirstUse = { readonly each: readonly string[]; readonly lasts: number };

/** The value of one hour (as given: one that is cut has its own, shorter length): as the aggregate of that name, over that hour. `unique` counts `who`. */
export type HourlyAggregate = 'count' | 'sum' | 'max' | 'unique' | 'peakConcurrency' | 'timeWeighted';

/** The windows a measure is read over. `instant`: at every instant, so the reading is the standing level itself, whatever the aggregate, without parts and ratchet. */
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
  /**
   * How quantities are rated; left out, they are added up as they are. The standing level is the rating of the spans in
   * force; `sum` that of the points in the window (or hour); `min`, `max` and `latest` of points that of each alone.
   */
  readonly rating?: readonly RatingStep[];
  /** Left out, use counts as it was received. */
  readonly firstUse?: FirstUse;
  /** The highest value so far stays: a window has the greatest of its own and all earlier values of its group, in the order of windows. */
  readonly ratchet?: true;
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
