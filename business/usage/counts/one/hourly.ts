import type { Aggregate, HourlyAggregate, SingleAggregate, Window } from '#business/usage/measure.ts';
import { exact } from '#platform/exact.ts';
import type { Interval } from '#platform/instant.ts';
import { compareRatios, nothing, type Ratio } from './ratio.ts';
import { type Measuring, type Stretch, stretchOfHour } from './stretch.ts';

/** The aggregates of hourly values. */
export type OfHours = Extract<Aggregate, { readonly of: HourlyAggregate }>;

/** Returns how each hour is measured. */
export function ofHour({ of }: OfHours): Exclude<SingleAggregate, { readonly of: unknown }> {
  return of === 'unique' ? { kind: of, by: 'who' } : { kind: of };
}

/** Hours of windows, each once, and for each window the positions of its own. */
export type Hours = {
  readonly hours: readonly Interval[];
  readonly ofWindow: readonly (readonly number[])[];
};

/** Returns the hours of all windows, those that windows share once. */
export function hoursOf(windows: readonly Pick<Window, 'hours'>[]): Hours {
  const hours: Interval[] = [];
  const known = new Map<number, Map<number, number>>();
  const numberOf = (hour: Interval): number => {
    const byEnd = known.get(hour.from) ?? new Map<number, number>();
    known.set(hour.from, byEnd);
    const number = byEnd.get(hour.until) ?? hours.push(hour) - 1;
    byEnd.set(hour.until, number);
    return number;
  };
  return { ofWindow: windows.map((window) => window.hours.map(numberOf)), hours };
}

/** Returns the measuring of windows by their hours, given how hours are measured. */
export function hourlyMeasuring(
  aggregate: OfHours,
  windows: readonly Window[],
  measuring: (stretches: readonly Stretch[]) => Measuring,
): Measuring {
  const { hours, ofWindow } = hoursOf(windows);
  const measure = measuring(hours.map(stretchOfHour));
  return (group) => {
    const values = measure(group);
    return ofWindow.map((own) =>
      valueOfHours(
        aggregate,
        own.map((hour) => values[hour]),
      ),
    );
  };
}

/** Returns the value the aggregate picks among those of a window's hours; `undefined` where no hour has any. */
export function valueOfHours(aggregate: OfHours, values: readonly (Ratio | undefined)[]): Ratio | undefined {
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return undefined;
  const rank = ascendingRank(aggregate, values.length);
  const zeros = values.length - present.length;
  return rank <= zeros ? nothing : present.sort(compareRatios)[rank - zeros - 1]!;
}

/** The rank from 1, in ascending order, of the value that counts among those of `count` hours; 0 or less for none. */
export function ascendingRank(aggregate: OfHours, count: number): number {
  if (aggregate.kind === 'nthHighest') return count - aggregate.n + 1;
  return Math.max(1, Number(exact(aggregate.p).mul(count).div(100).ceil()));
}
