import { dateIn, type Interval } from '#platform/instant.ts';
import type { Plain } from '#platform/yamlNodes.ts';
import { type Dated, without } from '#platform/yamlText.ts';
import type { Agreement, AmendmentChange, OrderLine, SignedAgreement, Variation } from './agreement.ts';
import { clauseToForm } from './clauseToForm.ts';
import { momentText } from './formText.ts';
import { dutyToForm, rightRuleToForm } from './ruleToForm.ts';

/**
 * Returns an agreement as the form `agreement/1` of it: the text that counts, the amendments that were not withdrawn, and
 * all variations. Days are those of its zone; a moment that begins no day is written with its offset. Reading the form
 * gives the same agreement. Revocations are not part of a file: see `revocations`.
 */
export function agreementToForm(agreement: Agreement): { readonly [key: string]: Plain } {
  const { signed } = agreement.texts.at(-1)!;
  const { zone } = signed;
  const amendments = agreement.amendments.filter(({ withdrawn }) => !withdrawn);
  return without({
    ...headToForm(signed),
    orderLines: signed.orderLines.map((line) => orderLineToForm(line, zone, signed)),
    clauses: signed.clauses.map((clause) => clauseToForm(clause, signed)),
    duties: (signed.duties ?? []).map(dutyToForm),
    amendments: amendments.map(({ id, signedOn, from, changes }) => ({
      ...{ id, signedOn, from: momentText(from, zone) },
      changes: changes.map((change) => changeToForm(change, zone, { from, until: signed.until })),
    })),
    variations: agreement.variations.map((variation) => variationToForm(variation, zone)),
  });
}

function headToForm({ id, customer, title, signedOn, renewsOn, zone, currency, ...term }: SignedAgreement) {
  const usual = dateIn(term.until, zone);
  return {
    goodterms: 'agreement/1',
    ...{ id, customer, title, signedOn },
    ...span(term, zone),
    renewsOn: renewsOn === usual ? undefined : renewsOn,
    ...{ zone, currency },
  };
}

function span({ from, until }: Interval, zone: string) {
  return { from: momentText(from, zone), until: momentText(until, zone) };
}

/** The dates that are those of what a line stands in are left out. */
function orderLineToForm(line: OrderLine, zone: string, usual: Interval): Dated {
  const { id, clause, product, edition, quantity, from, until, source } = line;
  return without({
    ...{ id, clause, product, edition, quantity },
    from: from === usual.from ? undefined : momentText(from, zone),
    until: until === usual.until ? undefined : momentText(until, zone),
    source,
  });
}

function changeToForm(change: AmendmentChange, zone: string, usual: Interval): Dated {
  switch (change.kind) {
    case 'addOrderLine':
      return { addOrderLine: orderLineToForm(change.orderLine, zone, usual) };
    case 'endOrderLine':
      return { endOrderLine: change.orderLine };
    case 'replaceQuantity':
      return { replaceQuantity: { orderLine: change.orderLine, quantity: change.quantity } };
    case 'replaceLimit':
      return { replaceLimit: { clause: change.clause, limit: change.limit } };
    case 'replaceAllowed':
      return { replaceAllowed: { clause: change.clause, allowed: change.allowed } };
  }
}

function variationToForm(variation: Variation, zone: string): Dated {
  const { id, kind, clause, decidedAt, reason } = variation;
  const base = { id, kind, clause, ...span(variation, zone), decidedOn: momentText(decidedAt, zone) };
  if (variation.kind === 'forbearance') return { ...base, pauses: variation.pauses, reason };
  const { change, releasesPast } = variation;
  return without({
    ...base,
    ...permitToForm(change),
    releasesPast: releasesPast ? span(releasesPast, zone) : undefined,
    reason,
  });
}

function permitToForm(change: (Variation & { kind: 'permit' })['change']): Dated {
  switch (change.kind) {
    case 'add':
      return { add: change.quantity };
    case 'raiseTo':
      return { raiseTo: change.quantity };
    case 'widen':
      return { widen: change.values };
    case 'right':
      return { right: rightRuleToForm(change.rule) };
  }
}
