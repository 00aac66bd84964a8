import type { HourlyAggregate, RatingStep, SingleAggregate } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import type { Content } from './content.ts';
import { attribute } from './matching.ts';
import { rating } from './rating.ts';
import {
  ceiling,
  compare,
  fromDecimal,
  nought,
  over,
  type Ratio,
  ratio,
  times,
  total,
  whole,
} from './ratio.ts';
import { standing } from './standing.ts';

type Stretch = { readonly from: number; readonly until: number };

/** An aggregate read from the records of one stretch of time. */
export type Direct = Exclude<SingleAggregate, { readonly of: unknown }>;

/**
 * Returns the value of the content of one stretch of time, as `Aggregate` defines it; `null` where it has none.
 * `counted` is the part of it that counts, `length` how long the whole of it is, `steps` how quantities are rated.
 */
export function evaluate(
  aggregate: Direct,
  content: Content,
  counted: Stretch,
  length: number,
  steps: readonly RatingStep[],
): Ratio | null {
  const { points, spans } = content;
  switch (aggregate.kind) {
    case 'count':
      return whole(points.length);
    case 'sum':
      return rating(points, steps);
    case 'min':
      return least(values(content, counted, steps));
    case 'max':
      return greatest(values(content, counted, steps));
    case 'latest':
      return spans.length > 0 ? values(content, counted, steps).at(-1)! : latestPoint(points, steps);
    case 'unique':
      return whole(different(content, aggregate.by));
    case 'timeWeighted':
      return over(held(content, counted, steps), whole(length));
    case 'peakConcurrency':
      return greatest(standing(spans, counted, steps).map(({ level }) => level));
  }
}

/** Returns the nth highest of the values; `hours` is how many there are with those that are zero. */
export function nthHighest(n: number, hourly: readonly Ratio[], hours: number): Ratio {
  return ascending(hourly, hours)[hours - n] ?? nought;
}

/** Returns the percentile by nearest rank: the value at rank ceil(p / 100 × hours), from 1, in ascending order. */
export function percentile(p: string, hourly: readonly Ratio[], hours: number): Ratio {
  const rank = ceiling(times(fromDecimal(p), ratio(BigInt(hours), 100n)));
  return ascending(hourly, hours)[Math.max(1, Number(rank)) - 1] ?? nought;
}

/** Returns the aggregate an hourly one stands for. */
export function direct(of: HourlyAggregate): Direct {
  return of === 'unique' ? { kind: 'unique', by: 'who' } : { kind: of };
}

/** Where there are spans, the standing levels in their order; else the rating of each point alone. */
function values(
  { points, spans }: Content,
  counted: Stretch,
  steps: readonly RatingStep[],
): readonly Ratio[] {
  const alone = (record: UsageRecord): Ratio => rating([record], steps);
  return spans.length > 0 ? standing(spans, counted, steps).map(({ level }) => level) : points.map(alone);
}

function latestPoint(points: readonly UsageRecord[], steps: readonly RatingStep[]): Ratio | null {
  const inOrder = points.toSorted((a, b) => a.at - b.at || order(a.source, b.source) || order(a.id, b.id));
  const last = inOrder.at(-1);
  return last ? rating([last], steps) : null;
}

function different({ points, spans }: Content, by: string): number {
  const records = [...points, ...spans.map(({ record }) => record)];
  const found = new Set(records.map((record) => attribute(record, by)));
  found.delete(undefined);
  return found.size;
}

/** The integral of the standing level: of each span its quantity times how long it was in force; or of each step. */
function held({ spans }: Content, counted: Stretch, steps: readonly RatingStep[]): Ratio {
  if (steps.length === 0)
    return total(
      spans.map(({ record, from, until }) => times(fromDecimal(record.quantity), whole(until - from))),
    );
  const levels = standing(spans, counted, steps);
  return total(levels.map(({ from, until, level }) => times(level, whole(until - from))));
}

function ascending(hourly: readonly Ratio[], hours: number): readonly Ratio[] {
  const empty = Array.from({ length: hours - hourly.length }, () => nought);
  return [...empty, ...hourly].sort(compare);
}

function least(of: readonly Ratio[]): Ratio | null {
  return of.toSorted(compare)[0] ?? null;
}

function greatest(of: readonly Ratio[]): Ratio | null {
  return of.toSorted(compare).at(-1) ?? null;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
