import type { Clause, OrderLine, SignedAgreement } from '#business/agreements/agreement.ts';
import { type Span, spanOf } from '#business/catalog/span.ts';
import { type CalendarDate, type Instant, startOfDate } from '#platform/instant.ts';
import type { TrueUp } from './trueUp.ts';

type Term = Pick<SignedAgreement, 'currency' | 'from' | 'until' | 'zone'>;

/**
 * Returns the time that is paid for units added from a day on: what is added ends with the agreement, and its periods are
 * those of the agreement. A day before the term is its first; a term that ends within a day is paid to the end of that
 * day where days count.
 */
export function coTermed(term: Term, from: CalendarDate): Span {
  const begins = Math.max(startOfDate(from, term.zone), term.from) as Instant;
  return spanOf(
    { from: begins, until: term.until },
    { currency: term.currency, zone: term.zone, anchor: term.from },
  );
}

/** Returns the order line for added units: from the day on, ending with the agreement. */
export function addedLine(
  { id, source, from }: { readonly id: string; readonly source: string; readonly from: CalendarDate },
  {
    clause,
    agreement,
    quantity,
  }: {
    readonly clause: Pick<Clause, 'id' | 'product'>;
    readonly agreement: Term;
    readonly quantity: TrueUp['quantity'];
  },
): OrderLine {
  return {
    id,
    clause: clause.id,
    product: clause.product,
    edition: null,
    quantity,
    from: Math.max(startOfDate(from, agreement.zone), agreement.from) as Instant,
    until: agreement.until,
    source,
  };
}
