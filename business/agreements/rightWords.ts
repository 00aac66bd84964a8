import { exact, grouped } from '#platform/exact.ts';
import type { RightRule } from './right.ts';

/** Returns a rule about which use counts as a plain sentence, without its dates. */
export function ruleWords(rule: RightRule): string {
  switch (rule.kind) {
    case 'freeUse':
      return rule.upTo === null
        ? `Use is free where ${rule.attribute} is ${rule.in.join(' or ')}`
        : `Up to ${grouped(exact(rule.upTo))} units are free where ${rule.attribute} is ${rule.in.join(' or ')}`;
    case 'pool':
      return `Only ${rule.in.join(', ')} may draw on it (${rule.attribute})`;
    case 'reassignment':
      return `A seat may go on to another person ${rule.days} days after it was taken`;
    case 'rulingSource':
      return `Whom several sources see counts by the first of ${rule.sources.join(', ')}`;
    case 'maintenance':
      return `Versions released before ${rule.until} may be used`;
  }
}
