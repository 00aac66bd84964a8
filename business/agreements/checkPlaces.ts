import { formatInstant, type Interval } from '#platform/instant.ts';
import { nearest } from '#platform/nearest.ts';
import type { Report } from './report.ts';

/** Reports an interval that ends at or before its start; returns whether it is sound. */
export function checkSpan({ from, until }: Interval, at: string, report: Report): boolean {
  if (from < until) return true;
  const detail = `It ends (${formatInstant(until)}) at or before its start (${formatInstant(from)}).`;
  report(
    `${at}/until`,
    'interval_empty',
    detail,
    'Make until, the first day that no longer counts, later than from.',
  );
  return false;
}

/** Reports an interval that does not lie within another. */
export function checkInside({ from, until }: Interval, outer: Interval, at: string, report: Report): void {
  if (from < outer.from) outside(outer, `${at}/from`, report);
  if (until > outer.until) outside(outer, `${at}/until`, report);
}

/** Reports a date that lies outside an interval. */
export function outside({ from, until }: Interval, at: string, report: Report): void {
  const detail = `It must lie within ${formatInstant(from)} to ${formatInstant(until)}.`;
  report(at, 'outside_term', detail, 'Correct the date, or those of the term.');
}

/** Reports a reference to nothing, naming what was probably meant. */
export function unknown(kind: string, id: string, known: Iterable<string>, at: string, report: Report): void {
  const ids = [...known];
  const meant = nearest(id, ids);
  const todo = meant
    ? `Write ${meant}, if that is meant.`
    : `Known: ${ids.slice(0, 20).join(', ') || 'none'}.`;
  const code = kind === 'clause' ? 'clause_unknown' : 'order_line_unknown';
  report(at, code, `There is no ${kind} ${JSON.stringify(id)}.`, todo);
}
