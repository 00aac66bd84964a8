import { z } from 'zod';
import { exact } from '#platform/exact.ts';
import {
  currency,
  date,
  duration,
  identifier,
  moment,
  positiveQuantity,
  quantity,
  wholeNumber,
  words,
  zone,
} from '#platform/fields.ts';
import { fieldIssue } from '#platform/schemaProblems.ts';
import { conditionForm } from './conditionForm.ts';
import { dutyForm } from './dutyForm.ts';
import { exactlyOne } from './exactlyOne.ts';
import { measureForm } from './measureForm.ts';
import { rightForm, ruleForm } from './rightForm.ts';

/* The form of agreement files, `goodterms: agreement/1`, as people write it. What it means: `agreementFile.ts`. */

const label = words(200);
const labels = z.array(label).max(1000);

const tolerance = z
  .string()
  .meta({
    type: ['number', 'string'],
    pattern: '^\\d{1,30}(\\.\\d{1,30})?%?$',
    description: 'Units, or a share: 5%.',
  })
  .transform((text, ctx) => {
    const percent = text.endsWith('%');
    const value = quantity.safeParse(percent ? text.slice(0, -1).trimEnd() : text);
    if (value.success && !(percent && exact(value.data).compare(100) > 0)) {
      return { kind: percent ? ('percent' as const) : ('units' as const), value: value.data };
    }
    const message = `${JSON.stringify(text.slice(0, 60))} is no tolerance.`;
    ctx.addIssue(
      fieldIssue({ code: 'tolerance_invalid', message, todo: 'Write units (2) or a share up to 100% (5%).' }),
    );
    return z.NEVER;
  });

const clauseBase = {
  id: identifier,
  product: identifier,
  unit: z.union([label, z.strictObject({ one: label, many: label })]),
  text: words(20_000),
  plain: words(5_000),
  measure: measureForm,
  sustain: exactlyOne(
    z.strictObject({ windows: wholeNumber(1, 1000).optional(), duration: duration.optional() }),
    ['windows', 'duration'],
  ).optional(),
  lateness: duration.optional(),
  onlyIf: conditionForm.optional(),
  rights: z.array(rightForm).max(100).optional(),
  features: labels.optional(),
  price: identifier.optional(),
  currency: currency.optional(),
};

const capacity = z.strictObject({
  ...clauseBase,
  kind: z.literal('capacity'),
  limit: quantity
    .optional()
    .meta({ description: 'A fixed limit; without it the sum of the order lines counts.' }),
  allowance: z.strictObject({ each: positiveQuantity, of: identifier }).optional().meta({
    description: 'So much more for each unit of another clause that is ordered or used, whichever is more.',
  }),
  limitRule: z.enum(['instant', 'highest', 'prorate', 'split']).optional(),
  tolerance: tolerance.optional(),
});

const restriction = z.strictObject({
  ...clauseBase,
  kind: z.literal('restriction'),
  attribute: label,
  allowed: labels,
});

/** The form of one order line. */
export const orderLineForm = z.strictObject({
  id: identifier,
  clause: identifier,
  product: identifier,
  edition: identifier.optional(),
  quantity,
  from: moment.optional(),
  until: moment.optional(),
  source: label,
  currency: currency.optional(),
});

const changeKinds = [
  'addOrderLine',
  'endOrderLine',
  'replaceQuantity',
  'replaceLimit',
  'replaceAllowed',
] as const;

const change = exactlyOne(
  z.strictObject({
    addOrderLine: orderLineForm.optional(),
    endOrderLine: identifier.optional(),
    replaceQuantity: z.strictObject({ orderLine: identifier, quantity }).optional(),
    replaceLimit: z.strictObject({ clause: identifier, limit: quantity }).optional(),
    replaceAllowed: z.strictObject({ clause: identifier, allowed: labels }).optional(),
  }),
  changeKinds,
);

const variationBase = {
  id: identifier,
  clause: identifier,
  from: moment,
  until: moment,
  decidedOn: moment,
  reason: words(5_000),
};

const permit = exactlyOne(
  z.strictObject({
    ...variationBase,
    kind: z.literal('permit'),
    add: quantity.optional(),
    raiseTo: quantity.optional(),
    widen: labels.min(1).optional(),
    right: ruleForm.optional(),
    releasesPast: z.strictObject({ from: moment, until: moment }).optional(),
    source: z.literal('grant').optional(),
  }),
  ['add', 'raiseTo', 'widen', 'right'],
);

const forbearance = z.strictObject({
  ...variationBase,
  kind: z.literal('forbearance'),
  pauses: z.array(z.enum(['contact', 'fees', 'suspension'])).min(1),
});

/** The form of an agreement file. Its JSON Schema is published as `agreement.schema.json`. */
export const agreementForm = z.strictObject({
  goodterms: z.literal('agreement/1'),
  id: identifier,
  customer: identifier,
  title: label,
  signedOn: date,
  from: moment,
  until: moment,
  renewsOn: date.optional(),
  zone,
  currency,
  orderLines: z.array(orderLineForm).optional(),
  clauses: z
    .array(z.discriminatedUnion('kind', [capacity, restriction]))
    .min(1)
    .max(1000),
  duties: z.array(dutyForm).max(100).optional(),
  amendments: z
    .array(z.strictObject({ id: identifier, signedOn: date, from: moment, changes: z.array(change).min(1) }))
    .optional(),
  variations: z.array(z.discriminatedUnion('kind', [permit, forbearance])).optional(),
});

export type AgreementForm = z.output<typeof agreementForm>;
export type ClauseForm = AgreementForm['clauses'][number];
export type OrderLineForm = z.output<typeof orderLineForm>;
export type AmendmentForm = NonNullable<AgreementForm['amendments']>[number];
export type VariationForm = NonNullable<AgreementForm['variations']>[number];
