import type { Measure, SingleAggregate, Window } from '#business/usage/measure.ts';
import { distinctMeasuring } from './distinct.ts';
import { highestMeasuring } from './highest.ts';
import { hourlyMeasuring, ofHour } from './hourly.ts';
import type { Matched } from './matching.ts';
import { rated, ratedSums } from './rated.ts';
import { type Measuring, type Stretch, stretchOf } from './stretch.ts';
import { tallying } from './tallying.ts';

/** The aggregates that are not made of hourly values. */
export type PlainAggregate = Exclude<SingleAggregate, { readonly of: unknown }>;

/** What measuring reads of a measure. */
export type Measured = Pick<Measure, 'groupBy' | 'rating'>;

/** Returns the measuring of an aggregate over windows. */
export function measuring(
  use: Matched,
  aggregate: SingleAggregate,
  windows: readonly Window[],
  measure: Measured,
): Measuring {
  if (!('of' in aggregate)) return measuringPlain(use, aggregate, windows.map(stretchOf), measure);
  return hourlyMeasuring(aggregate, windows, (hours) =>
    measuringPlain(use, ofHour(aggregate), hours, measure),
  );
}

/** Returns the measuring of an aggregate over stretches of time. */
export function measuringPlain(
  use: Matched,
  aggregate: PlainAggregate,
  stretches: readonly Stretch[],
  { groupBy, rating }: Measured,
): Measuring {
  if (aggregate.kind === 'unique') {
    const { by, highest } = aggregate;
    return highest ? highestMeasuring(use, by, highest, stretches) : distinctMeasuring(use, by, stretches);
  }
  if (!rating) return tallying(use, aggregate.kind, stretches);
  const measure = { groupBy, rating };
  if (aggregate.kind === 'sum') return ratedSums(use, measure, stretches);
  return tallying(rated(use, measure), aggregate.kind, stretches);
}
