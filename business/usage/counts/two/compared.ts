import type { CountedValue, CountRequest, MeasurePart, Window } from '../../measure.ts';
import { compare, fromDecimal, fromStored, over, type Ratio, written } from './ratio.ts';

/** Returns the request that asks for one part of the measure alone. */
export function requestOf(request: CountRequest, part: MeasurePart): CountRequest {
  const { window, zone, groupBy, countReservations, filter } = request.measure;
  const own = { ...part, filter: [...filter, ...part.filter] };
  return { ...request, measure: { window, zone, groupBy, countReservations, ...own } };
}

/** Returns per window and group the least or the greatest of the values of the parts that have one there. */
export function extremes(
  kind: 'lowerOf' | 'greaterOf',
  parts: readonly (readonly CountedValue[])[],
  unitSize: string,
): CountedValue[] {
  const places = Map.groupBy(parts.flat(), ({ window, group }) => `${window} ${group}`);
  const rows = [...places.values()].map((here) => {
    const ascending = here.map(({ value }) => fromStored(value!)).sort(compare);
    const value = kind === 'lowerOf' ? ascending[0]! : ascending.at(-1)!;
    return { ...here[0]!, value: written(over(value, fromDecimal(unitSize))) };
  });
  return rows.sort((a, b) => a.window - b.window || (a.group < b.group ? -1 : 1));
}

/** Returns for each window the greatest value that a group has had up to it, once it has had any. */
export function highestSoFar(values: readonly CountedValue[], windows: readonly Window[]): CountedValue[] {
  const groups = [...new Set(values.map(({ group }) => group))].sort((a, b) => (a < b ? -1 : 1));
  const own = Map.groupBy(values, ({ group }) => group);
  return windows.flatMap(({ from, until }, window) =>
    groups.flatMap((group) => {
      const past = own.get(group)!.filter((row) => row.window <= window);
      const most = past
        .map(({ value }): Ratio => fromStored(value!))
        .sort(compare)
        .at(-1);
      return most ? [{ group, window, from, until, value: written(most) }] : [];
    }),
  );
}
