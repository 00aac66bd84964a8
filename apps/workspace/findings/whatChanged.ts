import type { FindingView } from '#apps/server/pages.ts';
import { stateWord } from '../parts/StatusBadge.tsx';

const compared = [
  ['Limit', (one: FindingView) => one.limit],
  ['Measured', (one: FindingView) => one.measured],
  ['Excess', (one: FindingView) => one.excess],
  ['State', (one: FindingView) => stateWord(one.state)],
  ['Cause', (one: FindingView) => one.cause ?? 'not known'],
  ['Windows beyond', (one: FindingView) => String(one.windowsBeyond)],
  ['Counts', (one: FindingView) => one.verification.counts],
  ['Open questions', (one: FindingView) => String(one.questions.length)],
] as const;

/**
 * Returns in words what is different between a finding as somebody read it and as it is now: values that changed,
 * then what was added to its timeline and its revisions. Empty where a reader would see no difference.
 */
export function whatChanged(read: FindingView, now: FindingView): readonly string[] {
  const values = compared
    .filter(([, of]) => of(read) !== of(now))
    .map(([name, of]) => `${name}: ${of(read)} → ${of(now)}`);
  const known = new Set([...read.timeline, ...read.revisions].map((one) => `${one.at} ${one.words}`));
  const added = [...now.timeline, ...now.revisions]
    .filter((one) => !known.has(`${one.at} ${one.words}`))
    .map((one) => one.words);
  return [...values, ...new Set(added)];
}
