import type { z } from '@hono/zod-openapi';
import { type Identity, identitiesWith } from '#business/usage/people/people.store.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { identitiesOf, type PeopleDecision } from '#business/usage/people/peopleDecision.ts';
import type { Suggestion } from '#business/usage/people/suggestions.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import type { IdentityView, PeopleDecisionView, PeopleSuggestionView } from './schemas.ts';

/** What stands for a key that was erased. */
const erased = 'somebody whose name was erased';

const instantText = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

/** Returns all decisions about a customer's people, the latest first. */
export async function decisionViews(tx: Tx, customer: string): Promise<z.infer<typeof PeopleDecisionView>[]> {
  const decisions = await readDecisions(tx, customer);
  const keys = await keysOf(tx, customer, decisions);
  const views = [];
  for (const decision of decisions.toReversed()) views.push(await decisionView(tx, decision, keys));
  return views;
}

async function decisionView(tx: Tx, decision: PeopleDecision, keys: ReadonlyMap<string, string | null>) {
  const { id, subject, span, at, by, reason, undone } = decision;
  const somebody = (who: string) => ({ id: who, key: keys.get(who) ?? null });
  return {
    id,
    kind: subject.kind,
    words: decisionWords(decision, keys),
    identity: somebody(subject.identity),
    into: subject.kind === 'merge' ? somebody(subject.into) : null,
    from: instantText(span.from),
    until: instantText(span.until),
    at: formatInstant(at),
    by,
    reason: (await readDocument(tx, reason.document)) ?? null,
    undone: undone && {
      at: formatInstant(undone.at),
      by: undone.by,
      reason: (await readDocument(tx, undone.reason.document)) ?? null,
    },
  };
}

async function keysOf(tx: Tx, customer: string, decisions: readonly PeopleDecision[]) {
  const ids = [...new Set(decisions.flatMap(({ subject }) => identitiesOf(subject)))];
  const identities = ids.length === 0 ? [] : await identitiesWith(tx, customer, ids);
  return new Map(identities.map(({ id, key }) => [id, key]));
}

function decisionWords({ subject }: PeopleDecision, keys: ReadonlyMap<string, string | null>): string {
  const name = (id: string) => keys.get(id) ?? erased;
  return subject.kind === 'merge'
    ? `${name(subject.identity)} counts as ${name(subject.into)}: they are one person.`
    : `${name(subject.identity)} is left out: it is a machine, not a person.`;
}

/** Returns identities as the list shows them, with the decisions that stand about each. */
export async function identityViews(
  tx: Tx,
  customer: string,
  identities: readonly Identity[],
): Promise<z.infer<typeof IdentityView>[]> {
  const standing = (await readDecisions(tx, customer)).filter(({ undone }) => undone === null);
  const keys = await keysOf(tx, customer, standing);
  return identities.map(({ erasedAt, first, last, sources, ...identity }) => ({
    ...identity,
    erasedAt: instantText(erasedAt),
    first: instantText(first),
    last: instantText(last),
    sources: [...sources],
    decisions: standing
      .filter(({ subject }) => identitiesOf(subject).includes(identity.id))
      .map((decision) => ({ id: decision.id, words: decisionWords(decision, keys) })),
  }));
}

/** Returns a suggestion with the keys it is about and its reason in words. */
export function suggestionView(
  suggestion: Suggestion,
  keys: ReadonlyMap<string, string>,
): z.infer<typeof PeopleSuggestionView> {
  const somebody = (id: string) => ({ id, key: keys.get(id) ?? null });
  if (suggestion.kind === 'leaveOut')
    return {
      kind: 'leaveOut',
      identities: [somebody(suggestion.identity)],
      why: `Its name holds “${suggestion.word}”, as names of machines do.`,
    };
  return {
    kind: 'merge',
    identities: suggestion.identities.map(somebody),
    why: suggestion.why.map((one) => mergeReasons[one]).join(' '),
  };
}

const mergeReasons = {
  'same but for capitals': 'They are the same but for capital letters.',
  'same before the @': 'They are the same before the @.',
  'same at several hosts': 'They are one name at several machines.',
  'same parts': 'They are made of the same parts, in another order or spelling.',
} as const;
