import type { Count, CountedValue, CountRequest } from '#business/usage/measure.ts';
import { combining } from './combining.ts';
import { type Matched, matched } from './matching.ts';
import { measuring } from './measuring.ts';
import { rated } from './rated.ts';
import { type Ratio, writingIn } from './ratio.ts';
import { countedStanding, standingIn, stepsOfGroup } from './standing.ts';

/**
 * The first of the two counts: records are resolved, matched, sorted by time once and swept. The cost is that of
 * sorting the records plus a logarithm per window and group, whether windows are many, long or overlapping.
 */
export const countByASweep: Count = combining(sweep);

function sweep(request: CountRequest): CountedValue[] {
  const use = matched(request);
  const write = writingIn(request.measure.unitSize);
  const rows: CountedValue[][] = request.windows.map(() => []);
  const fill = request.measure.window.unit === 'instant' ? fillingStanding : fillingValues;
  const fillGroup = fill(request, use, rows, write);
  for (const { name, group } of groupsByName(use)) fillGroup(name, group);
  return rows.flat();
}

type FillGroup = (name: string, group: number) => void;

function fillingValues(
  request: CountRequest,
  use: Matched,
  rows: CountedValue[][],
  write: (value: Ratio) => string,
): FillGroup {
  const { aggregate } = request.measure;
  if ('parts' in aggregate) throw new Error('a combination is counted part by part');
  const measure = measuring(use, aggregate, request.windows, request.measure);
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
  const { groupBy, rating } = request.measure;
  const level = rating ? rated(use, { groupBy, rating }) : use;
  const unit = 10n ** BigInt(level.places);
  return (name, group) => {
    const steps = stepsOfGroup(level, group);
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
