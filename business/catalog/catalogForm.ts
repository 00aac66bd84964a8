import { z } from 'zod';
import { exact, parseDecimal } from '#platform/exact.ts';
import {
  currency,
  date,
  identifier,
  positiveQuantity,
  quantity,
  wholeNumber,
  words,
} from '#platform/fields.ts';
import { fieldIssue } from '#platform/schemaProblems.ts';
import { mostDecimals } from './money.ts';

/*
 * What a person writes in a catalog file. A decimal reaches the reader as the text that stands in the file, so that
 * 0.1 stays 0.1.
 */

const dearest = exact(10n ** 12n);

const price = quantity
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

const priced = {
  id: identifier,
  product: identifier,
  edition: identifier.optional(),
  unit,
  per: z.enum(['once', 'month', 'quarter', 'year']).meta({
    description: 'What the price covers: once, or each period of the agreement, counted from its first day.',
  }),
};

const component = z.discriminatedUnion('model', [
  z.strictObject({ ...priced, model: z.literal('flat'), amount: price }),
  z.strictObject({ ...priced, model: z.literal('unit'), price }),
  z.strictObject({ ...priced, model: z.literal('volume'), tiers }),
  z.strictObject({ ...priced, model: z.literal('graduated'), tiers }),
]);

const named = { id: identifier, name: words(200) };

/** The form `catalog/1`: what a catalog file holds, each part by itself; `catalogFile.ts` checks them against each other. */
export const catalogForm = z
  .strictObject({
    goodterms: z.literal('catalog/1'),
    products: z
      .array(z.strictObject({ ...named, editions: z.array(z.strictObject(named)).max(100).default([]) }))
      .max(10_000),
    priceBooks: z
      .array(
        z.strictObject({
          id: identifier,
          currency,
          from: date,
          until: date.optional(),
          components: z.array(component).max(10_000),
        }),
      )
      .max(1_000)
      .default([]),
    features: z
      .array(
        z.strictObject({
          source: words(500).optional(),
          feature: words(500),
          product: identifier,
          edition: identifier.optional(),
          precedence: wholeNumber(0, 1_000_000).default(0),
          from: date.optional(),
          until: date.optional(),
        }),
      )
      .max(100_000)
      .default([]),
  })
  .meta({
    title: 'Goodterms catalog',
    description: 'Products, dated prices and the features that belong to products.',
  });

export type CatalogForm = z.output<typeof catalogForm>;

/** Returns the JSON Schema (2020-12) of a catalog file, as published in `catalog.schema.json`. */
export function catalogSchema(): object {
  return z.toJSONSchema(catalogForm, { io: 'input' });
}
