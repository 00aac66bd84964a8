import { z } from '@hono/zod-openapi';
import { parseDecimal } from '#platform/exact.ts';
import { Severity } from '../positions/schemas.ts';

const decimal = z
  .string()
  .refine((text) => parseDecimal(text) !== undefined, 'Give a number such as 10 or 12.5.')
  .nullable();
const values = z.array(z.string().min(1).max(200)).min(1, 'Choose at least one.').max(50);

export const TableTest = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('any') }),
    z.object({ kind: z.literal('missing') }),
    z.object({
      kind: z.literal('between'),
      atLeast: decimal,
      below: decimal,
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'Give a currency such as EUR.')
        .optional(),
    }),
    z.object({ kind: z.literal('oneOf'), values }),
    z.object({ kind: z.literal('hasAny'), values }),
    z.object({ kind: z.literal('hasNone'), values }),
  ])
  .openapi('TableTest');

export const TriageRow = z
  .object({
    tests: z.record(z.string(), TableTest),
    outcome: z.object({
      severity: Severity,
      sequence: z.number().int().min(1).max(1000),
      owner: z.string().nullable(),
      dueDays: z.number().int().min(0).max(3650).nullable(),
    }),
  })
  .openapi('TriageRow');

export const TriageOrder = z.object({ rows: z.array(TriageRow).max(100) }).openapi('TriageOrder');

export const TriageColumn = z
  .object({
    id: z.string(),
    type: z.enum(['number', 'money', 'choice', 'text', 'set']),
    optional: z.boolean(),
    values: z.array(z.string()),
  })
  .openapi('TriageColumn');

const Coverage = z
  .object({ gaps: z.array(z.string()), unreached: z.array(z.number().int()), complete: z.boolean() })
  .openapi('TriageCoverage');

export const TriagePage = z
  .object({
    version: z.number().int(),
    columns: z.array(TriageColumn),
    rows: z.array(TriageRow),
    coverage: Coverage,
  })
  .openapi('TriagePage');

const Said = z
  .object({
    severity: Severity.nullable(),
    sequence: z.number().int().nullable(),
    owner: z.string().nullable(),
    dueOn: z.string().nullable(),
    row: z.number().int().nullable(),
    problem: z.string().nullable(),
  })
  .openapi('TriageSaid');

export const TriagePreview = z
  .object({
    coverage: Coverage,
    total: z.number().int(),
    changed: z.number().int(),
    /** The first five hundred, those that change first. */
    findings: z.array(
      z.object({
        finding: z.string(),
        customer: z.object({ id: z.string(), name: z.string() }),
        before: Said,
        after: Said,
        changes: z.boolean(),
      }),
    ),
  })
  .openapi('TriagePreview');
