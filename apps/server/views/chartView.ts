import type { z } from '@hono/zod-openapi';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { grownTerms } from '#business/agreements/grownTerms.ts';
import type { TermsPiece } from '#business/agreements/terms.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { measureWords } from '#business/usage/measureWords.ts';
import { exact, plain } from '#platform/exact.ts';
import { formatInstant, holds, type Instant } from '#platform/instant.ts';
import type { Chart } from '../pages.ts';

/**
 * Returns what the chart of one clause and group draws: each judged window, and the limit over the whole term with
 * every change of it in words.
 */
export function chartView(
  signed: SignedAgreement,
  clause: Clause,
  timeline: readonly TermsPiece[],
  windows: readonly JudgedWindow[],
  asOf: Instant,
): z.infer<typeof Chart> {
  return {
    unit: clause.unitName,
    window: measureWords(clause.measure, clause.unitName),
    zone: signed.zone,
    from: formatInstant(signed.from),
    until: formatInstant(signed.until),
    asOf: formatInstant(Math.min(asOf, signed.until) as Instant),
    used: windows.map((window) => ({
      from: formatInstant(window.from),
      until: formatInstant(window.until),
      value: plain(exact(window.value)),
      beyond: window.excess !== '0',
    })),
    allowed: allowedIn(clause, timeline, windows).map(({ from, until, terms }) => ({
      from: formatInstant(from),
      until: formatInstant(until),
      limit: terms.kind === 'capacity' ? plain(exact(terms.limit)) : '0',
      words: describeLimit(terms, signed.zone),
    })),
  };
}

/** A limit that grows with another clause is known window by window; any other for all of the term. */
function allowedIn(
  clause: Clause,
  timeline: readonly TermsPiece[],
  windows: readonly JudgedWindow[],
): readonly TermsPiece[] {
  if (clause.kind !== 'capacity' || !clause.allowance) return timeline;
  return windows.flatMap((window) => {
    const signed = timeline.find((piece) => holds(piece, window.from));
    if (!signed) return [];
    const { from, until, limit } = window;
    return [{ from, until, terms: grownTerms(signed.terms, limit, window) }];
  });
}
