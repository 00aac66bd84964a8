import type { OpenQuestion } from '#business/findings/finding.ts';
import type { VerificationSummary } from '#business/findings/lifecycle.ts';
import type { Fact } from './factSheet.ts';
import { name, number, text } from './makeFact.ts';

type Asked = VerificationSummary['questions'][number];

/** A question as a message asks it. `words` where it was told in more words than its numbers, with those named in them. */
export type QuestionToAsk = Asked & { readonly words: string | null; readonly names: readonly string[] };

/** What a message says of a question; `{count}` and `{units}` are its own numbers. */
const words: Record<OpenQuestion['code'], string> = {
  gap: 'How often a source could not be read in this time: {count}. No data is not the same as no use.',
  'totals-disagree': 'A source states another total than its own lines come to.',
  'possible-double': 'People who may be one person counted more than once: {count}.',
  'service-account': 'Accounts that look like those of a machine, not a person: {count}.',
  'order-in-progress': 'An order for {units} more is on its way and not yet in the agreement.',
  conflict: 'Records that came in with differing content, and do not count until settled: {count}.',
  unmatched: 'Records of use that nothing we agreed names: {count}.',
  'nobody-named': 'Records that name nobody and were not counted: {count}.',
  'not-returned': 'Counted checkouts without a return on record, which count as held: {count}.',
  'vendor-mistake': 'A mistake of our own may explain {units} of it.',
  'window-open': 'The last period is still running, or records for it may still come in.',
  'weak-evidence': 'Counted units that rest on a debug log or a declaration: {count}.',
  'attribute-missing': 'Records that do not say what was agreed on, and were not judged: {count}.',
  'outside-pool': 'Records of affiliates that may not draw on this quantity, and were not counted: {count}.',
  'release-unknown': 'Records of versions whose release date is not known, and were not judged: {count}.',
  contested: 'Lines you told us are wrong, and wait for our answer: {count}.',
  'contest-overdue': 'Lines you told us are wrong, and still wait for our answer: {count}.',
};

/** Who or which order it is stands in the stored words alone. */
const told: ReadonlySet<OpenQuestion['code']> = new Set([
  'possible-double',
  'service-account',
  'order-in-progress',
]);

/**
 * Returns the questions of the latest verification, each with the words of the stored reading where that asks the same.
 * `withNames` puts people's names into words, and says which. Our own mistakes are told among what we found.
 */
export function questionsToAsk(
  latest: VerificationSummary | null,
  stored: readonly OpenQuestion[],
  withNames: (words: string) => { readonly words: string; readonly names: readonly string[] },
): readonly QuestionToAsk[] {
  const left = [...stored];
  return (latest?.questions ?? stored)
    .filter(({ code }) => code !== 'vendor-mistake')
    .map(({ code, count, units }) => {
      const at = left.findIndex((one) => one.code === code && one.count === count && one.units === units);
      const [same] = at < 0 || !told.has(code) ? [] : left.splice(at, 1);
      return { code, count, units, ...(same ? withNames(same.words) : { words: null, names: [] }) };
    });
}

/** Returns each question's sentence and, as facts of their own, its numbers and the names in it. */
export function questionFacts(questions: readonly QuestionToAsk[], key: string): Fact[] {
  return questions.flatMap((question, i) => {
    const trace = `finding ${key}: open question ${question.code}`;
    const count = number(`question${i}count`, String(question.count), `${trace}, how many`);
    const units = number(`question${i}units`, question.units ?? '0', `${trace}, what it could take off`);
    const sentence = (question.words ?? words[question.code])
      .replace('{count}', count.shown)
      .replace('{units}', units.shown);
    return [
      text(`question${i}`, sentence, trace),
      count,
      ...(question.units === null ? [] : [units]),
      ...question.names.map((who, j) => name(`question${i}name${j}`, who, trace)),
    ];
  });
}
