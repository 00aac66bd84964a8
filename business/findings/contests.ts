import { exact, stored, sum } from '#platform/exact.ts';
import { dateIn, type Instant, overlap } from '#platform/instant.ts';
import type { EvidenceRow, OpenQuestion, Run } from './finding.ts';

/** A line of a count that the customer says is wrong. */
export type Contest = {
  readonly id: string;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  /** The contested window. */
  readonly from: Instant;
  readonly until: Instant;
  readonly row: { readonly source: string; readonly id: string } | null;
  /** What is said to be wrong, in our words: `not one of their people`. */
  readonly words: string;
  /** The customer waits for our answer. */
  readonly open: boolean;
  /** We have answered, and the customer was right, if only in part. */
  readonly right: boolean;
  /** Up to when this contest alone would keep us from contacting anybody. */
  readonly holdsUntil: Instant;
};

type Place = Pick<Run, 'agreement' | 'clause' | 'group' | 'from' | 'until'>;

/** Returns the contests whose window meets a run of windows beyond a clause. */
export function contestsIn(run: Place, contests: readonly Contest[]): readonly Contest[] {
  const { agreement, clause, group, from, until } = run;
  return contests.filter(
    (one) =>
      one.agreement === agreement &&
      one.clause === clause &&
      one.group === group &&
      overlap({ from, until }, one) !== undefined,
  );
}

/**
 * Returns up to when open contests keep us from contacting anybody about a run; `null` where they do not (any more).
 * A finding is held once: the first contest of it sets the end for all, so that many, one after the other, hold no longer
 * than one. Those in which the customer was right do not use it up.
 */
export function heldUntil(run: Place, contests: readonly Contest[], now: Instant): Instant | null {
  const here = contestsIn(run, contests);
  if (!here.some(({ open }) => open)) return null;
  const end = Math.min(...here.filter(({ right }) => !right).map(({ holdsUntil }) => holdsUntil)) as Instant;
  return now < end ? end : null;
}

/** Returns the question that open contests of a run put to its number; none without one. */
export function contestQuestions(doubts: {
  readonly run: Run;
  readonly evidence: readonly EvidenceRow[];
  readonly contests?: readonly Contest[];
  readonly asOf?: Instant;
}): OpenQuestion[] {
  const { run, evidence, contests = [], asOf } = doubts;
  const open = contestsIn(run, contests).filter((one) => one.open);
  if (open.length === 0 || asOf === undefined) return [];
  const end = heldUntil(run, contests, asOf);
  const count = open.length;
  const what = [...new Set(open.map(({ words }) => words))].join('; ');
  const words = `The customer says of ${count === 1 ? 'a line' : `${count} lines`} of this count that it is wrong (${what}) and waits for our answer.`;
  if (end === null) {
    const late = `${words} It holds nothing back any more: the time for that is over.`;
    return [{ code: 'contest-overdue', count, units: null, words: late }];
  }
  const held = `${words} Nobody is contacted before it is given, or before ${dateIn(end, 'UTC')}.`;
  return [{ code: 'contested', count, units: unitsOf(open, evidence), words: held }];
}

/** What the contested rows add to the value; `null` where the number itself is contested. */
function unitsOf(open: readonly Contest[], evidence: readonly EvidenceRow[]): string | null {
  if (open.some(({ row }) => row === null)) return null;
  const rows = evidence.filter((one) =>
    open.some(({ row }) => row?.source === one.source && row.id === one.id),
  );
  return stored(sum(rows.map(({ contributes }) => exact(contributes))));
}
