import { z } from '@hono/zod-openapi';
import { instantField, reasonField, TakenBack } from '../reasoned.ts';

/** The kinds of flags; the same list as `flagKinds`, in the order of the document. */
export const FlagKind = z.enum(['in-renewal-talks', 'do-not-contact', 'legal-hold']).openapi('FlagKind');

/** A flag in force, as a badge shows it. */
export const FlagBadge = z.object({ kind: FlagKind, until: z.string().nullable() }).openapi('FlagBadge');

/** A flag with its history; instants in RFC 3339. */
export const FlagView = z
  .object({
    id: z.string(),
    kind: FlagKind,
    state: z.enum(['coming', 'in-force', 'over']),
    from: z.string(),
    until: z.string().nullable(),
    /** `null` where the text was erased. */
    reason: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    lifted: TakenBack.nullable(),
  })
  .openapi('Flag');

/** What is asked for to raise a flag; without `from` it holds from now on, without `until` until it is lifted. */
export const FlagOrder = z
  .object({
    kind: FlagKind,
    from: instantField.optional(),
    until: instantField.nullable().default(null),
    reason: reasonField,
  })
  .openapi('FlagOrder');
