import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import {
  type Examined,
  examine,
  type JudgedWindow,
  judgeInput,
  type Run,
  type Surroundings,
} from '#business/findings/index.ts';
import { momentIn } from '#platform/fields.ts';
import { holds, type Instant, latest } from '#platform/instant.ts';
import type { Example } from './example.ts';

/** A group of a clause at a moment; without groups there is one. */
export type Place = { readonly at: string; readonly group?: readonly string[] | undefined };

/** What is known: the first so many records (all), as of a moment (the end of the term). */
export type Seen = { readonly first?: number; readonly asOf?: Instant };

/** Returns the examination of a clause. Throws where the two counts differ. */
export function examined(example: Example, clauseId: string, { first, asOf }: Seen = {}): Examined {
  const { agreement, signed, catalog } = example;
  const clause = clauseOf(example, clauseId);
  const known = { agreement, signed };
  const records = example.records.slice(0, first);
  const now = asOf ?? signed.until;
  const input = judgeInput({ catalog, agreements: [known], records, chosen: new Map(), now }, known, clause);
  const result = examine(input, alone(signed));
  if (result.firstDifference !== null) throw new Error(`the two counts differ: ${result.firstDifference}`);
  return result;
}

/** Returns the clause of an id. */
export function clauseOf({ signed }: Pick<Example, 'signed'>, id: string): Clause {
  const clause = signed.clauses.find((one) => one.id === id);
  if (!clause) throw new Error(`there is no clause ${id}`);
  return clause;
}

/** Returns what a clause allows at an instant. */
export function limitAt({ agreement }: Pick<Example, 'agreement'>, clause: string, at: Instant): string {
  const terms = effectiveTerms(agreement, { at, knownAt: latest }).clauses.get(clause);
  if (terms?.kind !== 'capacity') throw new Error(`${clause} has no limit`);
  return terms.limit;
}

/** Nothing is known but terms and use. */
function alone({ customer }: SignedAgreement): Surroundings {
  const relationship = { since: '', renewals: 0, goodExperiences: [], vendorMistakes: [], openOrders: [] };
  return { customer, relationship, gaps: [], totals: [], nameOf: (who) => who };
}

/** Returns the one window of a group that holds the moment. */
export function windowAt({ judged }: Examined, place: Place, { zone }: SignedAgreement): JudgedWindow {
  const at = momentIn(place.at, zone);
  const [window, second] = (judged.get(groupKey(place)) ?? []).filter((one) => holds(one, at));
  if (!window) throw new Error(`no window of ${groupKey(place)} holds ${place.at}`);
  if (second) throw new Error(`several windows hold ${place.at}`);
  return window;
}

/** Returns the finding that holds the moment, and its window there; `undefined` where there is none. */
export function findingAt(
  { runs }: Examined,
  place: Place,
  { zone }: SignedAgreement,
): { readonly run: Run; readonly window: JudgedWindow } | undefined {
  const at = momentIn(place.at, zone);
  const own = runs.map(({ run }) => run).filter(({ group }) => group === groupKey(place));
  return own
    .flatMap((run) => run.windows.map((window) => ({ run, window })))
    .find(({ window }) => holds(window, at));
}

const groupKey = ({ group = [] }: Place): string => JSON.stringify(group);

/** Returns the moment a question is asked as of: the end of the term, where it says none. */
export function asOf(
  question: { readonly asOf?: string | undefined },
  { until, zone }: SignedAgreement,
): Instant {
  return question.asOf === undefined ? until : momentIn(question.asOf, zone);
}
