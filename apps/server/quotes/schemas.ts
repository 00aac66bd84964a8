import { z } from '@hono/zod-openapi';
import { pageOf, pageQuery } from '../http/cursor.ts';
import { PricedLine } from '../pages.ts';
import { reasonField } from '../reasoned.ts';

const Status = z.enum(['quoted', 'agreed', 'billed', 'settled', 'withdrawn']);
const Port = z.enum(['csv', 'stripe']);
const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,12})?$/, 'Write the amount as a decimal, such as 1342.47.');

/** A quote in a list. Days are those of the agreement; `lastDay` is still paid for. */
export const QuoteSummary = z
  .object({
    id: z.string(),
    status: Status,
    customer: z.object({ id: z.string(), name: z.string() }),
    agreement: z.string(),
    clause: z.string(),
    product: z.object({ id: z.string(), name: z.string() }),
    finding: z.string().nullable(),
    units: z.string(),
    unit: z.object({ one: z.string(), many: z.string() }),
    firstDay: z.string(),
    lastDay: z.string(),
    /** A decimal; `amount` is the same as people write it. */
    total: z.string(),
    amount: z.string(),
    currency: z.string(),
    quotedAt: z.string(),
    validUntil: z.string(),
    /** Of what it says: to be sent when it is agreed. */
    digest: z.string(),
    version: z.number().int(),
  })
  .openapi('QuoteSummary');
export type QuoteSummary = z.infer<typeof QuoteSummary>;

/** Use of the past that is settled with a quote: so many units, on these days. */
export const QuoteRelease = z
  .object({ units: z.string(), firstDay: z.string(), lastDay: z.string() })
  .openapi('QuoteRelease');

/** A quote with its arithmetic, what became of it, and what can be done with it. */
export const QuoteView = QuoteSummary.extend({
  zone: z.string(),
  priced: z.object({ currency: z.string(), lines: z.array(PricedLine), total: z.string() }),
  /** Why units that are there already count in the price; empty where they do not. */
  explained: z.array(z.string()),
  release: QuoteRelease.nullable(),
  /** `by` is null where the words were erased. */
  agreed: z.object({ at: z.string(), on: z.string(), by: z.string().nullable() }).nullable(),
  billing: z.object({ at: z.string(), port: Port, reference: z.string() }).nullable(),
  payment: z.object({ invoice: z.string(), amount: z.string(), on: z.string() }).nullable(),
  withdrawn: z.object({ at: z.string(), reason: z.string().nullable() }).nullable(),
  commands: z.array(
    z.object({
      command: z.enum(['agree', 'bill', 'settle', 'withdraw']),
      possible: z.boolean(),
      why: z.string().nullable(),
    }),
  ),
  /** The ways to billing, and why one cannot be taken. */
  ports: z.array(z.object({ port: Port, possible: z.boolean(), why: z.string().nullable() })),
}).openapi('Quote');
export type QuoteView = z.infer<typeof QuoteView>;

export const QuoteList = pageOf(QuoteSummary).openapi('Quotes');
export const listQuery = pageQuery.extend({
  status: Status.optional(),
  customer: z.string().max(200).optional(),
  finding: z.string().max(200).optional(),
});
export const linesQuery = listQuery.pick({ status: true, customer: true });

const validUntil = z.iso.date().optional().openapi({ description: 'Thirty days from today when left out.' });

/** What a quote is made of: a confirmed finding, or so many units more. */
export const MakeOrder = z
  .union([
    z.strictObject({ finding: z.string().min(1).max(200), validUntil }),
    z.strictObject({
      agreement: z.string().min(1).max(200),
      clause: z.string().min(1).max(200),
      units: z.string().regex(/^[1-9]\d{0,14}$/, 'Say how many whole units more.'),
      from: z.iso.date().optional().openapi({ description: 'Today when left out.' }),
      validUntil,
    }),
  ])
  .openapi('QuoteOrder');
export type MakeOrder = z.infer<typeof MakeOrder>;

export const AgreeOrder = z
  .object({
    digest: z.string().min(1).max(100),
    on: z.iso.date(),
    by: z.string().trim().min(1, 'Say who agreed, and how: by which letter, order or call.').max(1000),
  })
  .openapi('AgreeOrder');
export const BillOrder = z.object({ port: Port }).openapi('BillOrder');
export const SettleOrder = z
  .object({
    invoice: z.string().trim().min(1, 'Give the number of the invoice.').max(100),
    amount: decimal,
    currency: z.string().regex(/^[A-Z]{3}$/, 'Write the currency as three capital letters.'),
    on: z.iso.date(),
  })
  .openapi('SettleOrder');
export const WithdrawOrder = z.object({ reason: reasonField }).openapi('WithdrawQuoteOrder');
export const BilledOrder = z
  .object({
    /** The name of the file that was given to billing. */
    file: z.string().max(100),
    quotes: z
      .array(z.object({ id: z.string().max(300), digest: z.string().max(100) }))
      .min(1)
      .max(1000),
  })
  .openapi('BilledOrder');

/** How many quotes of a file were marked, and under which reference. */
export const BilledView = z
  .object({ reference: z.string(), quotes: z.number().int() })
  .openapi('QuotesBilled');

/** Under which Stripe knows a customer; `null` where none was entered. */
export const BillingAccountView = z
  .object({
    customer: z.string(),
    stripe: z.string().nullable(),
    version: z.number().int(),
    /** Whether a key to Stripe is set. */
    ready: z.boolean(),
  })
  .openapi('BillingAccount');
export const AccountOrder = z
  .object({
    stripe: z
      .string()
      .regex(/^cus_[A-Za-z0-9]{1,60}$/, 'A Stripe customer is written as cus_ and letters and digits.'),
  })
  .openapi('BillingAccountOrder');
