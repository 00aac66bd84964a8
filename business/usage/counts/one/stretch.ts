import type { Window } from '#business/usage/measure.ts';
import type { Interval } from '#platform/instant.ts';
import type { Ratio } from './ratio.ts';

/** A stretch of time that is measured: the part in which records count, and the length that an average is over. */
export type Stretch = { readonly from: number; readonly until: number; readonly length: number };

/**
 * Measures one group, a position in `Matched.groups`: its value in each of the stretches that the measuring was made
 * for, `undefined` where no record of the group meets the stretch.
 */
export type Measuring = (group: number) => readonly (Ratio | undefined)[];

/** Returns what is measured of a window: its counted part, averages being over the whole. */
export function stretchOf({ from, until, counted }: Window): Stretch {
  return { from: counted.from, until: counted.until, length: until - from };
}

/** Returns what is measured of an hour: all of it. */
export function stretchOfHour({ from, until }: Interval): Stretch {
  return { from, until, length: until - from };
}
