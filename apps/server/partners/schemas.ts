import { z } from '@hono/zod-openapi';

const text = z.string().default('');

/** A partner as a person writes it. */
export const PartnerForm = z
  .object({
    id: text,
    name: text,
    contactName: text,
    contactEmail: text,
    contactRole: text,
    /** The ids of the customers it sells to, and of those it speaks for. */
    sellsTo: z.array(z.string()).max(10_000).default([]),
    speaksFor: z.array(z.string()).max(10_000).default([]),
  })
  .openapi('PartnerForm');

/** A partner as it is edited; its version is the ETag. */
export const PartnerDocument = PartnerForm.extend({ version: z.number().int() }).openapi('PartnerDocument');

/** All partners, in order of their ids. */
export const PartnerList = z
  .object({
    items: z.array(PartnerDocument),
    next: z.null(),
    total: z.number().int(),
  })
  .openapi('Partners');
