import type { UsageRecord } from '../../record.ts';

/** A record in force from `from` up to, not including, `until`. */
export type Span = { readonly record: UsageRecord; readonly from: number; readonly until: number };

/**
 * Returns the spans of the records that hold over time. What ends a span, or stands for it, is looked for among all
 * records of its source and series, whatever their features and attributes. Spans without any length are left out:
 * they are in force at no instant.
 */
export function spansOf(
  records: readonly UsageRecord[],
  asOf: number,
  countReservations: boolean,
): readonly Span[] {
  const ofKind = (kind: UsageRecord['kind']): UsageRecord[] =>
    records.filter((record) => record.kind === kind);
  const spans = [
    ...heldSpans(ofKind('held'), ofKind('return'), asOf),
    ...sightingSpans(ofKind('sighting'), asOf),
    ...levelSpans(ofKind('level'), asOf),
    ...memberSpans(ofKind('member'), ofKind('snapshot'), asOf),
    ...(countReservations ? sightingSpans(ofKind('reservation'), asOf) : []),
  ];
  return spans.filter(({ from, until }) => from < until);
}

function heldSpans(held: readonly UsageRecord[], returns: readonly UsageRecord[], asOf: number): Span[] {
  const returned = timesBySeries(returns);
  const taken = timesBySeries(held);
  return held.map((record) => {
    const from = record.at;
    if (record.until !== null) return { record, from, until: record.until };
    const givenBack = firstFrom(returned.get(seriesOf(record)), from);
    const takenAgain = firstFrom(taken.get(seriesOf(record)), from + 1);
    const ends = [givenBack, takenAgain].filter((end) => end !== undefined);
    return { record, from, until: ends.length > 0 ? Math.min(...ends) : asOf };
  });
}

/** Of the sightings of one series the one that was seen last, which is one without an end where there is one. */
function sightingSpans(sightings: readonly UsageRecord[], asOf: number): Span[] {
  const seenUntil = (record: UsageRecord): number => record.until ?? Number.POSITIVE_INFINITY;
  return [...bySeries(sightings).values()].map((seen) => {
    const last = seen.reduce((a, b) => {
      if (seenUntil(a) !== seenUntil(b)) return seenUntil(a) > seenUntil(b) ? a : b;
      return a.id < b.id ? a : b;
    });
    return { record: last, from: last.at, until: last.until ?? asOf };
  });
}

function levelSpans(levels: readonly UsageRecord[], asOf: number): Span[] {
  return [...bySeries(levels).values()].flatMap((series) => {
    const inOrder = series.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return inOrder.map((record, i) => ({ record, from: record.at, until: inOrder[i + 1]?.at ?? asOf }));
  });
}

function memberSpans(
  members: readonly UsageRecord[],
  snapshots: readonly UsageRecord[],
  asOf: number,
): Span[] {
  const taken = timesBySeries(snapshots);
  return members.map((record) => {
    const next = firstFrom(taken.get(seriesOf(record)), record.at + 1);
    return { record, from: record.at, until: next ?? asOf };
  });
}

/** What ties records together: source and series; a record without a series is tied to nothing. */
function seriesOf({ source, id, series }: UsageRecord): string {
  return series === null ? `alone\n${source}\n${id}` : `series\n${source}\n${series}`;
}

function bySeries(records: readonly UsageRecord[]): Map<string, UsageRecord[]> {
  return Map.groupBy(records, seriesOf);
}

/** Per series the times of its records, ascending. */
function timesBySeries(records: readonly UsageRecord[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const [series, tied] of bySeries(records))
    times.set(
      series,
      tied.map(({ at }) => at).sort((a, b) => a - b),
    );
  return times;
}

/** The first of the ascending times that is not before `from`. */
function firstFrom(times: readonly number[] | undefined, from: number): number | undefined {
  if (!times) return undefined;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return times[low];
}
