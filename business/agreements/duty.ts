import { spans } from '#platform/calendar.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import type { SignedAgreement } from './agreement.ts';

/**
 * When something is owed: on one day; so many days after the last day of each month, quarter or year of the term; or so
 * many days after its beginning or end.
 */
export type DutyDates =
  | { readonly kind: 'once'; readonly on: CalendarDate }
  | {
      readonly kind: 'every';
      readonly period: 'month' | 'quarter' | 'year';
      readonly anchor: 'calendar' | 'term';
      readonly days: number;
    }
  | { readonly kind: 'after'; readonly of: 'start' | 'end'; readonly days: number };

/** Something the customer owes by a date, such as a report. Not a limit: nothing is counted. */
export type Duty = {
  readonly id: string;
  /** The contract's own words, and the same for somebody who has never read a contract. */
  readonly text: string;
  readonly plain: string;
  readonly due: DutyDates;
  /** Days after the due date in which it is not yet overdue. */
  readonly grace: number;
  /** Days before the due date from which somebody is reminded. */
  readonly remind: number;
};

/** One date by which something is owed. `about`: the time a report is about, last day included; `null` for a single date. */
export type DutyDate = {
  readonly dueOn: CalendarDate;
  readonly remindOn: CalendarDate;
  readonly graceUntil: CalendarDate;
  readonly about: { readonly from: CalendarDate; readonly through: CalendarDate } | null;
};

/** Returns the duties of an agreement; texts from before there were any have none. */
export function dutiesOf(signed: Pick<SignedAgreement, 'duties'>): readonly Duty[] {
  return signed.duties ?? [];
}

/** Returns all dates of a duty whose reminder begins by `through`, in order. Periods are cut at the term's ends. */
export function dutyDates(
  signed: Pick<SignedAgreement, 'from' | 'until' | 'zone'>,
  duty: Duty,
  through: CalendarDate,
): DutyDate[] {
  return bareDates(signed, duty)
    .map(({ dueOn, about }) => ({
      dueOn,
      remindOn: addDays(dueOn, -duty.remind),
      graceUntil: addDays(dueOn, duty.grace),
      about,
    }))
    .filter(({ remindOn }) => remindOn <= through);
}

function bareDates(
  { from, until, zone }: Pick<SignedAgreement, 'from' | 'until' | 'zone'>,
  { due }: Duty,
): Pick<DutyDate, 'dueOn' | 'about'>[] {
  const first = dateIn(from, zone);
  const last = dateIn((until - 1) as Instant, zone);
  switch (due.kind) {
    case 'once':
      return [{ dueOn: due.on, about: null }];
    case 'after':
      return [{ dueOn: addDays(due.of === 'start' ? first : last, due.days), about: null }];
    case 'every': {
      const anchor = due.anchor === 'term' ? first : undefined;
      return spans(due.period, { from, until }, zone, anchor).map((span) => {
        const begin = dateIn(span.from, zone);
        const end = addDays(dateIn(span.until, zone), -1);
        const about = { from: [begin, first].sort()[1]!, through: [end, last].sort()[0]! };
        return { dueOn: addDays(about.through, due.days), about };
      });
    }
  }
}

/** Where one date stands: `upcoming` before its reminder, `due` up to the end of its grace, then `overdue`. */
export type DutyState = 'upcoming' | 'due' | 'overdue' | 'done';

/** Returns where a date stands on `today`, given when it was received, if it was. */
export function dutyState(
  { remindOn, graceUntil }: Pick<DutyDate, 'remindOn' | 'graceUntil'>,
  receivedOn: CalendarDate | null,
  today: CalendarDate,
): DutyState {
  if (receivedOn !== null) return 'done';
  if (today < remindOn) return 'upcoming';
  return today <= graceUntil ? 'due' : 'overdue';
}
