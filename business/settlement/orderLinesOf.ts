import type { FiledAmendment } from '#business/agreements/agreementFile.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { Quote } from './quote.ts';

/** Returns the amendment by which what was agreed counts: the units that are paid for, for the time that is paid for. */
export function amendmentOf(quote: Quote, signedOn: CalendarDate): FiledAmendment {
  const { id, from, until, units } = quote;
  return amendment(quote, `${id}-units`, signedOn, { from, until, quantity: units, source: `Quote ${id}` });
}

/** Returns the amendment that releases the past which a settled quote settles; `null` where there is none. */
export function releaseOf(quote: Quote, signedOn: CalendarDate): FiledAmendment | null {
  const { id, release } = quote;
  if (!release) return null;
  const { from, until, units } = release;
  const source = `Quote ${id}: past use, settled and not charged`;
  return amendment(quote, `${id}-past`, signedOn, { from, until, quantity: units, source });
}

function amendment(
  { clause, product }: Quote,
  id: string,
  signedOn: CalendarDate,
  line: Pick<FiledAmendment, 'from'> & {
    readonly until: Quote['until'];
    readonly quantity: string;
    readonly source: string;
  },
): FiledAmendment {
  const orderLine = { id, clause, product, edition: null, ...line };
  return { id, signedOn, from: line.from, changes: [{ kind: 'addOrderLine', orderLine }] };
}
