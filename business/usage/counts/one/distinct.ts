import { attributeOf } from './attributes.ts';
import { countUpTo, edgesOf } from './cells.ts';
import type { Matched, Track } from './matching.ts';
import { groupedOrder, ofGroup, orderOf } from './order.ts';
import type { Measuring, Stretch } from './stretch.ts';

const LACKING = -1;

/** Points and spans alike: item `i` has `value[i]` from `from[i]` up to `until[i]`. */
type Items = {
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly value: Int32Array;
};

/** The stretches as questions: how many values meet each. */
type Questions = {
  readonly stretches: readonly Stretch[];
  readonly byEnd: Uint32Array;
  readonly starts: Float64Array;
};

/** Returns the measuring of how many different values of an attribute meet each stretch. */
export function distinctMeasuring(use: Matched, by: string, stretches: readonly Stretch[]): Measuring {
  const { points, spans } = use;
  const numbers = new Map<string, number>();
  const value = [...valuesOf(points, by, numbers), ...valuesOf(spans, by, numbers)];
  const items: Items = {
    from: Float64Array.from([...points.from, ...spans.from]),
    until: Float64Array.from([...points.until, ...spans.until]),
    value: Int32Array.from(value),
  };
  const anything: Items = { ...items, value: new Int32Array(value.length) };
  const groups = Uint32Array.from([...points.group, ...spans.group]);
  const sorted = groupedOrder(items.from, groups, use.groups.length);
  const questions = questionsOf(stretches);
  return (group) => {
    const positions = ofGroup(sorted, group);
    const counts = distinctIn(items, positions, questions);
    const presence = distinctIn(anything, positions, questions);
    return stretches.map((_, i) => (presence[i] === 0 ? undefined : { n: BigInt(counts[i]!), d: 1n }));
  };
}

function* valuesOf(track: Track, by: string, numbers: Map<string, number>): Generator<number> {
  for (const record of track.record) {
    const value = attributeOf(record, by);
    if (value === undefined) yield LACKING;
    else {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      yield numbers.get(value)!;
    }
  }
}

function questionsOf(stretches: readonly Stretch[]): Questions {
  return {
    stretches,
    byEnd: orderOf(Float64Array.from(stretches, ({ until }) => until)),
    starts: edgesOf(stretches.map(({ from }) => ({ from, until: from }))),
  };
}

/**
 * The stretches are answered by their ends. A value that has begun by then meets the stretch when the latest end it has
 * had so far lies after the stretch's start, so one end per value is kept, ranked among the starts in a Fenwick tree:
 * the whole costs (items + stretches) times a logarithm, however much they overlap.
 */
function distinctIn(items: Items, positions: Uint32Array, questions: Questions): Uint32Array {
  const { stretches, byEnd, starts } = questions;
  const counts = new Uint32Array(stretches.length);
  const ranks = new Map<number, number>();
  const tree = new Int32Array(starts.length + 1);
  let next = 0;
  for (const question of byEnd) {
    const { from, until } = stretches[question]!;
    for (; next < positions.length && items.from[positions[next]!]! < until; next += 1) {
      const position = positions[next]!;
      const value = items.value[position]!;
      const rank = countUpTo(starts, items.until[position]! - 1);
      const known = ranks.get(value) ?? 0;
      if (value === LACKING || rank <= known) continue;
      ranks.set(value, rank);
      if (known > 0) put(tree, known, -1);
      put(tree, rank, 1);
    }
    counts[question] = ranks.size - upTo(tree, countUpTo(starts, from) - 1);
  }
  return counts;
}

function put(tree: Int32Array, rank: number, change: number): void {
  for (let i = rank; i < tree.length; i += i & -i) tree[i]! += change;
}

function upTo(tree: Int32Array, rank: number): number {
  let total = 0;
  for (let i = rank; i > 0; i -= i & -i) total += tree[i]!;
  return total;
}
