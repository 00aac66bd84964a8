import type { Aggregate, Measure, WindowRule } from '#business/usage/measure.ts';
import { exact } from '#platform/exact.ts';
import type { Clause, LimitRule, Sustain } from './agreement.ts';
import type { ClauseForm, MeasureForm } from './agreementForm.ts';
import type { Report } from './report.ts';

/** Returns the clause a form describes, with every default filled in; reports what contradicts itself. */
export function clauseFromForm(form: ClauseForm, zone: string, at: string, report: Report): Clause {
  const measure = measureFromForm(form.measure, zone, `${at}/measure`, report);
  const base = {
    id: form.id,
    product: form.product,
    unitName: typeof form.unit === 'string' ? { one: form.unit, many: `${form.unit}s` } : form.unit,
    text: form.text,
    plain: form.plain,
    measure,
    features: form.features ?? [],
    sustain: sustainOf(form.sustain, measure, at, report),
    lateness: form.lateness ?? 0,
    price: form.price ?? null,
  };
  if (form.kind === 'restriction') {
    return { ...base, kind: 'restriction', attribute: form.attribute, allowed: form.allowed };
  }
  return {
    ...base,
    kind: 'capacity',
    baseLimit: form.limit ?? null,
    limitRule: limitRuleOf(form.limitRule, measure, at, report),
    tolerance: form.tolerance ?? { kind: 'units', value: '0' },
  };
}

/** Returns the measure a form describes, with every default filled in. */
export function measureFromForm(form: MeasureForm, zone: string, at: string, report: Report): Measure {
  const aggregate = aggregateOf(form.aggregate);
  const window = windowOf(form, at, report);
  if (window.unit === 'instant' && !instantaneous.has(aggregate.kind)) {
    const detail = `${aggregate.kind} has no value at an instant.`;
    const todo = 'Choose a longer window, or peakConcurrency, max or latest.';
    report(`${at}/window`, 'window_instant', detail, todo);
  }
  if (aggregate.kind === 'percentile' && exact(aggregate.p).compare(100) > 0) {
    report(`${at}/aggregate`, 'percentile_invalid', `${aggregate.p} is above 100.`, 'Write 95 for the 95th.');
  }
  return {
    aggregate,
    window,
    zone: form.zone ?? zone,
    filter: (form.filter ?? []).map(({ attribute, in: values, notIn = [] }) =>
      values ? { attribute, in: values } : { attribute, notIn },
    ),
    groupBy: form.groupBy ?? [],
    countReservations: form.countReservations ?? false,
    unitSize: form.unitSize ?? '1',
  };
}

/** Aggregates whose value exists at every instant. */
const instantaneous: ReadonlySet<Aggregate['kind']> = new Set(['peakConcurrency', 'max', 'latest']);

function aggregateOf(form: MeasureForm['aggregate']): Aggregate {
  if (typeof form === 'string') return { kind: form };
  if ('unique' in form) return { kind: 'unique', by: form.unique };
  if ('nthHighest' in form) return { kind: 'nthHighest', n: form.nthHighest, of: form.of };
  return { kind: 'percentile', p: form.percentile, of: form.of };
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

function sustainOf(form: ClauseForm['sustain'], { window }: Measure, at: string, report: Report): Sustain {
  const instant = window.unit === 'instant';
  if (form?.windows !== undefined && instant) {
    const detail = 'The window instant cannot be counted.';
    report(`${at}/sustain`, 'sustain_kind', detail, 'Write sustain: { duration: PT2H }.');
  }
  if (form?.duration !== undefined && !instant) {
    const detail = 'A duration goes with the window instant only.';
    report(`${at}/sustain`, 'sustain_kind', detail, 'Write sustain: { windows: 2 }.');
  }
  return instant
    ? { kind: 'duration', microseconds: form?.duration ?? 0 }
    : { kind: 'windows', count: form?.windows ?? 1 };
}

function limitRuleOf(rule: LimitRule | undefined, measure: Measure, at: string, report: Report): LimitRule {
  const { aggregate, window } = measure;
  const pointwise = window.unit === 'instant' || instantaneous.has(aggregate.kind);
  if (!rule && isLong(window)) {
    const detail =
      'A window longer than a month must say which limit counts where the limit changes inside it.';
    report(at, 'limit_rule_missing', detail, 'Add limitRule: instant, highest, prorate or split.');
  }
  if (rule === 'instant' && !pointwise) {
    const detail = `${aggregate.kind} has no value at an instant, so each instant cannot have its own limit.`;
    report(`${at}/limitRule`, 'limit_rule_instant', detail, 'Use highest, prorate or split.');
  }
  return rule ?? (pointwise ? 'instant' : 'highest');
}

function isLong(window: WindowRule): boolean {
  if (window.unit === 'rolling') return window.days > 31;
  return ['quarter', 'year', 'term'].includes(window.unit);
}
