import type { CustomerId, Relationship } from '#business/customers/customer.ts';
import { evidenceAt, evidenceOf } from '#business/usage/counts/one/evidence.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { Count, CountRequest, FeatureRule } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { firstDifference } from './compareCounts.ts';
import type { EvidenceRow, JudgedWindow, Run, Verification } from './finding.ts';
import { type Judged, type JudgeInput, judge, requestsFor } from './judge.ts';
import { type Gap, openQuestions, type SourceTotal } from './questions.ts';
import { mayFall, runsOf } from './runs.ts';
import { verify } from './verify.ts';

/** What is known besides terms and records. */
export type Surroundings = {
  readonly customer: CustomerId;
  readonly relationship: Relationship;
  readonly gaps: readonly Gap[];
  readonly totals: readonly SourceTotal[];
  readonly nameOf: (who: string) => string;
};

/** A run with its proof. */
export type ProvenRun = {
  readonly run: Run;
  readonly evidence: readonly EvidenceRow[];
  readonly verification: Verification;
};

/** One clause, examined: every window judged, every run proven, and whether the two counts agree on all of it. */
export type Examined = {
  readonly judged: Judged;
  readonly runs: readonly ProvenRun[];
  readonly firstDifference: string | null;
  /** No record of the clause's features at all: nothing can be told, which is not the same as no use. */
  readonly noData: boolean;
};

/**
 * Returns what there is to say about one clause as of `input.asOf`. `first` is the first count, by default without
 * stored partial results; the second count always starts from the records.
 */
export function examine(input: JudgeInput, around: Surroundings, first: Count = countByASweep): Examined {
  const { clause, agreement } = input;
  const requests = requestsFor(input);
  const difference =
    requests.map((request) => firstDifference(first(request), recount(request))).find(Boolean) ?? null;
  const judged = judge(input, first);
  const relevant = input.records.filter((record) => isOf(record, input.features));
  const runs = runsOf(agreement.id, clause, judged, mayFall(clause.measure, relevant));
  return {
    judged,
    firstDifference: difference,
    noData: !relevant.some((record) => record.kind !== 'retraction'),
    runs: runs.map((run) => prove(run, { ...input, records: relevant }, requests, around, difference)),
  };
}

function prove(
  run: Run,
  input: JudgeInput,
  requests: readonly CountRequest[],
  around: Surroundings,
  difference: string | null,
): ProvenRun {
  const evidence = evidenceFor(requests, run.peak, run.group);
  const { clause, records, chosen, features } = input;
  const questions = openQuestions({ ...around, clause, run, evidence, records, chosen, features });
  const counted = new Set(features.map((rule) => rule.feature));
  const totalsSeen = around.totals.some(
    (total) => counted.has(total.feature) && run.from <= total.at && total.at < run.until,
  );
  return { run, evidence, verification: verify({ run, firstDifference: difference, totalsSeen, questions }) };
}

/** Returns the counted units behind one judged window of a group. */
export function evidenceFor(
  requests: readonly CountRequest[],
  judged: JudgedWindow,
  group: string,
): readonly EvidenceRow[] {
  for (const request of requests) {
    if (request.measure.window.unit === 'instant') return evidenceAt(request, judged.from, group);
    const index = request.windows.findIndex(
      ({ counted }) => counted.from === judged.from && counted.until === judged.until,
    );
    if (index >= 0) return evidenceOf(request, index, group);
  }
  return [];
}

function isOf(record: UsageRecord, features: readonly FeatureRule[]): boolean {
  return (
    record.kind === 'retraction' ||
    record.kind === 'return' ||
    record.kind === 'snapshot' ||
    features.some(
      (rule) => rule.feature === record.feature && (rule.source === null || rule.source === record.source),
    )
  );
}
