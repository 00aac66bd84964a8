import { z } from '@hono/zod-openapi';
import { pageOf } from '../http/cursor.ts';
import { PortalDate } from './dateSchemas.ts';
import {
  PortalAllowed,
  PortalCondition,
  PortalContact,
  PortalMeasure,
  PortalParty,
  PortalRight,
  PortalStatus,
  PortalUnit,
  PortalWhy,
} from './schemas.ts';

/** One customer that the reader may open. */
export const PortalEntry = z.object({ id: z.string(), name: z.string() }).openapi('PortalEntry');

/** `as`: in which role the reader opens them; staff see a preview and change nothing. */
export const PortalEntries = pageOf(PortalEntry)
  .extend({ as: z.enum(['customer', 'partner', 'staff']) })
  .openapi('PortalEntries');

/** A window of time with its use against its limit, as counted. `id` names it to `evidence?window=`. */
export const PortalWindow = z
  .object({
    id: z.string(),
    from: z.string(),
    until: z.string(),
    /** Still running, or records of it may still come in: the value may change. */
    open: z.boolean(),
    value: z.string(),
    limit: z.string(),
    /** Whether the value is more than the clause takes as kept to, with its tolerance. */
    above: z.boolean(),
    /** Between what the value lies; the same twice where nothing is contradicted. */
    low: z.string(),
    high: z.string(),
  })
  .openapi('PortalWindow');

/**
 * When use is likely to reach its limit. `unknown`: too little to go by (`has` of `needs` periods). `above`: it is there
 * already. `not-seen`: not likely within a year. `reached`: in four of five cases between `early` and `late`; `likely` and
 * `late` are `null` where they lie more than a year ahead. `none`: there is no limit to reach, or the term is over.
 */
export const PortalReach = z
  .object({
    kind: z.enum(['none', 'unknown', 'above', 'not-seen', 'reached']),
    /** Days in the agreement's zone. */
    early: z.string().nullable(),
    likely: z.string().nullable(),
    late: z.string().nullable(),
    has: z.number().int().nullable(),
    needs: z.number().int().nullable(),
    words: z.string(),
  })
  .openapi('PortalReach');

/** Where one group stands now; a clause without groups has one, with the id `[]` and no values. */
export const PortalUse = z
  .object({
    group: z.string(),
    values: z.array(z.object({ attribute: z.string(), value: z.string() })),
    status: PortalStatus,
    why: PortalWhy.nullable(),
    /** The window that tells where use stands; `null` where nothing was counted. */
    window: PortalWindow.nullable(),
    /** Limit less use, below zero where use is above; `null` without a window. */
    left: z.string().nullable(),
    /** Whole percents of the limit, rounded down; `null` without a window, or where nothing is allowed. */
    percent: z.number().int().nullable(),
    /** The latest stretch above the limit, whether it goes on or is over; `null` where there was none. */
    lastAbove: z.object({ from: z.string(), until: z.string().nullable(), most: PortalWindow }).nullable(),
    reach: PortalReach,
  })
  .openapi('PortalUse');

/** How complete what was counted is. `dataUntil`: the latest moment of use that counts here; `null`: none came. */
export const PortalCompleteness = z
  .object({
    countedAt: z.string().nullable(),
    dataUntil: z.string().nullable(),
    sources: z.array(z.string()),
    silent: z.array(z.string()),
  })
  .openapi('PortalCompleteness');

export const PortalClause = z
  .object({
    agreement: z.string(),
    id: z.string(),
    kind: z.enum(['capacity', 'restriction']),
    product: PortalParty,
    unit: PortalUnit,
    /** What both signed, and the same in plain English. */
    text: z.string(),
    plain: z.string(),
    measuredAs: z.string(),
    measure: PortalMeasure,
    allowed: PortalAllowed,
    condition: PortalCondition.nullable(),
    rights: z.array(PortalRight),
    /** How long after a window's end records may still come in, in whole seconds. */
    latenessSeconds: z.number().int(),
    status: PortalStatus,
    /** Why it cannot be told, where that is the status. */
    why: PortalWhy.nullable(),
    /** The groups that stand closest to their limit, at most three; the others by the groups of the line. */
    uses: z.array(PortalUse),
    groups: z.number().int(),
    completeness: PortalCompleteness,
  })
  .openapi('PortalClause');

export const PortalAgreement = z
  .object({
    id: z.string(),
    title: z.string(),
    signedOn: z.string(),
    /** `until` is exclusive; `lastDay` is the last day of the term in `zone`. */
    from: z.string(),
    until: z.string(),
    firstDay: z.string(),
    lastDay: z.string(),
    renewsOn: z.string(),
    zone: z.string(),
    currency: z.string(),
    state: z.enum(['coming', 'running', 'ended']),
    clauses: z.array(PortalClause),
  })
  .openapi('PortalAgreement');

/** A source of the customer's use. `silent`: nothing came for longer than its pace explains. */
export const PortalSource = z
  .object({
    name: z.string(),
    records: z.number().int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    silent: z.boolean(),
    /** Moments at which it could not say what was in use, and records with several contents nobody settled yet. */
    gaps: z.number().int(),
    differing: z.number().int(),
  })
  .openapi('PortalSource');

export const PortalOverview = z
  .object({
    asOf: z.string(),
    customer: PortalParty,
    contact: PortalContact,
    agreements: z.array(PortalAgreement),
    sources: z.array(PortalSource),
    /** The next dates, soonest first, at most ten, the next renewal of a running agreement always among them; all by `dates`. */
    dates: z.array(PortalDate),
  })
  .openapi('PortalOverview');

export type PortalEntries = z.infer<typeof PortalEntries>;
export type PortalOverview = z.infer<typeof PortalOverview>;
export type PortalAgreement = z.infer<typeof PortalAgreement>;
export type PortalClause = z.infer<typeof PortalClause>;
export type PortalUse = z.infer<typeof PortalUse>;
export type PortalWindow = z.infer<typeof PortalWindow>;
export type PortalReach = z.infer<typeof PortalReach>;
