import { z } from 'zod';
import { quantity, words } from '#platform/fields.ts';
import type { Condition, Threshold } from './condition.ts';
import { exactlyOne } from './exactlyOne.ts';

const operators = ['atLeast', 'above', 'atMost', 'below'] as const;

const threshold = exactlyOne(
  z.strictObject({
    fact: words(200),
    atLeast: quantity.optional(),
    above: quantity.optional(),
    atMost: quantity.optional(),
    below: quantity.optional(),
  }),
  operators,
);

const thresholds = z.array(threshold).min(1).max(20).optional();

/** The form of a condition on the customer itself. */
export const conditionForm = exactlyOne(z.strictObject({ any: thresholds, all: thresholds }), [
  'any',
  'all',
]).meta({ description: 'The clause binds only while stated facts of the customer are so.' });

/** Returns the condition a form describes. */
export function conditionFromForm({ any, all = [] }: z.output<typeof conditionForm>): Condition {
  const of = (any ?? all).map((form): Threshold => {
    const is = operators.find((operator) => form[operator] !== undefined);
    if (!is) throw new Error('the form holds exactly one operator');
    return { fact: form.fact, is, value: form[is]! };
  });
  return { kind: any ? 'any' : 'all', of };
}
