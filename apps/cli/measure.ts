import type { JudgedWindow } from '#business/findings/finding.ts';
import { judge } from '#business/findings/judge.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { agreementDocument, agreementText } from './agreementDocument.ts';
import type { Answer, Outcome } from './answer.ts';
import { type ExaminedClause, examineClause, windowDocument } from './clauseDocument.ts';
import type { MeasureDocument, MeasuredClause } from './documents.ts';
import { columns, cut, several, shown, spanWords, wrapped } from './layout.ts';
import { comparingOptions, type Read, readMatters } from './matter.ts';
import { decimal, groupWords } from './numbers.ts';
import type { Command, Given } from './options.ts';
import { exits, resultOf, resultWords } from './results.ts';
import { allUsage } from './usageDocument.ts';
import { usageText } from './usageText.ts';

const mostWindows = 400;

/** `goodterms measure`: the value of every window beside its limit, by both counts. */
export const measureCommand: Command = {
  name: 'measure',
  does: 'show the value of every window beside its limit, by both counts',
  about:
    'Each window (or stretch of an unchanged level) of each clause: its value by the first and by the second count, what was allowed in it, and the excess.',
  options: comparingOptions,
  example:
    'goodterms measure --agreement examples/first-check/agreement.yaml --usage examples/first-check/lmstat.txt --clause cad',
  run: measure,
};

async function measure(given: Given): Promise<Answer<Outcome>> {
  const read = await readMatters(given, fromMilliseconds(Date.now()));
  if (!read.ok) return read;
  const document = measureDocument(read.value);
  return { ok: true, value: { exit: exits[document.result], document, text: measureText(document) } };
}

function measureDocument(read: Read): MeasureDocument {
  const agreements = read.matters.map((matter) => ({
    ...agreementDocument(matter.here.signed, matter.known.now, matter.notes),
    clauses: matter.clauses.map((clause) => measured(examineClause(matter, clause, null))),
  }));
  return {
    goodterms: 'measure/1',
    result: resultOf(agreements.flatMap(({ clauses }) => clauses.map(({ result }) => result))),
    ...allUsage(read),
    agreements,
  };
}

function measured({ input, examined, document }: ExaminedClause): MeasuredClause {
  const { id, unit, countedAs, result, why, counts, firstDifference } = document;
  const second = judge(input, recount);
  const groups = [...new Set([...examined.judged.keys(), ...second.keys()])].sort();
  return {
    id,
    unit,
    countedAs,
    result,
    why,
    counts,
    firstDifference,
    windows: groups.flatMap((group) => {
      const other = new Map((second.get(group) ?? []).map((window) => [place(window), window.value]));
      return (examined.judged.get(group) ?? []).map((window) => {
        const value = other.get(place(window));
        return {
          ...windowDocument(window, group, input.clause),
          secondValue: value === undefined ? null : decimal(value),
        };
      });
    }),
  };
}

const place = ({ from, until }: JudgedWindow): string => `${from} ${until}`;

function measureText(document: MeasureDocument): string[] {
  const { agreements, result } = document;
  return [
    ...usageText(document, agreements[0]!.zone),
    ...agreements.flatMap((agreement) => [
      '',
      ...agreementText(agreement),
      ...agreement.clauses.flatMap((clause) => ['', ...clauseText(clause, agreement.zone)]),
    ]),
    '',
    `Result: ${resultWords[result]}.`,
  ];
}

function clauseText(clause: MeasuredClause, zone: string): string[] {
  const { id, countedAs, result, why, windows, counts, firstDifference, unit } = clause;
  const inGroups = windows.some(({ group }) => Object.keys(group).length > 0);
  const head = [...(inGroups ? ['for'] : []), 'when', unit.many, 'second count', 'allowed', 'beyond', ''];
  const rows = windows
    .slice(0, mostWindows)
    .map((window) => [
      ...(inGroups ? [groupWords(window.group)] : []),
      spanWords(window, zone),
      shown(window.value),
      window.secondValue === null ? 'none' : shown(window.secondValue),
      shown(window.limit),
      window.excess === '0' ? '' : shown(window.excess),
      window.open ? 'still open' : '',
    ]);
  const right = inGroups ? [2, 3, 4, 5] : [1, 2, 3, 4];
  return [
    `Clause ${id}: ${resultWords[result]}`,
    ...wrapped(`Counted: ${countedAs}`, '  '),
    ...(why === null ? [] : wrapped(why, '  ')),
    ...wrapped(counts === 'agree' ? 'Both counts agree.' : `The two counts differ: ${firstDifference}`, '  '),
    ...(windows.length === 0 ? ['  No period has a value yet.'] : columns([head, ...rows], '  ', right)),
    ...cut(
      windows.slice(mostWindows),
      0,
      () => [],
      (rest) => `  and ${several(rest, 'period')} more; --json has them all`,
    ),
  ];
}
