import type { Instant, Interval } from '#platform/instant.ts';
import type { AmendmentChange, Clause, OrderLine, Permit, Variation } from './agreement.ts';
import type { DatedChange, KnownAgreement } from './knownAgreement.ts';
import type { Pause, Provenance } from './terms.ts';

/** One part of a clause's value, over one stretch of time: a decimal as its only value, or the values of a set. */
export type Operand = Interval & Pick<Provenance, 'kind' | 'of'> & { readonly values: readonly string[] };

/** All that ever bears on one clause. What holds at an instant are the operands and pauses whose interval holds it. */
export type Operands = {
  readonly base: readonly Operand[];
  readonly raises: readonly Operand[];
  readonly adds: readonly Operand[];
  readonly widens: readonly Operand[];
  readonly pauses: readonly Pause[];
};

/** Returns all operands of a clause, each over the time it is in force by itself; the term is not applied yet. */
export function operandsOf(known: KnownAgreement, clause: Clause): Operands {
  const variations = known.variations.filter((variation) => variation.clause === clause.id);
  const permits = variations.filter((variation) => variation.kind === 'permit');
  const of = (kind: Permit['change']['kind']): Operand[] =>
    permits.filter(({ change }) => change.kind === kind).flatMap(permitOperands);
  return {
    base: baseOperands(known, clause),
    raises: of('raiseTo'),
    adds: of('add'),
    widens: of('widen'),
    pauses: variations.flatMap((variation) =>
      variation.kind === 'forbearance'
        ? spanInForce(variation).map((span) => ({ of: variation.id, pauses: variation.pauses, ...span }))
        : [],
    ),
  };
}

function baseOperands(known: KnownAgreement, clause: Clause): Operand[] {
  const { from, until } = known.signed;
  if (clause.kind === 'restriction') {
    const set: Operand = { kind: 'allowed', of: clause.id, values: clause.allowed, from, until };
    return replaced(set, known.changes, (change) =>
      change.kind === 'replaceAllowed' && change.clause === clause.id ? change.allowed : undefined,
    );
  }
  if (clause.baseLimit === null) return orderOperands(known, clause.id);
  const limit: Operand = { kind: 'limit', of: clause.id, values: [clause.baseLimit], from, until };
  return replaced(limit, known.changes, (change) =>
    change.kind === 'replaceLimit' && change.clause === clause.id ? [change.limit] : undefined,
  );
}

function orderOperands(known: KnownAgreement, clause: string): Operand[] {
  const signed = known.signed.orderLines.map((line) => ({ line, since: known.changes }));
  const added = known.changes.flatMap(({ from, change }, i) => {
    if (change.kind !== 'addOrderLine') return [];
    const line = { ...change.orderLine, from: later(change.orderLine.from, from) };
    return [{ line, since: known.changes.slice(i + 1) }];
  });
  return [...signed, ...added]
    .filter(({ line }) => line.clause === clause)
    .flatMap(({ line, since }) => orderLineOperands(line, since));
}

/** An order line over its life: from its start, through each replaced quantity, until it ends or is ended. */
function orderLineOperands(line: OrderLine, since: readonly DatedChange[]): Operand[] {
  const end = since.find(({ change }) => change.kind === 'endOrderLine' && change.orderLine === line.id);
  const until = end ? earlier(line.until, end.from) : line.until;
  const operand: Operand = { kind: 'order', of: line.id, values: [line.quantity], from: line.from, until };
  return replaced(operand, since, (change) =>
    change.kind === 'replaceQuantity' && change.orderLine === line.id ? [change.quantity] : undefined,
  );
}

/** Cuts an operand where changes, taken in the order in which they prevail, replace its values. */
function replaced(
  first: Operand,
  changes: readonly DatedChange[],
  replacement: (change: AmendmentChange) => readonly string[] | undefined,
): Operand[] {
  const pieces: Operand[] = [];
  let current = first;
  for (const { of, from, change } of changes) {
    const values = replacement(change);
    if (!values) continue;
    pieces.push({ ...current, until: earlier(current.until, from) });
    current = { kind: 'amendment', of, values, from: later(current.from, from), until: first.until };
  }
  return [...pieces, current].filter((piece) => piece.from < piece.until);
}

function permitOperands(permit: Permit): Operand[] {
  const { change, id: of } = permit;
  // It brings no number: see `rightsOf`.
  if (change.kind === 'right') return [];
  const values = change.kind === 'widen' ? change.values : [change.quantity];
  return spanInForce(permit).map((span) => ({ kind: change.kind, of, values, ...span }));
}

/**
 * Returns when a variation is in force: from its start or its decision, whichever is later, until its end or its
 * revocation; and over the past span it releases. Where the two meet they are one span, so nothing counts twice.
 */
export function spanInForce(variation: Variation): Interval[] {
  const end = variation.revoked ? earlier(variation.until, variation.revoked.at) : variation.until;
  const own = { from: later(variation.from, variation.decidedAt), until: end };
  const past = variation.kind === 'permit' ? variation.releasesPast : null;
  if (!past) return own.from < own.until ? [own] : [];
  const pastEnd = variation.revoked ? earlier(past.until, variation.revoked.at) : past.until;
  const spans = [{ from: past.from, until: pastEnd }, own].filter(({ from, until }) => from < until);
  const [a, b] = spans;
  if (!a || !b || a.until < b.from || b.until < a.from) return spans;
  const until = Math.max(a.until, b.until) as Instant;
  return [{ from: earlier(a.from, b.from), until }];
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
