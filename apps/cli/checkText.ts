import { agreementText } from './agreementDocument.ts';
import { clauseText } from './clauseText.ts';
import type { CheckDocument, Result } from './documents.ts';
import { several, wrapped } from './layout.ts';
import { resultWords } from './results.ts';
import { usageText } from './usageText.ts';

/** Returns the document of a check for people: usage, then each agreement clause by clause, then the result. */
export function checkText(document: CheckDocument): string[] {
  const { agreements } = document;
  return [
    ...usageText(document, agreements[0]!.zone),
    ...agreements.flatMap((agreement) => [
      '',
      ...agreementText(agreement),
      ...agreement.clauses.flatMap((clause) => ['', ...clauseText(clause, agreement.zone)]),
    ]),
    '',
    ...wrapped(resultLine(document), '', '  '),
  ];
}

/** Returns the last line: the result, the clauses it rests on, and what was left out. */
function resultLine({ result, agreements, usage }: CheckDocument): string {
  const clauses = agreements.flatMap((agreement) =>
    agreement.clauses.map(({ id, result }) => ({
      result,
      name: agreements.length > 1 ? `${agreement.id} ${id}` : id,
    })),
  );
  const names = (of: Result) => clauses.filter((one) => one.result === of).map(({ name }) => name);
  const parts = (['beyond', 'cannot-tell'] as const).flatMap((of) => {
    const found = names(of);
    const list = `${found.slice(0, 10).join(', ')}${found.length > 10 ? ` and ${found.length - 10} more` : ''}`;
    return found.length === 0
      ? []
      : [`${resultWords[of]} in ${found.length} of ${several(clauses.length, 'clause')} (${list})`];
  });
  const left = usage.reduce((total, { rejected }) => total + Number(rejected), 0);
  const without =
    left === 0
      ? ''
      : ` ${several(left, 'entry', 'entries')} of the usage files ${left === 1 ? 'was' : 'were'} left out.`;
  const said =
    result === 'within'
      ? `within terms in ${clauses.length === 1 ? 'the one clause' : `all ${clauses.length} clauses`}`
      : parts.join('; ');
  return `Result: ${said}.${without}`;
}
