import { z } from 'zod';
import {
  date,
  identifier,
  moment,
  momentIn,
  positiveQuantity,
  wholeNumber,
  words,
} from '#platform/fields.ts';
import type { CalendarDate, Interval } from '#platform/instant.ts';
import { exactlyOne } from './exactlyOne.ts';
import type { Right, RightRule } from './right.ts';

/* The part of agreement files that says which use counts for a clause. What it means: `right.ts`. */

const label = words(200);
const labels = z.array(label).min(1).max(1000);

const rules = {
  freeUse: z
    .strictObject({ attribute: label, in: labels, upTo: positiveQuantity.optional() })
    .optional()
    .meta({ description: 'Use in such an environment is free, all of it or up to so many units.' }),
  pool: z
    .strictObject({ attribute: label, in: labels })
    .optional()
    .meta({ description: 'Only these affiliates may draw on the quantity.' }),
  reassignment: z
    .strictObject({ days: wholeNumber(1, 3660) })
    .optional()
    .meta({ description: 'A seat may go on to another person only so many days after it was taken.' }),
  rulingSource: z
    .strictObject({ sources: labels })
    .optional()
    .meta({ description: 'Whom several sources see counts by the first of these that does.' }),
  maintenance: z
    .strictObject({
      attribute: label.optional(),
      until: date,
      releases: z
        .array(z.strictObject({ version: label, releasedOn: date }))
        .min(1)
        .max(1000),
    })
    .optional()
    .meta({ description: 'Versions released before maintenance ended may be used.' }),
};
const names = ['freeUse', 'pool', 'reassignment', 'rulingSource', 'maintenance'] as const;

/** The form of one rule by itself, as a permit brings it. */
export const ruleForm = exactlyOne(z.strictObject(rules), names);

/** The form of a right of a clause. */
export const rightForm = exactlyOne(
  z.strictObject({ id: identifier, from: moment.optional(), until: moment.optional(), ...rules }),
  names,
);

export type RuleForm = z.output<typeof ruleForm>;
export type RightForm = z.output<typeof rightForm>;

/** Returns the rule a form describes. */
export function ruleFromForm(form: RuleForm): RightRule {
  const { freeUse, pool, reassignment, rulingSource, maintenance } = form;
  if (freeUse) return { kind: 'freeUse', ...freeUse, upTo: freeUse.upTo ?? null };
  if (pool) return { kind: 'pool', ...pool };
  if (reassignment) return { kind: 'reassignment', ...reassignment };
  if (rulingSource) return { kind: 'rulingSource', ...rulingSource };
  if (!maintenance) throw new Error('the form holds exactly one rule');
  const { attribute = 'version', until, releases } = maintenance;
  const dated = releases.map((one) => ({ ...one, releasedOn: one.releasedOn as CalendarDate }));
  return { kind: 'maintenance', attribute, until: until as CalendarDate, releases: dated };
}

/** Returns the right a form describes; without dates it holds for the whole term. */
export function rightFromForm(form: RightForm, zone: string, term: Interval): Right {
  return {
    id: form.id,
    from: form.from ? momentIn(form.from, zone) : term.from,
    until: form.until ? momentIn(form.until, zone) : term.until,
    rule: ruleFromForm(form),
  };
}
