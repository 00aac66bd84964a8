import type { Judged, JudgeInput } from '#business/findings/judge.ts';
import { type By, commandQuestion, type StoredQuestion } from '#business/questions/question.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { lineIn } from './lines.ts';

/** A clause as detection has just counted it. */
export type Counted = { readonly input: JudgeInput; readonly judged: Judged };

/**
 * Links what was counted after a contest was answered to its thread: once each, by the rules of the question. Contests of
 * clauses that are gone are told that their window is there no more.
 */
export async function linkRecounts(
  tx: Tx,
  contests: readonly StoredQuestion[],
  counted: readonly Counted[],
  by: By,
): Promise<void> {
  for (const { question } of contests) {
    const { asked, awaits, answeredAt } = question;
    const { about } = asked;
    if (awaits === null || about.kind !== 'line' || answeredAt === null || by.now <= answeredAt) continue;
    const found = counted.find(
      ({ input }) => input.agreement.id === about.agreement && input.clause.id === about.clause,
    );
    const line = found && lineIn(found.input, found.judged, about);
    const { counted: now = null, rowCounts = null } = line ?? {};
    // A refusal says that somebody has asked further meanwhile: it is still awaited, and linked after the next answer.
    await commandQuestion(tx, asked.id, { kind: 'recount', at: by.now, now, rowCounts }, by);
  }
}
