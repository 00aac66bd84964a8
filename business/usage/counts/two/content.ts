import type { UsageRecord } from '../../record.ts';
import type { Span } from './spans.ts';

type Stretch = { readonly from: number; readonly until: number };

/** What counts in one stretch of time: its points, and its spans cut to it. */
export type Content = { readonly points: readonly UsageRecord[]; readonly spans: readonly Span[] };

/**
 * Returns what counts in each of the intervals, by its index; intervals may overlap and come in any order. Each is
 * given only those spans that meet it: the intervals are visited by their start, and what has ended is let go.
 */
export function contents(all: Content, intervals: readonly Stretch[]): readonly Content[] {
  const points = all.points.toSorted((a, b) => a.at - b.at);
  const waiting = all.spans.toSorted((a, b) => b.from - a.from);
  const order = [...intervals.keys()].sort((a, b) => intervals[a]!.from - intervals[b]!.from);
  const result: Content[] = [];
  let started: Span[] = [];
  for (const index of order) {
    const within = intervals[index]!;
    while (waiting.length > 0 && waiting.at(-1)!.from < within.until) started.push(waiting.pop()!);
    started = started.filter((span) => span.until > within.from);
    result[index] = { points: pointsIn(points, within), spans: started.flatMap((span) => cut(span, within)) };
  }
  return result;
}

/** Returns the content of each group. */
export function byGroup(content: Content, group: (record: UsageRecord) => string): Map<string, Content> {
  const points = Map.groupBy(content.points, group);
  const spans = Map.groupBy(content.spans, ({ record }) => group(record));
  const names = new Set([...points.keys(), ...spans.keys()]);
  return new Map(
    [...names].map((name) => [name, { points: points.get(name) ?? [], spans: spans.get(name) ?? [] }]),
  );
}

function cut(span: Span, within: Stretch): Span[] {
  const from = Math.max(span.from, within.from);
  const until = Math.min(span.until, within.until);
  return from < until ? [{ record: span.record, from, until }] : [];
}

function pointsIn(ascending: readonly UsageRecord[], within: Stretch): readonly UsageRecord[] {
  return ascending.slice(firstAt(ascending, within.from), firstAt(ascending, within.until));
}

function firstAt(ascending: readonly UsageRecord[], time: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]!.at < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
