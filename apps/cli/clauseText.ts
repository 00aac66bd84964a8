import { exact, stored, zero } from '#platform/exact.ts';
import type { ClauseDocument, FindingDocument, WindowDocument } from './documents.ts';
import {
  columns,
  cut,
  labeled,
  lastWords,
  momentWords,
  several,
  shown,
  spanWords,
  units,
  wrapped,
} from './layout.ts';
import { groupWords } from './numbers.ts';
import { pricedText } from './pricedDocument.ts';
import { resultWords } from './results.ts';

const mostUnits = 10;
const mostFindings = 20;

type Unit = ClauseDocument['unit'];

/** Returns one clause for people: the result, what it rests on, then its findings. */
export function clauseText(clause: ClauseDocument, zone: string): string[] {
  const { id, result, why, plain, unit, allowed, countedAs, worst, findings } = clause;
  return [
    `Clause ${id}: ${resultWords[result]}`,
    ...wrapped(plain, '  '),
    ...(why === null ? [] : labeled('Because', why)),
    ...labeled('Allowed', `${allowed.words} (on ${momentWords(allowed.from, zone)})`),
    ...allowed.pauses.flatMap(({ of, pauses, until }) =>
      labeled('Paused', `${pauses.join(', ')} by ${of}, to ${lastWords(until, zone)}`),
    ),
    ...labeled('Counted', countedAs),
    ...labeled('Worst', worst === null ? 'not known' : windowWords(worst, unit, zone)),
    ...labeled('Checks', checkWords(clause)),
    ...cut(
      findings,
      mostFindings,
      (finding) => ['', ...findingText(finding, unit, zone)],
      (rest) => `  and ${several(rest, 'finding')} more; --json has them all`,
    ),
  ];
}

function windowWords(window: WindowDocument, unit: Unit, zone: string): string {
  const group = groupWords(window.group);
  const open = window.open ? ' (still open)' : '';
  return `${group ? `${group}, ` : ''}${spanWords(window, zone)}: ${comparedWords(window, unit)}${open}`;
}

/** A value above the limit without an excess is one that the clause tolerates. */
function comparedWords({ value, limit, excess }: WindowDocument, unit: Unit): string {
  const words = `${units(value, unit)} where ${shown(limit)} ${limit === '1' ? 'is' : 'are'} allowed`;
  if (excess !== '0') return `${words}, ${shown(excess)} beyond`;
  const above = exact(value).sub(exact(limit));
  return above.compare(zero) > 0 ? `${words}; ${shown(stored(above))} above it is tolerated` : words;
}

function checkWords({ counts, firstDifference, reconciliation }: ClauseDocument): string {
  const both = counts === 'agree' ? 'both counts agree' : `the two counts differ: ${firstDifference}`;
  const totals = {
    agrees: 'the totals of the sources agree with their lines',
    differs: 'totals of the sources differ from their own lines, see above',
    'nothing to compare': 'the sources state no totals to compare with',
  } as const;
  return `${both}; ${totals[reconciliation]}`;
}

function findingText(finding: FindingDocument, unit: Unit, zone: string): string[] {
  const { peak, windows, ongoing, limitWords, verification, questions } = finding;
  const group = groupWords(finding.group);
  const span = ongoing
    ? `${momentWords(finding.from, zone)}, still going on as of ${momentWords(finding.until, zone)}`
    : spanWords(finding, zone);
  const indent = '    ';
  const periods = windows === '1' ? '1 period' : `${several(windows, 'period')} in a row`;
  return [
    ...wrapped(`Finding${group ? ` for ${group}` : ''}: ${comparedWords(peak, unit)}`, '  ', indent),
    ...labeled('When', `${span}, ${periods}`, indent),
    ...labeled('Peak', windowWords({ ...peak, group: {} }, unit, zone), indent),
    ...labeled('Limit', limitWords, indent),
    ...labeled(
      'Verified',
      verification.passed
        ? 'yes, nothing that remains in question could explain it'
        : 'not yet: what remains in question must be settled first',
      indent,
    ),
    ...questions.flatMap(({ words }, i) => labeled(i === 0 ? 'In question' : '', words, indent)),
    ...evidenceText(finding, zone, indent),
    ...trueUpText(finding, indent),
  ];
}

function evidenceText(
  { evidence: { total, rows } }: FindingDocument,
  zone: string,
  indent: string,
): string[] {
  const first = rows
    .slice(0, mostUnits)
    .map((row) => [
      row.who ?? '(nobody named)',
      row.feature,
      seenWords(row, zone),
      shown(row.contributes),
      ...(row.because === undefined ? [] : [row.because]),
    ]);
  const more = Number(total) - first.length;
  return [
    ...labeled('Counted', `${several(total, 'unit')} at the peak: who, feature, when, how many`, indent),
    ...columns(first, `${indent}  `, [3]),
    ...(more > 0 ? [`${indent}  and ${shown(`${more}`)} more`] : []),
  ];
}

function seenWords(row: FindingDocument['evidence']['rows'][number], zone: string): string {
  const from = momentWords(row.from, zone);
  if (row.kind === 'occurrence') return from;
  if (row.until === null) return `from ${from}, no end known`;
  const last = lastWords(row.until, zone);
  return row.kind === 'sighting' || row.kind === 'reservation'
    ? `from ${from}, last seen ${last}`
    : `from ${from} to ${last}`;
}

function trueUpText({ trueUp, notPriced }: FindingDocument, indent: string): string[] {
  if (trueUp === null) return labeled('True-up', `not priced: ${notPriced}`, indent);
  return [
    `${indent}True-up to the end of the term, at the agreed price`,
    ...pricedText(trueUp, `${indent}  `),
  ];
}
