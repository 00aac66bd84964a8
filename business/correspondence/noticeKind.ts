import type { Pause } from '#business/agreements/terms.ts';
import type { Relationship, VendorMistake } from '#business/customers/customer.ts';
import type { Finding, ReadingSummary, VerificationSummary } from '#business/findings/lifecycle.ts';
import { exact, grouped, stored, sum, zero } from '#platform/exact.ts';
import { overlap } from '#platform/instant.ts';
import { lastDayWords } from './dateWords.ts';
import type { Notice } from './notice.ts';

type Known = Exclude<Finding, { status: 'none' }>;

/** Our own mistakes behind a reading. `units` is what they account for together; exact, stored form. */
export type OurMistakes = {
  readonly mistakes: readonly VendorMistake[];
  readonly units: string;
  /** Whether they account for the whole excess. */
  readonly explainAll: boolean;
};

/** Returns the reading that stands: the confirmed one where there is one, also once the finding was cleared. */
export function standingReading(finding: Known): ReadingSummary {
  if (finding.status === 'confirmed' || finding.status === 'cleared')
    return finding.confirmed ?? finding.reading;
  return finding.reading;
}

/** Returns the reading a message speaks of: the one that stands, or a recount that is lower than what was confirmed. */
export function readingToTell(finding: Known): ReadingSummary {
  return isLower(finding) ? finding.reading : standingReading(finding);
}

/** Returns the mistakes of ours that are on record for this clause and meet the peak of the reading. */
export function mistakesBehind(
  { vendorMistakes }: Relationship,
  clause: string,
  reading: ReadingSummary,
): OurMistakes {
  const peak = { from: reading.peakFrom, until: reading.peakUntil };
  const mistakes = vendorMistakes.filter((mistake) => mistake.clause === clause && overlap(mistake, peak));
  const units = sum(mistakes.map((mistake) => exact(mistake.units)));
  return { mistakes, units: stored(units), explainAll: units.gt(zero) && units.gte(exact(reading.excess)) };
}

/**
 * Returns what kind of message a finding calls for now, or `null` for none. An apology, where our own mistakes explain
 * all of it or it was dismissed as our mistake; a correction, where a recount took back some or all of what was confirmed.
 */
export function noticeKind(finding: Known, ours: OurMistakes): Notice['kind'] | null {
  switch (finding.status) {
    case 'merged':
      return null;
    case 'cleared':
      return finding.confirmed === null ? null : 'correction';
    case 'dismissed':
      return finding.cause === 'vendor-mistake' ? 'apology' : null;
    default:
      if (ours.explainAll) return 'apology';
      return isLower(finding) ? 'correction' : 'notice';
  }
}

/** Returns whether a mistake of ours is on record, named as the cause, or named by the latest verification. */
export function isOurMistake(finding: Known, ours: OurMistakes): boolean {
  if (ours.mistakes.length > 0) return true;
  if ('cause' in finding && finding.cause === 'vendor-mistake') return true;
  return finding.verification?.questions.some(({ code }) => code === 'vendor-mistake') ?? false;
}

/** Returns why the message may not go yet, in plain words, or `null` when it may. */
export function withheld(finding: Known, pauses: readonly Pause[], zone: string): string | null {
  const pause = pauses.find((one) => one.pauses.includes('contact'));
  if (pause) return `Contact is paused by ${pause.of} through ${lastDayWords(pause.until, zone)}.`;
  switch (finding.status) {
    case 'detected':
      return 'Verification has not passed yet: see what remains in question.';
    case 'verified':
      return 'Nobody has confirmed the finding yet.';
    case 'confirmed':
      return finding.verification?.passed
        ? null
        : `A later check has raised a question: ${doubts(finding.verification).join('; ')}.`;
    default:
      return null;
  }
}

function isLower(finding: Known): boolean {
  return (
    finding.status === 'confirmed' &&
    finding.reading.digest !== finding.confirmed.digest &&
    exact(finding.reading.excess).lt(exact(finding.confirmed.excess))
  );
}

/** Why nothing goes out while the customer waits for an answer. */
export const contestedLine = 'the customer has contested a line, and waits for our answer';

const inQuestion: Partial<Record<VerificationSummary['questions'][number]['code'], string>> = {
  'vendor-mistake': 'a mistake of our own',
  'order-in-progress': 'an order on its way',
  'possible-double': 'people who may be counted more than once',
  'service-account': 'accounts that may be machines',
  'not-returned': 'checkouts without a return',
};

function doubts(verification: VerificationSummary | null): string[] {
  if (!verification) return ['it has not been verified'];
  const { counts, reconciliation, questions } = verification;
  const named = questions.flatMap(({ code, units }) =>
    units === null || code === 'contested'
      ? []
      : [`${inQuestion[code] ?? code} may explain ${grouped(exact(units))} of it`],
  );
  const found = [
    ...(counts === 'differ' ? ['the two counts differ'] : []),
    ...(reconciliation === 'differs' ? ['a source states another total than its lines come to'] : []),
    ...named,
  ];
  if (questions.some(({ code }) => code === 'conflict')) found.push('records in conflict are not settled');
  if (questions.some(({ code }) => code === 'contested')) found.push(contestedLine);
  return found.length > 0 ? found : ['it does not surely stand above the limit'];
}
