import type { Agreement } from '#business/agreements/agreement.ts';
import { agreementText } from '#business/agreements/agreementText.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { dutiesOf } from '#business/agreements/duty.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { spanInForce } from '#business/agreements/operands.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { dateIn, type Instant, type Interval } from '#platform/instant.ts';
import { amendmentWords, productName, variationWords } from '../views/agreementView.ts';
import type { Papers } from '../world.ts';
import { decimal } from './allowedFacts.ts';
import type { PortalAgreementText } from './documentSchemas.ts';

/** Returns an agreement as it was signed, with what was signed and granted since. Pauses are the vendor's own forbearance and no part of it. */
export function agreementPaper(
  { agreement, signed }: KnownToday,
  { customer, catalog, now }: Papers,
): PortalAgreementText {
  const { id, title, signedOn, renewsOn, zone, currency } = signed;
  const known = knownAgreement(agreement, now)!;
  const party = (product: string) => ({ id: product, name: productName(catalog, product) });
  const at = Math.min(Math.max(now, signed.from), signed.until - 1) as Instant;
  const { clauses } = effectiveTerms(agreement, { at, knownAt: now });
  return {
    ...{ id, title, signedOn, renewsOn, zone, currency },
    customer: { id: customer.id, name: customer.name },
    ...daysOf(signed, zone),
    orderLines: signed.orderLines.map((line) => ({
      ...{ id: line.id, clause: line.clause, edition: line.edition, source: line.source },
      product: party(line.product),
      quantity: decimal(line.quantity),
      ...daysOf(line, zone),
    })),
    clauses: signed.clauses.map((clause) => ({
      ...{ id: clause.id, text: clause.text, plain: clause.plain },
      product: party(clause.product),
      allowedWords: describeLimit(clauses.get(clause.id)!, zone),
      measuredAs: countedWords(clause),
    })),
    duties: dutiesOf(signed).map(({ id: duty, text, plain }) => ({ id: duty, text, plain })),
    amendments: signedSince(agreement, now).map((amendment) => ({
      ...{ id: amendment.id, signedOn: amendment.signedOn, words: amendmentWords(amendment) },
      firstDay: dateIn(amendment.from, zone),
    })),
    grants: known.variations.flatMap((variation) => {
      const spans = variation.kind === 'permit' ? spanInForce(variation) : [];
      const { id: grant, clause } = variation;
      const words = variationWords(variation, zone);
      return spans.map((span) => ({ id: grant, clause, words, ...daysOf(span, zone) }));
    }),
  };
}

/** Returns the same as the YAML it can be read from again, by whoever wants to check it with the command line. */
export function agreementYaml({ agreement }: KnownToday): string {
  const permits = agreement.variations.filter(({ kind }) => kind === 'permit');
  return agreementText({ ...agreement, variations: permits });
}

function signedSince({ amendments }: Agreement, now: Instant): Agreement['amendments'] {
  return amendments.filter(({ recordedAt, withdrawn }) => recordedAt <= now && !withdrawn);
}

/** Returns the first and the last day of a span in a zone. */
export function daysOf({ from, until }: Interval, zone: string) {
  return { firstDay: dateIn(from, zone), lastDay: dateIn((until - 1) as Instant, zone) };
}
