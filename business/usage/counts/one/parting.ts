import type { CountedValue, Window } from '#business/usage/measure.ts';
import type { Interval } from '#platform/instant.ts';
import type { Matched } from './matching.ts';
import type { Ratio } from './ratio.ts';

/** A bucket of a window, with the window's hours in it. */
export type Bucket = Interval & { readonly hours: readonly Interval[] };

/** One value before it is divided by the unit size and named. */
export type RawValue = Pick<CountedValue, 'from' | 'until'> & { readonly value: Ratio };

/**
 * How a kind of measure is taken apart by bucket and put together again. `S` is the state of one group in one bucket;
 * merging the states of neighboring buckets gives the state of both, and nothing that the value needs is lost.
 */
export type Parting<S> = {
  /** Returns what gives a group's state in each bucket, `undefined` where no record of it meets the bucket. */
  readonly measure: (
    use: Matched,
    buckets: readonly Bucket[],
  ) => (group: number) => readonly (S | undefined)[];
  /** Every instant of `a` is before those of `b`. */
  readonly merge: (a: S, b: S) => S;
  /** Returns the values of a window from the state of all of it, in order of time. */
  readonly values: (state: S, window: Window) => readonly RawValue[];
  /** The state as it is stored, in plain JSON, and back. */
  readonly toJson: (state: S) => unknown;
  readonly fromJson: (json: never) => S;
};
