import { z } from '@hono/zod-openapi';

/** One source of a customer, as it was when the customer was last examined. */
export const SourceItem = z
  .object({
    customer: z.object({ id: z.string(), name: z.string() }),
    source: z.string(),
    records: z.number().int(),
    /** When the use began that its latest record tells of. */
    lastRecord: z.string().nullable(),
    lastImport: z.string().nullable(),
    silent: z.boolean(),
    /** How far apart its records usually are, in words; null with fewer than two. */
    pace: z.string().nullable(),
    gaps: z.number().int(),
    conflicts: z.number().int(),
    unmatched: z.number().int(),
    disagreeing: z.number().int(),
  })
  .openapi('Source');

const Bar = z.object({ from: z.string(), records: z.number().int(), imports: z.number().int() });

/** The page of one source. Lists hold the latest fifty; the counts beside them say how many there are. */
export const SourcePage = SourceItem.extend({
  firstRecord: z.string().nullable(),
  /** From here on it is silent if nothing comes. */
  silentFrom: z.string().nullable(),
  bars: z.object({ unit: z.enum(['day', 'week']), bars: z.array(Bar) }),
  grades: z.array(z.object({ grade: z.string(), words: z.string(), records: z.number().int() })),
  gapList: z.array(
    z.object({
      at: z.string().nullable(),
      feature: z.string().nullable(),
      code: z.string(),
      detail: z.string(),
    }),
  ),
  totals: z.array(
    z.object({
      at: z.string().nullable(),
      feature: z.string(),
      stated: z.string(),
      lines: z.string(),
      difference: z.string(),
    }),
  ),
  unmatchedList: z.array(z.object({ feature: z.string(), records: z.number().int() })),
  rejections: z.object({
    total: z.number().int(),
    items: z.array(
      z.object({
        import: z.string(),
        file: z.string(),
        receivedAt: z.string(),
        line: z.number().int().nullable(),
        pointer: z.string().nullable(),
        detail: z.string(),
        todo: z.string(),
      }),
    ),
  }),
}).openapi('SourcePage');

/** What has come of changes since a moment: whether counting goes on, and what findings became. */
export const EffectView = z
  .object({
    counting: z.boolean(),
    changes: z.array(
      z.object({ finding: z.string(), agreement: z.string(), clause: z.string(), words: z.string() }),
    ),
  })
  .openapi('Effect');
