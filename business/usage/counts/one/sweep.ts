import type { Aggregate, Count, CountedValue, CountRequest, Window } from '#business/usage/measure.ts';
import { distinctMeasuring } from './distinct.ts';
import { hourlyMeasuring } from './hourly.ts';
import { type Matched, matched } from './matching.ts';
import { type Ratio, writingIn } from './ratio.ts';
import { countedStanding, standingIn, stepsOfGroup } from './standing.ts';
import { type Measuring, type Stretch, stretchOf } from './stretch.ts';
import { tallying } from './tallying.ts';

/**
 * The first of the two counts: records are resolved, matched, sorted by time once and swept. The cost is that of
 * sorting the records plus a logarithm per window and group, whether windows are many, long or overlapping.
 */
export const countByASweep: Count = (request) => {
  const use = matched(request);
  const write = writingIn(request.measure.unitSize);
  const rows: CountedValue[][] = request.windows.map(() => []);
  const fill = request.measure.window.unit === 'instant' ? fillingStanding : fillingValues;
  const fillGroup = fill(request, use, rows, write);
  for (const { name, group } of groupsByName(use)) fillGroup(name, group);
  return rows.flat();
};

type FillGroup = (name: string, group: number) => void;

function fillingValues(
  request: CountRequest,
  use: Matched,
  rows: CountedValue[][],
  write: (value: Ratio) => string,
): FillGroup {
  const measure = measuring(use, request.measure.aggregate, request.windows);
  return (name, group) => {
    measure(group).forEach((value, window) => {
      if (!value) return;
      const { from, until } = request.windows[window]!;
      rows[window]!.push({ group: name, window, from, until, value: write(value) });
    });
  };
}

function fillingStanding(
  request: CountRequest,
  use: Matched,
  rows: CountedValue[][],
  write: (value: Ratio) => string,
): FillGroup {
  const unit = 10n ** BigInt(use.places);
  return (name, group) => {
    const steps = stepsOfGroup(use, group);
    request.windows.forEach(({ counted }, window) => {
      for (const row of countedStanding(standingIn(steps, counted, unit), name, window, write))
        rows[window]!.push(row);
    });
  };
}

function groupsByName(use: Matched): { name: string; group: number }[] {
  const groups = use.groups.map((name, group) => ({ name, group }));
  return groups.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the measuring of an aggregate over windows. */
function measuring(use: Matched, aggregate: Aggregate, windows: readonly Window[]): Measuring {
  if (!('of' in aggregate)) return measuringPlain(use, aggregate, windows.map(stretchOf));
  const { of } = aggregate;
  const ofHour: PlainAggregate = of === 'unique' ? { kind: of, by: 'who' } : { kind: of };
  return hourlyMeasuring(aggregate, windows, (hours) => measuringPlain(use, ofHour, hours));
}

/** The aggregates that are not made of hourly values. */
export type PlainAggregate = Exclude<Aggregate, { readonly of: unknown }>;

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
