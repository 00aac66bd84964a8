import type {
  Aggregate,
  Measure,
  MeasurePart,
  RatingStep,
  SingleAggregate,
  WindowRule,
} from '#business/usage/measure.ts';
import { exact } from '#platform/exact.ts';
import { checkCounting, checkWindow } from './checkCounting.ts';
import type { AggregateForm, CountingForm, MeasureForm, StepForm } from './measureForm.ts';
import type { Report } from './report.ts';

/** Returns the measure a form describes, with every default filled in; reports what contradicts itself. */
export function measureFromForm(form: MeasureForm, zone: string, at: string, report: Report): Measure {
  const aggregate = aggregateOf(form, at, report);
  const measure: Measure = {
    ...countingOf(form),
    aggregate,
    window: windowOf(form, at, report),
    zone: form.zone ?? zone,
    groupBy: form.groupBy ?? [],
    countReservations: form.countReservations ?? false,
    ...(form.ratchet ? { ratchet: true as const } : {}),
  };
  checkWindow(measure, at, report);
  if (!('parts' in aggregate)) checkCounting({ ...measure, aggregate }, at, report);
  else if (form.rating || form.firstUse) {
    const detail = 'Of a combination each part has a rating and a first use of its own.';
    report(at, 'rating_unused', detail, 'Move rating and firstUse into the parts that they are of.');
  }
  return measure;
}

function aggregateOf(form: MeasureForm, at: string, report: Report): Aggregate {
  if (form.aggregate !== undefined) return singleOf(form.aggregate, `${at}/aggregate`, report);
  const kind = form.lowerOf ? 'lowerOf' : 'greaterOf';
  const parts = (form[kind] ?? []).map((part, i): MeasurePart => {
    const place = `${at}/${kind}/${i}`;
    const made = {
      ...countingOf(part),
      aggregate: singleOf(part.aggregate, `${place}/aggregate`, report),
    };
    checkCounting(made, place, report);
    return made;
  });
  return { kind, parts };
}

function singleOf(form: AggregateForm, at: string, report: Report): SingleAggregate {
  if (typeof form === 'string') return { kind: form };
  if ('unique' in form) {
    const { unique: by, highest } = form;
    return { kind: 'unique', by, ...(highest ? { highest } : {}) };
  }
  if ('nthHighest' in form) return { kind: 'nthHighest', n: form.nthHighest, of: form.of };
  if (exact(form.percentile).compare(100) > 0)
    report(at, 'percentile_invalid', `${form.percentile} is above 100.`, 'Write 95 for the 95th.');
  return { kind: 'percentile', p: form.percentile, of: form.of };
}

function countingOf(form: CountingForm): Omit<MeasurePart, 'aggregate'> {
  return {
    filter: (form.filter ?? []).map(({ attribute, in: values, notIn = [] }) =>
      values ? { attribute, in: values } : { attribute, notIn },
    ),
    unitSize: form.unitSize ?? '1',
    ...(form.rating ? { rating: form.rating.map(stepOf) } : {}),
    ...(form.firstUse ? { firstUse: form.firstUse } : {}),
  };
}

function stepOf({ factor, atLeast, packsOf, times, each = [] }: StepForm): RatingStep {
  if (factor) return { kind: 'factor', ...factor };
  if (atLeast !== undefined) return { kind: 'floor', each, atLeast };
  if (packsOf !== undefined) return { kind: 'packs', each, size: packsOf };
  if (times !== undefined) return { kind: 'times', factor: times };
  throw new Error('the form holds exactly one step');
}

function windowOf({ window, anchor }: MeasureForm, at: string, report: Report): WindowRule {
  const anchored = typeof window === 'string' && ['month', 'quarter', 'year'].includes(window);
  if (anchor && !anchored) {
    const detail = 'Only months, quarters and years have an anchor.';
    report(`${at}/anchor`, 'anchor_unused', detail, 'Remove the anchor, or choose such a window.');
  }
  if (typeof window !== 'string') return { unit: 'rolling', days: window.rolling };
  if (window === 'instant' || window === 'term') return { unit: window };
  return { unit: window, anchor: anchor ?? 'calendar' };
}
