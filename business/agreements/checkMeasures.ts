import { isPersonal } from '#business/customers/personal.ts';
import { exact, grouped } from '#platform/exact.ts';
import type { Interval } from '#platform/instant.ts';
import type { Clause } from './agreement.ts';
import type { Report } from './report.ts';
import { mostHours, mostWindows, sizeOfWindows } from './sizeOfWindows.ts';

/** Reports measures that could not be counted over the term, and groups that would write who people are into findings. */
export function checkMeasures(clauses: readonly Clause[], term: Interval, report: Report): void {
  for (const [i, { measure }] of clauses.entries()) {
    checkSize(sizeOfWindows(measure, term), `/clauses/${i}/measure/window`, report);
    for (const [j, attribute] of measure.groupBy.entries()) {
      if (!isPersonal(attribute)) continue;
      const detail = `${attribute} may name a person, and a finding could then not be kept without the name.`;
      const todo = 'Group by who, which names nobody, or by something else, such as a team or a site.';
      report(`/clauses/${i}/measure/groupBy/${j}`, 'group_personal', detail, todo);
    }
  }
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
