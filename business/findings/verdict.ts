import { conditionWords } from '#business/agreements/condition.ts';
import { type Exact, exact, plain, sum } from '#platform/exact.ts';
import { dateIn, formatInstant, holds, type Instant, overlap } from '#platform/instant.ts';
import { hasTooManyWays, unsettled } from './conflictRanges.ts';
import type { Examined } from './examine.ts';
import { type JudgeInput, withTolerance } from './judge.ts';
import type { Gap, SourceTotal } from './questions.ts';

/** Where a clause stands; `why` says, in plain words, what keeps us from telling. */
export type Verdict =
  | { readonly result: 'within' | 'beyond'; readonly why: null }
  | { readonly result: 'cannot-tell'; readonly why: string };

/** What is known of how completely use was read. */
export type Reading = {
  readonly totals: readonly SourceTotal[];
  readonly gaps: readonly Gap[];
  /** How many entries were left out because they could not be understood. */
  readonly rejected: number;
};

/**
 * Returns whether use is within a clause. It is beyond where there is a finding. Short of that it cannot be told where
 * the two counts differ, nothing was reported, a value above the limit can still fall, records in conflict could take
 * the value above the limit, a source states more than the limit while its lines show less, entries were left out, or
 * a source could not be read in the clause's time and gave no later status on that local day.
 */
export function verdictOf(input: JudgeInput, examined: Examined, reading: Reading): Verdict {
  if (examined.runs.length > 0) return { result: 'beyond', why: null };
  const why = doubt(input, examined, reading);
  return why === null ? { result: 'within', why: null } : { result: 'cannot-tell', why };
}

function doubt(input: JudgeInput, examined: Examined, reading: Reading): string | null {
  const { agreement, clause, features, asOf } = input;
  if (examined.firstDifference !== null)
    return `The two counts differ: ${examined.firstDifference}. Please report this.`;
  if (asOf <= agreement.from) return 'The agreement has not begun yet.';
  const unbound = notBinding(input);
  if (unbound) return unbound.why;
  if (features.length === 0)
    return `The clause names no features, and no catalog takes any to the product ${clause.product}.`;
  if (examined.noData) {
    const names = [...new Set(features.map(({ feature }) => feature))];
    const shown = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
    return `Nothing was reported for its time of what counts here (${shown}): no data is not the same as no use.`;
  }
  return (
    waiting(input, examined) ??
    inConflict(input, examined) ??
    statedAbove(input, reading.totals) ??
    leftOut(reading) ??
    unread(input, reading)
  );
}

/** A clause that never bound so far is kept whatever was used; where that is unknown for some time, nothing can be told. */
function notBinding({ clause, binding }: JudgeInput): { readonly why: string | null } | null {
  if (!clause.onlyIf || !binding) return null;
  if (binding.some(({ known }) => known === 'unknown'))
    return {
      why: `The clause binds only where ${conditionWords(clause.onlyIf)}, and that was not stated, or not alike, for all of the time.`,
    };
  return binding.some(({ known }) => known === 'yes') ? null : { why: null };
}

function waiting({ clause }: JudgeInput, { waiting: [window] }: Examined): string | null {
  if (!window) return null;
  const { value, limit } = window;
  return `The last period stands at ${plain(exact(value))} ${clause.unitName.many} where ${plain(exact(limit))} are allowed, but it is still open, and its value can still fall.`;
}

function inConflict(input: JudgeInput, { judged }: Examined): string | null {
  const above = [...judged.values()]
    .flat()
    .find(
      ({ range, limit }) =>
        range.low !== range.high && exact(range.high).gt(withTolerance(input.clause, exact(limit))),
    );
  const count = unsettled(input).size;
  if (!above && hasTooManyWays(input))
    return `${count} records came in with differing content and do not count until settled: there are too many ways to settle them to try each.`;
  if (!above) return null;
  const { low, high } = above.range;
  return `${count} record${count === 1 ? '' : 's'} came in with differing content and do${count === 1 ? 'es' : ''} not count until settled: the value lies between ${plain(exact(low))} and ${plain(exact(high))}, the limit is ${plain(exact(above.limit))}.`;
}

function leftOut({ rejected }: Reading): string | null {
  if (rejected === 0) return null;
  return `${rejected} ${rejected === 1 ? 'entry' : 'entries'} could not be understood and ${rejected === 1 ? 'was' : 'were'} left out: what ${rejected === 1 ? 'it says' : 'they say'} could count here.`;
}

function unread({ agreement, clause, features, asOf }: JudgeInput, { gaps, totals }: Reading): string | null {
  const elapsed = { from: agreement.from, until: Math.min(agreement.until, asOf) as Instant };
  const day = (at: Instant) => dateIn(at, clause.measure.zone);
  const bridged = ({ source, from }: Gap) =>
    totals.some((total) => total.source === source && total.at > from && day(total.at) === day(from));
  const open = gaps.filter(
    (gap) =>
      features.some(({ source }) => (source ?? gap.source) === gap.source) &&
      overlap(gap, elapsed) &&
      !bridged(gap),
  );
  const [first] = open;
  if (!first) return null;
  return `${first.source} could not be read ${open.length === 1 ? 'once' : `${open.length} times`}, first at ${formatInstant(first.from)}: no data is not the same as no use.`;
}

/** Only a level can be compared with what a server states at one moment. */
const levels: ReadonlySet<string> = new Set(['peakConcurrency', 'max', 'latest']);

function statedAbove(input: JudgeInput, totals: readonly SourceTotal[]): string | null {
  const { clause, features } = input;
  const { aggregate, filter, groupBy, unitSize, rating, ratchet } = clause.measure;
  if (rating || ratchet || !levels.has(aggregate.kind) || filter.length > 0 || groupBy.length > 0)
    return null;
  const own = totals.filter(({ source, feature, at }) =>
    features.some(
      (rule) => rule.feature === feature && (rule.source ?? source) === source && holds(rule, at),
    ),
  );
  for (const group of Map.groupBy(own, ({ source, at }) => `${source}\n${at}`).values()) {
    if (group.every(({ stated, lines }) => stated === lines)) continue;
    const { at, source } = group[0]!;
    const stated = sum(group.map((total) => exact(total.stated))).div(exact(unitSize));
    const limit = limitAt(input, at);
    if (limit && stated.gt(withTolerance(clause, limit)))
      return `${source} itself states ${plain(stated)} in use where ${plain(limit)} are allowed, but its lines do not add up to it.`;
  }
  return null;
}

function limitAt({ timeline }: JudgeInput, at: Instant): Exact | undefined {
  const piece = timeline.find((one) => holds(one, at));
  return piece?.terms.kind === 'capacity' ? exact(piece.terms.limit) : undefined;
}
