import { z } from '@hono/zod-openapi';

export const ProviderView = z
  .object({
    /** The name of the machine people are sent to. */
    host: z.string(),
  })
  .openapi('SignInProvider');

export const VendorProvider = z
  .object({ vendor: z.object({ id: z.string(), host: z.string() }).nullable() })
  .openapi('VendorProvider');

/** Where somebody wants to go; only paths of our own are kept. */
export const VisitOrder = z
  .strictObject({ to: z.string().max(2000).nullable().optional() })
  .openapi('ProviderVisitOrder');

export const VisitView = z
  .object({
    /** Where to send the browser. */
    address: z.string(),
  })
  .openapi('ProviderVisit');

export const ProviderSetUp = z
  .object({
    /** `null` where none is set up. The secret is never shown. */
    provider: z
      .object({
        issuer: z.string(),
        client: z.string(),
        changedAt: z.string(),
        /** What the provider has to be told: where it may send browsers back to. */
        back: z.string(),
        /** The page of this company to sign in on, for its own start pages. */
        page: z.string(),
      })
      .nullable(),
    version: z.number().int(),
  })
  .openapi('ProviderSetUp');

export const ProviderOrder = z
  .strictObject({
    issuer: z.string().trim().min(1, 'Give the address of the provider.').max(500),
    client: z.string().trim().min(1, 'Give the id of the client.').max(500),
    /** Left out: the one before stays. */
    secret: z.string().min(1, 'Give the secret of the client.').max(1000).optional(),
  })
  .openapi('ProviderOrder');

export const ProviderLinkView = z
  .object({ id: z.string(), host: z.string(), linkedAt: z.string(), usedAt: z.string() })
  .openapi('ProviderLink');

export const ProviderLinks = z
  .object({
    items: z.array(ProviderLinkView),
    /** The provider one may be linked to and is not yet, by its id in addresses. */
    offered: z.object({ id: z.string(), host: z.string() }).nullable(),
  })
  .openapi('ProviderLinks');
