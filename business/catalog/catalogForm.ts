import { z } from 'zod';
import {
  currency,
  date,
  identifier,
  positiveQuantity,
  quantity,
  wholeNumber,
  words,
} from '#platform/fields.ts';
import { component, per, price } from './componentForm.ts';

/*
 * What a person writes in a catalog file. A decimal reaches the reader as the text that stands in the file, so that
 * 0.1 stays 0.1.
 */

const commitment = z.strictObject({
  id: identifier,
  name: words(100),
  amount: price,
  per,
  overage: quantity
    .default('1')
    .meta({ description: 'What goes beyond the commitment costs so many times its list price.' }),
  components: z
    .array(identifier)
    .min(1, 'at least one component is needed')
    .max(100, 'at most 100 components are read')
    .meta({ description: 'They use the commitment up in this order.' }),
});

const exchangeRates = z.strictObject({
  currency,
  from: date,
  rates: z
    .array(z.strictObject({ currency, rate: positiveQuantity }))
    .max(200, 'at most 200 currencies are read')
    .meta({ description: 'What one unit of each currency is worth; used for the order of lists only.' }),
});

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
          reason: words(1_000)
            .optional()
            .meta({ description: 'Why these prices: customers read it beside what they pay.' }),
          components: z.array(component).max(10_000),
          commitments: z.array(commitment).max(1_000).optional(),
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
    exchangeRates: z.array(exchangeRates).max(1_000).optional(),
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
