import { after, day, holds, type Instant } from '#platform/instant.ts';
import { countedParts, countsAtItsTime, passes } from '../counts/two/matching.ts';
import { spansOf } from '../counts/two/spans.ts';
import type { RuledRecord } from '../ruled.ts';
import { bears, type Counted, countingOf, type RightOf } from './counted.ts';

type Reassignment = RightOf<'reassignment'>;

/** Time in which a record says that a person has a seat; a single occurrence has no length. */
type Use = { readonly from: number; readonly until: number; readonly record: RuledRecord };

/**
 * Returns spans for the time in which a seat stays taken though its person does not use it: a person who takes a seat
 * keeps it for the days of the right (the most, of several in force), so that whoever comes instead within them counts too.
 * Who comes back within that time takes the same seat, and its days do not begin anew.
 */
export function seatsTaken(request: Counted, rights: readonly Reassignment[]): readonly RuledRecord[] {
  if (rights.length === 0) return [];
  const byPerson = Map.groupBy(usesOf(request), ({ record }) => record.who!);
  return [...byPerson.values()].flatMap((uses) => staying(uses, rights));
}

function usesOf(request: Counted): readonly Use[] {
  const { measure, features, asOf } = request;
  const counting = countingOf(request);
  const named = (record: RuledRecord) =>
    record.who !== null && bears(record, request) && passes(record, measure);
  const points = counting.filter(
    (record) => record.kind === 'occurrence' && named(record) && countsAtItsTime(record, features),
  );
  const spans = spansOf(counting, asOf, measure.countReservations).filter(({ record }) => named(record));
  return [
    ...points.map((record) => ({ from: record.at as number, until: record.at as number, record })),
    ...spans.flatMap((span) => countedParts(span, features)),
  ].sort((a, b) => a.from - b.from || a.until - b.until || (a.record.id < b.record.id ? -1 : 1));
}

function staying(uses: readonly Use[], rights: readonly Reassignment[]): RuledRecord[] {
  const result: RuledRecord[] = [];
  let seat = begun(uses[0]!, rights);
  for (const use of uses.slice(1)) {
    const kept = Math.max(seat.last.until, seat.until);
    const gap = Math.min(use.from, kept);
    if (seat.right && gap > seat.last.until) result.push(stay(seat.right, seat.last, gap));
    if (use.from > kept) seat = begun(use, rights);
    else if (use.until > seat.last.until) seat = { ...seat, last: use };
    else if (use.from > seat.last.until) seat = { ...seat, last: use };
  }
  if (seat.right && seat.until > seat.last.until) result.push(stay(seat.right, seat.last, seat.until));
  return result;
}

function begun(use: Use, rights: readonly Reassignment[]) {
  const inForce = rights.filter((right) => holds(right, use.from as Instant));
  const right = inForce.reduce<Reassignment | undefined>(
    (most, one) => (most && most.rule.days >= one.rule.days ? most : one),
    undefined,
  );
  return { right, last: use, until: use.from + (right?.rule.days ?? 0) * day };
}

/** As what it was last used for, from the end of that on. */
function stay(right: Reassignment, { record, until: from }: Use, until: number): RuledRecord {
  const id = `${record.id} (${right.id}, ${from})`;
  const point = record.kind === 'occurrence';
  return {
    ...record,
    id,
    digest: id,
    kind: 'held',
    at: from as Instant,
    until: after(from as Instant, until - from),
    quantity: point ? '1' : record.quantity,
    series: null,
    ruling: { ...record.ruling, stays: { by: right.id } },
  };
}
