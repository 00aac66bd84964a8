import type { Amount } from './amount.ts';
import { type Bounds, countUpTo } from './cells.ts';
import type { Matched, Track } from './matching.ts';
import { ofGroup } from './order.ts';
import { stepsOfGroup } from './standing.ts';
import type { Steps } from './steps.ts';
import { isLater } from './tally.ts';

/** One counted point or span. */
export type Item = { readonly track: Track; readonly position: number };

/** Returns the group's points within the bounds, in order of time. */
export function pointsIn({ points, pointsByTime }: Matched, group: number, bounds: Bounds): Item[] {
  return itemsMeeting(points, ofGroup(pointsByTime, group), bounds);
}

/** Returns the group's spans that meet the bounds, in order of their start. */
export function spansIn({ spans, spansByStart }: Matched, group: number, bounds: Bounds): Item[] {
  return itemsMeeting(spans, ofGroup(spansByStart, group), bounds);
}

/** Returns the group's spans in force at an instant. */
export function spansAt(use: Matched, group: number, instant: number): Item[] {
  return spansIn(use, group, { from: instant, until: instant + 1 });
}

function itemsMeeting(track: Track, positions: Uint32Array, { from, until }: Bounds): Item[] {
  const items: Item[] = [];
  for (const position of positions) {
    if (track.from[position]! >= until) break;
    if (track.until[position]! > from) items.push({ track, position });
  }
  return items;
}

/** Returns the first instant within the bounds at which the group's standing level is at its least, or its most. */
export function firstInstantAt(
  extreme: 'least' | 'most',
  use: Matched,
  group: number,
  { from, until }: Bounds,
): number {
  const steps = stepsOfGroup(use, group);
  const isBeyond = (a: Amount, b: Amount): boolean => (extreme === 'most' ? a > b : a < b);
  let instant = from;
  let found: Amount | undefined;
  const look = (at: number, level: Amount): void => {
    if (at >= until || (found !== undefined && !isBeyond(level, found))) return;
    instant = at;
    found = level;
  };
  let now = from;
  for (let i = firstMeeting(steps, from); i < steps.count && steps.from[i]! < until; i += 1) {
    if (steps.from[i]! > now) look(now, 0);
    look(Math.max(now, steps.from[i]!), steps.level[i]!);
    now = steps.until[i]!;
  }
  look(now, 0);
  return instant;
}

function firstMeeting(steps: Steps, from: number): number {
  return countUpTo(steps.until.subarray(0, steps.count), from);
}

/** Returns the one of the points whose amount is least, or most (the first such), or which is the latest. */
export function pointAt(extreme: 'min' | 'max' | 'latest', points: readonly Item[]): Item {
  const isBetter = (item: Item, best: Item): boolean => {
    const later = isLater(recordOf(item), recordOf(best));
    if (extreme === 'latest') return later;
    const [a, b] = [amountOf(item), amountOf(best)];
    if (a === b) return !later;
    return extreme === 'min' ? a < b : a > b;
  };
  return points.reduce((best, item) => (isBetter(item, best) ? item : best));
}

/** Returns the record an item stands for. */
export function recordOf({ track, position }: Item): Track['record'][number] {
  return track.record[position]!;
}

/** Returns the amount of an item. */
export function amountOf({ track, position }: Item): Amount {
  return track.amount[position]!;
}
