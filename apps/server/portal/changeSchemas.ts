import { z } from '@hono/zod-openapi';
import { changeKinds } from '#business/portal/change.ts';
import { lessonParts } from '#business/portal/lesson.ts';
import { instantField } from '../reasoned.ts';
import { PortalClause, PortalWindow } from './overviewSchemas.ts';
import { PortalContact, PortalParty } from './schemas.ts';

/** One thing that has changed, with the facts it is worded from. */
export const PortalChange = z
  .object({
    id: z.string(),
    kind: z.enum(changeKinds),
    at: z.string(),
    agreement: z.string().nullable(),
    clause: z.string().nullable(),
    /** What it is about: an amendment or grant by its id, a source, an account by its key, what a price is of. */
    about: z.string(),
    /** What was and what is, where there is such a thing: limits and prices as decimals, sets as values, counting in words. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    words: z.string(),
  })
  .openapi('PortalChange');

/** What has changed since the reader last looked, the latest first. `since` is `null` for whoever has never looked: everything is new. */
export const PortalChanges = z
  .object({ asOf: z.string(), since: z.string().nullable(), items: z.array(PortalChange) })
  .openapi('PortalChanges');

/** Up to when the reader has seen what changed: `asOf` of what was shown. */
export const PortalSeenOrder = z.object({ until: instantField }).openapi('PortalSeenOrder');
export const PortalSeen = z.object({ seenAt: z.string() }).openapi('PortalSeen');

/** A worked example on the customer's own numbers: one window, and what of its limit it leaves. */
export const PortalExample = z
  .object({
    group: z.string(),
    window: PortalWindow,
    left: z.string(),
    words: z.string(),
  })
  .openapi('PortalExample');

/** One rule, explained: what it is, how it is counted, from where, and what helps when it gets tight. */
export const PortalLesson = z
  .object({
    clause: PortalClause,
    /** To be sent back when it was read. */
    digest: z.string(),
    state: z.enum(['new', 'changed', 'done']),
    /** Which parts are others than when the reader saw them. */
    changed: z.array(z.enum(lessonParts)),
    doneAt: z.string().nullable(),
    example: PortalExample.nullable(),
    whenTight: z.array(z.enum(['see-who-counts', 'free-what-is-unused', 'set-alert', 'ask', 'way-up'])),
  })
  .openapi('PortalLesson');

/** What a new customer sees first, and again what has changed of it. `needed`: there is something the reader has not put away. */
export const PortalOnboarding = z
  .object({
    asOf: z.string(),
    customer: PortalParty,
    contact: PortalContact,
    needed: z.boolean(),
    lessons: z.array(PortalLesson),
  })
  .openapi('PortalOnboarding');

/** The rules that were read, each with the digest of what was shown. */
export const PortalLessonsOrder = z
  .object({
    lessons: z
      .array(
        z.object({ agreement: z.string().max(200), clause: z.string().max(200), digest: z.string().max(64) }),
      )
      .min(1)
      .max(500),
  })
  .openapi('PortalLessonsOrder');

export type PortalChange = z.infer<typeof PortalChange>;
export type PortalChanges = z.infer<typeof PortalChanges>;
export type PortalLesson = z.infer<typeof PortalLesson>;
export type PortalOnboarding = z.infer<typeof PortalOnboarding>;
