import { type Exact, exact, lesser, plain, stored, zero } from '#platform/exact.ts';
import { holds } from '#platform/instant.ts';
import { attribute, countsAtItsTime, groupOf, passes } from '../counts/two/matching.ts';
import { type Span, spansOf } from '../counts/two/spans.ts';
import type { Window } from '../measure.ts';
import { type RuledRecord, setAside } from '../ruled.ts';
import { bears, type Counted, contentOf, countingOf, type RightOf } from './counted.ts';

type FreeUse = RightOf<'freeUse'>;

/** How much of a record is free, and by which right. */
type Freed = { readonly by: string; readonly quantity: Exact };

/**
 * Returns the records without the free units of rights that give only so many. Of single occurrences the first so many in
 * each window are free (of `unique`: the first values that nothing outside of the environment has there); of what
 * lasts, so many at a time: what begins while fewer are free is free until it ends. Each group has its own. A record of
 * which a part is free goes on with the rest of its quantity.
 */
export function freeUnits(request: Counted, rights: readonly FreeUse[]): readonly RuledRecord[] {
  let { records } = request;
  for (const right of rights) {
    if (right.rule.upTo === null) continue;
    const budget = exact(right.rule.upTo).mul(exact(request.measure.unitSize));
    const freed = freedBy({ ...request, records }, right, budget);
    records = records.map((record) => {
      const own = freed.get(contentOf(record));
      return own && bears(record, request) ? without(record, own) : record;
    });
  }
  return records;
}

function without(record: RuledRecord, { by, quantity }: Freed): RuledRecord {
  const rest = exact(record.quantity).sub(quantity);
  if (rest.compare(zero) <= 0) return setAside(record, 'free', by);
  const freed = { by, quantity: stored(quantity) };
  // All are decimals of at most thirty places, so this ends.
  return { ...record, quantity: plain(rest, 60), ruling: { ...record.ruling, freed } };
}

function freedBy(request: Counted, right: FreeUse, budget: Exact): Map<string, Freed> {
  const { measure } = request;
  const counting = countingOf(request);
  const use = counting.filter((record) => bears(record, request) && passes(record, measure));
  const inside = (record: RuledRecord) =>
    holds(right, record.at) && right.rule.in.includes(attribute(record, right.rule.attribute) ?? '');
  const bearing = new Set<RuledRecord>(use);
  const spans = spansOf(counting, request.asOf, measure.countReservations).filter(({ record }) =>
    bearing.has(record),
  );
  const points = use.filter(
    (record) => record.kind === 'occurrence' && countsAtItsTime(record, request.features),
  );
  const freed = new Map<string, Freed>();
  const free = (record: RuledRecord, quantity: Exact) =>
    freed.set(contentOf(record), { by: right.id, quantity });
  const groups = new Set(use.map((record) => groupOf(record, measure)));
  for (const group of groups) {
    const own = <T>(items: readonly T[], recordOf: (item: T) => RuledRecord): T[] =>
      items.filter((item) => groupOf(recordOf(item), measure) === group);
    const groupSpans = own(spans, ({ record }) => record);
    freePoints(
      { request, budget, inside, free },
      own(points, (record) => record),
      groupSpans,
    );
    freeSpans({ request, budget, inside, free }, groupSpans);
  }
  return freed;
}

type Giving = {
  readonly request: Counted;
  readonly budget: Exact;
  readonly inside: (record: RuledRecord) => boolean;
  readonly free: (record: RuledRecord, quantity: Exact) => void;
};

function freePoints(giving: Giving, points: readonly RuledRecord[], spans: readonly Span[]): void {
  const { aggregate } = giving.request.measure;
  if (aggregate.kind !== 'count' && aggregate.kind !== 'sum' && aggregate.kind !== 'unique') return;
  const inOrder = points.toSorted(byTime);
  for (const window of giving.request.windows) {
    const own = inOrder.filter((point) => holds(window.counted, point.at));
    if (aggregate.kind === 'unique') freeValues(giving, aggregate.by, own, spans, window);
    else freeQuantities(giving, aggregate.kind, own);
  }
}

function freeQuantities(
  { budget, inside, free }: Giving,
  kind: 'count' | 'sum',
  own: readonly RuledRecord[],
): void {
  let left = budget;
  for (const point of own.filter(inside)) {
    if (left.compare(zero) <= 0) return;
    const units = kind === 'count' ? exact(1) : exact(point.quantity);
    // Counted by number, a point is free as a whole or not at all.
    if (kind === 'count' && left.lt(units)) return;
    const taken = lesser(left, units);
    if (taken.gt(zero)) free(point, kind === 'count' ? exact(point.quantity) : taken);
    left = left.sub(taken);
  }
}

/** Somebody who is seen outside of the environment too counts anyway, and takes up no free unit. */
function freeValues(
  { budget, inside, free }: Giving,
  by: string,
  own: readonly RuledRecord[],
  spans: readonly Span[],
  { counted }: Window,
): void {
  const meeting = spans.filter(({ from, until }) => from < counted.until && counted.from < until);
  const elsewhere = [...own, ...meeting.map(({ record }) => record)].filter((record) => !inside(record));
  const counting = new Set(elsewhere.map((record) => attribute(record, by)));
  const values = new Set<string>();
  for (const point of own.filter(inside)) {
    const value = attribute(point, by);
    if (value === undefined || counting.has(value)) continue;
    if (!values.has(value) && budget.lt(exact(values.size + 1))) continue;
    values.add(value);
    free(point, exact(point.quantity));
  }
}

type Held = { readonly until: number; readonly units: Exact; readonly value: string | undefined };

function freeSpans({ request, budget, inside, free }: Giving, spans: readonly Span[]): void {
  const { aggregate } = request.measure;
  if (aggregate.kind === 'count' || aggregate.kind === 'sum') return;
  const by = aggregate.kind === 'unique' ? aggregate.by : null;
  let held: Held[] = [];
  for (const { record, from, until } of spans.toSorted(byStart)) {
    if (!inside(record)) continue;
    held = held.filter((one) => one.until > from);
    const value = by === null ? undefined : attribute(record, by);
    const known = by !== null && held.some((one) => one.value === value);
    const left = held.reduce((rest, { units }) => rest.sub(units), budget);
    const wanted = by === null ? exact(record.quantity) : known ? zero : exact(1);
    const taken = lesser(left, wanted);
    const whole = taken.equals(wanted);
    // A person is free as a whole or not at all; of a quantity a part may be.
    if (by === null ? taken.compare(zero) <= 0 : !whole) continue;
    held.push({ until, units: taken, value });
    free(record, by === null ? taken : exact(record.quantity));
  }
}

function byTime(a: RuledRecord, b: RuledRecord): number {
  return a.at - b.at || compare(a.source, b.source) || compare(a.id, b.id);
}

function byStart(a: Span, b: Span): number {
  return a.from - b.from || byTime(a.record, b.record);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
