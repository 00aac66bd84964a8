import { formatInstant } from '#platform/instant.ts';
import type { Plain } from '#platform/yamlNodes.ts';
import { type Remark, yamlText } from '#platform/yamlText.ts';
import type { Agreement } from './agreement.ts';
import { agreementToForm } from './agreementToForm.ts';

/** What stands above each part of the text, for whoever has not written one. */
const explained: Readonly<Record<string, string>> = {
  orderLines: 'What was ordered with the agreement. What was ordered since belongs under amendments.',
  clauses: 'What is promised, each with its measure: how use becomes a number.',
  duties: 'What the customer owes by a date.',
  amendments: 'What both sides signed since. Taking one out withdraws it: as if recorded by mistake.',
  variations: 'Permits and forbearances. They stay here; revoke one to end it early.',
};

/**
 * Returns an agreement as the YAML of its form, with comments; reading it gives the same agreement. What a file cannot say
 * stands as a comment: which variation was revoked, and from when on.
 */
export function agreementText(agreement: Agreement): string {
  const form = agreementToForm(agreement);
  const parts = Object.entries(explained).filter(([key]) => key in form);
  return yamlText(form as Plain, [
    ...parts.map(([key, words]): Remark => ({ at: [key], words })),
    ...revocations(agreement),
  ]);
}

function revocations({ variations }: Agreement): Remark[] {
  return variations.flatMap(({ revoked }, i) =>
    revoked ? [{ at: ['variations', i], words: `Revoked: it ends at ${formatInstant(revoked.at)}.` }] : [],
  );
}
