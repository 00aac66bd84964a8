import { exact, greater, stored, sum, zero } from '#platform/exact.ts';
import { holds, type Instant, type Interval } from '#platform/instant.ts';
import type { Agreement, Clause } from './agreement.ts';
import { byText, type KnownAgreement, knownAgreement } from './knownAgreement.ts';
import { type Operand, type Operands, operandsOf } from './operands.ts';
import type { ClauseTerms, EffectiveTerms, Provenance, TermsPiece } from './terms.ts';

/**
 * Returns what the agreement allows at `at`, as the journal knew it at `knownAt`: the only answer to "what is
 * allowed". The base is the sum of the order lines in force (or the fixed limit), as amended; the limit is the
 * greatest of it and every `raiseTo` in force, plus the sum of every `add` in force; a set is the signed one, as
 * amended, together with every `widen` in force. Outside the term nothing is allowed; pauses do not depend on it.
 * Intervals are half-open. Before any text was known there are no clauses.
 */
export function effectiveTerms(
  agreement: Agreement,
  { at, knownAt }: { readonly at: Instant; readonly knownAt: Instant },
): EffectiveTerms {
  const known = knownAgreement(agreement, knownAt);
  const id = agreement.texts[0]?.signed.id ?? '';
  if (!known) return { agreement: id, inForce: false, at, knownAt, clauses: new Map() };
  const inForce = holds(known.signed, at);
  const clauses = known.signed.clauses.map(
    (clause) => [clause.id, termsAt(clause, operandsOf(known, clause), at, inForce)] as const,
  );
  return { agreement: known.signed.id, inForce, at, knownAt, clauses: new Map(clauses) };
}

/**
 * Returns the terms of one clause over `within`, as known at `knownAt`: pieces without gaps, in order, each as long as
 * the terms (provenance and pauses too) stay the same. Empty where no such clause was known.
 */
export function termsTimeline(
  agreement: Agreement,
  clauseId: string,
  within: Interval,
  knownAt: Instant,
): TermsPiece[] {
  const known = knownAgreement(agreement, knownAt);
  const clause = known?.signed.clauses.find(({ id }) => id === clauseId);
  if (!known || !clause || within.from >= within.until) return [];
  const operands = operandsOf(known, clause);
  const edges = edgesWithin(known, operands, within);
  const pieces: TermsPiece[] = [];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const terms = termsAt(clause, operands, from, holds(known.signed, from));
    const last = pieces.at(-1);
    if (last && same(last.terms, terms)) pieces[pieces.length - 1] = { ...last, until: edges[i + 1]! };
    else pieces.push({ from, until: edges[i + 1]!, terms });
  }
  return pieces;
}

function edgesWithin(known: KnownAgreement, operands: Operands, within: Interval): Instant[] {
  const intervals = [known.signed, ...Object.values(operands).flat()];
  const inside = intervals
    .flatMap(({ from, until }) => [from, until])
    .filter((edge) => within.from < edge && edge < within.until);
  return [...new Set([within.from, ...inside, within.until])].sort((a, b) => a - b);
}

/** The clause is one object on both sides: only what stands beside it can differ. */
function same(a: ClauseTerms, b: ClauseTerms): boolean {
  return JSON.stringify({ ...a, clause: null }) === JSON.stringify({ ...b, clause: null });
}

function termsAt(clause: Clause, operands: Operands, at: Instant, inForce: boolean): ClauseTerms {
  const now = <T extends Interval>(items: readonly T[]): T[] => items.filter((item) => holds(item, at));
  const pauses = now(operands.pauses);
  const base = inForce ? now(operands.base) : [];
  if (clause.kind === 'restriction') {
    const all = [...base, ...(inForce ? now(operands.widens) : [])];
    const allowed = [...new Set(all.flatMap(({ values }) => values))].sort(byText);
    return { kind: 'restriction', clause, allowed, provenance: all.map((item) => named(item, true)), pauses };
  }
  const raises = inForce ? now(operands.raises) : [];
  const adds = inForce ? now(operands.adds) : [];
  const signed = sum(base.map(quantity));
  const best = raises.reduce((most, item) => greater(most, quantity(item)), zero);
  const raised = best.compare(signed) > 0;
  const winner = raised ? raises.find((item) => quantity(item).equals(best)) : undefined;
  const provenance = [
    ...base.map((item) => named(item, !raised)),
    ...raises.map((item) => named(item, item === winner)),
    ...adds.map((item) => named(item, true)),
  ];
  const limit = stored(greater(signed, best).add(sum(adds.map(quantity))));
  return { kind: 'capacity', clause, limit, provenance, pauses };
}

const quantity = ({ values }: Operand) => exact(values[0]!);

function named({ kind, of, values, from, until }: Operand, counts: boolean): Provenance {
  return { kind, of, value: values.join(', '), from, until, counts };
}
