import type { Instant } from '#platform/instant.ts';

/**
 * What a usage record says. A record whose `series` is null is tied to no other. Ids are compared by code units.
 *
 * - `occurrence`: something happened at `at`, `quantity` of it.
 * - `held`: `quantity` were taken at `at` and given back at `until` (`null`: no end is known yet). An open one ends at
 *   the first `return` of the same source and series at or after its start, or where the next `held` of that source and
 *   series starts (at a later instant), whichever is earlier; else it counts as held up to the moment of reading.
 * - `return`: what `series` names was given back at `at`.
 * - `sighting`: a snapshot showed something held from `at` to `until`. Sightings of one source and series are one
 *   checkout seen several times: the one with the latest `until` counts (then the least id), the others add nothing.
 *   No known end is later than any other, and is held up to the moment of reading.
 * - `level`: from `at` on, `series` stood at `quantity`, until the next level of that source and series. Of two levels
 *   at one instant the one with the greatest id counts.
 * - `snapshot`: a roster `series` was read completely at `at`, with `quantity` rows; its attribute `members` names the
 *   list. One in conflict does not count at all: the earlier list stands until a person chooses.
 * - `member`: `who` was on roster `series` at `at`; holds until the next (later) `snapshot` of that source and series.
 *   A member counts only where a snapshot of its source, series and instant counts and names the same `members`; a
 *   member without `members`, or without any such snapshot on record (in conflict or retracted ones are on record),
 *   counts by itself. So choosing a snapshot settles its members.
 * - `reservation`: a sighting of units set aside by a license server; counted only where the measure says so. Those of
 *   one source and series are one, as sightings are, and apart from these.
 * - `queued`: a sighting of units asked for and not given; evidence, never counted.
 * - `retraction`: the record of the same source whose id is `series` never happened, in whatever order the two came and
 *   whatever its variants. A retraction cannot itself be retracted; one in conflict with itself retracts nothing.
 */
export type RecordKind =
  | 'occurrence'
  | 'held'
  | 'return'
  | 'sighting'
  | 'level'
  | 'snapshot'
  | 'member'
  | 'reservation'
  | 'queued'
  | 'retraction';

/**
 * One measured occurrence as received. Its identity is (customer, source, id), for ever; lists of records are always
 * of one customer. Two records of one identity with the same `digest` are duplicates: one counts. With different
 * digests they are in conflict: none counts until a person chooses a digest.
 */
export type UsageRecord = {
  readonly source: string;
  readonly id: string;
  /** Digest of everything below, the same whatever order or file the record came in. */
  readonly digest: string;
  readonly kind: RecordKind;
  /** The feature as the source names it; the feature map takes it to products. */
  readonly feature: string;
  readonly at: Instant;
  /** End, exclusive; `null` where none applies or none is known. */
  readonly until: Instant | null;
  /** A decimal, never negative. */
  readonly quantity: string;
  /** Who used it: a person's or device's key in its source; `null` where the source names nobody. */
  readonly who: string | null;
  /** What ties records of one source together: see `RecordKind`; `null` where nothing does. */
  readonly series: string | null;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The identity of a record within its customer. */
export type RecordKey = { readonly source: string; readonly id: string };

/** One key for maps: no source holds a newline. */
export function recordKey(record: RecordKey): string {
  return `${record.source}\n${record.id}`;
}
