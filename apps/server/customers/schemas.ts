import { z } from '@hono/zod-openapi';
import { FlagBadge } from '../flags/schemas.ts';

/* Texts only, without a limit of their own: the domain says what is wrong with a value, and where. */
const text = z.string().default('');
const Person = z.object({ name: text, email: text, role: text }).openapi('PersonForm');

/** A customer as a person writes it, the same keys as in a file of customers; numbers and days as texts. */
export const CustomerFormView = z
  .object({
    id: text,
    name: text,
    size: text,
    segment: text,
    riskTolerance: text,
    contact: Person,
    owner: Person,
    relationship: z.object({
      since: text,
      renewals: text,
      goodExperiences: z.array(z.string()).default([]),
      vendorMistakes: z
        .array(z.object({ id: text, clause: text, from: text, until: text, units: text, what: text }))
        .default([]),
      openOrders: z.array(z.object({ id: text, clause: text, units: text, since: text })).default([]),
    }),
  })
  .openapi('CustomerForm');

/** A customer as it is edited; its version is the ETag. */
export const CustomerDocument = z
  .object({ version: z.number().int(), form: CustomerFormView })
  .openapi('CustomerDocument');

/** A customer in the list. */
export const CustomerEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.string(),
    segment: z.string(),
    riskTolerance: z.string(),
    owner: z.string(),
    agreements: z.number().int(),
    flags: z.array(FlagBadge),
  })
  .openapi('CustomerEntry');

/** A page of customers; what there is to filter by comes with the first page. */
export const CustomerList = z
  .object({
    items: z.array(CustomerEntry),
    next: z.string().nullable(),
    total: z.number().int().nullable(),
    choices: z
      .object({
        segments: z.array(z.string()),
        owners: z.array(z.object({ name: z.string(), email: z.string() })),
      })
      .nullable(),
  })
  .openapi('CustomerList');
