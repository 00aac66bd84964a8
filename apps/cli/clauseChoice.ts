import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { nearest } from '#platform/nearest.ts';
import { type Answer, refused } from './answer.ts';
import { type Given, problem } from './options.ts';

/** Returns which clauses `--clause` names: all where it is not given. One that no agreement has is refused. */
export function chosenClauses(
  given: Given,
  agreements: readonly SignedAgreement[],
): Answer<(clause: Clause) => boolean> {
  const wanted = given.all('clause');
  const known = agreements.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    return refused(
      ...unknown.map((id) => {
        const todo = `Write --clause ${nearest(id, known) ?? known.slice(0, 20).join(', ')}.`;
        return problem('clause_unknown', `There is no clause ${id}.`, todo);
      }),
    );
  }
  return { ok: true, value: ({ id }) => wanted.length === 0 || wanted.includes(id) };
}
