import { fromMilliseconds } from '#platform/instant.ts';
import { agreementDocument } from './agreementDocument.ts';
import type { Answer, Outcome } from './answer.ts';
import { checkText } from './checkText.ts';
import { examineClause } from './clauseDocument.ts';
import type { CheckDocument } from './documents.ts';
import { comparingOptions, type Read, readMatters } from './matter.ts';
import type { Command, Given } from './options.ts';
import { exits, resultOf } from './results.ts';
import { allUsage } from './usageDocument.ts';

/** `goodterms check`: every clause of an agreement against use. */
export const checkCommand: Command = {
  name: 'check',
  does: 'compare use with what an agreement allows',
  about:
    'For every clause: what is allowed and where that comes from, how it is counted, the worst window, each finding with its counted units and what remains in question, and the true-up. Everything is counted twice, on independent paths.',
  options: comparingOptions,
  example:
    'goodterms check --agreement examples/first-check/agreement.yaml --usage examples/first-check/lmstat.txt',
  run: check,
};

async function check(given: Given): Promise<Answer<Outcome>> {
  const read = await readMatters(given, fromMilliseconds(Date.now()));
  if (!read.ok) return read;
  const document = checkDocument(read.value);
  return { ok: true, value: { exit: exits[document.result], document, text: checkText(document) } };
}

function checkDocument(read: Read): CheckDocument {
  const { matters, catalog, priced } = read;
  const agreements = matters.map((matter) => ({
    ...agreementDocument(matter.here.signed, matter.known.now, matter.notes),
    clauses: matter.clauses.map((clause) => examineClause(matter, clause, priced ? catalog : null).document),
  }));
  return {
    goodterms: 'check/1',
    result: resultOf(agreements.flatMap(({ clauses }) => clauses.map(({ result }) => result))),
    ...allUsage(read),
    agreements,
  };
}
