import { agreementText } from './agreementDocument.ts';
import type { AllowedDocument, ExplainDocument, ExplainedClause } from './documents.ts';
import { cut, labeled, lastWords, momentWords, several, spanWords, wrapped } from './layout.ts';

const mostChanges = 20;

type Agreement = ExplainDocument['agreements'][number];

/** Returns an explanation for people: each agreement, clause by clause. */
export function explainText({ agreements }: ExplainDocument): string[] {
  return agreements.flatMap((agreement, i) => [
    ...(i === 0 ? [] : ['']),
    ...agreementText(agreement),
    ...(agreement.inForce ? [] : ['  Not in force at that moment: nothing is allowed.']),
    ...agreement.clauses.flatMap((clause) => ['', ...clauseText(clause, agreement)]),
  ]);
}

function clauseText(clause: ExplainedClause, { zone, inForce }: Agreement): string[] {
  const { id, product, plain, text, allowed, countedAs, features, rules, changes } = clause;
  return [
    `Clause ${id} (${product})`,
    ...wrapped(plain, '  '),
    ...labeled('Contract', `“${text.trim()}”`),
    ...labeled('Allowed', allowed.words),
    ...partsText(allowed, zone),
    ...allowed.pauses.flatMap(({ of, pauses, until }) =>
      labeled('Paused', `${pauses.join(', ')} by ${of}, to ${lastWords(until, zone)}`),
    ),
    ...labeled('Counted', countedAs),
    ...labeled(
      'Features',
      features.length > 0 ? features.join(', ') : `those that the catalog takes to ${product}`,
    ),
    ...rules.flatMap((rule, i) => labeled(i === 0 ? 'Rules' : '', rule)),
    ...changesText(changes, zone, inForce),
  ];
}

const partWords: Readonly<Record<string, (of: string) => string>> = {
  order: (of) => `ordered as ${of}`,
  limit: () => 'fixed in the clause',
  allowed: () => 'fixed in the clause',
  amendment: (of) => `by amendment ${of}`,
  raiseTo: (of) => `raised to by grant ${of}`,
  add: (of) => `more by grant ${of}`,
  widen: (of) => `also allowed by grant ${of}`,
};

function partsText({ parts }: AllowedDocument, zone: string): string[] {
  return parts.flatMap((part, i) => {
    const uncounted = part.counts ? '' : ' (another part prevails)';
    const from = partWords[part.kind]!(part.of);
    const words = `${part.value || 'nothing'} ${from}, ${spanWords(part, zone)}${uncounted}`;
    return labeled(i === 0 ? 'From' : '', words);
  });
}

function changesText(changes: readonly AllowedDocument[], zone: string, inForce: boolean): string[] {
  if (changes.length === 0)
    return labeled('To come', inForce ? 'no change until the term ends' : 'nothing: the term is over');
  const shown = cut(
    changes,
    mostChanges,
    (change) => [changeWords(change, zone)],
    (rest) => `and ${several(rest, 'change')} more`,
  );
  return shown.flatMap((words, i) => labeled(i === 0 ? 'To come' : '', words));
}

function changeWords({ from, words, pauses }: AllowedDocument, zone: string): string {
  const paused = pauses.map((pause) => `${pause.pauses.join(', ')} paused by ${pause.of}`);
  return `from ${momentWords(from, zone)}: ${[words, ...paused].join('; ')}`;
}
