import type { z } from '@hono/zod-openapi';
import type {
  Amendment,
  AmendmentChange,
  Clause,
  SignedAgreement,
  Variation,
} from '#business/agreements/agreement.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { effectiveTerms, termsTimeline } from '#business/agreements/effectiveTerms.ts';
import type { Right } from '#business/agreements/right.ts';
import { ruleWords } from '#business/agreements/rightWords.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { dateWords, lastDayWords } from '#business/correspondence/dateWords.ts';
import type { ClauseReading } from '#business/findings/finding.store.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import type { PositionRow } from '#business/remediation/position.store.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { dateIn, formatInstant, holds, type Instant } from '#platform/instant.ts';
import type { AgreementView } from '../pages.ts';
import { chartView } from './chartView.ts';
import { forecastView } from './forecastView.ts';
import { provenanceView, shown } from './words.ts';

/** What the view of an agreement is drawn from. */
export type AgreementMatter = {
  readonly catalog: Catalog;
  readonly readings: ReadonlyMap<string, ClauseReading>;
  readonly positions: readonly PositionRow[];
  readonly now: Instant;
};

/** Returns one agreement in plain words. `readings` are by clause id. */
export function agreementView(known: KnownToday, matter: AgreementMatter): z.infer<typeof AgreementView> {
  const { agreement, signed } = known;
  return {
    id: signed.id,
    title: signed.title,
    signedOn: signed.signedOn,
    from: formatInstant(signed.from),
    until: formatInstant(signed.until),
    renewsOn: signed.renewsOn,
    zone: signed.zone,
    orderLines: signed.orderLines.map((line) => ({
      id: line.id,
      words: `${shown(line.quantity)} of ${productName(matter.catalog, line.product)}${line.edition ? ` ${line.edition}` : ''} (${line.source}), from ${dateWords(dateIn(line.from, signed.zone))} through ${lastDayWords(line.until, signed.zone)}`,
    })),
    amendments: agreement.amendments
      .filter(({ withdrawn }) => !withdrawn)
      .map((amendment) => ({
        id: amendment.id,
        words: amendmentWords(amendment),
        from: formatInstant(amendment.from),
      })),
    variations: agreement.variations.map((variation) => variationView(variation, signed.zone, matter.now)),
    clauses: signed.clauses.map((clause) => clauseView(known, clause, matter)),
  };
}

/** Nobody looks at more forecasts of one clause, and each takes a few milliseconds. */
const mostForecasts = 50;

function clauseView(
  { agreement, signed }: KnownToday,
  clause: Clause,
  { catalog, readings, positions, now }: AgreementMatter,
) {
  const at = Math.min(Math.max(now, signed.from), signed.until - 1) as Instant;
  const terms = effectiveTerms(agreement, { at, knownAt: now }).clauses.get(clause.id)!;
  const timeline = termsTimeline(agreement, clause.id, { from: signed.from, until: signed.until }, now);
  const standings = positions.filter((row) => row.agreement === signed.id && row.clause.id === clause.id);
  const groups = Object.entries(readings.get(clause.id)?.groups ?? {});
  return {
    id: clause.id,
    kind: clause.kind,
    product: { id: clause.product, name: productName(catalog, clause.product) },
    plain: clause.plain,
    text: clause.text,
    measuredAs: countedWords(clause),
    rights: (clause.rights ?? []).map((right) => rightWords(right, signed)),
    allowedNow: terms.kind === 'capacity' ? shown(terms.limit) : terms.allowed.join(', ') || 'nothing',
    allowedWords: describeLimit(terms, signed.zone),
    provenance: terms.provenance.map((part) => provenanceView(part, signed.zone)),
    status: worst(standings),
    charts: groups.map(([group, windows]) => ({
      group,
      chart: {
        ...chartView(signed, clause, timeline, windows, now),
        forecast: groups.length > mostForecasts ? null : forecastView(signed, clause, windows, now),
      },
    })),
  };
}

const order = ['beyond', 'cannot-tell', 'near', 'covered', 'within'] as const;

function worst(rows: readonly PositionRow[]) {
  return order.find((status) => rows.some((row) => row.status === status)) ?? 'cannot-tell';
}

function variationView(variation: Variation, zone: string, now: Instant) {
  const until = variation.revoked
    ? (Math.min(variation.until, variation.revoked.at) as Instant)
    : variation.until;
  return {
    id: variation.id,
    kind: variation.kind,
    clause: variation.clause,
    words: variationWords(variation, zone),
    from: formatInstant(variation.from),
    until: formatInstant(until),
    inForce: holds({ from: variation.from, until }, now),
    reason: variation.reason,
  };
}

/** Returns what a variation grants or pauses, until when, and whether it ended early, in words. */
export function variationWords(variation: Variation, zone: string): string {
  const until = `through ${lastDayWords(variation.until, zone)}`;
  const revoked = variation.revoked
    ? `, ended early on ${dateWords(dateIn(variation.revoked.at, zone))}`
    : '';
  if (variation.kind === 'forbearance') return `Paused: ${variation.pauses.join(', ')}, ${until}${revoked}`;
  const { change } = variation;
  const past = variation.releasesPast
    ? `, and for the past from ${dateWords(dateIn(variation.releasesPast.from, zone))} through ${lastDayWords(variation.releasesPast.until, zone)}`
    : '';
  switch (change.kind) {
    case 'add':
      return `${shown(change.quantity)} more ${until}${past}${revoked}`;
    case 'raiseTo':
      return `Raised to ${shown(change.quantity)} ${until}${past}${revoked}`;
    case 'widen':
      return `Also ${change.values.join(', ')} ${until}${past}${revoked}`;
    case 'right':
      return `${ruleWords(change.rule)} ${until}${past}${revoked}`;
  }
}

/** Returns what an amendment does, in words. */
export function amendmentWords({ changes }: Amendment): string {
  return changes.map(changeWords).join('; ');
}

function changeWords(change: AmendmentChange): string {
  switch (change.kind) {
    case 'addOrderLine':
      return `${shown(change.orderLine.quantity)} more ordered as ${change.orderLine.id}`;
    case 'endOrderLine':
      return `order ${change.orderLine} ends`;
    case 'replaceQuantity':
      return `order ${change.orderLine} becomes ${shown(change.quantity)}`;
    case 'replaceLimit':
      return `the limit of ${change.clause} becomes ${shown(change.limit)}`;
    case 'replaceAllowed':
      return `allowed for ${change.clause}: ${change.allowed.join(', ') || 'nothing'}`;
  }
}

/** The dates are told where it does not hold for the whole term. */
function rightWords({ id, rule, from, until }: Right, term: SignedAgreement): string {
  const since = from === term.from ? '' : ` from ${dateWords(dateIn(from, term.zone))}`;
  const end = until === term.until ? '' : ` through ${lastDayWords(until, term.zone)}`;
  return `${ruleWords(rule)}${since}${end} (${id})`;
}

/** Returns a product's name, or its id where the catalog does not know it. */
export function productName(catalog: Catalog, id: string): string {
  return catalog.products.find((product) => product.id === id)?.name ?? id;
}
