import { dateWords } from '#business/correspondence/dateWords.ts';
import type { EvidenceRow, NotCounted, OpenQuestion } from '#business/findings/finding.ts';
import { peopleIn, withNames } from '#business/findings/questions.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { identitiesOf } from '#business/usage/people/peopleDecision.ts';
import type { AsideCause } from '#business/usage/ruled.ts';
import { erasedName } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { shown } from './words.ts';

/** A decision about people as evidence speaks of it. */
type Decided = {
  readonly at: Instant;
  readonly reason: string | undefined;
  readonly undone: boolean;
  readonly about: readonly string[];
};

/** What is needed to say why something counts as it does. */
export type RulingWords = { readonly decisions: ReadonlyMap<string, Decided>; readonly zone: string };

/** Returns the decisions about a customer's people by id, with their reasons. */
export async function decisionsInWords(tx: Tx, customer: string): Promise<ReadonlyMap<string, Decided>> {
  const decided = new Map<string, Decided>();
  for (const { id, at, reason, undone, subject } of await readDecisions(tx, customer)) {
    const words = await readDocument(tx, reason.document);
    decided.set(id, { at, reason: words, undone: undone !== null, about: identitiesOf(subject) });
  }
  return decided;
}

/** Returns what was changed about a counted unit and by what: `null` where nothing was. */
export function rulingWords(
  { who, merged, freed, stays }: EvidenceRow,
  words: RulingWords,
  nameOf: (who: string) => string,
): string | null {
  if (merged)
    return `${nameOf(merged.was)} counted as ${who === null ? 'nobody' : nameOf(who)}, ${byDecision('merged', merged.decision, words)}`;
  if (freed) return `${shown(freed.quantity)} of it are free by the right ${freed.by} of the agreement.`;
  return stays
    ? `The seat stays taken by the rule ${stays.by} of the agreement: it may not go on yet.`
    : null;
}

function byDecision(deed: string, id: string, { decisions, zone }: RulingWords): string {
  const decided = decisions.get(id);
  if (!decided) return `${deed} by decision ${id}.`;
  const reason = decided.reason ?? '(the reason was erased)';
  const undone = decided.undone ? ' It was taken back since.' : '';
  return `${deed} by decision ${id} on ${dateWords(dateIn(decided.at, zone))}: ${reason}${undone}`;
}

const byPeople = {
  'left-out': 'Left out',
  'listed-twice': 'On the list under another name too: merged',
} as const;
const byRight = {
  free: 'Free by the right',
  'outside-pool': 'Outside those who may draw on the quantity, by the pool',
  'other-source': 'Another source rules for this person, by the rule',
  maintained: 'A version that maintenance covers, by',
  'release-unknown': 'A version nobody knows the release of: not judged, by',
} as const satisfies Record<Exclude<AsideCause, keyof typeof byPeople>, string>;

/** Returns what does not count, each with the decision or right that says so. */
export function notCountedView(
  entries: readonly NotCounted[],
  { nameOf, rulings }: { readonly nameOf: (who: string) => string; readonly rulings: RulingWords },
) {
  return entries.map(({ cause, by, who, feature, records }) => ({
    who: who === null ? null : nameOf(who),
    records,
    words:
      cause === 'left-out' || cause === 'listed-twice'
        ? byDecision(byPeople[cause], by, rulings)
        : `${feature}: ${byRight[cause]} ${by} of the agreement.`,
  }));
}

/**
 * Returns a question with the people it asks about. What was confirmed keeps its questions as they were then: one that
 * was decided since says so, and asks about nobody.
 */
export function askedOf(
  question: OpenQuestion,
  { nameOf, rulings }: { readonly nameOf: (who: string) => string; readonly rulings: RulingWords },
) {
  const ids = peopleIn(question.words);
  const words = withNames(question.words, nameOf);
  const open = ids.filter((id) => !decidedAbout(id, rulings));
  const enough = question.code === 'possible-double' ? 2 : 1;
  if (ids.length > 0 && open.length < enough)
    return { ...question, words: `${words} This was decided since: see people and machines.`, people: [] };
  const asked = ids.length < enough ? [] : open;
  const people = asked.map((id) => ({ id, key: nameOf(id) })).filter(({ key }) => key !== erasedName);
  return { ...question, words, people: people.length < enough ? [] : people };
}

function decidedAbout(id: string, { decisions }: RulingWords): boolean {
  return [...decisions.values()].some(({ about, undone }) => !undone && about.includes(id));
}
