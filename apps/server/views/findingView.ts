import type { z } from '@hono/zod-openapi';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { money } from '#business/catalog/money.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { dateWords, lastDayWords } from '#business/correspondence/dateWords.ts';
import { standingReading } from '#business/correspondence/noticeKind.ts';
import { can } from '#business/findings/finding.can.ts';
import type { ReadingBody, StoredFinding } from '#business/findings/finding.store.ts';
import type { EvidenceRow, OpenQuestion } from '#business/findings/finding.ts';
import type { Finding, ReadingSummary } from '#business/findings/lifecycle.ts';
import { priceOfExcess } from '#business/remediation/position.ts';
import { erasedName } from '#business/usage/usage.store.ts';
import { exact, sum } from '#platform/exact.ts';
import { dateIn, formatInstant } from '#platform/instant.ts';
import type { EvidenceView, FindingView } from '../pages.ts';
import { productName } from './agreementView.ts';
import { type ContestMatter, contestViews, questionsNow } from './contestView.ts';
import { askedOf, notCountedView, type RulingWords, rulingWords } from './rulingView.ts';
import { provenanceView, shown } from './words.ts';

/** What the view of a finding is drawn from. `nameOf` turns a person's id into the key its source uses. */
export type FindingMatter = {
  readonly stored: StoredFinding;
  readonly reading: ReadingBody;
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly catalog: Catalog;
  readonly nameOf: (who: string) => string;
  readonly rulings: RulingWords;
} & ContestMatter;

/** How many evidence rows are shown at once. */
export const evidencePage = 50;

export { standingReading };

/** Returns everything the page shows of one finding. */
export function findingView(matter: FindingMatter): z.infer<typeof FindingView> {
  const { stored, reading, signed, clause, catalog } = matter;
  const { finding, version } = stored;
  const summary = standingReading(finding);
  const priced = priceOfExcess({ signed, clause, catalog }, summary);
  const questions = questionsNow(matter).map((question) => askedOf(question, matter));
  return {
    key: finding.key,
    agreement: finding.agreement,
    clause: finding.clause,
    group: finding.group,
    product: { id: clause.product, name: productName(catalog, clause.product) },
    state: finding.status,
    summary: sentence(matter, summary),
    cause: causeWords(finding, clause, questions),
    unit: clause.unitName,
    limit: shown(summary.limit),
    measured: shown(summary.value),
    excess: shown(summary.excess),
    since: formatInstant(summary.from),
    until: reading.run.windows.at(-1)?.open ? null : formatInstant(summary.until),
    peakAt: formatInstant(summary.peakFrom),
    windowsBeyond: summary.windows,
    timeline: timelineOf(matter),
    windows: reading.run.windows.map((window) => ({
      from: formatInstant(window.from),
      until: formatInstant(window.until),
      value: shown(window.value),
      limit: shown(window.limit),
      excess: shown(window.excess),
      open: window.open,
    })),
    provenance: reading.run.peak.provenance.map((part) => provenanceView(part, signed.zone)),
    verification: { ...withoutQuestions(reading), tzdata: summary.tzdata },
    questions: questions.map((question) => ({
      ...question,
      units: question.units === null ? null : shown(question.units),
    })),
    contests: contestViews(matter),
    trueUp: priced ? pricedView(priced) : null,
    evidence: evidenceView(
      reading.evidence,
      0,
      `${formatInstant(summary.peakFrom)}/${formatInstant(summary.peakUntil)}`,
      matter,
    ),
    notCounted: notCountedView(reading.notCounted ?? [], matter),
    revisions: finding.revisions.map((revision) => ({
      at: formatInstant(revision.at),
      words: `Counted again: ${shown(revision.reading.value)} where ${shown(revision.reading.limit)} was allowed, ${directionWords[revision.direction]}`,
    })),
    commands: (['confirm', 'dismiss', 'reopen'] as const).map((command) => {
      const possible = can[command][finding.status];
      return { command, possible: possible === true, why: possible === true ? null : possible };
    }),
    version,
  };
}

const directionWords = {
  higher: 'more than before; what was confirmed is not raised by this',
  lower: 'less than before',
  other: 'the same excess over another time',
};

/** `: US (3,553)` */
function seen({ outside }: ReadingBody): string {
  const values = outside.map(({ value, units }) => `${value || 'not named'} (${shown(units)})`);
  return values.length === 0 ? '' : `: ${values.join(', ')}`;
}

