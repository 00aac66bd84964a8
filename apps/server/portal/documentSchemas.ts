import { z } from '@hono/zod-openapi';
import { QuoteRelease } from '../quotes/schemas.ts';
import { PortalParty, PortalUnit } from './schemas.ts';

/** A paper both sides share, and where it is. `on`: the day it was signed, agreed or counted up to, where there is one. */
export const PortalDocument = z
  .object({
    id: z.string(),
    kind: z.enum(['agreement', 'quote', 'counted']),
    title: z.string(),
    on: z.string().nullable(),
    agreement: z.string().nullable(),
    clause: z.string().nullable(),
    files: z.array(z.object({ format: z.enum(['json', 'yaml', 'csv', 'xlsx']), address: z.string() })),
  })
  .openapi('PortalDocument');

export const PortalDocuments = z
  .object({ asOf: z.string(), items: z.array(PortalDocument) })
  .openapi('PortalDocuments');

const days = { firstDay: z.string(), lastDay: z.string() };

/** An agreement as it was signed, with what both sides have signed or granted since; days are those of `zone`. */
export const PortalAgreementText = z
  .object({
    id: z.string(),
    customer: PortalParty,
    title: z.string(),
    signedOn: z.string(),
    ...days,
    renewsOn: z.string(),
    zone: z.string(),
    currency: z.string(),
    orderLines: z.array(
      z.object({
        id: z.string(),
        clause: z.string(),
        product: PortalParty,
        edition: z.string().nullable(),
        quantity: z.string(),
        ...days,
        source: z.string(),
      }),
    ),
    clauses: z.array(
      z.object({
        id: z.string(),
        product: PortalParty,
        text: z.string(),
        plain: z.string(),
        allowedWords: z.string(),
        measuredAs: z.string(),
      }),
    ),
    duties: z.array(z.object({ id: z.string(), text: z.string(), plain: z.string() })),
    amendments: z.array(
      z.object({ id: z.string(), signedOn: z.string(), firstDay: z.string(), words: z.string() }),
    ),
    grants: z.array(z.object({ id: z.string(), clause: z.string(), ...days, words: z.string() })),
  })
  .openapi('PortalAgreementText');

const Line = z.object({
  kind: z.enum(['charge', 'credit', 'fee', 'discount', 'minimum', 'overage', 'rounding']),
  label: z.string(),
  amount: z.string(),
});

/** What both sides agreed on, with its arithmetic; amounts are decimals of `currency`. */
export const PortalQuoteText = z
  .object({
    id: z.string(),
    status: z.enum(['agreed', 'billed', 'settled']),
    agreement: z.string(),
    clause: z.string(),
    product: PortalParty,
    units: z.string(),
    unit: PortalUnit,
    zone: z.string(),
    ...days,
    currency: z.string(),
    lines: z.array(Line),
    total: z.string(),
    agreedOn: z.string(),
    /** Use of the past that is settled with it. */
    release: QuoteRelease.nullable(),
    invoice: z.object({ number: z.string(), amount: z.string(), on: z.string() }).nullable(),
  })
  .openapi('PortalQuoteText');

export type PortalDocument = z.infer<typeof PortalDocument>;
export type PortalDocuments = z.infer<typeof PortalDocuments>;
export type PortalAgreementText = z.infer<typeof PortalAgreementText>;
export type PortalQuoteText = z.infer<typeof PortalQuoteText>;
