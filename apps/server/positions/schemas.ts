import { z } from '@hono/zod-openapi';
import { positionOrders } from '#business/remediation/positionFilter.ts';
import { parseDecimal } from '#platform/exact.ts';
import { parseDate } from '#platform/instant.ts';
import { FlagBadge, FlagKind } from '../flags/schemas.ts';
import { pageQuery } from '../http/cursor.ts';
import { Status } from '../pages.ts';

const Party = z.object({ id: z.string(), name: z.string() });
const Money = z.object({ amount: z.string(), currency: z.string(), shown: z.string() });
export const Severity = z.enum(['critical', 'high', 'normal', 'low']).openapi('Severity');

/** A value of the address that may come once or several times. */
const several = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(one).max(50).optional(),
  );
const date = z
  .string()
  .refine((text) => parseDate(text) !== undefined, 'Give a date such as 2026-03-31.')
  .optional();
const word = z.string().min(1).max(200);

/** What narrows the list of positions, in the query of its address. */
export const filterQuery = z.object({
  words: z.string().max(400).optional(),
  status: several(Status),
  product: several(word),
  customer: word.optional(),
  segment: several(word),
  size: several(z.enum(['small', 'medium', 'large'])),
  renewsFrom: date,
  renewsUntil: date,
  owner: word.optional(),
  flag: several(z.union([FlagKind, z.literal('none')])),
  severity: several(Severity),
  currency: z.string().length(3).optional(),
  least: z
    .string()
    .refine((text) => parseDecimal(text) !== undefined, 'Give an amount such as 1000 or 99.50.')
    .optional(),
  order: z.enum(positionOrders).default('money'),
  backwards: z.enum(['true', 'false']).default('false'),
});

/** The whole query of the list. */
export const listQuery = filterQuery.extend(pageQuery.shape);

/** The query of the file: the filter, and which kind of file. */
export const exportQuery = filterQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const TriageView = z
  .object({
    severity: Severity.nullable(),
    sequence: z.number().int().nullable(),
    dueOn: z.string().nullable(),
    /** Which row of which version of the table said so: `row 3 of version 2`; or why it could not say. */
    reason: z.string(),
    problem: z.boolean(),
  })
  .openapi('Triage');

export const Position = z
  .object({
    customer: Party,
    agreement: z.string(),
    product: Party,
    clause: z.object({ id: z.string(), plain: z.string() }),
    group: z.string(),
    unit: z.object({ one: z.string(), many: z.string() }),
    entitled: z.string(),
    used: z.string(),
    balance: z.string(),
    status: Status,
    moneyAtStake: Money.nullable(),
    renewsOn: z.string(),
    finding: z.string().nullable(),
    /** Which time the numbers are of, `until` is `null` while it runs; `null` where nothing was measured. */
    period: z.object({ from: z.string(), until: z.string().nullable(), peak: z.boolean() }).nullable(),
    zone: z.string(),
    flags: z.array(FlagBadge),
    /** Who works on it: assigned, named by the triage table, or the owner of the customer. */
    owner: z
      .object({ id: z.string().nullable(), name: z.string(), by: z.enum(['assigned', 'table', 'customer']) })
      .nullable(),
    triage: TriageView.nullable(),
  })
  .openapi('Position');

/** What the whole filtered list comes to, whichever page of it is shown. */
export const PositionTotals = z
  .object({
    all: z.number().int(),
    customers: z.number().int(),
    /** How many have each status, of those that pass the rest of the filter. */
    statuses: z.array(z.object({ status: Status, positions: z.number().int() })),
    /** The money at stake, one sum per currency. */
    atStake: z.array(Money.extend({ positions: z.number().int() })),
  })
  .openapi('PositionTotals');

export const PositionsPage = z
  .object({
    items: z.array(Position),
    next: z.string().nullable(),
    total: z.number().int().nullable(),
    asOf: z.string(),
    loading: z.boolean(),
    /** With the first page only. */
    totals: PositionTotals.nullable(),
  })
  .openapi('PositionsPage');

export const PositionChoices = z
  .object({
    products: z.array(Party),
    segments: z.array(z.string()),
    currencies: z.array(z.string()),
    owners: z.array(Party),
  })
  .openapi('PositionChoices');

export type ListQuery = z.infer<typeof listQuery>;
export type ExportQuery = z.infer<typeof exportQuery>;
export type FilterQuery = z.infer<typeof filterQuery>;
export type Position = z.infer<typeof Position>;
export type PositionsPage = z.infer<typeof PositionsPage>;
export type PositionChoices = z.infer<typeof PositionChoices>;
