import type { HourlyAggregate } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import type { Content } from './content.ts';
import { attribute } from './matching.ts';
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
export type Direct =
  | { readonly kind: 'count' | 'sum' | 'min' | 'max' | 'latest' | 'timeWeighted' | 'peakConcurrency' }
  | { readonly kind: 'unique'; readonly by: string };

/**
 * Returns the value of the content of one stretch of time, as `Aggregate` defines it; `null` where it has none.
 * `counted` is the part of it that counts, `length` how long the whole of it is.
 */
export function evaluate(
  aggregate: Direct,
  content: Content,
  counted: Stretch,
  length: number,
): Ratio | null {
  const { points, spans } = content;
  switch (aggregate.kind) {
    case 'count':
      return whole(points.length);
    case 'sum':
      return total(points.map(quantity));
    case 'min':
      return least(values(content, counted));
    case 'max':
      return greatest(values(content, counted));
    case 'latest':
      return spans.length > 0 ? values(content, counted).at(-1)! : latestPoint(points);
    case 'unique':
      return whole(different(content, aggregate.by));
    case 'timeWeighted':
      return over(held(content), whole(length));
    case 'peakConcurrency':
      return greatest(standing(spans, counted).map(({ level }) => level));
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

/** Where there are spans, the standing levels in their order; else the quantities of the points. */
function values({ points, spans }: Content, counted: Stretch): readonly Ratio[] {
  return spans.length > 0 ? standing(spans, counted).map(({ level }) => level) : points.map(quantity);
}

function latestPoint(points: readonly UsageRecord[]): Ratio | null {
  const inOrder = points.toSorted((a, b) => a.at - b.at || order(a.source, b.source) || order(a.id, b.id));
  const last = inOrder.at(-1);
  return last ? quantity(last) : null;
}

function different({ points, spans }: Content, by: string): number {
  const records = [...points, ...spans.map(({ record }) => record)];
  const found = new Set(records.map((record) => attribute(record, by)));
  found.delete(undefined);
  return found.size;
}

/** The integral of the standing level: of each span its quantity times how long it was in force. */
function held({ spans }: Content): Ratio {
  return total(spans.map(({ record, from, until }) => times(quantity(record), whole(until - from))));
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

function quantity(record: UsageRecord): Ratio {
  return fromDecimal(record.quantity);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
