import type { AgreementCommand } from '#business/agreements/agreement.lifecycle.ts';
import type { Clause } from '#business/agreements/agreement.ts';
import type { FiledAmendment, FiledVariation } from '#business/agreements/agreementFile.ts';
import type { CalendarDate, Instant, Interval } from '#platform/instant.ts';
import type { Quote } from './quote.ts';

/** The day both sides said yes or the invoice was made, and the moment it is recorded. */
type Moment = { readonly on: CalendarDate; readonly now: Instant };

type Added = Interval & { readonly id: string; readonly units: string; readonly words: string };

/**
 * Returns the command on the agreement by which what was agreed counts: the units that are paid for, for the time that
 * is paid for. An order line by amendment; where the clause has a fixed limit, which order lines do not feed, a permit.
 */
export function commandOfAgreed(quote: Quote, clause: Clause, moment: Moment): AgreementCommand {
  const { id, from, until, units } = quote;
  return added(quote, clause, { id: `${id}-units`, from, until, units, words: `Quote ${id}` }, moment);
}

/** Returns the command that releases the past which a settled quote settles; `null` where there is none. */
export function commandOfSettled(quote: Quote, clause: Clause, moment: Moment): AgreementCommand | null {
  const { id, release } = quote;
  if (!release) return null;
  const words = `Quote ${id}: past use, settled and not charged`;
  return added(quote, clause, { id: `${id}-past`, ...release, words }, moment);
}

function added(quote: Quote, clause: Clause, what: Added, { on, now }: Moment): AgreementCommand {
  return clause.kind === 'capacity' && clause.baseLimit !== null
    ? { kind: 'vary', variation: permit(quote, what, now), now }
    : { kind: 'amend', amendment: amendment(quote, what, on), now };
}

function amendment({ clause, product }: Quote, what: Added, signedOn: CalendarDate): FiledAmendment {
  const { id, from, until, units: quantity, words: source } = what;
  const orderLine = { id, clause, product, edition: null, quantity, from, until, source };
  return { id, signedOn, from, changes: [{ kind: 'addOrderLine', orderLine }] };
}

/** A permit allows nothing before it was decided, so what lies before is released by name. */
function permit(
  { clause }: Quote,
  { id, from, until, units, words }: Added,
  decidedAt: Instant,
): FiledVariation {
  const past = { from, until: Math.min(until, decidedAt) as Instant };
  return {
    kind: 'permit',
    id,
    clause,
    from,
    until,
    decidedAt,
    reason: words,
    change: { kind: 'add', quantity: units },
    releasesPast: past.from < past.until ? past : null,
  };
}
