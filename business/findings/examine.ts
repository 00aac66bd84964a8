import type { CustomerId, Relationship } from '#business/customers/customer.ts';
import { evidenceAt, evidenceOf } from '#business/usage/counts/one/evidence.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { Count, CountRequest, FeatureRule } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { rulingOf } from '#business/usage/ruled.ts';
import { holds, type Instant, type Interval } from '#platform/instant.ts';
import { factsRequest } from './binding.ts';
import { firstDifference } from './compareCounts.ts';
import type { Contest } from './contests.ts';
import type { EvidenceRow, JudgedWindow, NotCounted, Run, Verification } from './finding.ts';
import { allRequests, type Judged, type JudgeInput, judge, requestsFor } from './judge.ts';
import { type Outside, outsideOf } from './outside.ts';
import { type Gap, openQuestions, type SourceTotal } from './questions.ts';
import { notCountedIn, withRulings } from './rulings.ts';
import { runsOf } from './runs.ts';
import { sureWindows } from './sureWindows.ts';
import { verify } from './verify.ts';

/** What is known besides terms and records. */
export type Surroundings = {
  readonly customer: CustomerId;
  readonly relationship: Relationship;
  readonly gaps: readonly Gap[];
  readonly totals: readonly SourceTotal[];
  /** What the customer has contested, answered or not. */
  readonly contests?: readonly Contest[];
  readonly nameOf: (who: string) => string;
};

/** A run with its proof. */
export type ProvenRun = {
  readonly run: Run;
  readonly evidence: readonly EvidenceRow[];
  readonly verification: Verification;
  /** For a restriction: the values its counted use had. */
  readonly outside: readonly Outside[];
  /** What sources told of its time and does not count, by decision or right. */
  readonly notCounted: readonly NotCounted[];
};

/** One clause, examined: every window judged, every run proven, and whether the two counts agree on all of it. */
export type Examined = {
  readonly judged: Judged;
  readonly runs: readonly ProvenRun[];
  readonly firstDifference: string | null;
  /** Nothing was reported of the clause's features for its time: nothing can be told, which is not the same as no use. */
  readonly noData: boolean;
  /** Windows above the limit that make no run yet: they are open, and their value can still fall. */
  readonly waiting: readonly JudgedWindow[];
};

/**
 * Returns what there is to say about one clause as of `input.asOf`. `first` is the first count, by default without
 * stored partial results; the second count always starts from the records.
 */
export function examine(input: JudgeInput, around: Surroundings, first: Count = countByASweep): Examined {
  const { clause, agreement } = input;
  const requests = requestsFor(input);
  const difference =
    [...allRequests(input), ...factsOf(input)]
      .map((request) => firstDifference(first(request), recount(request)))
      .find(Boolean) ?? null;
  const judged = judge(input, first);
  const records = requests[0]?.records ?? input.records;
  const relevant = records.filter((record) => isOf(record, input.features));
  const sure = sureWindows(input);
  const runs = runsOf(agreement.id, clause, judged, sure);
  return {
    judged,
    firstDifference: difference,
    noData: isUntold(input, around.totals),
    waiting: [...judged].flatMap(([group, windows]) =>
      windows.filter((window) => window.excess !== '0' && !sure(group, window)),
    ),
    runs: runs.map((run) => {
      const notCounted = notCountedIn(run, records, input.features);
      const known = { ...around, notCounted };
      return { ...prove(run, { ...input, records: relevant }, requests, known, difference), notCounted };
    }),
  };
}

/** What was stated of the customer itself decides which windows there are: both counts have to read the same. */
function factsOf({ clause, agreement, records, chosen, asOf }: JudgeInput): CountRequest[] {
  if (!clause.onlyIf) return [];
  const term = { from: agreement.from, until: agreement.until };
  return [factsRequest(clause.onlyIf, { records, chosen, asOf, term })];
}

function prove(
  run: Run,
  input: JudgeInput,
  requests: readonly CountRequest[],
  around: Surroundings & Pick<ProvenRun, 'notCounted'>,
  difference: string | null,
): Omit<ProvenRun, 'notCounted'> {
  const evidence = evidenceFor(requests, run.peak, run.group);
  const { clause, records, chosen, features, asOf } = input;
  const questions = openQuestions({ ...around, clause, run, evidence, records, chosen, features, asOf });
  const counted = new Set(features.map((rule) => rule.feature));
  const totalsSeen = around.totals.some(
    (total) => counted.has(total.feature) && run.from <= total.at && total.at < run.until,
  );
  const verification = verify({ clause, run, firstDifference: difference, totalsSeen, questions });
  return { run, evidence, verification, outside: outsideOf(clause, evidence, records) };
}

/** Returns the counted units behind one judged window of a group. */
export function evidenceFor(
  requests: readonly CountRequest[],
  judged: JudgedWindow,
  group: string,
): readonly EvidenceRow[] {
  for (const request of requests) {
    if (request.measure.window.unit === 'instant') {
      if (request.windows.some(({ counted }) => holds(counted, judged.from)))
        return withRulings(evidenceAt(request, judged.from, group), request.records);
      continue;
    }
    const index = request.windows.findIndex(
      ({ counted }) => counted.from === judged.from && counted.until === judged.until,
    );
    if (index >= 0) return withRulings(evidenceOf(request, index, group), request.records);
  }
  return [];
}

function isOf(record: UsageRecord, features: readonly FeatureRule[]): boolean {
  return (
    record.kind === 'retraction' ||
    record.kind === 'return' ||
    record.kind === 'snapshot' ||
    names(features, record)
  );
}

function names(features: readonly FeatureRule[], { feature, source }: { feature: string; source: string }) {
  return features.some(
    (rule) => rule.feature === feature && (rule.source === null || rule.source === source),
  );
}

/** Nothing can be told without use, or where it is not known whether the clause binds now; one that never did needs no use. */
function isUntold(input: JudgeInput, totals: readonly SourceTotal[]): boolean {
  const { binding = [] } = input;
  if (binding.at(-1)?.known === 'unknown') return true;
  if (binding.length > 0 && binding.every(({ known }) => known === 'no')) return false;
  return !isReported(input, totals);
}

/** Whether a source told of the clause's features for its elapsed term; a total of nothing, agreed by its lines, tells too. */
function isReported({ agreement, asOf, features, records }: JudgeInput, totals: readonly SourceTotal[]) {
  const elapsed = { from: agreement.from, until: Math.min(agreement.until, asOf) as Instant };
  return (
    records.some((record) => names(features, asTold(record)) && tellsOf(record, elapsed)) ||
    totals.some((total) => names(features, total) && holds(elapsed, total.at) && total.stated === total.lines)
  );
}

/** What does not count tells that the source was heard all the same. */
function asTold(record: UsageRecord): Pick<UsageRecord, 'feature' | 'source'> {
  return { source: record.source, feature: rulingOf(record)?.aside?.feature ?? record.feature };
}

/** A span without a known end reaches from before the term into it. */
function tellsOf({ kind, at, until }: UsageRecord, elapsed: Interval): boolean {
  if (kind === 'retraction' || kind === 'return' || at >= elapsed.until) return false;
  return at >= elapsed.from || (kind !== 'occurrence' && (until === null || until > elapsed.from));
}
