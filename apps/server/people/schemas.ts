import { z } from '@hono/zod-openapi';
import { pageOf } from '../http/cursor.ts';
import { instantField, reasonField, TakenBack } from '../reasoned.ts';

/** A person or machine as a decision names it; `key` is `null` once it was erased. */
const Somebody = z.object({ id: z.string(), key: z.string().nullable() });

/** A decision about people with its history; instants in RFC 3339. */
export const PeopleDecisionView = z
  .object({
    id: z.string(),
    kind: z.enum(['merge', 'leaveOut']),
    /** The same in one sentence. */
    words: z.string(),
    identity: Somebody,
    /** Under whom the identity counts; `null` where it is left out. */
    into: Somebody.nullable(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    at: z.string(),
    by: z.string(),
    /** `null` where the text was erased. */
    reason: z.string().nullable(),
    undone: TakenBack.nullable(),
  })
  .openapi('PeopleDecision');

/** An identity with what it was seen to use when the customer was last examined, and the decisions that stand about it. */
export const IdentityView = z
  .object({
    id: z.string(),
    key: z.string().nullable(),
    erasedAt: z.string().nullable(),
    records: z.number().int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    sources: z.array(z.string()),
    decisions: z.array(z.object({ id: z.string(), words: z.string() })),
  })
  .openapi('Identity');

/** Something somebody may want to decide, with the reason it is suggested for. */
export const PeopleSuggestionView = z
  .object({
    kind: z.enum(['merge', 'leaveOut']),
    identities: z.array(Somebody),
    why: z.string(),
  })
  .openapi('PeopleSuggestion');

export const IdentitiesPage = pageOf(IdentityView).openapi('Identities');
export const SuggestionsPage = pageOf(PeopleSuggestionView).openapi('PeopleSuggestions');
export const DecisionsPage = pageOf(PeopleDecisionView).openapi('PeopleDecisions');

/** The decision that was made or taken back, and the version of all decisions about the people of the customer. */
export const Decided = z.object({ decision: z.string(), version: z.number().int() }).openapi('PeopleDecided');
export const ErasedView = z.object({ erased: z.literal(true) }).openapi('Erased');

const span = {
  /** What began from here on; left out: from the beginning. */
  from: instantField.optional(),
  /** What began before this; left out: without end. */
  until: instantField.optional(),
  reason: reasonField,
};
const identity = z.string().regex(/^\d{1,18}$/, 'Give the id of an identity, as the list of people has it.');

/** Two identities are one person, who counts under `into`. */
export const MergeOrder = z.object({ identity, into: identity, ...span }).openapi('MergeOrder');

/** An identity is no person: what it used does not count. */
export const LeaveOutOrder = z.object({ identity, ...span }).openapi('LeaveOutOrder');

export const IdentityId = identity;
