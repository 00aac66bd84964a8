import { addDays, type CalendarDate, dateIn, type Instant, startOfDate } from '#platform/instant.ts';
import type { Promised } from './question.ts';

/** By when customers are answered, as the vendor promises it. */
export type AnswerPolicy = {
  /** Business days for a question, and for a contest of a line. */
  readonly questionDays: number;
  readonly contestDays: number;
  /** Calendar days for which an open contest keeps us from contacting anybody about its line, at most. */
  readonly holdDays: number;
  /** So many business days before the promised one whoever answers is reminded. */
  readonly remindDays: number;
  /** An answered question closes when nobody asks further for so many calendar days. */
  readonly closeDays: number;
  /** The calendar of the vendor: its zone, the days of the week on which it works (1: Monday), and the days it is closed. */
  readonly zone: string;
  readonly workdays: readonly number[];
  readonly closedOn: readonly CalendarDate[];
};

/** What holds until the vendor says otherwise. */
export const firstPolicy: AnswerPolicy = {
  questionDays: 2,
  contestDays: 5,
  holdDays: 30,
  remindDays: 1,
  closeDays: 14,
  zone: 'UTC',
  workdays: [1, 2, 3, 4, 5],
  closedOn: [],
};

/** A calendar with more closed days than a year has would never come to a business day. */
const farthest = 4_000;

/** Returns whether the vendor works on a day. */
export function isBusinessDay({ workdays, closedOn }: AnswerPolicy, date: CalendarDate): boolean {
  return workdays.includes(weekday(date)) && !closedOn.includes(date);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts; 1970-01-01 was a Thursday. */
function weekday(date: CalendarDate): number {
  const days = Math.floor(startOfDate(date, 'UTC') / 86_400_000_000);
  return ((days + 3) % 7) + 1;
}

/** Returns the `days`th business day after a day (before it, where negative); the day itself never counts. */
export function businessDaysFrom(policy: AnswerPolicy, date: CalendarDate, days: number): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let found = date;
  for (let left = Math.abs(days), tries = 0; left > 0; tries += 1) {
    if (tries > farthest) throw new Error('the calendar has no business day');
    found = addDays(found, step);
    if (isBusinessDay(policy, found)) left -= 1;
  }
  return found;
}

/** Returns the day promised for an answer to what was asked at an instant; it is late once that day is over where the vendor works. */
export function promiseFor(
  policy: AnswerPolicy,
  { at, contest, version }: { readonly at: Instant; readonly contest: boolean; readonly version: number },
): Promised {
  const days = contest ? policy.contestDays : policy.questionDays;
  return promiseOn(policy, businessDaysFrom(policy, dateIn(at, policy.zone), days), version);
}

/** Returns a promise for a day that somebody chose. */
export function promiseOn(policy: AnswerPolicy, on: CalendarDate, version: number): Promised {
  return { on, end: startOfDate(addDays(on, 1), policy.zone), policy: version };
}

/** Returns when whoever answers is reminded: at the start of a day before the promised one. */
export function reminderFor(policy: AnswerPolicy, { on }: Pick<Promised, 'on'>): Instant {
  return startOfDate(businessDaysFrom(policy, on, -policy.remindDays), policy.zone);
}
