import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import { findingsOf, readReading } from '#business/findings/finding.store.ts';
import { type Place, quoteOfFinding, quoteOfUnits } from '#business/settlement/draftQuote.ts';
import type { Quote } from '#business/settlement/quote.ts';
import { quoteInTheWay } from '#business/settlement/quoteList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { failure, type Problem, type Result } from '#platform/problem.ts';
import { notFound } from '../problems.ts';
import type { MakeOrder } from './schemas.ts';

/** How long an offer stands when nobody says. */
const daysValid = 30;

type Asked = { readonly customer: string; readonly order: MakeOrder; readonly now: Instant };

/** Returns the quote that is asked for under an id. Refuses what is not there, and a second quote for one finding. */
export async function draftQuote(
  tx: Tx,
  { customer, order, now }: Asked,
  id: string,
): Promise<Result<Quote>> {
  const place = (agreement: string, clause: string) =>
    placeOf(tx, { customer, agreement, clause, id, now, validUntil: order.validUntil });
  if (!('finding' in order)) {
    const at = await place(order.agreement, order.clause);
    if (!at) return failure(notFound('such clause'));
    const today = dateIn(now, at.signed.zone);
    const from = (order.from ?? today) as CalendarDate;
    if (from < today) return failure(begunBefore(from, today));
    return quoteOfUnits(at, { units: order.units, from, now });
  }
  const found = (await findingsOf(tx, customer)).find(({ finding }) => finding.key === order.finding);
  if (!found) return failure(notFound('such finding'));
  const { finding } = found;
  const confirmedAt = finding.status === 'confirmed' ? finding.confirmedAt : null;
  const other = await quoteInTheWay(tx, customer, { key: finding.key, confirmedAt });
  if (other) return failure(other.settled ? settledAlready(other.id) : thereAlready(other.id));
  const at = await place(finding.agreement, finding.clause);
  if (!at) return failure(notFound('such clause'));
  const digest = finding.status === 'confirmed' ? finding.confirmed.digest : finding.reading.digest;
  const reading = await readReading(tx, finding.key, digest);
  return quoteOfFinding(at, finding, reading?.run.windows ?? []);
}

async function placeOf(
  tx: Tx,
  asked: {
    readonly customer: string;
    readonly agreement: string;
    readonly clause: string;
    readonly id: string;
    readonly now: Instant;
    readonly validUntil: string | undefined;
  },
): Promise<Place | undefined> {
  const { id, now } = asked;
  const known = (await agreementsOf(tx, asked.customer)).flatMap((agreement) => {
    const text = knownAgreement(agreement, now);
    return text?.signed.id === asked.agreement ? [{ agreement, signed: text.signed }] : [];
  })[0];
  const clause = known?.signed.clauses.find((one) => one.id === asked.clause);
  if (!known || !clause) return undefined;
  const usual = addDays(dateIn(now, known.signed.zone), daysValid);
  const validUntil = (asked.validUntil ?? usual) as CalendarDate;
  return { id, ...known, clause, catalog: await readCatalog(tx), validUntil };
}

function thereAlready(id: string): Problem {
  return {
    code: 'quote_there_already',
    title: 'There is a quote for it',
    detail: `The finding has the quote ${id}, which is neither settled nor withdrawn.`,
    todo: 'Go on with that one, or withdraw it first.',
  };
}

function settledAlready(id: string): Problem {
  return {
    code: 'quote_settled_already',
    title: 'It is settled',
    detail: `What was confirmed is settled by the quote ${id}. What is beyond since then was not confirmed.`,
    todo: 'Open the finding again, look at what is left, and confirm that.',
  };
}

function begunBefore(from: CalendarDate, today: CalendarDate): Problem {
  return {
    code: 'quote_reaches_back',
    title: 'Units for days that have passed',
    detail: `The units would be paid from ${from}, and today is ${today}.`,
    todo: 'Begin today or later. What was used before is settled by a quote for the finding.',
    pointer: '/from',
  };
}
