import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import type { AlertEvent, KnownAlert } from '#business/alerts/alert.ts';
import { type AlertKind, type AlertRules, kindOf } from '#business/alerts/rule.ts';
import { ruleWords } from '#business/alerts/thresholds.ts';
import { upgradesFor } from '#business/alerts/upgrade.ts';
import type { AlertMatter } from '#business/correspondence/alertFacts.ts';
import type { Instant } from '#platform/instant.ts';
import { productName } from '../views/agreementView.ts';
import type { Papers } from '../world.ts';

/** Returns what kind of message tells of an event: of several rules that are met anew, use says more than a forecast. */
export function kindOfEvent(event: AlertEvent, rules: AlertRules): AlertKind {
  if (event.kind === 'crossed') return 'crossed';
  const fresh = event.kind === 'risen' ? event.more : 'met' in event ? event.met : [];
  const kinds = rules.filter(({ id }) => fresh.includes(id)).map(({ threshold }) => kindOf(threshold));
  return kinds.length > 0 && kinds.every((kind) => kind === 'forecast') ? 'forecast' : 'near';
}

/** Returns all that a message about an alert may say; `null` where its clause is gone. */
export function alertMatter(
  papers: Papers,
  { id, alert, kind, rules }: { id: string; alert: KnownAlert; kind: AlertKind; rules: AlertRules },
): AlertMatter | null {
  const { customer, catalog, now } = papers;
  const known = papers.agreements.find(({ signed }) => signed.id === alert.agreement);
  const clause = known?.signed.clauses.find((one) => one.id === alert.clause);
  if (!known || !clause) return null;
  const { used, limit } = alert.sight;
  return {
    id,
    kind,
    customer,
    signed: known.signed,
    clause,
    productName: productName(catalog, clause.product),
    sight: alert.sight,
    rules: rules.filter((rule) => alert.met.includes(rule.id)).map(ruleWords),
    upgrades: upgradesFor({ signed: known.signed, clause, catalog, used, limit, now }),
    finding: alert.status === 'crossed' ? alert.finding : null,
  };
}

/** Returns whether a forbearance pauses contact about a clause now. */
export function isContactPaused(papers: Papers, { agreement, clause }: KnownAlert, now: Instant): boolean {
  const known = papers.agreements.find(({ signed }) => signed.id === agreement);
  const terms = known && effectiveTerms(known.agreement, { at: now, knownAt: now }).clauses.get(clause);
  return terms?.pauses.some(({ pauses }) => pauses.includes('contact')) ?? false;
}
