import type {
  Aggregate,
  Count,
  CountedValue,
  CountRequest,
  MeasurePart,
  Window,
} from '#business/usage/measure.ts';
import { compareRatios, type Ratio, readRatio, writingIn } from './ratio.ts';

type Combination = Extract<Aggregate, { readonly parts: unknown }>;

/** Returns the count of all measures, given one that knows neither combinations nor ratchets. */
export function combining(count: Count): Count {
  return (request) => {
    const { aggregate, ratchet, window } = request.measure;
    if (window.unit === 'instant') return count(request);
    const values = 'parts' in aggregate ? combined(request, aggregate, count) : count(request);
    return ratchet ? ratcheted(values, request.windows) : values;
  };
}

/** Returns the request for one part of a combination. */
export function partOf(request: CountRequest, part: MeasurePart): CountRequest {
  const { ratchet: _, rating: __, firstUse: ___, ...whole } = request.measure;
  return { ...request, measure: { ...whole, ...part, filter: [...whole.filter, ...part.filter] } };
}

function combined(request: CountRequest, { kind, parts }: Combination, count: Count): CountedValue[] {
  const write = writingIn(request.measure.unitSize);
  const best = new Map<string, { readonly row: CountedValue; readonly value: Ratio }>();
  for (const part of parts)
    for (const row of count(partOf(request, part))) {
      const value = readRatio(row.value!);
      const place = JSON.stringify([row.window, row.group]);
      const before = best.get(place);
      const order = before ? compareRatios(value, before.value) : 0;
      if (!before || (kind === 'lowerOf' ? order < 0 : order > 0)) best.set(place, { row, value });
    }
  const rows = [...best.values()].map(({ row, value }) => ({ ...row, value: write(value) }));
  return rows.sort((a, b) => a.window - b.window || (a.group < b.group ? -1 : 1));
}

/** From the first value of a group on, every window has the greatest so far. */
function ratcheted(values: readonly CountedValue[], windows: readonly Window[]): CountedValue[] {
  const inWindows = Map.groupBy(values, ({ window }) => window);
  const highest = new Map<string, Ratio>();
  const written = new Map<string, string>();
  return windows.flatMap(({ from, until }, window) => {
    for (const { group, value } of inWindows.get(window) ?? []) {
      const ratio = readRatio(value!);
      const before = highest.get(group);
      if (before && compareRatios(ratio, before) <= 0) continue;
      highest.set(group, ratio);
      written.set(group, value!);
    }
    const rows = [...written].map(([group, value]) => ({ group, window, from, until, value }));
    return rows.sort((a, b) => (a.group < b.group ? -1 : 1));
  });
}
