import { dateWords } from '#business/correspondence/dateWords.ts';
import {
  byDay,
  datesOf,
  type Receipts,
  receiptKey,
  type UpcomingDate,
} from '#business/portal/upcomingDates.ts';
import { listQuestions, type QuestionFilter } from '#business/questions/questionList.store.ts';
import { listDuties } from '#business/remediation/duty.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { icalendar } from '#platform/icalendar.ts';
import { type CalendarDate, dateIn, formatInstant, parseInstant } from '#platform/instant.ts';
import { principalNow } from '../access/current.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { type Papers, readPapers } from '../world.ts';
import type { PortalDate, PortalDates } from './dateSchemas.ts';

/** What the dates of a customer are read from. */
export type DateMatter = { readonly papers: Papers };

/** Returns all dates of a customer from today on and what is overdue, or `undefined` when there is no such customer. */
export function portalDates(context: ServerContext, customer: string): Promise<PortalDates | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    const papers = await readPapers(tx, customer, context.clock());
    if (!papers) return undefined;
    return { asOf: formatInstant(papers.now), items: await upcomingDates(tx, { papers }) };
  });
}

/** Returns dates as a calendar that a reader's own takes in. */
export function calendarOf(customer: string, { asOf, items }: PortalDates): string {
  const days = items.map(({ id, on, about, words }) => ({
    uid: `${customer}/${id}@goodterms`,
    on: on as CalendarDate,
    summary: words,
    description: about,
  }));
  return icalendar('License dates', days, parseInstant(asOf)!);
}

const mostReceipts = 2_000;

/** Returns the dates of a customer from today on and what is overdue, soonest first. */
export async function upcomingDates(tx: Tx, { papers }: DateMatter): Promise<PortalDate[]> {
  const { catalog, agreements, now } = papers;
  const receipts = await readReceipts(tx, papers);
  const answers = await promisedAnswers(tx, papers);
  return [...agreements.flatMap((known) => datesOf(known, { catalog, receipts, now })), ...answers]
    .sort(byDay)
    .map((date) => dateView(date, dateIn(now, date.zone)));
}

const mostQuestions = 200;

/**
 * The days on which answers to the customer's questions are promised; a day that has passed is shown as it was promised.
 * A partner is told those of its own questions: what the customer asks about it is nothing to it.
 */
async function promisedAnswers(tx: Tx, { customer, agreements }: Papers): Promise<UpcomingDate[]> {
  const principal = principalNow();
  const open: QuestionFilter = {
    ...{ show: 'open', customer: customer.id },
    ...(principal?.kind === 'partner' ? { partner: principal.partner } : {}),
  };
  const questions = await listQuestions(tx, open, { behind: null, limit: mostQuestions });
  return questions.map(({ question: { asked, promise } }) => ({
    id: `question/${asked.id}`,
    kind: 'answer-due',
    on: promise.on,
    zone: agreements[0]?.signed.zone ?? 'UTC',
    ...{ agreement: null, clause: null, before: null, after: null, told: null },
    about: asked.id,
  }));
}

async function readReceipts(tx: Tx, { customer, now }: Papers): Promise<Receipts> {
  const choice = { states: ['done' as const], customer: customer.id, today: dateIn(now, 'UTC') };
  const done = await listDuties(tx, choice, { after: null, limit: mostReceipts });
  return new Set(done.map(({ body }) => receiptKey(body.agreement, body.duty.id, body.dueOn)));
}

function dateView(date: UpcomingDate, today: CalendarDate): PortalDate {
  const { told: _, ...facts } = date;
  return { ...facts, words: wordsOf(date, today) };
}

function wordsOf({ kind, on, about, before, after, told }: UpcomingDate, today: CalendarDate): string {
  const day = dateWords(on);
  switch (kind) {
    case 'term-start':
      return `${about} begins on ${day}.`;
    case 'term-end':
      return `The last day of ${about} is ${day}.`;
    case 'renewal':
      return `${about} is up for renewal on ${day}.`;
    case 'variation-end':
      return `Grant ${about} ends: its last day is ${day}.`;
    case 'limit-change':
      return `From ${day} on ${after || 'nothing'} is allowed instead of ${before || 'nothing'}: ${about}`;
    case 'price-change': {
      const amounts = before !== null && after !== null ? `, from ${before} to ${after}` : '';
      return `The price of ${about} changes on ${day}${amounts}.${told ? ` ${told}` : ''}`;
    }
    case 'duty-due':
      return on < today
        ? `Was due on ${day} and has not reached us yet: ${about}`
        : `Due on ${day}: ${about}`;
    case 'grace-end':
      return `The time of grace ends on ${day}: ${about}`;
    case 'answer-due':
      return `An answer is promised by ${day}: ${about}`;
    case 'quote-end':
      return `The offer ${about} holds through ${day}.`;
  }
}
