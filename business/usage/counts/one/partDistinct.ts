import { attributeOf } from './attributes.ts';
import { cellOf, countUpTo, edgesOf } from './cells.ts';
import { folding } from './fold.ts';
import type { Matched, Track } from './matching.ts';
import { ofGroup } from './order.ts';
import type { Bucket, Parting } from './parting.ts';

type Values = ReadonlySet<string>;

/** Returns the parting of `unique`: the state is the set of the values themselves. */
export function partingDistinct(by: string): Parting<Values> {
  return {
    measure: (use, buckets) => valuesOver(use, by, buckets),
    merge: (a, b) => a.union(b),
    values: (values, { from, until }) => [{ from, until, value: { n: BigInt(values.size), d: 1n } }],
    toJson: (values) => [...values].sort(),
    fromJson: (json: readonly string[]) => new Set(json),
  };
}

function valuesOver(
  use: Matched,
  by: string,
  buckets: readonly Bucket[],
): (group: number) => (Values | undefined)[] {
  const edges = edgesOf(buckets);
  return (group) => {
    const cells = new Map<number, Set<string>>();
    addValues(cells, edges, use.points, ofGroup(use.pointsByTime, group), by);
    addValues(cells, edges, use.spans, ofGroup(use.spansByStart, group), by);
    const touched = [...cells.keys()].sort((a, b) => a - b);
    const fold = folding<Values>(
      touched.map((cell) => cells.get(cell)!),
      (a, b) => a.union(b),
    );
    return buckets.map(({ from, until }) =>
      fold(countUpTo(touched, cellOf(edges, from) - 1), countUpTo(touched, cellOf(edges, until) - 1)),
    );
  };
}

/** Adds to each cell the values of what meets it; a record without one leaves the cell there, and empty. */
function addValues(
  cells: Map<number, Set<string>>,
  edges: Float64Array,
  track: Track,
  positions: Uint32Array,
  by: string,
): void {
  for (const position of positions) {
    const value = attributeOf(track.record[position]!, by);
    const end = Math.min(cellOf(edges, track.until[position]! - 1), edges.length - 2);
    for (let cell = Math.max(0, cellOf(edges, track.from[position]!)); cell <= end; cell += 1) {
      const values = cells.get(cell) ?? new Set();
      cells.set(cell, values);
      if (value !== undefined) values.add(value);
    }
  }
}
