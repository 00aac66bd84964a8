import type { Count, CountedValue, CountRequest } from '#business/usage/measure.ts';
import { type Matched, matched } from './matching.ts';
import { measuring } from './measuring.ts';
import { type Ratio, writingIn } from './ratio.ts';
import { countedStanding, standingIn, stepsOfGroup } from './standing.ts';

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
