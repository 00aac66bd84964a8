import { z } from 'zod';
import { exact, parseDecimal, zero } from '#platform/exact.ts';
import { date, identifier, positiveQuantity, quantity, words } from '#platform/fields.ts';
import { fieldIssue } from '#platform/schemaProblems.ts';
import { mostDecimals } from './money.ts';

/* What a person writes of one price. A decimal reaches the reader as text, so that 0.1 stays 0.1. */

const dearest = exact(10n ** 12n);

/** A price or an amount, as the text that stands in the file. */
export const price = quantity
  .transform((text, ctx) => {
    if (exact(text).compare(dearest) > 0) {
      const message = `A price of ${text} is more than 10^12.`;
      ctx.addIssue(fieldIssue({ code: 'number_absurd', message, todo: 'Check the price.' }));
    }
    if ((text.split('.')[1]?.length ?? 0) > mostDecimals) {
      const message = `A price of ${text} has more than ${mostDecimals} decimals.`;
      ctx.addIssue(
        fieldIssue({ code: 'price_too_fine', message, todo: `Round it to ${mostDecimals} decimals.` }),
      );
    }
    return text;
  })
  .meta({
    description: `An amount of zero to 10^12 in the book's currency, at most ${mostDecimals} decimals.`,
    maximum: 10 ** 12,
    pattern: `^\\d{1,13}(\\.\\d{1,${mostDecimals}})?$`,
  });

const upTo = z
  .string()
  .meta({
    description: 'The last quantity of the tier, itself included; the last tier has inf.',
    type: ['number', 'string'],
    exclusiveMinimum: 0,
    pattern: '^(inf|\\d{1,30}(\\.\\d{1,30})?)$',
  })
  .transform((text, ctx): string | null => {
    if (text === 'inf') return null;
    if (!parseDecimal(text)) {
      const message = `${JSON.stringify(text.slice(0, 60))} is neither a plain decimal number nor inf.`;
      ctx.addIssue(
        fieldIssue({ code: 'number_form', message, todo: 'Write digits, or inf for the last tier.' }),
      );
      return z.NEVER;
    }
    const checked = positiveQuantity.safeParse(text);
    if (checked.success) return checked.data;
    const message = `${text} cannot be where a tier ends.`;
    ctx.addIssue(
      fieldIssue({ code: 'number_absurd', message, todo: 'Use a number above zero, at most 10^15.' }),
    );
    return z.NEVER;
  });

const unit = z
  .union([words(50), z.strictObject({ one: words(50), many: words(50) })])
  .transform((name) => (typeof name === 'string' ? { one: name, many: `${name}s` } : name))
  .meta({
    description:
      'What one unit is called: seat (several are seats), or both words: { one: box, many: boxes }.',
  });

const tiers = z
  .array(z.strictObject({ upTo, unit: price, flat: price.default('0') }))
  .min(1, 'at least one tier is needed')
  .max(100, 'at most 100 tiers are read');

const blocks = z
  .array(z.strictObject({ upTo, size: positiveQuantity, price }))
  .min(1, 'at least one tier is needed')
  .max(100, 'at most 100 tiers are read');

const off = z
  .string()
  .meta({
    description: 'A share of what is left after the discounts before it (20%), or an amount for each period.',
    type: ['number', 'string'],
    pattern: '^\\d{1,13}(\\.\\d{1,12})?%?$',
  })
  .transform((text, ctx): { kind: 'percent' | 'amount'; value: string } => {
    const percent = text.endsWith('%');
    const value = price.safeParse(percent ? text.slice(0, -1).trimEnd() : text);
    const is = value.success ? exact(value.data) : zero;
    if (value.success && is.compare(zero) > 0 && !(percent && is.compare(exact(100)) > 0))
      return { kind: percent ? 'percent' : 'amount', value: value.data };
    const message = `${JSON.stringify(text.slice(0, 60))} is no discount.`;
    const todo = 'Write a share above zero, up to 100% (20%), or an amount above zero (50).';
    ctx.addIssue(fieldIssue({ code: 'discount_invalid', message, todo }));
    return z.NEVER;
  });

const discounts = z
  .array(z.strictObject({ name: words(100), off, from: date.optional(), until: date.optional() }))
  .max(20, 'at most 20 discounts are read')
  .meta({ description: 'Applied in this order, each to what those before it left.' });

/** What a price or a commitment covers. */
export const per = z.enum(['once', 'month', 'quarter', 'year']).meta({
  description: 'What the price covers: once, or each period of the agreement, counted from its first day.',
});

const priced = {
  id: identifier,
  product: identifier,
  edition: identifier.optional(),
  unit,
  per,
  proration: z
    .enum(['day', 'second', 'thirtyDays'])
    .optional()
    .meta({ description: 'How a part of a period is charged; by day where it is left out.' }),
  discounts: discounts.optional(),
  minimum: price.optional().meta({ description: 'The least that a period costs, after all discounts.' }),
};

/** One price of one thing, whatever its model. */
export const component = z.discriminatedUnion('model', [
  z.strictObject({ ...priced, model: z.literal('flat'), amount: price }),
  z.strictObject({ ...priced, model: z.literal('unit'), price }),
  z.strictObject({ ...priced, model: z.literal('package'), size: positiveQuantity, price }),
  z.strictObject({ ...priced, model: z.literal('blocks'), tiers: blocks }),
  z.strictObject({ ...priced, model: z.literal('volume'), tiers, ratchet: z.boolean().optional() }),
  z.strictObject({ ...priced, model: z.literal('graduated'), tiers }),
]);
