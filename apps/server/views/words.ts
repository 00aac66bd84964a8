import type { Provenance } from '#business/agreements/terms.ts';
import { dateWords, lastDayWords } from '#business/correspondence/dateWords.ts';
import { exact, grouped } from '#platform/exact.ts';
import { dateIn, earliest, formatInstant, type Instant } from '#platform/instant.ts';

/** Returns an exact number in stored form as people read it: `52,900.5`. */
export function shown(value: string): string {
  return grouped(exact(value));
}

/** Returns one part of a limit as the page names it. */
export function provenanceView(part: Provenance, zone: string) {
  return {
    words: provenanceWords(part, zone),
    value: part.kind === 'widen' || part.kind === 'allowed' ? part.value : shownOrText(part.value),
    counts: part.counts,
    from: formatInstant(Math.max(part.from, earliest) as Instant),
    until: formatInstant(part.until),
  };
}

function shownOrText(value: string): string {
  return /^-?\d+([./]\d+)?$/.test(value) ? shown(value) : value;
}

function provenanceWords({ kind, of, from, until }: Provenance, zone: string): string {
  const span = `from ${dateWords(dateIn(from, zone))} through ${lastDayWords(until, zone)}`;
  switch (kind) {
    case 'order':
      return `Ordered: ${of}, ${span}`;
    case 'limit':
    case 'allowed':
      return 'Fixed in the agreement';
    case 'amendment':
      return `Changed by amendment ${of}, ${span}`;
    case 'raiseTo':
      return `Raised by grant ${of}, ${span}`;
    case 'add':
      return `Added by grant ${of}, ${span}`;
    case 'widen':
      return `Also allowed by grant ${of}, ${span}`;
    case 'allowance':
      return `Comes with ${of}, ${span}`;
  }
}
