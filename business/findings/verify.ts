import type { Clause } from '#business/agreements/agreement.ts';
import { exact } from '#platform/exact.ts';
import type { OpenQuestion, Run, Verification } from './finding.ts';
import { withTolerance } from './judge.ts';
import { unitsInQuestion } from './questions.ts';

/**
 * Returns whether a finding may be put to anyone. It passes when the two counts agree, the source's totals do not
 * contradict its lines, no line waits for our answer to a contest that still holds, and neither an unsettled conflict nor
 * the open questions that name a number could bring the value back to the limit with its tolerance.
 */
export function verify(input: {
  readonly clause: Clause;
  readonly run: Run;
  readonly firstDifference: string | null;
  readonly totalsSeen: boolean;
  readonly questions: readonly OpenQuestion[];
}): Verification {
  const { clause, run, firstDifference, totalsSeen, questions } = input;
  const contradicted = questions.some((question) => question.code === 'totals-disagree');
  const contested = questions.some((question) => question.code === 'contested');
  const { value, limit, range } = run.peak;
  const allowed = withTolerance(clause, exact(limit));
  const explained = exact(value).sub(unitsInQuestion(questions)).compare(allowed) <= 0;
  const surely = exact(range.low).gt(allowed);
  return {
    counts: firstDifference === null ? 'agree' : 'differ',
    firstDifference,
    reconciliation: contradicted ? 'differs' : totalsSeen ? 'agrees' : 'nothing to compare',
    questions,
    passed: firstDifference === null && !contradicted && !contested && !explained && surely,
  };
}
