import type { Clause } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { rightsOf } from '#business/agreements/rightsOf.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { countingOf } from './agreementChanges.ts';

/** The parts of a rule that are explained apart. */
export const lessonParts = ['wording', 'allowed', 'counting', 'rights'] as const;
export type LessonPart = (typeof lessonParts)[number];

/** What stands for each part of a rule: the same as long as the part is. */
export type LessonDigests = Readonly<Record<LessonPart, string>>;

/** Returns what each part of a clause says at `now`, to be digested. Before and after its term: as on its nearest day. */
export function lessonContents(
  { agreement, signed }: KnownToday,
  clause: Clause,
  now: Instant,
): Readonly<Record<LessonPart, Json>> {
  const at = Math.min(Math.max(now, signed.from), signed.until - 1) as Instant;
  const terms = effectiveTerms(agreement, { at, knownAt: now }).clauses.get(clause.id);
  const allowed = terms?.kind === 'capacity' ? terms.limit : [...(terms?.allowed ?? [])];
  const rights = rightsOf(agreement, clause, now).map(({ id, rule }) => ({ id, rule }));
  return {
    wording: { text: clause.text, plain: clause.plain, product: clause.product },
    allowed,
    counting: countingOf(clause) as unknown as Json,
    rights: rights as unknown as Json,
  };
}

/** Where a rule stands for somebody: not explained yet, another since in these parts, or known. */
export type LessonState =
  | { readonly state: 'new' | 'done'; readonly changed: readonly [] }
  | { readonly state: 'changed'; readonly changed: readonly LessonPart[] };

/** Returns where a rule stands for an account that was shown it as `before`, or never. */
export function lessonState(now: LessonDigests, before: LessonDigests | undefined): LessonState {
  if (!before) return { state: 'new', changed: [] };
  const changed = lessonParts.filter((part) => now[part] !== before[part]);
  return changed.length > 0 ? { state: 'changed', changed } : { state: 'done', changed: [] };
}
