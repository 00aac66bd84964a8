/** Time cut at every bound of some stretches: cell `c` is from `edges[c]` up to `edges[c + 1]`. */
export type Edges = Float64Array;

/** Where a stretch of time begins and ends. */
export type Bounds = { readonly from: number; readonly until: number };

/** Returns the bounds of the stretches, sorted, each once. */
export function edgesOf(stretches: readonly Bounds[]): Edges {
  const bounds = new Float64Array(2 * stretches.length);
  stretches.forEach(({ from, until }, i) => {
    bounds[2 * i] = from;
    bounds[2 * i + 1] = until;
  });
  bounds.sort();
  return bounds.filter((bound, i) => bound !== bounds[i - 1]);
}

/** Returns how many of the sorted numbers are at most `value`. */
export function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the cell that holds an instant: -1 before the first, the number of edges minus one after the last. */
export function cellOf(edges: Edges, instant: number): number {
  return countUpTo(edges, instant) - 1;
}
