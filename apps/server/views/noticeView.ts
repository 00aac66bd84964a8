import type { z } from '@hono/zod-openapi';
import { describeLimit } from '#business/agreements/describeLimit.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { dateWords } from '#business/correspondence/dateWords.ts';
import { findingFacts } from '#business/correspondence/findingFacts.ts';
import { type Notice, writeNotice } from '#business/correspondence/notice.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { withNames } from '#business/findings/questions.ts';
import { priceOfExcess } from '#business/remediation/position.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { NoticeView } from '../pages.ts';
import { productName } from './agreementView.ts';
import { type FindingMatter, standingReading } from './findingView.ts';

/** Returns the message about a finding as it would be sent, and why it may not go yet; none for one that is past. */
export function noticeView(
  matter: FindingMatter,
  customer: Customer,
  known: KnownToday,
  now: Instant,
): z.infer<typeof NoticeView> | null {
  const { stored, reading, signed, clause, catalog, nameOf } = matter;
  const { finding } = stored;
  const kind = kindOf(matter);
  if (kind === null) return null;
  const confirmed = standingReading(finding);
  const summary = kind === 'correction' ? finding.reading : confirmed;
  const terms = effectiveTerms(known.agreement, { at: summary.peakFrom, knownAt: now }).clauses.get(
    clause.id,
  );
  const facts = findingFacts({
    customer,
    agreement: signed,
    clause,
    productName: productName(catalog, clause.product),
    key: finding.key,
    reading: finding.status === 'cleared' ? { ...summary, excess: '0' } : summary,
    limitWords: terms ? describeLimit(terms, signed.zone) : summary.limit,
    outside: reading.outside,
    questions: reading.verification.questions.map((question) => ({
      ...question,
      words: withNames(question.words, nameOf),
    })),
    trueUp: kind === 'apology' ? null : priceOfExcess({ signed, clause, catalog }, summary),
    before: kind === 'correction' ? confirmed : null,
    today: dateIn(now, signed.zone),
  });
  const notice = writeNotice(kind, facts);
  return {
    finding: finding.key,
    kind,
    withheld: withheld(matter, kind, known, now),
    to: `${customer.contact.name} <${customer.contact.email}>`,
    from: `${customer.owner.name} <${customer.owner.email}>`,
    subject: notice.subject,
    text: notice.text,
    facts: [...facts.values()].map(({ id, kind: of, shown, trace }) => ({ id, kind: of, shown, trace })),
  };
}

/** Where our own mistake is on record, or named as the cause, what goes out is an apology. */
function kindOf({ stored: { finding }, reading }: FindingMatter): Notice['kind'] | null {
  if (finding.status === 'merged' || finding.status === 'cleared') return null;
  if (finding.status === 'dismissed') return finding.cause === 'vendor-mistake' ? 'apology' : null;
  if (finding.status === 'confirmed') {
    if (finding.cause === 'vendor-mistake') return 'apology';
    return finding.revisions.at(-1)?.direction === 'lower' &&
      finding.reading.digest !== finding.confirmed.digest
      ? 'correction'
      : 'notice';
  }
  return reading.verification.questions.some(({ code }) => code === 'vendor-mistake') ? 'apology' : 'notice';
}

function withheld(
  { stored: { finding }, clause, signed }: FindingMatter,
  kind: Notice['kind'],
  known: KnownToday,
  now: Instant,
): string | null {
  const pause = effectiveTerms(known.agreement, { at: now, knownAt: now })
    .clauses.get(clause.id)
    ?.pauses.find(({ pauses }) => pauses.includes('contact'));
  if (pause) return `Contact is paused by ${pause.of} until ${dateWords(dateIn(pause.until, signed.zone))}.`;
  if (kind === 'apology' && finding.status === 'dismissed') return null;
  if (finding.status === 'detected') return 'Verification has not passed yet: see what remains in question.';
  if (finding.status === 'verified') return 'Nobody has confirmed the finding yet.';
  return null;
}
