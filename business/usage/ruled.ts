import type { UsageRecord } from './record.ts';

/** Why a record does not count, or counts otherwise than its source says, and by what: the id of a decision or a right. */
export type SetAside = {
  readonly cause: AsideCause;
  readonly by: string;
  /** The feature as the source named it. */
  readonly feature: string;
};

/**
 * `left-out`: of an account that is no person. `listed-twice`: one person stands twice on a list. `free`: free by a right.
 * `outside-pool`: of an affiliate that may not draw on the quantity. `other-source`: another source rules for this person.
 * `maintained`: of a version released while maintenance ran. `release-unknown`: of a version nobody knows the release of.
 */
export type AsideCause =
  | 'left-out'
  | 'listed-twice'
  | 'free'
  | 'outside-pool'
  | 'other-source'
  | 'maintained'
  | 'release-unknown';

/** What was changed about a record before it was counted. */
export type Ruling = {
  /** The identity the source named, and the decision by which it counts as another. */
  readonly merged?: { readonly was: string; readonly decision: string };
  readonly aside?: SetAside;
  /** Units of it that are free by a right; exact, stored form. The record's quantity is what is left. */
  readonly freed?: { readonly by: string; readonly quantity: string };
  /** Not a record of the source, but time for which a seat stays taken by a right. */
  readonly stays?: { readonly by: string };
};

/** A record with what was changed about it. Both counts look at the record alone. */
export type RuledRecord = UsageRecord & { readonly ruling?: Ruling };

/** No clause and no mapping names it: what has it counts nowhere, and still ends, retracts or contradicts other records. */
const noFeature = '';

/**
 * Returns the record as one that counts nowhere. It keeps its identity, series and times: taken away altogether, the
 * other content of a conflict would count, and a span of its series would end elsewhere.
 */
export function setAside(record: RuledRecord, cause: AsideCause, by: string): RuledRecord {
  const { feature } = record;
  return { ...record, feature: noFeature, ruling: { ...record.ruling, aside: { cause, by, feature } } };
}

/** Returns what was changed about a record, if anything. */
export function rulingOf(record: UsageRecord): Ruling | undefined {
  return (record as RuledRecord).ruling;
}
