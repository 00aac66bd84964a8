import { z } from '@hono/zod-openapi';
import { pageOf } from '../http/cursor.ts';
import { ForecastStep } from '../pages.ts';
import { PortalClause, PortalUse, PortalWindow } from './overviewSchemas.ts';
import { PortalParty } from './schemas.ts';

/** Where use is likely to be, step by step; estimates, for drawing. */
export const PortalForecast = z
  .object({
    path: z.array(ForecastStep),
    words: z.string(),
  })
  .openapi('PortalForecast');

/** A feature that counts towards the clause, and when; `source: null`: whoever names it. */
export const PortalFeature = z
  .object({
    feature: z.string(),
    source: z.string().nullable(),
    from: z.string().nullable(),
    until: z.string().nullable(),
  })
  .openapi('PortalFeature');

/** What is allowed from one moment to another. */
export const PortalAllowedSpan = z
  .object({
    from: z.string(),
    until: z.string(),
    limit: z.string().nullable(),
    values: z.array(z.string()).nullable(),
    words: z.string(),
  })
  .openapi('PortalAllowedSpan');

/** One clause with the use of one of its groups over time; the group closest to its limit where none is asked for. */
export const PortalLine = z
  .object({
    asOf: z.string(),
    customer: PortalParty,
    agreement: z.object({
      id: z.string(),
      title: z.string(),
      from: z.string(),
      until: z.string(),
      zone: z.string(),
    }),
    clause: PortalClause,
    features: z.array(PortalFeature),
    /** People's accounts that were merged, and accounts left out because they are no people. */
    people: z.object({ merged: z.number().int(), leftOut: z.number().int() }),
    /** `null` where the clause counts in groups and none has shown yet. */
    use: PortalUse.nullable(),
    /** Use in each window, in order of time; of more than 800 the most telling. */
    windows: z.array(PortalWindow),
    allowedOver: z.array(PortalAllowedSpan),
    forecast: PortalForecast.nullable(),
  })
  .openapi('PortalLine');

/** Groups of a clause, those closest to their limit first. */
export const PortalGroups = pageOf(PortalUse).openapi('PortalGroups');

/** One counted unit. `key` with agreement, clause and window names it for good. */
export const PortalEvidenceRow = z
  .object({
    key: z.string(),
    source: z.string(),
    id: z.string(),
    kind: z.enum([
      'occurrence',
      'held',
      'return',
      'sighting',
      'level',
      'snapshot',
      'member',
      'reservation',
      'queued',
      'retraction',
    ]),
    feature: z.string(),
    /** The person or machine, by the key its source uses; `null` where the source names nobody. */
    who: z.string().nullable(),
    /** The key the source named, where the row counts as somebody else's. */
    namedAs: z.string().nullable(),
    from: z.string(),
    until: z.string().nullable(),
    contributes: z.string(),
    /** How its quantity was rated: `8 × 0.5; at least 16 for each server`. */
    rated: z.string().nullable(),
    /** A part of it that is free by a right. */
    free: z.object({ by: z.string(), quantity: z.string() }).nullable(),
    /** The right by which a seat stays taken, where that is what counts here. */
    staysBy: z.string().nullable(),
  })
  .openapi('PortalEvidenceRow');

/** What sources told of in this time and does not count, and why. `by`: the right it follows from; `null`: a decision about accounts. */
export const PortalLeftOut = z
  .object({
    cause: z.enum([
      'left-out',
      'listed-twice',
      'free',
      'outside-pool',
      'other-source',
      'maintained',
      'release-unknown',
    ]),
    by: z.string().nullable(),
    who: z.string().nullable(),
    feature: z.string(),
    records: z.number().int(),
  })
  .openapi('PortalLeftOut');

/** Who and what was counted in one window; the contributions of all rows make up its value. */
export const PortalEvidence = pageOf(PortalEvidenceRow)
  .extend({
    agreement: z.string(),
    clause: z.string(),
    group: z.string(),
    window: PortalWindow,
    leftOut: z.array(PortalLeftOut),
  })
  .openapi('PortalEvidence');

export type PortalGroups = z.infer<typeof PortalGroups>;
export type PortalLine = z.infer<typeof PortalLine>;
export type PortalEvidence = z.infer<typeof PortalEvidence>;
export type PortalEvidenceRow = z.infer<typeof PortalEvidenceRow>;
