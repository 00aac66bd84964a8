import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import type { AgreementDocument } from './documents.ts';
import { momentWords, spanWords, wrapped } from './layout.ts';

/** Returns what heads the document of an agreement, judged at `asOf`. */
export function agreementDocument(
  signed: SignedAgreement,
  asOf: Instant,
  notes: readonly Problem[],
): AgreementDocument {
  const { id, title, customer, zone, currency } = signed;
  return {
    id,
    title,
    customer,
    from: formatInstant(signed.from),
    until: formatInstant(signed.until),
    zone,
    currency,
    asOf: formatInstant(asOf),
    notes: notes.map(({ code, detail, todo }) => ({ code, detail, todo })),
  };
}

/** Returns the lines above the clauses of an agreement. */
export function agreementText(agreement: AgreementDocument): string[] {
  const { id, title, customer, zone, asOf, notes } = agreement;
  return [
    ...wrapped(`Agreement ${id}: ${title}`),
    ...wrapped(
      `for ${customer}, ${spanWords(agreement, zone)}; as of ${momentWords(asOf, zone)}; times of ${zone}`,
      '  ',
    ),
    ...notes.flatMap(({ detail, todo }) => wrapped(`Note: ${detail} ${todo}`, '  ')),
  ];
}
