import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { TermsPiece } from '#business/agreements/terms.ts';
import type {
  Count,
  CountedValue,
  CountRequest,
  FeatureRule,
  Measure,
  Window,
} from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { type Exact, exact, greater, lesser, stored, sum, zero } from '#platform/exact.ts';
import { dateIn, type Instant, type Interval, overlap } from '#platform/instant.ts';
import { type Range, type Ranges, rangesOf } from './conflictRanges.ts';
import type { JudgedWindow } from './finding.ts';

/** Everything judging one clause needs; nothing is looked up. */
export type JudgeInput = {
  readonly agreement: SignedAgreement;
  readonly clause: Clause;
  /** The clause's terms over all of its term, as known at the moment of judging. */
  readonly timeline: readonly TermsPiece[];
  readonly records: readonly UsageRecord[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly features: readonly FeatureRule[];
  readonly asOf: Instant;
};

/** The judged windows of each group, in time order; a group appears once it has a value. */
export type Judged = ReadonlyMap<string, readonly JudgedWindow[]>;

/** Returns the requests both counts answer: one, or for a restriction one per set of allowed values. */
export function requestsFor(input: JudgeInput): readonly CountRequest[] {
  const { clause, records, chosen, features, asOf } = input;
  const windows = windowsFor(input);
  if (clause.kind === 'capacity')
    return [{ records, chosen, features, asOf, measure: clause.measure, windows }];
  const bySet = new Map<string, Window[]>();
  for (const window of windows) {
    const piece = pieceAt(input.timeline, window.counted.from);
    const key = JSON.stringify(piece?.terms.kind === 'restriction' ? piece.terms.allowed : []);
    bySet.set(key, [...(bySet.get(key) ?? []), window]);
  }
  return [...bySet].map(([key, part]) => ({
    records,
    chosen,
    features,
    asOf,
    measure: outside(clause.measure, clause.attribute, JSON.parse(key) as string[]),
    windows: part,
  }));
}

function outside(measure: Measure, attribute: string, allowed: readonly string[]): Measure {
  return { ...measure, filter: [...measure.filter, { attribute, notIn: allowed }] };
}

function windowsFor({ agreement, clause, timeline, asOf }: JudgeInput): readonly Window[] {
  const cutting =
    clause.kind === 'restriction' || clause.limitRule === 'split' || clause.limitRule === 'instant';
  const standing = clause.kind === 'capacity' && clause.measure.window.unit === 'instant';
  const changes = allowances(timeline).slice(1);
  const cuts = cutting && !standing ? changes.map((piece) => piece.from) : [];
  const anchor = dateIn(agreement.from, clause.measure.zone);
  return windowsOf(clause.measure, { from: agreement.from, until: agreement.until }, { asOf, anchor, cuts });
}

/** Returns all of the window that a judged one is of, within the term: where it is still open, with what is yet to come. */
export function wholeWindow(input: JudgeInput, { from, until }: Interval): Interval {
  const windows = input.clause.measure.window.unit === 'instant' ? [] : windowsFor(input);
  const own = windows.find(({ counted }) => counted.from === from && counted.until === until);
  return (own && overlap(own, input.agreement)) ?? { from, until };
}

/**
 * Returns the terms in as few pieces as what is allowed takes: a pause, or a permit that changes nothing, cuts no
 * window. Of joined pieces the first says where the limit comes from.
 */
function allowances(timeline: readonly TermsPiece[]): TermsPiece[] {
  const pieces: TermsPiece[] = [];
  for (const piece of timeline) {
    const last = pieces.at(-1);
    if (last && allowedBy(last) === allowedBy(piece))
      pieces[pieces.length - 1] = { ...last, until: piece.until };
    else pieces.push(piece);
  }
  return pieces;
}

function allowedBy({ terms }: TermsPiece): string {
  return terms.kind === 'capacity' ? terms.limit : JSON.stringify(terms.allowed);
}

/** Returns each window's value beside its limit. Pure: `count` is one of the two counts. */
export function judge(input: JudgeInput, count: Count): Judged {
  const judged = new Map<string, JudgedWindow[]>();
  for (const request of requestsFor(input)) {
    const ranges = rangesOf(request, count);
    for (const group of groupsOf(count(request), input.clause, ranges)) {
      const rows = judgeGroup(input, request, group, ranges);
      judged.set(group.key, [...(judged.get(group.key) ?? []), ...rows]);
    }
  }
  for (const rows of judged.values()) rows.sort((a, b) => a.from - b.from);
  return judged;
}

type Group = { readonly key: string; readonly values: readonly CountedValue[] };

function groupsOf(values: readonly CountedValue[], clause: Clause, ranges: Ranges): Group[] {
  const groups = new Map<string, CountedValue[]>([...ranges.groups].map((group) => [group, []]));
  if (clause.measure.groupBy.length === 0) groups.set('[]', []);
  for (const value of values) {
    const list = groups.get(value.group);
    if (list) list.push(value);
    else groups.set(value.group, [value]);
  }
  return [...groups].map(([key, list]) => ({ key, values: list }));
}

function judgeGroup(input: JudgeInput, request: CountRequest, group: Group, ranges: Ranges): JudgedWindow[] {
  if (request.measure.window.unit === 'instant') return judgeStretches(input, request, group, ranges);
  const byWindow = new Map(group.values.map((value) => [value.window, value]));
  return request.windows.flatMap((window, index) => {
    const found = byWindow.get(index);
    const range = ranges.of(group.key, index, window.counted);
    const assumed = zeroIsAValue(request.measure) || range?.high.gt(zero) ? '0' : null;
    const value = found ? found.value : assumed;
    return value === null ? [] : [judgeOne(input, window.counted, window, exact(value), range)];
  });
}

/** Each stretch of an unchanged level, cut where the terms change, and what lies between where a conflict could fill it. */
function judgeStretches(
  input: JudgeInput,
  request: CountRequest,
  group: Group,
  ranges: Ranges,
): JudgedWindow[] {
  const pieces = allowances(input.timeline);
  const between = request.windows.flatMap(({ counted }, window) =>
    emptiesIn(counted, group.values).flatMap((span) =>
      ranges.of(group.key, window, span)?.high.gt(zero) ? [{ ...span, window, value: '0' }] : [],
    ),
  );
  return [...group.values, ...between].flatMap((row) =>
    pieces.flatMap((piece) => {
      const span = overlap(row, piece);
      if (!span || row.value === null) return [];
      const range = ranges.of(group.key, row.window, span);
      const window = { ...span, until: Math.min(span.until, request.asOf) as Instant };
      return [judgeOne(input, span, window, exact(row.value), range)];
    }),
  );
}

/** What of the bounds no row covers; the rows are in order of time. */
function emptiesIn(bounds: Interval, rows: readonly Interval[]): Interval[] {
  const inside = rows.flatMap((row) => overlap(row, bounds) ?? []);
  const starts = [bounds.from, ...inside.map(({ until }) => until)];
  const ends = [...inside.map(({ from }) => from), bounds.until];
  return starts.flatMap((from, i) => (from < ends[i]! ? [{ from, until: ends[i]! }] : []));
}

/** A window without records is zero for everything that adds up; for the rest nothing is known. */
function zeroIsAValue({ aggregate: { kind } }: Measure): boolean {
  return kind !== 'min' && kind !== 'max' && kind !== 'latest';
}

function judgeOne(
  input: JudgeInput,
  counted: Interval,
  window: Interval,
  value: Exact,
  range: Range | undefined,
): JudgedWindow {
  const { limit, provenance } = limitOver(input, overlap(window, input.agreement) ?? counted);
  const beyond = value.compare(withTolerance(input.clause, limit)) > 0;
  return {
    from: counted.from,
    until: counted.until,
    value: stored(value),
    limit: stored(limit),
    excess: beyond ? stored(value.sub(limit)) : '0',
    provenance,
    open: window.until + input.clause.lateness > input.asOf,
    range: {
      low: stored(lesser(range?.low ?? value, value)),
      high: stored(greater(range?.high ?? value, value)),
    },
  };
}

/** Returns the most that may be used where `limit` is allowed: with the tolerance of the clause. At it is not over it. */
export function withTolerance(clause: Clause, limit: Exact): Exact {
  if (clause.kind === 'restriction') return limit;
  const { kind, value } = clause.tolerance;
  return kind === 'units' ? limit.add(exact(value)) : limit.mul(exact(value).div(100).add(1));
}

function limitOver(
  input: JudgeInput,
  span: Interval,
): { limit: Exact; provenance: JudgedWindow['provenance'] } {
  const parts = input.timeline.flatMap((piece) => {
    const shared = overlap(piece, span);
    return shared ? [{ piece, length: shared.until - shared.from, limit: limitOf(piece) }] : [];
  });
  const first = parts[0];
  if (!first) return { limit: zero, provenance: [] };
  const highest = parts.reduce((best, part) => (part.limit.compare(best.limit) > 0 ? part : best), first);
  if (input.clause.kind === 'capacity' && input.clause.limitRule === 'prorate') {
    const whole = sum(parts.map((part) => exact(part.length)));
    const weighted = sum(parts.map((part) => part.limit.mul(exact(part.length))));
    const named = new Map(
      parts
        .flatMap((part) => part.piece.terms.provenance)
        .map((row) => [`${row.kind} ${row.of} ${row.from}`, row]),
    );
    return { limit: weighted.div(whole), provenance: [...named.values()] };
  }
  return { limit: highest.limit, provenance: highest.piece.terms.provenance };
}

function limitOf(piece: TermsPiece): Exact {
  return piece.terms.kind === 'capacity' ? exact(piece.terms.limit) : zero;
}

function pieceAt(timeline: readonly TermsPiece[], at: Instant): TermsPiece | undefined {
  return timeline.find((piece) => piece.from <= at && at < piece.until);
}
