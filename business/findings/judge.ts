import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Right } from '#business/agreements/right.ts';
import type { TermsPiece } from '#business/agreements/terms.ts';
import type { Count, CountedValue, CountRequest, FeatureRule, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { type Exact, exact, greater, lesser, stored, sum, zero } from '#platform/exact.ts';
import { type Instant, type Interval, overlap } from '#platform/instant.ts';
import type { Binding } from './binding.ts';
import { type Range, type Ranges, rangesOf } from './conflictRanges.ts';
import type { JudgedWindow } from './finding.ts';
import { allowances, allRequests, growthRequest, requestsFor, wholeWindow } from './requests.ts';

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
  /** Which use counts for the clause by what was agreed and permitted; left out, none is. */
  readonly rights?: readonly Right[];
  /** The other clause that the limit grows with. */
  readonly grownBy?: GrownBy;
  /** Of a clause with a condition: when it is met, over the elapsed term. Windows are cut there and judged where it is. */
  readonly binding?: readonly Binding[];
};

/** A clause that another's limit grows with: its terms over all of the term, and what counts towards it. */
export type GrownBy = Pick<JudgeInput, 'clause' | 'timeline' | 'features' | 'rights'>;

export { allRequests, requestsFor, wholeWindow };

/** The judged windows of each group, in time order; a group appears once it has a value. */
export type Judged = ReadonlyMap<string, readonly JudgedWindow[]>;

/** By how much the limit grows in each window, by how much more with other choices of records in conflict, and where that comes from. */
type Growth = readonly {
  readonly more: Exact;
  readonly inDoubt: Exact;
  readonly provenance: JudgedWindow['provenance'][number];
}[];

function growthOf(input: JudgeInput, count: Count): Growth {
  const request = growthRequest(input);
  const { clause, grownBy } = input;
  if (!request || !grownBy || clause.kind !== 'capacity' || !clause.allowance) return [];
  const { each, of } = clause.allowance;
  const used = new Map(count(request).map((row) => [row.window, exact(row.value ?? '0')]));
  const ranges = rangesOf(request, count);
  return request.windows.map((window, index) => {
    const span = overlap(window, input.agreement) ?? window.counted;
    const ordered = limitOver(grownBy.timeline, grownBy.clause, span).limit;
    const units = greater(used.get(index) ?? zero, ordered);
    const most = greater(ranges.of('[]', index, window.counted)?.high ?? zero, units);
    const more = units.mul(exact(each));
    const { from, until } = span;
    const provenance = { kind: 'allowance' as const, of, value: stored(more), from, until, counts: true };
    return { more, inDoubt: most.sub(units).mul(exact(each)), provenance };
  });
}

/** Returns each window's value beside its limit. Pure: `count` is one of the two counts. */
export function judge(input: JudgeInput, count: Count): Judged {
  const judged = new Map<string, JudgedWindow[]>();
  const growth = growthOf(input, count);
  for (const request of requestsFor(input)) {
    const ranges = rangesOf(request, count);
    for (const group of groupsOf(count(request), input.clause, ranges)) {
      const rows = judgeGroup(input, request, group, ranges, growth);
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

function judgeGroup(
  input: JudgeInput,
  request: CountRequest,
  group: Group,
  ranges: Ranges,
  growth: Growth,
): JudgedWindow[] {
  if (request.measure.window.unit === 'instant') return judgeStretches(input, request, group, ranges);
  const byWindow = new Map(group.values.map((value) => [value.window, value]));
  return request.windows.flatMap((window, index) => {
    const found = byWindow.get(index);
    const range = ranges.of(group.key, index, window.counted);
    const assumed = zeroIsAValue(request.measure) || range?.high.gt(zero) ? '0' : null;
    const value = found ? found.value : assumed;
    if (value === null) return [];
    return [judgeOne(input, window.counted, window, exact(value), range, growth[index])];
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
function zeroIsAValue({ aggregate }: Pick<Measure, 'aggregate'>): boolean {
  if ('parts' in aggregate) return aggregate.parts.every(zeroIsAValue);
  const { kind } = aggregate;
  return kind !== 'min' && kind !== 'max' && kind !== 'latest';
}

function judgeOne(
  input: JudgeInput,
  counted: Interval,
  window: Interval,
  value: Exact,
  range: Range | undefined,
  growth?: Growth[number],
): JudgedWindow {
  const span = overlap(window, input.agreement) ?? counted;
  const signed = limitOver(input.timeline, input.clause, span);
  const limit = growth ? signed.limit.add(growth.more) : signed.limit;
  const provenance = growth ? [...signed.provenance, growth.provenance] : signed.provenance;
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
      low: stored(greater(zero, lesser(range?.low ?? value, value).sub(growth?.inDoubt ?? zero))),
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
  timeline: readonly TermsPiece[],
  clause: Clause,
  span: Interval,
): { limit: Exact; provenance: JudgedWindow['provenance'] } {
  const parts = timeline.flatMap((piece) => {
    const shared = overlap(piece, span);
    return shared ? [{ piece, length: shared.until - shared.from, limit: limitOf(piece) }] : [];
  });
  const first = parts[0];
  if (!first) return { limit: zero, provenance: [] };
  const highest = parts.reduce((best, part) => (part.limit.compare(best.limit) > 0 ? part : best), first);
  if (clause.kind === 'capacity' && clause.limitRule === 'prorate') {
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
