import { exact } from '#platform/exact.ts';
import type { OpenQuestion, Run, Verification } from './finding.ts';
import { unitsInQuestion } from './questions.ts';

/**
 * Returns whether a finding may be put to anyone. It passes when the two counts agree, the source's totals do not
 * contradict its lines, no unsettled conflict could bring the value back to the limit, and the open questions that
 * name a number could not explain the whole excess.
 */
export function verify(input: {
  readonly run: Run;
  readonly firstDifference: string | null;
  readonly totalsSeen: boolean;
  readonly questions: readonly OpenQuestion[];
}): Verification {
  const { run, firstDifference, totalsSeen, questions } = input;
  const contradicted = questions.some((question) => question.code === 'totals-disagree');
  const excess = exact(run.peak.excess);
  const explained = unitsInQuestion(questions).compare(excess) >= 0;
  const surely = exact(run.peak.range.low).gt(exact(run.peak.limit));
  return {
    counts: firstDifference === null ? 'agree' : 'differ',
    firstDifference,
    reconciliation: contradicted ? 'differs' : totalsSeen ? 'agrees' : 'nothing to compare',
    questions,
    passed: firstDifference === null && !contradicted && !explained && surely,
  };
}
