import { likeness, machineWord } from './likeness.ts';
import { identitiesOf, type PeopleDecision } from './peopleDecision.ts';

/** An identity with the key its source uses; who was erased has none and is never suggested. */
export type Named = { readonly id: string; readonly key: string };

/** Something somebody may want to decide. It is never decided by itself. */
export type Suggestion =
  | { readonly kind: 'merge'; readonly identities: readonly string[]; readonly why: readonly MergeReason[] }
  | { readonly kind: 'leaveOut'; readonly identity: string; readonly word: string };

/** Why keys may be of one person. */
export type MergeReason =
  | 'same but for capitals'
  | 'same before the @'
  | 'same at several hosts'
  | 'same parts';

/**
 * Returns which identities are likely one person (each group once, its ids in order) and which are likely machines, by
 * their keys alone. About whom a decision stands, nothing is suggested again. By first id.
 */
export function suggestions(
  people: readonly Named[],
  decisions: readonly PeopleDecision[],
): readonly Suggestion[] {
  const standing = decisions.filter(({ undone }) => undone === null);
  const leftOut = new Set(
    standing.flatMap(({ subject }) => (subject.kind === 'leaveOut' ? [subject.identity] : [])),
  );
  const isPartOf = new Set(standing.flatMap(({ subject }) => identitiesOf(subject)));
  const away = new Set(
    standing.flatMap(({ subject }) => (subject.kind === 'merge' ? [subject.identity] : [])),
  );
  const machines = people.flatMap(({ id, key }): Suggestion[] => {
    const word = machineWord(key);
    return word === undefined || isPartOf.has(id) ? [] : [{ kind: 'leaveOut', identity: id, word }];
  });
  // Who counts under another already is not asked about again; whom they count under may well have a third key.
  const open = people.filter(
    ({ id, key }) => !leftOut.has(id) && !away.has(id) && machineWord(key) === undefined,
  );
  const alike = [...Map.groupBy(open, ({ key }) => likeness(key))].filter(
    ([like, of]) => like !== '' && of.length > 1,
  );
  const merges = alike.map(([, of]): Suggestion => {
    const inOrder = of.toSorted((a, b) => byNumber(a.id, b.id));
    return { kind: 'merge', identities: inOrder.map(({ id }) => id), why: reasons(inOrder) };
  });
  return [...merges, ...machines].sort((a, b) => byNumber(firstOf(a), firstOf(b)));
}

function reasons(people: readonly Named[]): readonly MergeReason[] {
  const distinct = (of: (key: string) => string) => new Set(people.map(({ key }) => of(key))).size;
  const lower = (key: string) => key.toLowerCase();
  if (distinct(lower) === 1) return ['same but for capitals'];
  const local = (key: string) => lower(key).split('@')[0]!;
  if (distinct(local) > 1) return ['same parts'];
  const domains = people.map(({ key }) => lower(key).split('@')[1]);
  return domains.some((domain) => domain !== undefined && !domain.includes('.'))
    ? ['same at several hosts']
    : ['same before the @'];
}

function firstOf(suggestion: Suggestion): string {
  return suggestion.kind === 'merge' ? suggestion.identities[0]! : suggestion.identity;
}

/** Ids are whole numbers as text. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
