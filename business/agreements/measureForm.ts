import { z } from 'zod';
import { duration, positiveQuantity, quantity, wholeNumber, words, zone } from '#platform/fields.ts';
import { exactlyOne } from './exactlyOne.ts';

/* The form of a measure in an agreement file. What it means: `measureFromForm.ts`. */

const label = words(200);
const labels = z.array(label).max(1000);

const hourly = z.enum(['count', 'sum', 'max', 'unique', 'peakConcurrency', 'timeWeighted']);

const aggregate = z.union([
  z.enum(['count', 'sum', 'min', 'max', 'latest', 'timeWeighted', 'peakConcurrency']),
  z.strictObject({
    unique: label,
    highest: z
      .strictObject({ attribute: label, order: z.array(label).min(1).max(1000) })
      .optional()
      .meta({ description: 'Count each only by the highest kind it had in the window; the lowest first.' }),
  }),
  z.strictObject({ nthHighest: wholeNumber(1, 100_000), of: hourly }),
  z.strictObject({ percentile: positiveQuantity, of: hourly }),
]);

const filter = z.array(
  exactlyOne(z.strictObject({ attribute: label, in: labels.optional(), notIn: labels.optional() }), [
    'in',
    'notIn',
  ]),
);

const step = exactlyOne(
  z.strictObject({
    factor: z
      .strictObject({ by: label, table: z.record(label, quantity), otherwise: quantity })
      .optional()
      .meta({ description: 'Multiply by what the table has for a value; otherwise by the default.' }),
    atLeast: positiveQuantity.optional(),
    packsOf: positiveQuantity.optional(),
    times: positiveQuantity.optional(),
    each: labels.optional().meta({ description: 'What is added up first. Default: everything.' }),
  }),
  ['factor', 'atLeast', 'packsOf', 'times'],
);

const counting = {
  filter: filter.optional(),
  rating: z.array(step).min(1).max(20).optional(),
  firstUse: z.strictObject({ each: labels, lasts: duration }).optional(),
  unitSize: positiveQuantity.optional(),
};

const parts = z
  .array(z.strictObject({ aggregate, ...counting }))
  .min(2)
  .max(10)
  .optional();

export const measureForm = exactlyOne(
  z.strictObject({
    aggregate: aggregate.optional(),
    lowerOf: parts,
    greaterOf: parts,
    window: z.union([
      z.enum(['instant', 'minute', 'hour', 'day', 'month', 'quarter', 'year', 'term']),
      z.strictObject({ rolling: wholeNumber(1, 3660) }),
    ]),
    anchor: z.enum(['calendar', 'term']).optional().meta({
      description: 'Months, quarters and years begin with the calendar or with the term. Default: calendar.',
    }),
    zone: zone.optional(),
    groupBy: labels.optional(),
    countReservations: z.boolean().optional(),
    ratchet: z.boolean().optional().meta({ description: 'The highest value so far stays.' }),
    ...counting,
  }),
  ['aggregate', 'lowerOf', 'greaterOf'],
);

export type MeasureForm = z.output<typeof measureForm>;
export type AggregateForm = z.output<typeof aggregate>;
export type CountingForm = z.output<z.ZodObject<typeof counting>>;
export type StepForm = z.output<typeof step>;
