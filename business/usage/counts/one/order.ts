const FEW = 256;
const BUCKETS = 2048;

/** Returns the positions of `times` (whole numbers) in ascending order; equal times keep their order. */
export function orderOf(times: Float64Array): Uint32Array {
  const positions = new Uint32Array(times.length);
  for (let i = 0; i < positions.length; i += 1) positions[i] = i;
  return times.length < FEW
    ? positions.sort((a, b) => times[a]! - times[b]! || a - b)
    : byDigits(times, positions);
}

/** Sorts digit by digit from the least (radix sort): time linear in the rows, where comparing would cost a logarithm more. */
function byDigits(times: Float64Array, positions: Uint32Array<ArrayBuffer>): Uint32Array {
  const n = times.length;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < n; i += 1) {
    least = Math.min(least, times[i]!);
    most = Math.max(most, times[i]!);
  }
  let order = positions;
  let next = new Uint32Array(n);
  for (let unit = 1; unit <= most - least; unit *= BUCKETS) {
    const first = new Uint32Array(BUCKETS + 1);
    for (let i = 0; i < n; i += 1) first[digit(times[i]! - least, unit) + 1]! += 1;
    for (let k = 1; k <= BUCKETS; k += 1) first[k]! += first[k - 1]!;
    for (let i = 0; i < n; i += 1) {
      const position = order[i]!;
      const bucket = digit(times[position]! - least, unit);
      next[first[bucket]!] = position;
      first[bucket]! += 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

function digit(value: number, unit: number): number {
  return Math.floor(value / unit) & (BUCKETS - 1);
}

/** Positions in groups, group after group: group `g` is `order` from `starts[g]` up to `starts[g + 1]`. */
export type Grouped = { readonly order: Uint32Array; readonly starts: Uint32Array };

/** Returns the positions of `times` by group, and by time within each. */
export function groupedOrder(times: Float64Array, groups: Uint32Array, groupCount: number): Grouped {
  const starts = new Uint32Array(groupCount + 1);
  const byTime = orderOf(times);
  if (groupCount <= 1) {
    starts[groupCount] = groupCount === 0 ? 0 : times.length;
    return { order: byTime, starts };
  }
  for (const group of groups) starts[group + 1]! += 1;
  for (let g = 1; g <= groupCount; g += 1) starts[g]! += starts[g - 1]!;
  const next = starts.slice();
  const order = new Uint32Array(times.length);
  for (const position of byTime) {
    const group = groups[position]!;
    order[next[group]!] = position;
    next[group]! += 1;
  }
  return { order, starts };
}

/** Returns the positions of one group. */
export function ofGroup({ order, starts }: Grouped, group: number): Uint32Array {
  return order.subarray(starts[group]!, starts[group + 1]!);
}
