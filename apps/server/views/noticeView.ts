import type { z } from '@hono/zod-openapi';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { grownTerms } from '#business/agreements/grownTerms.ts';
import { lastDayWords } from '#business/correspondence/dateWords.ts';
import { findingFacts } from '#business/correspondence/findingFacts.ts';
import { writeNotice } from '#business/correspondence/notice.ts';
import {
  isOurMistake,
  mistakesBehind,
  noticeKind,
  readingToTell,
  standingReading,
  withheld,
} from '#business/correspondence/noticeKind.ts';
import { questionsToAsk } from '#business/correspondence/questionFacts.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { MayContact } from '#business/customers/flags.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { withNames } from '#business/findings/questions.ts';
import { priceOfExcess } from '#business/remediation/position.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { NoticeView } from '../pages.ts';
import { productName } from './agreementView.ts';
import { withheldByContest } from './contestView.ts';
import type { FindingMatter } from './findingView.ts';

/** Returns the message about a finding as it would be sent, and why it may not go yet; none for one that is past. */
export function noticeView(
  matter: FindingMatter,
  customer: Customer,
  known: KnownToday,
  { now, contact }: { readonly now: Instant; readonly contact: MayContact },
): z.infer<typeof NoticeView> | null {
  const { stored, reading, signed, clause, catalog, nameOf } = matter;
  const { finding } = stored;
  const summary = readingToTell(finding);
  const ours = mistakesBehind(customer.relationship, clause.id, summary);
  const kind = noticeKind(finding, ours);
  if (kind === null) return null;
  const termsAt = (at: Instant) =>
    effectiveTerms(known.agreement, { at, knownAt: now }).clauses.get(clause.id);
  const peak = { from: summary.peakFrom, until: summary.peakUntil };
  const signedTerms = termsAt(peak.from);
  const terms = signedTerms && grownTerms(signedTerms, summary.limit, peak);
  const pauses = termsAt(now)?.pauses ?? [];
  const facts = findingFacts({
    customer,
    agreement: signed,
    clause,
    productName: productName(catalog, clause.product),
    key: finding.key,
    reading: summary,
    limitWords: terms ? describeLimit(terms, signed.zone) : summary.limit,
    limitParts: terms?.provenance ?? [],
    outside: reading.outside,
    counts: (finding.verification ?? reading.verification).counts,
    questions: questionsToAsk(finding.verification, reading.verification.questions, named(nameOf)),
    ours: isOurMistake(finding, ours) ? ours : null,
    trueUp: priceOfExcess({ signed, clause, catalog }, summary),
    feesPaused: pauses.find((one) => one.pauses.includes('fees')) ?? null,
    before: kind === 'correction' ? standingReading(finding) : null,
    cleared: finding.status === 'cleared',
    today: dateIn(now, signed.zone),
  });
  const notice = writeNotice(kind, facts);
  return {
    finding: finding.key,
    kind,
    withheld: contact.may
      ? (withheldByContest(matter) ?? withheld(finding, pauses, signed.zone))
      : heldBack(contact, signed.zone),
    to: `${customer.contact.name} <${customer.contact.email}>`,
    from: `${customer.owner.name} <${customer.owner.email}>`,
    subject: notice.subject,
    text: notice.text,
    facts: [...facts.values()].map(({ id, kind: of, shown, trace }) => ({ id, kind: of, shown, trace })),
  };
}

/** A flag of the customer stands before everything that may be said of one finding. */
function heldBack({ reason, until }: Extract<MayContact, { may: false }>, zone: string): string {
  return until === null ? reason : `${reason} The flag stands through ${lastDayWords(until, zone)}.`;
}

/** Puts people's names into words, and says which. */
function named(nameOf: FindingMatter['nameOf']) {
  return (words: string) => {
    const names: string[] = [];
    const filled = withNames(words, (who) => {
      names.push(nameOf(who));
      return nameOf(who);
    });
    return { words: filled, names };
  };
}
