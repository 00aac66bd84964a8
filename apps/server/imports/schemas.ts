import { z } from '@hono/zod-openapi';
import { optionNames } from '#business/usage/import/formatOptions.ts';
import { formatNames } from '#business/usage/import/formats.ts';
import { importStatuses } from '#business/usage/importJob.ts';
import { pageOf } from '../http/cursor.ts';
import { ProblemView } from '../pages.ts';

/** Options of a format, as a form gives them: all texts. */
export const OptionValues = z
  .object(Object.fromEntries(optionNames.map((name) => [name, z.string().max(2000).optional()])))
  .strict()
  .openapi('UsageImportOptions');

export const OptionView = z
  .object({
    name: z.string(),
    kind: z.enum(['text', 'texts', 'zone', 'time', 'day', 'flag', 'choice', 'fields']),
    needed: z.boolean(),
    what: z.string(),
    choices: z.array(z.string()),
  })
  .openapi('UsageFormatOption');

export const FormatView = z
  .object({ name: z.string(), title: z.string(), what: z.string(), options: z.array(OptionView) })
  .openapi('UsageFormat');

export const FormatList = z.object({ items: z.array(FormatView) }).openapi('UsageFormats');

export const ImportItem = z
  .object({
    id: z.string(),
    customer: z.object({ id: z.string(), name: z.string() }),
    file: z.string(),
    format: z.string(),
    status: z.enum(importStatuses),
    /** What became of it, in one sentence. */
    words: z.string(),
    withdrawn: z.boolean(),
    receivedAt: z.string(),
    by: z.string(),
    origin: z.enum(['upload', 'folder', 'bucket', 'request']),
  })
  .openapi('UsageImportItem');

export const ImportsPage = pageOf(ImportItem).openapi('UsageImports');

/** Customers a file may be imported for. */
export const CustomersFound = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .openapi('CustomersFound');

export const ProgressView = z
  .object({
    phase: z.enum(['reading', 'storing']),
    /** From 0 to 1. */
    done: z.number(),
    bytesRead: z.number().int(),
    entries: z.number().int(),
    stored: z.number().int(),
    perSecond: z.number().int().nullable(),
    secondsLeft: z.number().int().nullable(),
    /** Above 1: it was cut off and taken up again. */
    attempt: z.number().int(),
  })
  .openapi('UsageImportProgress');

export const WithdrawalView = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    reason: z.string(),
    undone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('UsageImportWithdrawal');

/** Why nothing of a file can be taken. */
const Fault = ProblemView.pick({ code: true, title: true, detail: true, todo: true }).openapi(
  'UsageImportFault',
);

export const ImportDetail = ImportItem.extend({
  size: z.number().int().nullable(),
  finishedAt: z.string().nullable(),
  progress: ProgressView.nullable(),
  /** entries = added + duplicates + rejected + blank + other, but for records that stand for a file as a whole. */
  counts: z.object({
    entries: z.number().int(),
    added: z.number().int(),
    duplicates: z.number().int(),
    conflicts: z.number().int(),
    rejected: z.number().int(),
    blank: z.number().int(),
    other: z.number().int(),
  }),
  options: z.record(z.string(), z.string()),
  notes: z.array(
    z.object({
      kind: z.enum(['note', 'gap']),
      code: z.string(),
      count: z.number().int(),
      example: z.string(),
    }),
  ),
  problem: Fault.nullable(),
  /** An earlier import of the very same bytes that counts. */
  sameAs: z.object({ id: z.string(), receivedAt: z.string() }).nullable(),
  withdrawals: z.array(WithdrawalView),
}).openapi('UsageImport');

export const RejectedView = z
  .object({
    number: z.number().int(),
    line: z.number().int().nullable(),
    pointer: z.string().nullable(),
    code: z.string(),
    detail: z.string(),
    todo: z.string(),
  })
  .openapi('RejectedEntry');

export const RejectedPage = pageOf(RejectedView).openapi('RejectedEntries');

export const PreviewOrder = z
  .object({
    format: z.enum(formatNames as [string, ...string[]]).optional(),
    options: OptionValues.optional(),
  })
  .openapi('UsageImportPreviewOrder');

export const StartOrder = z
  .object({ format: z.enum(formatNames as [string, ...string[]]), options: OptionValues.default({}) })
  .openapi('UsageImportStartOrder');

export const PreviewView = z
  .object({
    lines: z.array(z.string()),
    /** The format its content shows; null where it shows none. */
    recognized: z.string().nullable(),
    /** The format and options looked at: as asked for, else as used before for this customer, else as recognized. */
    format: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    remembered: z.array(
      z.object({ format: z.string(), source: z.string(), options: z.record(z.string(), z.string()) }),
    ),
    /** What is missing or cannot be used; then nothing was tried. */
    problems: z.array(ProblemView.pick({ code: true, title: true, detail: true, todo: true, pointer: true })),
    trial: z
      .object({
        entries: z.number().int(),
        /** Whether the file goes on behind what was tried. */
        more: z.boolean(),
        fresh: z.number().int(),
        known: z.number().int(),
        contrary: z.number().int(),
        rejected: z.number().int(),
        rejections: z.array(RejectedView.omit({ number: true, pointer: true })),
        records: z.array(
          z.object({
            at: z.string(),
            kind: z.string(),
            feature: z.string(),
            quantity: z.string(),
            who: z.string().nullable(),
          }),
        ),
        notes: z.array(z.string()),
        fault: Fault.nullable(),
      })
      .nullable(),
  })
  .openapi('UsageImportPreview');
