import type { z } from '@hono/zod-openapi';
import type { Clause } from '#business/agreements/agreement.ts';
import { conditionWords } from '#business/agreements/condition.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import type { Right, RightRule } from '#business/agreements/right.ts';
import { ruleWords } from '#business/agreements/rightWords.ts';
import type { ClauseTerms, Provenance } from '#business/agreements/terms.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { exact, plain } from '#platform/exact.ts';
import { earliest, formatInstant, type Instant, latest, second } from '#platform/instant.ts';
import { provenanceView } from '../views/words.ts';
import type { PortalAllowed, PortalAllowedPart, PortalCondition, PortalRight } from './schemas.ts';

/** Returns an exact number in stored form as customers' pages get it: a decimal, rounded at ten places where it has no end. */
export function decimal(value: string): string {
  return plain(exact(value));
}

/** Returns a moment as it is sent; what lies before or after all time is cut to it. */
export function moment(at: number): string {
  return formatInstant(Math.min(Math.max(at, earliest), latest - 1) as Instant);
}

/** Returns what a clause allows as facts, with the one line that adds up. `sources`: where each order is on paper. */
export function allowedFacts(
  terms: ClauseTerms,
  zone: string,
  sources: ReadonlyMap<string, string>,
): z.infer<typeof PortalAllowed> {
  const { clause } = terms;
  return {
    limit: terms.kind === 'capacity' ? decimal(terms.limit) : null,
    attribute: clause.kind === 'restriction' ? clause.attribute : null,
    values: terms.kind === 'restriction' ? [...terms.allowed] : null,
    words: describeLimit(terms, zone),
    parts: terms.provenance.map((part) => partFacts(part, zone, sources)),
    ...ruleOf(clause),
    sustain: sustainOf(clause),
  };
}

function ruleOf(clause: Clause): Pick<z.infer<typeof PortalAllowed>, 'rule' | 'tolerance' | 'grows'> {
  if (clause.kind === 'restriction') return { rule: null, tolerance: null, grows: null };
  const { kind, value } = clause.tolerance;
  return {
    rule: clause.limitRule,
    tolerance: exact(value).equals(0) ? null : { kind, value: decimal(value) },
    grows: clause.allowance ? { each: decimal(clause.allowance.each), of: clause.allowance.of } : null,
  };
}

function sustainOf({ sustain }: Clause): z.infer<typeof PortalAllowed>['sustain'] {
  return sustain.kind === 'windows'
    ? { kind: 'windows', count: String(sustain.count) }
    : { kind: 'seconds', count: plain(exact(sustain.microseconds).div(second)) };
}

const isNumber = /^-?\d+([./]\d+)?$/;

function partFacts(
  part: Provenance,
  zone: string,
  sources: ReadonlyMap<string, string>,
): z.infer<typeof PortalAllowedPart> {
  const isSet = part.kind === 'allowed' || part.kind === 'widen' || !isNumber.test(part.value);
  return {
    kind: part.kind,
    of: part.of,
    value: isSet ? null : decimal(part.value),
    values: isSet && part.value !== '' ? part.value.split(', ') : [],
    counts: part.counts,
    from: moment(part.from),
    until: moment(part.until),
    source: part.kind === 'order' ? (sources.get(part.of) ?? null) : null,
    words: provenanceView({ ...part, from: Math.max(part.from, earliest) as Instant }, zone).words,
  };
}

/** Returns where each order line of an agreement is on paper, by its id. */
export function orderSources({ agreement, signed }: KnownToday): Map<string, string> {
  const added = agreement.amendments
    .flatMap(({ changes }) => changes)
    .flatMap((change) => (change.kind === 'addOrderLine' ? [change.orderLine] : []));
  return new Map([...added, ...signed.orderLines].map(({ id, source }) => [id, source]));
}

const noRight = { attribute: null, values: [], upTo: null, days: null, sources: [], releasedBefore: null };

/** Returns a rule about which use counts as facts. */
export function rightFacts({ id, rule, from, until }: Right): z.infer<typeof PortalRight> {
  const dated = { id, kind: rule.kind, from: moment(from), until: moment(until), words: ruleWords(rule) };
  return { ...noRight, ...dated, ...ruleFacts(rule) };
}

function ruleFacts(rule: RightRule): Partial<z.infer<typeof PortalRight>> {
  switch (rule.kind) {
    case 'freeUse':
      return {
        attribute: rule.attribute,
        values: [...rule.in],
        upTo: rule.upTo === null ? null : decimal(rule.upTo),
      };
    case 'pool':
      return { attribute: rule.attribute, values: [...rule.in] };
    case 'reassignment':
      return { days: rule.days };
    case 'rulingSource':
      return { sources: [...rule.sources] };
    case 'maintenance':
      return { attribute: rule.attribute, releasedBefore: rule.until };
  }
}

/** Returns when a clause binds, as facts; `null` where it always does. */
export function conditionFacts({ onlyIf }: Pick<Clause, 'onlyIf'>): z.infer<typeof PortalCondition> | null {
  if (!onlyIf) return null;
  const of = onlyIf.of.map(({ fact, is, value }) => ({ fact, is, value: decimal(value) }));
  return { kind: onlyIf.kind, of, words: conditionWords(onlyIf) };
}
