import { exact, grouped } from '#platform/exact.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import type { AgreementState } from './agreement.lifecycle.ts';
import type { Agreement } from './agreement.ts';
import { termsTimeline } from './effectiveTerms.ts';
import type { ClauseTerms } from './terms.ts';

/** A stretch of time in which a clause allows something else than before; `null`: nothing was, or is, agreed. */
export type TermsChange = Interval & {
  readonly clause: string;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Returns where what is allowed differs between two states of an agreement, both as known at `knownAt`: per clause, in the
 * order of the text and of time, with numbers grouped (`1,000`) and sets as their values. Outside its term an agreement
 * allows nothing by these, so a change of the term shows too.
 */
export function termsChanges(before: AgreementState, after: Agreement, knownAt: Instant): TermsChange[] {
  const states = [before, after].filter((state) => state !== null);
  const clauses = states.toReversed().flatMap(({ texts }) => texts.at(-1)!.signed.clauses);
  return [...new Set(clauses.map(({ id }) => id))].flatMap((id) =>
    changesOf(id, before && allowed(before, id, knownAt), allowed(after, id, knownAt)),
  );
}

type Piece = Interval & { readonly value: string };

function allowed(agreement: Agreement, clause: string, knownAt: Instant): Piece[] {
  const { from, until } = agreement.texts.at(-1)!.signed;
  const timeline = termsTimeline(agreement, clause, { from, until }, knownAt);
  return timeline.map((piece) => ({ from: piece.from, until: piece.until, value: wordsOf(piece.terms) }));
}

function wordsOf(terms: ClauseTerms): string {
  if (terms.kind === 'restriction') return terms.allowed.join(', ') || 'nothing';
  const { allowance } = terms.clause;
  const more = allowance ? ` and ${allowance.each} for each of ${allowance.of}` : '';
  return `${grouped(exact(terms.limit))}${more}`;
}

function changesOf(clause: string, was: readonly Piece[] | null, is: readonly Piece[]): TermsChange[] {
  const before = was ?? [];
  const edges = [...new Set([...before, ...is].flatMap(({ from, until }) => [from, until]))].sort(
    (a, b) => a - b,
  );
  const found: TermsChange[] = [];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const until = edges[i + 1]!;
    const values = { before: valueAt(before, from), after: valueAt(is, from) };
    if (values.before === values.after) continue;
    const last = found.at(-1);
    const goesOn = last?.until === from && last.before === values.before && last.after === values.after;
    if (goesOn) found[found.length - 1] = { ...last, until };
    else found.push({ clause, from, until, ...values });
  }
  return found;
}

function valueAt(pieces: readonly Piece[], at: Instant): string | null {
  return pieces.find(({ from, until }) => from <= at && at < until)?.value ?? null;
}
