import type { Clause } from './agreement.ts';
import { checkSpan } from './checkPlaces.ts';
import type { Report } from './report.ts';
import type { RightRule } from './right.ts';

/** Reports rights of a clause that are named twice, end before they begin, or do not fit its kind or measure. */
export function checkRights(clause: Clause, at: string, report: Report): void {
  const seen = new Set<string>();
  for (const [i, right] of (clause.rights ?? []).entries()) {
    const place = `${at}/rights/${i}`;
    if (seen.has(right.id)) {
      const detail = `The clause ${clause.id} has two rights ${right.id}.`;
      report(`${place}/id`, 'duplicate_id', detail, 'Give each its own id.');
    }
    seen.add(right.id);
    checkSpan(right, place, report);
    checkRule(right.rule, clause, `${place}/${right.rule.kind}`, report);
  }
}

/** Reports a rule that does not fit the clause it is for. */
export function checkRule(rule: RightRule, clause: Clause, at: string, report: Report): void {
  const forRestriction = rule.kind === 'maintenance';
  const misfit =
    rule.kind === 'freeUse'
      ? clause.kind === 'restriction' && rule.upTo !== null
      : forRestriction !== (clause.kind === 'restriction');
  if (misfit) {
    const detail = `${rule.kind} does not fit the ${clause.kind} clause ${clause.id}.`;
    const todo = forRestriction
      ? 'Maintenance says which versions a restriction allows.'
      : 'A restriction knows free use as a whole, and no other of these rules.';
    report(at, 'clause_kind', detail, todo);
    return;
  }
  if (rule.kind === 'maintenance' && clause.kind === 'restriction' && rule.attribute !== clause.attribute) {
    const detail = `The clause ${clause.id} restricts ${clause.attribute}, not ${rule.attribute}.`;
    report(`${at}/attribute`, 'right_attribute', detail, `Write attribute: ${clause.attribute}.`);
  }
  if (rule.kind === 'freeUse' && rule.upTo !== null && !countable(clause.measure)) {
    const detail = `Of the measure of ${clause.id} no units can be told apart that are free.`;
    const todo =
      'Leave upTo out, or measure by count, sum, unique, max, timeWeighted or peakConcurrency, in windows that do not roll.';
    report(`${at}/upTo`, 'right_not_countable', detail, todo);
  }
}

const withUnits: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'unique',
  'max',
  'timeWeighted',
  'peakConcurrency',
]);

function countable({ aggregate, window, rating, firstUse }: Clause['measure']): boolean {
  return withUnits.has(aggregate.kind) && window.unit !== 'rolling' && !rating && !firstUse;
}
