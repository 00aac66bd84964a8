import { isPersonal } from '#business/customers/personal.ts';
import { exact, grouped } from '#platform/exact.ts';
import type { Interval } from '#platform/instant.ts';
import type { CapacityClause, Clause } from './agreement.ts';
import { unknown } from './checkPlaces.ts';
import type { Report } from './report.ts';
import { mostHours, mostWindows, sizeOfWindows } from './sizeOfWindows.ts';

/** Reports measures that could not be counted over the term, and groups that would write who people are into findings. */
export function checkMeasures(clauses: readonly Clause[], term: Interval, report: Report): void {
  for (const [i, clause] of clauses.entries()) {
    const { measure } = clause;
    if (clause.kind === 'restriction' && measure.ratchet) {
      const detail =
        'The windows of a restriction are cut where its set changes, so none is the highest so far.';
      report(`/clauses/${i}/measure/ratchet`, 'ratchet_unused', detail, 'Remove the ratchet.');
    }
    if (clause.kind === 'capacity' && clause.allowance)
      checkAllowance(clause, clauses, `/clauses/${i}/allowance`, report);
    checkSize(sizeOfWindows(measure, term), `/clauses/${i}/measure/window`, report);
    for (const [j, attribute] of measure.groupBy.entries()) {
      if (!isPersonal(attribute)) continue;
      const detail = `${attribute} may name a person, and a finding could then not be kept without the name.`;
      const todo = 'Group by who, which names nobody, or by something else, such as a team or a site.';
      report(`/clauses/${i}/measure/groupBy/${j}`, 'group_personal', detail, todo);
    }
  }
}

/** The other clause is read over the windows of this one, as a whole. */
function checkAllowance(
  { id, measure, allowance }: CapacityClause,
  clauses: readonly Clause[],
  at: string,
  report: Report,
): void {
  const other = clauses.find((clause) => clause.id === allowance!.of);
  if (!other)
    unknown(
      'clause',
      allowance!.of,
      clauses.map((clause) => clause.id),
      `${at}/of`,
      report,
    );
  else if (other.id === id || other.kind !== 'capacity' || other.allowance) {
    const detail = `The clause ${other.id} cannot be what the limit of ${id} grows with.`;
    const todo = 'Name another clause with a limit that does not grow itself.';
    report(`${at}/of`, 'allowance_clause', detail, todo);
  }
  const instant = measure.window.unit === 'instant' || other?.measure.window.unit === 'instant';
  if (!instant) return;
  const detail = 'A limit grows window by window, and the window instant is only one.';
  report(at, 'allowance_instant', detail, 'Choose another window, such as day or month, for both clauses.');
}

function checkSize({ windows, hours }: { windows: number; hours: number }, at: string, report: Report): void {
  const many = (count: number) => grouped(exact(count), 0);
  const shorter = 'Choose other windows, or a shorter term.';
  if (windows > mostWindows) {
    const detail = `The term would have ${many(windows)} windows; at most ${many(mostWindows)} can be counted.`;
    report(at, 'windows_too_many', detail, shorter);
  } else if (hours > mostHours) {
    const detail = `The windows of the term would have ${many(hours)} hours together; at most ${many(mostHours)} can be counted.`;
    report(at, 'windows_too_many', detail, shorter);
  }
}
