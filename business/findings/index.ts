/** What others may use of findings. */
export { type Examined, evidenceFor, examine, type ProvenRun, type Surroundings } from './examine.ts';
export { can } from './finding.can.ts';
export { findingDecider } from './finding.evolve.ts';
export { findingRefusals } from './finding.refusals.ts';
export type {
  EvidenceRow,
  FindingKey,
  FindingRef,
  JudgedWindow,
  OpenQuestion,
  Run,
  Verification,
} from './finding.ts';
export { type Judged, type JudgeInput, judge, requestsFor, wholeWindow } from './judge.ts';
export { judgeInput, type Known, type KnownToday } from './judgeInput.ts';
export type { Cause, Finding, FindingCommand, FindingEvent, ReadingSummary } from './lifecycle.ts';
export { matchRuns } from './matchRuns.ts';
export { type Gap, type SourceTotal, withNames } from './questions.ts';
export { type Reading, type Verdict, verdictOf } from './verdict.ts';
