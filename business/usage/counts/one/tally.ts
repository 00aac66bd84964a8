import { type Amount, add, greater, lesser } from './amount.ts';
import type { Ratio } from './ratio.ts';
import type { Stretch } from './stretch.ts';

/** Where a record stands among others: by time, then source, then id. */
export type Place = { readonly at: number; readonly source: string; readonly id: string };

/** What some points come to. */
export type PointTally = {
  readonly count: number;
  readonly sum: Amount;
  readonly least: Amount;
  readonly most: Amount;
  /** The last of them, and its amount. */
  readonly latest: Place;
  readonly last: Amount;
};

/** What the standing level comes to over some stretch of time. */
export type LevelTally = {
  /** For how long, in microseconds, anything was in force; the rest of the stretch stood at zero. */
  readonly covered: number;
  /** The integral of the level, in amounts times microseconds. */
  readonly area: bigint;
  readonly least: Amount;
  readonly most: Amount;
  /** The last level, and until when it stood. */
  readonly last: Amount;
  readonly until: number;
};

/** What one group comes to over some stretch of time; tallies of stretches one after another merge. */
export type Tally = { readonly points: PointTally | null; readonly level: LevelTally | null };

/** The aggregates that a tally answers. */
export type TallyAggregate = 'count' | 'sum' | 'min' | 'max' | 'latest' | 'timeWeighted' | 'peakConcurrency';

/** Whether `a` comes after `b`. */
export function isLater(a: Place, b: Place): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return a.source === b.source ? a.id > b.id : a.source > b.source;
}

/** Returns the tally of two stretches together; every instant of `a` is before those of `b`. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return {
    points: a.points && b.points ? mergePoints(a.points, b.points) : (a.points ?? b.points),
    level: a.level && b.level ? mergeLevels(a.level, b.level) : (a.level ?? b.level),
  };
}

function mergePoints(a: PointTally, b: PointTally): PointTally {
  const { latest, last } = isLater(b.latest, a.latest) ? b : a;
  return {
    count: a.count + b.count,
    sum: add(a.sum, b.sum),
    least: lesser(a.least, b.least),
    most: greater(a.most, b.most),
    latest,
    last,
  };
}

function mergeLevels(a: LevelTally, b: LevelTally): LevelTally {
  return {
    covered: a.covered + b.covered,
    area: a.area + b.area,
    least: lesser(a.least, b.least),
    most: greater(a.most, b.most),
    last: b.last,
    until: b.until,
  };
}

/** Returns the value a tally gives over a stretch, in amounts: `unit` of them make a quantity of one. */
export function valueOfTally(tally: Tally, aggregate: TallyAggregate, stretch: Stretch, unit: bigint): Ratio {
  const { points, level } = tally;
  if (aggregate === 'count') return { n: BigInt(points?.count ?? 0), d: 1n };
  if (aggregate === 'timeWeighted') return { n: level?.area ?? 0n, d: unit * BigInt(stretch.length) };
  return { n: BigInt(amountOf(points, level, aggregate, stretch)), d: unit };
}

function amountOf(
  points: PointTally | null,
  level: LevelTally | null,
  aggregate: Exclude<TallyAggregate, 'count' | 'timeWeighted'>,
  stretch: Stretch,
): Amount {
  if (aggregate === 'sum') return points?.sum ?? 0;
  if (aggregate === 'peakConcurrency') return level?.most ?? 0;
  if (!level) return points![aggregate === 'min' ? 'least' : aggregate === 'max' ? 'most' : 'last'];
  if (aggregate === 'max') return level.most;
  if (aggregate === 'min') return level.covered < stretch.until - stretch.from ? 0 : level.least;
  return level.until < stretch.until ? 0 : level.last;
}
