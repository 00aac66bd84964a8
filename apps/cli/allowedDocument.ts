import { describeLimit } from '#business/agreements/describeLimit.ts';
import { grownTerms } from '#business/agreements/grownTerms.ts';
import type { ClauseTerms, TermsPiece } from '#business/agreements/terms.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { formatInstant, type Instant, type Interval, overlap } from '#platform/instant.ts';
import type { AllowedDocument } from './documents.ts';
import { decimal } from './numbers.ts';

/** Returns what is allowed, from `from` up to `until` where that is known. */
export function allowedDocument(
  terms: ClauseTerms,
  { from, until }: { readonly from: Instant; readonly until: Instant | null },
  zone: string,
): AllowedDocument {
  return {
    from: formatInstant(from),
    until: until === null ? null : formatInstant(until),
    limit: terms.kind === 'capacity' ? decimal(terms.limit) : null,
    values: terms.kind === 'restriction' ? terms.allowed : null,
    words: describeLimit(terms, zone),
    parts: terms.provenance.map(({ kind, of, value, from, until, counts }) => ({
      kind,
      of,
      value,
      from: formatInstant(from),
      until: formatInstant(until),
      counts,
    })),
    pauses: terms.pauses.map(({ of, pauses, until }) => ({ of, pauses, until: formatInstant(until) })),
  };
}

/** Returns where the limit of a judged window comes from; where several limits held in it, which of them counts and how. */
export function windowLimitWords(
  timeline: readonly TermsPiece[],
  window: Interval & Pick<JudgedWindow, 'limit'>,
  zone: string,
): string {
  const pieces = timeline.filter((piece) => overlap(piece, window));
  const [first] = pieces;
  if (first?.terms.kind === 'capacity' && first.terms.clause.allowance)
    return describeLimit(grownTerms(first.terms, window.limit, window), zone);
  const words = [...new Set(pieces.map(({ terms }) => describeLimit(terms, zone)))];
  if (words.length < 2) return words[0] ?? 'nothing, outside the term';
  const counting = pieces.find(({ terms }) => terms.kind === 'capacity' && terms.limit === window.limit);
  if (counting) return `${describeLimit(counting.terms, zone)}, the highest limit in it`;
  return `${decimal(window.limit)}, the average over time of ${words.join('; ')}`;
}
