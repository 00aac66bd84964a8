import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { spanOf } from '#business/catalog/span.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { Finding } from '#business/findings/lifecycle.ts';
import { trueUpOfExcess } from '#business/remediation/position.ts';
import { spanToPay } from '#business/remediation/spanToPay.ts';
import { type TrueUp, trueUp } from '#business/remediation/trueUp.ts';
import { type Exact, exact, greater, plain, stored, zero } from '#platform/exact.ts';
import { type CalendarDate, type Instant, type Interval, startOfDate } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { Quote, Release } from './quote.ts';

/** Where a quote is made: the clause it is about, what is known of it, and until when it may be agreed. */
export type Place = {
  readonly id: string;
  readonly agreement: Agreement;
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly catalog: Catalog;
  readonly validUntil: CalendarDate;
};

/** The windows of a finding's reading, as far as a quote is concerned. */
export type Beyond = Pick<JudgedWindow, 'from' | 'excess'>;

/**
 * Returns the quote that settles a confirmed finding: the units missing at its peak, paid for as `priceOfExcess` says,
 * and the past before that released with the units the earlier windows needed. Refuses `finding_not_confirmed`,
 * `nothing_owed` (the mistake was ours), `counted_lower` (fewer units are missing by now), `not_by_units` (a restriction), and what `trueUp` refuses.
 */
export function quoteOfFinding(
  place: Place,
  finding: Exclude<Finding, { status: 'none' }>,
  windows: readonly Beyond[],
): Result<Quote> {
  if (finding.status !== 'confirmed') return failure(notConfirmed);
  if (finding.cause === 'vendor-mistake') return failure(nothingOwed);
  if (place.clause.kind === 'restriction') return failure(notByUnits(place.clause.id));
  const reading = finding.confirmed;
  if (missingUnits(finding).lt(exact(reading.excess).ceil())) return failure(countedLower(finding));
  const priced = trueUpOfExcess(place, reading);
  if (!priced.ok) return priced;
  const span = spanPaid(place.signed, spanToPay(place.signed, reading));
  const past = { from: later(reading.from, place.signed.from), until: span.from };
  return success(quoteOf(place, priced.value, span, finding.key, releaseOf(past, windows)));
}

/** Returns the whole units that are missing at the peak of a finding as it is counted now; none where it is over. */
export function missingUnits(finding: Exclude<Finding, { status: 'none' }>): Exact {
  const isOver =
    finding.status === 'cleared' || finding.status === 'merged' || finding.status === 'dismissed';
  return isOver ? zero : exact(finding.reading.excess).ceil();
}

/**
 * Returns a quote for so many units more (whole, at least one) from a day to the end of the term, beside what the clause
 * allows on that day as known at `now`. Refuses `not_by_units` and what `trueUp` refuses.
 */
export function quoteOfUnits(
  place: Place,
  { units, from, now }: { readonly units: string; readonly from: CalendarDate; readonly now: Instant },
): Result<Quote> {
  const { agreement, signed, clause, catalog } = place;
  if (clause.kind === 'restriction') return failure(notByUnits(clause.id));
  const begins = later(startOfDate(from, signed.zone), signed.from);
  const terms = effectiveTerms(agreement, { at: begins, knownAt: now }).clauses.get(clause.id);
  const entitled = terms?.kind === 'capacity' ? exact(terms.limit) : zero;
  const priced = trueUp({ clause, agreement: signed, entitled, excess: exact(units), from, catalog });
  if (!priced.ok) return priced;
  return success(quoteOf(place, priced.value, { from: begins, until: signed.until }, null, null));
}

function quoteOf(
  { id, signed, clause, validUntil }: Place,
  { quantity, ...priced }: TrueUp,
  span: Interval,
  finding: string | null,
  release: Release | null,
): Quote {
  return {
    id,
    customer: signed.customer,
    agreement: signed.id,
    clause: clause.id,
    product: clause.product,
    unitName: { one: clause.unitName.one, many: clause.unitName.many },
    // Without a price nothing was priced.
    price: clause.price!,
    zone: signed.zone,
    finding,
    units: quantity,
    ...span,
    priced,
    release,
    validUntil,
  };
}

/** Days are paid whole, so they are granted whole; never beyond the term. */
function spanPaid(term: SignedAgreement, { from, until }: Interval): Interval {
  const days = spanOf({ from, until }, { ...term, anchor: term.from });
  const end = Math.min(startOfDate(days.until, term.zone), term.until) as Instant;
  return { from: later(startOfDate(days.from, term.zone), term.from), until: end };
}

/** The most that windows begun in the past needed; `null` where none lies there. */
function releaseOf(past: Interval, windows: readonly Beyond[]): Release | null {
  if (past.from >= past.until) return null;
  const needed = windows.filter(({ from }) => from < past.until).map(({ excess }) => exact(excess));
  const units = needed.reduce((most, excess) => greater(most, excess), zero).ceil();
  return units.equals(zero) ? null : { ...past, units: stored(units) };
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

const notConfirmed: Problem = {
  code: 'finding_not_confirmed',
  title: 'Not confirmed',
  detail: 'A quote is made of what somebody has confirmed, and this finding is not.',
  todo: 'Look at the finding and confirm it, or dismiss it.',
};

function countedLower(finding: Exclude<Finding, { status: 'none' }>): Problem {
  return {
    code: 'counted_lower',
    title: 'Less is missing than was confirmed',
    detail: `Counted again, ${plain(missingUnits(finding))} units are missing, fewer than when it was confirmed.`,
    todo: 'Open the finding again, look at what is left, and confirm that.',
  };
}

const nothingOwed: Problem = {
  code: 'nothing_owed',
  title: 'Nothing is owed',
  detail: 'The finding was confirmed as a mistake of ours, and nobody owes for that.',
  todo: 'Put it right with a permit, if the use shall be allowed.',
};

function notByUnits(clause: string): Problem {
  return {
    code: 'not_by_units',
    title: 'More units do not help',
    detail: `The clause ${clause} says where something may be used, not how much of it.`,
    todo: 'Amend what the clause allows.',
  };
}
