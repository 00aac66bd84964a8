import { dateWords } from '#business/correspondence/dateWords.ts';
import type { EvidenceRow, NotCounted } from '#business/findings/finding.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import type { AsideCause } from '#business/usage/ruled.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';

/** A decision about people as evidence speaks of it. */
type Decided = { readonly at: Instant; readonly reason: string | undefined; readonly undone: boolean };

/** What is needed to say why something counts as it does. */
export type RulingWords = { readonly decisions: ReadonlyMap<string, Decided>; readonly zone: string };

/** Returns the decisions about a customer's people by id, with their reasons. */
export async function decisionsInWords(tx: Tx, customer: string): Promise<ReadonlyMap<string, Decided>> {
  const decided = new Map<string, Decided>();
  for (const { id, at, reason, undone } of await readDecisions(tx, customer))
    decided.set(id, { at, reason: await readDocument(tx, reason.document), undone: undone !== null });
  return decided;
}

/** Returns what was changed about a counted unit and by what: `null` where nothing was. */
export function rulingWords(
  { who, merged, stays }: EvidenceRow,
  words: RulingWords,
  nameOf: (who: string) => string,
): string | null {
  if (merged)
    return `${nameOf(merged.was)} counted as ${who === null ? 'nobody' : nameOf(who)}, ${byDecision('merged', merged.decision, words)}`;
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
