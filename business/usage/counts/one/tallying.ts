import { type Amount, add } from './amount.ts';
import { type Bounds, cellOf, countUpTo, type Edges, edgesOf } from './cells.ts';
import { folding } from './fold.ts';
import type { Matched, Track } from './matching.ts';
import { ofGroup } from './order.ts';
import { stepsOfGroup } from './standing.ts';
import type { Steps } from './steps.ts';
import type { Measuring, Stretch } from './stretch.ts';
import {
  isLater,
  type LevelTally,
  mergeTallies,
  type PointTally,
  type Tally,
  type TallyAggregate,
  valueOfTally,
} from './tally.ts';

/** Tallies by cell, in order of time; cells with nothing in them are left out. */
type CellTallies = { readonly cells: readonly number[]; readonly tallies: readonly Tally[] };

/** Returns the measuring of an aggregate that tallies answer. */
export function tallying(use: Matched, aggregate: TallyAggregate, stretches: readonly Stretch[]): Measuring {
  const unit = 10n ** BigInt(use.places);
  const talliesOf = talliesOver(use, stretches);
  return (group) =>
    talliesOf(group).map((tally, i) => tally && valueOfTally(tally, aggregate, stretches[i]!, unit));
}

/**
 * Returns what gives a group's tally in each stretch. Records are tallied once, in cells cut at the bounds of all
 * stretches; a stretch is the fold of its cells, so that stretches may overlap without counting anything twice.
 */
export function talliesOver(
  use: Matched,
  stretches: readonly Bounds[],
): (group: number) => (Tally | undefined)[] {
  const edges = edgesOf(stretches);
  const first = stretches.map(({ from }) => cellOf(edges, from));
  const end = stretches.map(({ until }) => cellOf(edges, until));
  return (group) => {
    const { cells, tallies } = tallyGroup(use, group, edges);
    const fold = folding(tallies, mergeTallies);
    return stretches.map((_, i) => fold(countUpTo(cells, first[i]! - 1), countUpTo(cells, end[i]! - 1)));
  };
}

/** Returns the tallies of one group in the cells between the edges. */
function tallyGroup(use: Matched, group: number, edges: Edges): CellTallies {
  const points = tallyPoints(use.points, ofGroup(use.pointsByTime, group), edges);
  const levels = tallyLevels(stepsOfGroup(use, group), edges);
  const cells = [...new Set([...points.keys(), ...levels.keys()])].sort((a, b) => a - b);
  const tallies = cells.map((cell) => ({
    points: points.get(cell) ?? null,
    level: levels.get(cell) ?? null,
  }));
  return { cells, tallies };
}

function tallyPoints(points: Track, positions: Uint32Array, edges: Edges): Map<number, PointTally> {
  const tallies = new Map<number, PointTally>();
  for (let i = 0; i < positions.length; ) {
    const cell = cellOf(edges, points.from[positions[i]!]!);
    const until = edges[cell + 1] ?? Infinity;
    let next = i + 1;
    while (next < positions.length && points.from[positions[next]!]! < until) next += 1;
    if (cell >= 0 && until < Infinity) tallies.set(cell, pointTally(points, positions.subarray(i, next)));
    i = next;
  }
  return tallies;
}

function pointTally(points: Track, positions: Uint32Array): PointTally {
  let latest = positions[0]!;
  let sum = points.amount[latest]!;
  let least = sum;
  let most = sum;
  for (let i = 1; i < positions.length; i += 1) {
    const position = positions[i]!;
    const amount = points.amount[position]!;
    sum = add(sum, amount);
    if (amount < least) least = amount;
    if (amount > most) most = amount;
    if (isLater(points.record[position]!, points.record[latest]!)) latest = position;
  }
  const last = points.amount[latest]!;
  return { count: positions.length, sum, least, most, latest: points.record[latest]!, last };
}

function tallyLevels(steps: Steps, edges: Edges): Map<number, LevelTally> {
  const tallies = new Map<number, LevelTally>();
  const end = edges.at(-1) ?? 0;
  let step = 0;
  for (let now = edges[0] ?? 0; now < end; ) {
    while (step < steps.count && steps.until[step]! <= now) step += 1;
    if (step === steps.count) break;
    now = Math.max(now, steps.from[step]!);
    const cell = cellOf(edges, now);
    const until = edges[cell + 1];
    if (until === undefined) break;
    tallies.set(cell, levelTally(steps, step, now, until));
    now = until;
  }
  return tallies;
}

/** The tally from `from`, within step `first`, up to the end of a cell. */
function levelTally(steps: Steps, first: number, from: number, end: number): LevelTally {
  let covered = 0;
  let area = 0n;
  let small = 0;
  let least = steps.level[first]!;
  let most = least;
  let last: Amount = least;
  let until = from;
  for (let step = first; step < steps.count && steps.from[step]! < end; step += 1) {
    const start = Math.max(from, steps.from[step]!);
    until = Math.min(steps.until[step]!, end);
    last = steps.level[step]!;
    covered += until - start;
    // Most products fit a number; what has gathered moves to the bigint before it would not.
    const product = Number(last) * (until - start);
    if (small + product <= Number.MAX_SAFE_INTEGER) small += product;
    else area += BigInt(last) * BigInt(until - start);
    if (last < least) least = last;
    if (last > most) most = last;
  }
  return { covered, area: area + BigInt(small), least, most, last, until };
}