function sentence(
  { signed, clause, catalog, reading: body }: FindingMatter,
  reading: ReadingSummary,
): string {
  const { one, many } = clause.unitName;
  const unit = (value: string) => `${shown(value)} ${exact(value).equals(1) ? one : many}`;
  const since = dateWords(dateIn(reading.from, signed.zone));
  if (clause.kind === 'restriction')
    return `${productName(catalog, clause.product)}: ${unit(reading.value)} outside what ${signed.id} allows for ${clause.attribute}${seen(body)}, first in the period that began on ${since}.`;
  return `${productName(catalog, clause.product)}: ${unit(reading.value)} counted where ${signed.id} allows ${shown(reading.limit)}, so ${shown(reading.excess)} above the limit, first in the period that began on ${since}.`;
}

const causes = {
  growth: 'Growth: use has risen past what was ordered.',
  'double-count': 'One person was counted more than once.',
  misconfiguration: 'A setting made more use than was meant.',
  'vendor-mistake': 'A mistake of our own.',
  'data-error': 'The data were wrong.',
  covered: 'It is covered by something the agreement did not show yet.',
  unknown: 'Not known.',
} as const;

/** A decided finding has its cause; before that the open questions that could explain all of it say what it may be. */
function causeWords(finding: Finding, clause: Clause, questions: readonly OpenQuestion[]): string | null {
  if (finding.status === 'confirmed' || finding.status === 'dismissed') return causes[finding.cause];
  const named = (code: OpenQuestion['code']) => questions.find((question) => question.code === code);
  const mistake = named('vendor-mistake');
  if (mistake) return `Probably our own mistake. ${mistake.words}`;
  const double = named('possible-double');
  if (double) return `Perhaps one person counted more than once. ${double.words}`;
  const order = named('order-in-progress');
  if (order) return `Perhaps an order under way. ${order.words}`;
  return questions.some((question) => question.units !== null)
    ? null
    : clause.kind === 'restriction'
      ? `Use outside of what was agreed for ${clause.attribute}; nothing we know of explains it otherwise.`
      : 'Use has risen past what was ordered, and nothing we know of explains it otherwise.';
}

function timelineOf({ stored: { finding }, reading, signed }: FindingMatter) {
  const { run } = reading;
  const day = (text: string) => text;
  const entries = [
    {
      at: run.from,
      words: day(
        `First period beyond the limit began (${shown(run.windows[0]!.value)} of ${shown(run.windows[0]!.limit)})`,
      ),
    },
    {
      at: run.peak.from,
      words: `Highest: ${shown(run.peak.value)} of ${shown(run.peak.limit)}, until ${lastDayWords(run.peak.until, signed.zone)}`,
    },
    { at: finding.detectedAt, words: 'Found by us' },
    ...finding.revisions.map(({ at, direction }) => ({
      at,
      words: `Counted again: ${directionWords[direction]}`,
    })),
    ...(finding.status === 'confirmed' ? [{ at: finding.confirmedAt, words: 'Confirmed' }] : []),
    ...(finding.status === 'dismissed'
      ? [{ at: finding.dismissedAt, words: `Dismissed: ${causes[finding.cause]}` }]
      : []),
    ...(finding.status === 'cleared'
      ? [{ at: finding.clearedAt, words: 'A recount found nothing beyond the limit' }]
      : []),
    ...(run.windows.at(-1)!.open ? [] : [{ at: run.until, words: 'Last period beyond the limit ended' }]),
  ];
  return entries.sort((a, b) => a.at - b.at).map(({ at, words }) => ({ at: formatInstant(at), words }));
}

function withoutQuestions({
  verification: { counts, firstDifference, reconciliation, passed },
}: ReadingBody) {
  return { counts, firstDifference, reconciliation, passed };
}

/** Returns an arithmetic with its amounts as people read them. */
export function pricedView(priced: Priced) {
  return {
    currency: priced.currency,
    lines: priced.lines.map(({ kind, label, shown: amount }) => ({
      kind,
      label,
      shown: money(exact(amount), priced.currency),
    })),
    total: money(exact(priced.total), priced.currency),
  };
}

/** Returns one page of evidence; `value` is what all rows together come to. */
export function evidenceView(
  rows: readonly EvidenceRow[],
  offset: number,
  window: string,
  { nameOf, rulings }: Pick<FindingMatter, 'nameOf' | 'rulings'>,
): z.infer<typeof EvidenceView> {
  return {
    window,
    value: shown(sum(rows.map((row) => exact(row.contributes))).toFraction()),
    total: rows.length,
    rows: rows.slice(offset, offset + evidencePage).map((row) => ({
      source: row.source,
      id: row.id,
      kind: row.kind,
      feature: row.feature,
      who: row.who === null ? null : nameOf(row.who),
      from: formatInstant(row.from),
      until: row.until === null ? null : formatInstant(row.until),
      contributes: shown(row.contributes),
      person: row.who !== null && nameOf(row.who) !== erasedName ? row.who : null,
      counted: [rulingWords(row, rulings, nameOf), row.because].filter(Boolean).join(' ') || null,
    })),
  };
}
