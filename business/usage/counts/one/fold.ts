/**
 * Returns a function that merges the items from one position up to, not including, another, in order; `undefined` for
 * none. A segment tree, filled in as it is asked: each question costs a logarithm of the items, however long its range.
 */
export function folding<T>(
  items: readonly T[],
  merge: (a: T, b: T) => T,
): (from: number, until: number) => T | undefined {
  const size = items.length;
  const nodes: (T | undefined)[] = new Array(2 * size);
  const node = (i: number): T => {
    if (i >= size) return items[i - size]!;
    nodes[i] ??= merge(node(2 * i), node(2 * i + 1));
    return nodes[i]!;
  };
  const join = (a: T | undefined, b: T | undefined): T | undefined =>
    a === undefined ? b : b === undefined ? a : merge(a, b);
  return (from, until) => {
    let left: T | undefined;
    let right: T | undefined;
    let high = until + size;
    for (let low = from + size; low < high; low >>= 1, high >>= 1) {
      if (low & 1) {
        left = join(left, node(low));
        low += 1;
      }
      if (high & 1) {
        high -= 1;
        right = join(node(high), right);
      }
    }
    return join(left, right);
  };
}
