import { type Dated, without } from '#platform/yamlText.ts';
import type { Clause, SignedAgreement, Sustain, Tolerance } from './agreement.ts';
import { durationText, momentText } from './formText.ts';
import { measureToForm } from './measureToForm.ts';
import { conditionToForm, rightRuleToForm } from './ruleToForm.ts';

/** Returns a clause as a form has it, without what is so where nothing is said. */
export function clauseToForm(
  clause: Clause,
  signed: Pick<SignedAgreement, 'from' | 'until' | 'zone'>,
): Dated {
  const { id, kind, product, unitName, text, plain, measure, features, price, onlyIf } = clause;
  const { one, many } = unitName;
  const form = without({
    ...{ id, kind, product },
    unit: many === `${one}s` ? one : { one, many },
    ...{ text, plain },
    measure: measureToForm(measure, signed.zone),
    ...promiseToForm(clause),
    ...{ features, price },
    sustain: sustainToForm(clause.sustain),
    lateness: clause.lateness === 0 ? undefined : durationText(clause.lateness),
    onlyIf: onlyIf && conditionToForm(onlyIf),
    rights: (clause.rights ?? []).map((right) =>
      without({
        id: right.id,
        from: right.from === signed.from ? undefined : momentText(right.from, signed.zone),
        until: right.until === signed.until ? undefined : momentText(right.until, signed.zone),
        ...rightRuleToForm(right.rule),
      }),
    ),
  });
  // An allowed set is written even where it is empty: it then allows nothing.
  return clause.kind === 'restriction' ? { ...form, allowed: clause.allowed } : form;
}

function promiseToForm(clause: Clause): Dated {
  if (clause.kind === 'restriction') {
    const { attribute, allowed } = clause;
    return { attribute, allowed };
  }
  const { baseLimit, limitRule, tolerance, allowance } = clause;
  return without({
    limit: baseLimit,
    limitRule,
    tolerance: toleranceToForm(tolerance),
    allowance: allowance && { each: allowance.each, of: allowance.of },
  });
}

function toleranceToForm({ kind, value }: Tolerance): string | undefined {
  if (kind === 'percent') return `${value}%`;
  return value === '0' ? undefined : value;
}

function sustainToForm(sustain: Sustain): Dated | undefined {
  if (sustain.kind === 'windows') return sustain.count === 1 ? undefined : { windows: String(sustain.count) };
  return sustain.microseconds === 0 ? undefined : { duration: durationText(sustain.microseconds) };
}
