import { createHash } from 'node:crypto';
import type { Clause } from '#business/agreements/agreement.ts';
import { tellingWindow } from '#business/alerts/sightOf.ts';
import { dateWords, lastDayWords } from '#business/correspondence/dateWords.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { type LessonDigests, lessonContents, lessonParts, lessonState } from '#business/portal/lesson.ts';
import { type DoneLesson, lessonsDone, saveLessons } from '#business/portal/seen.store.ts';
import { exact, grouped, stored } from '#platform/exact.ts';
import { dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { canonical } from '#platform/journal/json.ts';
import type { Problem, Result } from '#platform/problem.ts';
import { failure, success } from '#platform/problem.ts';
import { principalNow } from '../access/current.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { notFound } from '../problems.ts';
import { decimal } from './allowedFacts.ts';
import type { PortalLesson, PortalOnboarding } from './changeSchemas.ts';
import { clauseView, type StoredReading } from './clauseView.ts';
import { type PortalMatter, readingKey, readMatter } from './overview.ts';
import { windowView } from './useView.ts';

/** Returns the rules of a customer, explained, with which of them the reader has put away; `undefined` when there is no such customer. */
export function portalOnboarding(
  context: ServerContext,
  customer: string,
): Promise<PortalOnboarding | undefined> {
  const account = principalNow()?.account ?? context.actor;
  return asStaffOf(context, customer, async (tx) => {
    const matter = await readMatter(tx, customer, context.clock());
    if (!matter) return undefined;
    const { papers, now } = matter;
    const { id, name, owner } = papers.customer;
    const done = await lessonsDone(tx, { customer, account });
    const lessons = rulesOf(matter).map((rule) => lessonView(rule, matter, done));
    return {
      asOf: formatInstant(now),
      customer: { id, name },
      contact: { name: owner.name, role: owner.role, email: owner.email },
      needed: lessons.some(({ state }) => state !== 'done'),
      lessons,
    };
  });
}

/** What was read, as its reader sends it back. */
export type ReadLesson = { readonly agreement: string; readonly clause: string; readonly digest: string };

/**
 * Puts rules away for the reader. Refuses a rule that is not there (`not_found`) and one that is another by now
 * (`terms_changed`); then none is put away.
 */
export function putAway(
  context: ServerContext,
  customer: string,
  read: readonly ReadLesson[],
): Promise<Result<true>> {
  const account = principalNow()?.account ?? context.actor;
  return asStaffOf(context, customer, async (tx) => {
    const matter = await readMatter(tx, customer, context.clock());
    if (!matter) return failure(notFound('such customer'));
    const rules = new Map(rulesOf(matter).map((rule) => [ruleKey(rule), rule]));
    const lessons = [];
    for (const { agreement, clause, digest } of read) {
      const rule = rules.get(readingKey(agreement, clause));
      if (!rule) return failure(notFound('such rule'));
      const digests = digestsOf(rule, matter.now);
      if (digestOf(digests) !== digest) return failure(termsChanged);
      lessons.push({ agreement, clause, digests });
    }
    await saveLessons(tx, { customer, account }, lessons, matter.now);
    return success(true);
  });
}

const termsChanged: Problem = {
  code: 'terms_changed',
  title: 'The rule is another by now',
  detail: 'What was shown has changed since: what is put away has to be what was read.',
  todo: 'Load the page again and read what changed.',
};

type Rule = { readonly known: KnownToday; readonly clause: Clause };

/** The rules of agreements that are not over. */
function rulesOf({ papers, now }: PortalMatter): Rule[] {
  return papers.agreements
    .filter(({ signed }) => now < signed.until)
    .flatMap((known) => known.signed.clauses.map((clause) => ({ known, clause })));
}

function ruleKey({ known, clause }: Rule): string {
  return readingKey(known.signed.id, clause.id);
}

function digestsOf({ known, clause }: Rule, now: Instant): LessonDigests {
  const contents = lessonContents(known, clause, now);
  const pairs = lessonParts.map((part) => [part, sha256(canonical(contents[part]))] as const);
  return Object.fromEntries(pairs) as LessonDigests;
}

function digestOf(digests: LessonDigests): string {
  return sha256(canonical(digests));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function lessonView(rule: Rule, matter: PortalMatter, done: readonly DoneLesson[]): PortalLesson {
  const { known, clause } = rule;
  const reading = matter.readings.get(ruleKey(rule));
  const before = done.find((one) => one.agreement === known.signed.id && one.clause === clause.id);
  const digests = digestsOf(rule, matter.now);
  const { state, changed } = lessonState(digests, before?.digests);
  const view = clauseView(known, clause, reading, matter);
  return {
    clause: view,
    digest: digestOf(digests),
    state,
    changed: [...changed],
    doneAt: before ? formatInstant(before.doneAt) : null,
    example: exampleOf(rule, reading, view.uses[0]?.group ?? '[]'),
    whenTight: ['see-who-counts', 'free-what-is-unused', 'set-alert', 'ask', 'way-up'],
  };
}

/** The last complete window of the group closest to its limit; the running one where there is none before it. */
function exampleOf(
  { known, clause }: Rule,
  reading: StoredReading | undefined,
  group: string,
): PortalLesson['example'] {
  if (!reading || reading.body.noData) return null;
  const windows = reading.body.groups[group] ?? [];
  const window = windows.findLast(({ open }) => !open) ?? tellingWindow(clause, windows);
  if (!window) return null;
  const left = stored(exact(window.limit).sub(exact(window.value)));
  return {
    group,
    window: windowView(window, reading.countedAt),
    left: decimal(left),
    words: exampleWords(window, clause, known.signed.zone),
  };
}

function exampleWords({ from, until, value, limit }: JudgedWindow, clause: Clause, zone: string): string {
  const unit = exact(value).equals(1) ? clause.unitName.one : clause.unitName.many;
  const [first, last] = [dateWords(dateIn(from, zone)), lastDayWords(until, zone)];
  const span = first === last ? `On ${first}` : `From ${first} through ${last}`;
  const counted = `${span} ${grouped(exact(value))} ${unit} were counted`;
  if (clause.kind === 'restriction') return `${counted} outside what is allowed.`;
  const left = exact(limit).sub(exact(value));
  const rest = left.compare(0) < 0 ? `${grouped(left.abs())} above it` : `${grouped(left)} left`;
  return `${counted}, where ${grouped(exact(limit))} are allowed: ${rest}.`;
}
