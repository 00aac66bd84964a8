import type { z } from '@hono/zod-openapi';
import { dateWords } from '#business/correspondence/dateWords.ts';
import { type Contest, contestQuestions, contestsIn, heldUntil } from '#business/findings/contests.ts';
import type { ReadingBody } from '#business/findings/finding.store.ts';
import type { OpenQuestion } from '#business/findings/finding.ts';
import { dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import type { FindingView } from '../pages.ts';

/** What a finding has to be shown with: what is contested at the moment, whatever was so when it was last counted. */
export type ContestMatter = {
  readonly reading: ReadingBody;
  readonly contests: readonly Contest[];
  readonly now: Instant;
};

const codes: ReadonlySet<OpenQuestion['code']> = new Set(['contested', 'contest-overdue']);

/** Returns what remains in question about a reading, with the contests as they stand now. */
export function questionsNow({ reading, contests, now }: ContestMatter): readonly OpenQuestion[] {
  const { run, evidence, verification } = reading;
  const others = verification.questions.filter(({ code }) => !codes.has(code));
  return [...contestQuestions({ run, evidence, contests, asOf: now }), ...others];
}

/** Returns the contests of a finding's lines, each with its line and where it stands. */
export function contestViews({ reading, contests }: ContestMatter): z.infer<typeof FindingView>['contests'] {
  return contestsIn(reading.run, contests).map(({ id, row, words, open, right, from }) => ({
    ...{ question: id, row: row && { ...row }, words, from: formatInstant(from) },
    state: open ? 'open' : right ? 'agreed' : 'answered',
  }));
}

/** Returns why nobody may be told of a finding while the customer waits for our answer; `null` where nothing holds it back. */
export function withheldByContest({ reading, contests, now }: ContestMatter): string | null {
  const end = heldUntil(reading.run, contests, now);
  if (end === null) return null;
  return `The customer says that a line is wrong and waits for our answer. At the latest it may go on ${dateWords(dateIn(end, 'UTC'))}.`;
}
