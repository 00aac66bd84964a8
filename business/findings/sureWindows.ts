import { resolve } from '#business/usage/counts/one/resolve.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { CountedValue, CountRequest, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { exact } from '#platform/exact.ts';
import { after, type Instant, overlap } from '#platform/instant.ts';
import type { JudgedWindow } from './finding.ts';
import { type JudgeInput, requestsFor, withTolerance } from './judge.ts';

/** Tells of a judged window of a group that is beyond whether it will stay so. */
export type Sure = (group: string, window: JudgedWindow) => boolean;

/**
 * Returns which windows beyond the limit stay so whatever comes in: those that are closed, and of the open ones those
 * whose value only grows and that would be beyond even if all that has no known end had ended right after it was
 * last seen to begin. Where the limit grows with use, only closed windows are sure.
 */
export function sureWindows(input: JudgeInput): Sure {
  let counted: readonly (readonly [CountRequest, readonly CountedValue[]])[] | undefined;
  const countAsSeen = () => {
    const records = endedAsSeen(input.records, input.chosen);
    return requestsFor(input).map(
      (request) => [request, countByASweep({ ...request, records, chosen: new Map() })] as const,
    );
  };
  return (group, window) => {
    if (!window.open) return true;
    if (input.grownBy || !onlyGrows(input.clause.measure) || mayLower(input)) return false;
    counted ??= countAsSeen();
    const most = withTolerance(input.clause, exact(window.limit));
    return counted.some(([request, rows]) =>
      rows.some(
        (row) => row.group === group && isOf(row, window, request) && row.value && exact(row.value).gt(most),
      ),
    );
  };
}

function isOf(row: CountedValue, window: JudgedWindow, { measure, windows }: CountRequest): boolean {
  if (measure.window.unit === 'instant') return overlap(row, window) !== undefined;
  const { counted } = windows[row.window]!;
  return counted.from === window.from && counted.until === window.until;
}

/**
 * Whether more use can never lower the value: averages, lows, last values and percentiles can fall as time goes on, the
 * lower of two by the other coming in, who has a higher kind no longer counts with the lower, and a first use that comes
 * late covers what was charged in a later window.
 */
function onlyGrows({ aggregate, firstUse }: Pick<Measure, 'aggregate' | 'firstUse'>): boolean {
  if (firstUse) return false;
  if ('parts' in aggregate) return aggregate.kind === 'greaterOf' && aggregate.parts.every(onlyGrows);
  if (aggregate.kind === 'nthHighest') return aggregate.of !== 'timeWeighted';
  if (aggregate.kind === 'unique') return aggregate.highest === undefined;
  const { kind } = aggregate;
  return kind !== 'min' && kind !== 'latest' && kind !== 'timeWeighted' && kind !== 'percentile';
}

/** By some rights more use makes other use count less: of a source that rules, or what takes a seat or a free unit before it. */
function mayLower({ rights = [], clause }: JudgeInput): boolean {
  const { aggregate } = clause.measure;
  const addsUp = 'kind' in aggregate && (aggregate.kind === 'sum' || aggregate.kind === 'count');
  return rights.some(({ rule }) => {
    if (rule.kind === 'freeUse') return rule.upTo !== null && !addsUp;
    return rule.kind === 'rulingSource' || rule.kind === 'reassignment';
  });
}

/** The same points and spans, but what has no known end lasts no longer than the instant it began. */
function endedAsSeen(records: readonly UsageRecord[], chosen: ReadonlyMap<string, string>): UsageRecord[] {
  const { points, spans, ends } = resolve(records, chosen);
  const ended = spans.map((position): UsageRecord => {
    const record = records[position]!;
    const end = ends[position]!;
    const until = end === Infinity ? after(record.at, 1) : (end as Instant);
    const kind = record.kind === 'reservation' ? 'reservation' : 'held';
    return { ...record, kind, series: null, until };
  });
  return [...points.map((position) => records[position]!), ...ended];
}
