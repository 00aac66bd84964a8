import type { Aggregate, Window } from '#business/usage/measure.ts';
import { distinctMeasuring } from './distinct.ts';
import { hourlyMeasuring, ofHour } from './hourly.ts';
import type { Matched } from './matching.ts';
import { type Measuring, type Stretch, stretchOf } from './stretch.ts';
import { tallying } from './tallying.ts';

/** The aggregates that are not made of hourly values. */
export type PlainAggregate = Exclude<Aggregate, { readonly of: unknown }>;

/** Returns the measuring of an aggregate over windows. */
export function measuring(use: Matched, aggregate: Aggregate, windows: readonly Window[]): Measuring {
  if (!('of' in aggregate)) return measuringPlain(use, aggregate, windows.map(stretchOf));
  return hourlyMeasuring(aggregate, windows, (hours) => measuringPlain(use, ofHour(aggregate), hours));
}

/** Returns the measuring of an aggregate over stretches of time. */
export function measuringPlain(
  use: Matched,
  aggregate: PlainAggregate,
  stretches: readonly Stretch[],
): Measuring {
  return aggregate.kind === 'unique'
    ? distinctMeasuring(use, aggregate.by, stretches)
    : tallying(use, aggregate.kind, stretches);
}
