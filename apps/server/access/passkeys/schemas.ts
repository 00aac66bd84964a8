import { z } from '@hono/zod-openapi';

/** What a browser's `navigator.credentials` takes; it says itself what is in it. */
const Options = z.record(z.string(), z.unknown());
const encoded = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/);
const id = encoded(1400).min(1);

export const PasskeyOptions = z.object({ options: Options }).openapi('PasskeyOptions');

const credential = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

export const PasskeyMade = z
  .strictObject({
    name: z.string().trim().min(1, 'Give the passkey a name.').max(60),
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: encoded(4000),
        attestationObject: encoded(20_000),
        transports: z.array(z.string().max(20)).max(10).optional(),
      }),
    }),
  })
  .openapi('PasskeyMade');

export const PasskeyAnswer = z
  .strictObject({
    to: z.string().max(2000).nullable().optional(),
    credential: z.object({
      ...credential,
      response: z.object({
        clientDataJSON: encoded(4000),
        authenticatorData: encoded(4000),
        signature: encoded(4000),
        userHandle: encoded(200).optional(),
      }),
    }),
  })
  .openapi('PasskeyAnswer');

export const PasskeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Whether it is kept by more than one device. */
    synced: z.boolean(),
    createdAt: z.string(),
    usedAt: z.string().nullable(),
  })
  .openapi('Passkey');

export const Passkeys = z.object({ items: z.array(PasskeyView) }).openapi('Passkeys');

export const PasskeyName = z
  .strictObject({ name: z.string().trim().min(1, 'Give the passkey a name.').max(60) })
  .openapi('PasskeyName');
