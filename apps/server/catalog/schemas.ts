import { z } from '@hono/zod-openapi';

/** The text of a catalog: YAML or JSON of the form `catalog/1`. */
export const CatalogText = z.object({ text: z.string() }).openapi('CatalogText');

/** The catalog as it is edited: its text in YAML, and the same as a form. */
export const CatalogDocument = z
  .object({
    /** How often it was written; 0 before the first time. */
    version: z.number().int(),
    text: z.string(),
    form: z.record(z.string(), z.unknown()),
  })
  .openapi('CatalogDocument');

/** What saving a text would do, in words, and which prices change from which day on. */
export const CatalogPreview = z
  .object({
    same: z.boolean(),
    papers: z.array(z.string()),
    prices: z.array(
      z.object({
        price: z.string(),
        from: z.string(),
        until: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .openapi('CatalogPreview');
