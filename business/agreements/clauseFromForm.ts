import type { Clause, LimitRule, Sustain } from './agreement.ts';
import type { ClauseForm } from './agreementForm.ts';
import { instantaneous } from './checkCounting.ts';
import { conditionFromForm } from './conditionForm.ts';
import { measureFromForm } from './measureFromForm.ts';
import type { Report } from './report.ts';

type Measure = Clause['measure'];

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
    ...(form.onlyIf ? { onlyIf: conditionFromForm(form.onlyIf) } : {}),
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
    ...(form.allowance ? { allowance: form.allowance } : {}),
  };
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

function isLong(window: Measure['window']): boolean {
  if (window.unit === 'rolling') return window.days > 31;
  return ['quarter', 'year', 'term'].includes(window.unit);
}
