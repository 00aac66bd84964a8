import { formatInstant, holds, type Interval } from '#platform/instant.ts';
import type { Clause } from './agreement.ts';
import type { FiledVariation } from './agreementFile.ts';
import { checkInside, checkSpan, outside, unknown } from './checkPlaces.ts';
import { checkRule } from './checkRights.ts';
import type { Report } from './report.ts';

/** Reports what is wrong with a variation, and notes what is allowed but worth knowing. */
export function checkVariation(
  variation: FiledVariation,
  term: Interval,
  clauses: ReadonlyMap<string, Clause>,
  at: string,
  report: Report,
  note: Report,
): void {
  const clause = clauses.get(variation.clause);
  if (!clause) unknown('clause', variation.clause, clauses.keys(), `${at}/clause`, report);
  if (checkSpan(variation, at, report)) {
    if (!holds(term, variation.from)) outside(term, `${at}/from`, report);
    else if (variation.until > term.until && variation.kind === 'permit') {
      const detail = `${variation.id} permits nothing after the term, which ends ${formatInstant(term.until)}.`;
      note(`${at}/until`, 'permit_clipped', detail, 'Nothing, if a renewal is to come.');
    }
  }
  if (variation.kind === 'permit') checkPermit(variation, clause, term, at, report);
}

function checkPermit(
  permit: FiledVariation & { kind: 'permit' },
  clause: Clause | undefined,
  term: Interval,
  at: string,
  report: Report,
): void {
  const { change, from, decidedAt, releasesPast: past } = permit;
  if (change.kind === 'right') {
    if (clause) checkRule(change.rule, clause, `${at}/right/${change.rule.kind}`, report);
  } else if (clause && (change.kind === 'widen') !== (clause.kind === 'restriction')) {
    const detail = `${change.kind} does not fit the ${clause.kind} clause ${clause.id}.`;
    report(
      `${at}/${change.kind}`,
      'clause_kind',
      detail,
      'A limit is added to or raised; an allowed set is widened.',
    );
  }
  if (from < decidedAt && !past) {
    const detail = `It begins before it was decided (${formatInstant(decidedAt)}).`;
    const todo = 'Begin with the decision, or add releasesPast with the exact span.';
    report(`${at}/from`, 'permit_reaches_back', detail, todo);
  }
  if (!past || !checkSpan(past, `${at}/releasesPast`, report)) return;
  checkInside(past, term, `${at}/releasesPast`, report);
  if (past.from >= decidedAt || past.until > Math.max(from, decidedAt)) {
    const detail =
      'releasesPast reaches beyond the past: it must begin before the decision and end where the permit begins.';
    report(
      `${at}/releasesPast`,
      'releases_future',
      detail,
      'Let from and until of the permit cover what is to come.',
    );
  }
}
