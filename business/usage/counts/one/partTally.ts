import type { Instant } from '#platform/instant.ts';
import { type Amount, decimalOf, digits } from './amount.ts';
import type { Parting } from './parting.ts';
import { stretchOf } from './stretch.ts';
import {
  type LevelTally,
  mergeTallies,
  type PointTally,
  type Tally,
  type TallyAggregate,
  valueOfTally,
} from './tally.ts';
import { talliesOver } from './tallying.ts';

/** The most decimals a quantity has: parts of any two counts are kept in this one scale, and so merge as they are. */
const finest = 30;
const unit = 10n ** BigInt(finest);

/** A tally as JSON: amounts as decimals. */
type TallyJson = {
  readonly points:
    | (Omit<PointTally, 'sum' | 'least' | 'most' | 'last'> & Decimals<'sum' | 'least' | 'most' | 'last'>)
    | null;
  readonly level:
    | (Pick<LevelTally, 'covered' | 'until'> & Decimals<'area' | 'least' | 'most' | 'last'>)
    | null;
};
type Decimals<K extends string> = { readonly [name in K]: string };

/** Returns the parting of the aggregates that tallies answer. */
export function partingTallies(aggregate: TallyAggregate): Parting<Tally> {
  return {
    measure: (use, buckets) => {
      const talliesOf = talliesOver(use, buckets);
      const scale = 10n ** BigInt(finest - use.places);
      return (group) => talliesOf(group).map((tally) => tally && inScale(tally, scale));
    },
    merge: mergeTallies,
    values: (tally, window) => {
      const value = valueOfTally(tally, aggregate, stretchOf(window), unit);
      return [{ from: window.from, until: window.until, value }];
    },
    toJson,
    fromJson,
  };
}

function inScale({ points, level }: Tally, scale: bigint): Tally {
  const scaled = (amount: Amount): bigint => BigInt(amount) * scale;
  return {
    points: points && {
      ...points,
      sum: scaled(points.sum),
      least: scaled(points.least),
      most: scaled(points.most),
      last: scaled(points.last),
    },
    level: level && {
      ...level,
      area: level.area * scale,
      least: scaled(level.least),
      most: scaled(level.most),
      last: scaled(level.last),
    },
  };
}

function toJson({ points, level }: Tally): TallyJson {
  return {
    points: points && {
      count: points.count,
      sum: decimal(points.sum),
      least: decimal(points.least),
      most: decimal(points.most),
      latest: { at: points.latest.at as Instant, source: points.latest.source, id: points.latest.id },
      last: decimal(points.last),
    },
    level: level && {
      covered: level.covered,
      area: decimal(level.area),
      least: decimal(level.least),
      most: decimal(level.most),
      last: decimal(level.last),
      until: level.until,
    },
  };
}

function fromJson({ points, level }: TallyJson): Tally {
  return {
    points: points && {
      ...points,
      sum: amount(points.sum),
      least: amount(points.least),
      most: amount(points.most),
      last: amount(points.last),
    },
    level: level && {
      ...level,
      area: amount(level.area),
      least: amount(level.least),
      most: amount(level.most),
      last: amount(level.last),
    },
  };
}

function decimal(value: Amount): string {
  return decimalOf(value, finest);
}

function amount(text: string): bigint {
  return BigInt(digits(text, finest));
}
