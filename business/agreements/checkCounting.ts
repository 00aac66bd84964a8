import { isPersonal } from '#business/customers/personal.ts';
import { hour } from '#platform/instant.ts';
import type { Clause } from './agreement.ts';
import type { Report } from './report.ts';

type Measure = Clause['measure'];
type Aggregate = Measure['aggregate'];
type MeasurePart = Extract<Aggregate, { readonly parts: unknown }>['parts'][number];
type RatingStep = NonNullable<Measure['rating']>[number];

/** Aggregates whose value exists at every instant. */
export const instantaneous: ReadonlySet<Aggregate['kind']> = new Set(['peakConcurrency', 'max', 'latest']);

/** Reports what a measure, or a part of one, says against itself. */
export function checkCounting(part: MeasurePart, at: string, report: Report): void {
  const { aggregate, rating = [], firstUse } = part;
  if (rating.length > 0 && !rates(aggregate)) {
    const detail = `${aggregate.kind} counts, and adds up no quantities that could be rated.`;
    report(`${at}/rating`, 'rating_unused', detail, 'Remove the rating, or choose sum or peakConcurrency.');
  }
  checkSteps(rating, `${at}/rating`, report);
  if (!firstUse) return;
  if (aggregate.kind !== 'count' && aggregate.kind !== 'sum') {
    const detail = `Charges at first use are counted or added up; ${aggregate.kind} does neither.`;
    report(`${at}/firstUse`, 'first_use_unused', detail, 'Choose the aggregate sum or count.');
  }
  if (firstUse.lasts < hour) {
    const detail = 'A charge lasts for less than an hour.';
    report(`${at}/firstUse/lasts`, 'first_use_short', detail, 'Write a duration of an hour or more: PT24H.');
  }
}

/** Reports a window in which the measure has no value. */
export function checkWindow({ aggregate, window, ratchet }: Measure, at: string, report: Report): void {
  if (window.unit !== 'instant') return;
  if (!instantaneous.has(aggregate.kind)) {
    const detail = `${aggregate.kind} has no value at an instant.`;
    const todo = 'Choose a longer window, or peakConcurrency, max or latest.';
    report(`${at}/window`, 'window_instant', detail, todo);
  }
  if (ratchet) {
    const detail = 'A ratchet goes from window to window, and the window instant is only one.';
    report(`${at}/ratchet`, 'ratchet_unused', detail, 'Choose another window, such as day or month.');
  }
}

function rates(aggregate: MeasurePart['aggregate']): boolean {
  const kind = 'of' in aggregate ? aggregate.of : aggregate.kind;
  return kind !== 'count' && kind !== 'unique';
}

/** A sum has only the values by which it was added up; so later steps ask for no others, and factors come before. */
function checkSteps(steps: readonly RatingStep[], at: string, report: Report): void {
  let known: readonly string[] | null = null;
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'factor') {
      if (known !== null) {
        const detail = 'A factor by kind comes after a sum, which may be of several kinds.';
        report(`${at}/${i}/factor`, 'rating_order', detail, 'Put the factor before it.');
      }
      if (step.by === 'who' || isPersonal(step.by)) {
        const detail = `${step.by} may name a person, and the table would keep the name in the agreement.`;
        report(`${at}/${i}/factor/by`, 'factor_personal', detail, 'Use a kind that names nobody.');
      }
    }
    if (step.kind !== 'floor' && step.kind !== 'packs') continue;
    const lost = known === null ? [] : step.each.filter((name) => !known!.includes(name));
    if (lost.length > 0) {
      const detail = `What was added up before no longer tells ${lost.join(' and ')} apart.`;
      report(`${at}/${i}/each`, 'rating_order', detail, 'Put the step for the smaller parts first.');
    }
    known = step.each;
  }
}
