import type { Remedy } from '#business/questions/question.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { recordKey } from '#business/usage/record.ts';
import { readChosen } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Problem } from '#platform/problem.ts';

/** Returns the problem of a remedy that names what was not done: a decision that is not there or was taken back, a conflict nobody has settled. */
export async function checkRemedies(
  tx: Tx,
  customer: string,
  remedies: readonly Remedy[],
): Promise<readonly Problem[]> {
  const decisions = await readDecisions(tx, customer);
  const standing = new Set(decisions.filter(({ undone }) => undone === null).map(({ id }) => id));
  const chosen = remedies.some(({ kind }) => kind === 'conflict') ? await readChosen(tx, customer) : null;
  return remedies.flatMap((remedy, i) => {
    const isDone =
      remedy.kind === 'correction' ||
      (remedy.kind === 'people'
        ? standing.has(remedy.decision)
        : chosen!.has(recordKey({ source: remedy.source, id: remedy.record })));
    return isDone ? [] : [{ ...unknown, pointer: `/remedies/${i}` }];
  });
}

const unknown: Problem = {
  code: 'remedy_unknown',
  title: 'Nothing was done there',
  detail: 'There is no such decision that stands, or nobody has chosen which content of the record counts.',
  todo: 'Decide it first, then link it to the answer.',
};
