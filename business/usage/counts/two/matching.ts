import type { FeatureRule, Measure } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import type { Span } from './spans.ts';

/** Returns the value of a record's attribute; `undefined` where it has none. */
export function attribute(record: UsageRecord, name: string): string | undefined {
  if (name === 'feature') return record.feature;
  if (name === 'source') return record.source;
  if (name === 'who') return record.who ?? undefined;
  return Object.hasOwn(record.attributes, name) ? record.attributes[name] : undefined;
}

/** Whether the record meets every filter of the measure; one that lacks a filter's attribute does not. */
export function passes(record: UsageRecord, measure: Measure): boolean {
  return measure.filter.every((filter) => {
    const value = attribute(record, filter.attribute);
    if (value === undefined) return false;
    return 'in' in filter ? filter.in.includes(value) : !filter.notIn.includes(value);
  });
}

/** Returns the JSON list of the record's group values; a missing one is the empty text. */
export function groupOf(record: UsageRecord, measure: Measure): string {
  return JSON.stringify(measure.groupBy.map((name) => attribute(record, name) ?? ''));
}

/** Whether the record's feature counts towards the product at the time of the record. */
export function countsAtItsTime(record: UsageRecord, features: readonly FeatureRule[]): boolean {
  return features.some((rule) => names(rule, record) && rule.from <= record.at && record.at < rule.until);
}

/**
 * Returns the parts of the span in which its feature counts towards the product. Where two rules name the feature at
 * once it counts once.
 */
export function countedParts(span: Span, features: readonly FeatureRule[]): Span[] {
  const rules = features.filter((rule) => names(rule, span.record)).sort((a, b) => a.from - b.from);
  const parts: Span[] = [];
  let reached = span.from;
  for (const rule of rules) {
    const from = Math.max(reached, rule.from);
    const until = Math.min(span.until, rule.until);
    if (from >= until) continue;
    parts.push({ ...span, from, until });
    reached = until;
  }
  return parts;
}

function names(rule: FeatureRule, record: UsageRecord): boolean {
  return rule.feature === record.feature && (rule.source === null || rule.source === record.source);
}
