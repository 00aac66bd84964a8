import type { SignedAgreement } from '#business/agreements/agreement.ts';
import type { Duty, DutyDate } from '#business/agreements/duty.ts';
import type { Customer } from '#business/customers/customer.ts';
import { type CalendarDate, daysBetween } from '#platform/instant.ts';
import type { FactSheet } from './factSheet.ts';
import { date, name, number, quote } from './makeFact.ts';

/** A date of a duty to remind of. */
export type DutyMatter = {
  readonly customer: Pick<Customer, 'name' | 'contact' | 'owner'>;
  readonly agreement: Pick<SignedAgreement, 'id' | 'title'>;
  readonly duty: Duty;
  readonly date: DutyDate;
  readonly today: CalendarDate;
};

/**
 * Returns the facts a reminder of a duty may use: what is owed in the agreement's own words, by when, how long it may
 * still come, and the days that are left (or, once it is past, by which it is late).
 */
export function dutyFacts({ customer, agreement, duty, date: one, today }: DutyMatter): FactSheet {
  const trace = `agreement ${agreement.id}, duty ${duty.id}`;
  const left = daysBetween(today, one.dueOn);
  const facts = [
    name('customer', customer.name, 'customer'),
    name('contact', customer.contact.name, 'customer'),
    name('owner', customer.owner.name, 'customer'),
    name('agreement', agreement.title, `agreement ${agreement.id}`),
    quote('owed', duty.plain, trace),
    date('dueOn', one.dueOn, trace),
    date('graceUntil', one.graceUntil, trace),
    ...(one.about
      ? [date('aboutFrom', one.about.from, trace), date('aboutThrough', one.about.through, trace)]
      : []),
    number(left >= 0 ? 'daysLeft' : 'daysLate', String(Math.abs(left)), `from ${today} to the due date`),
  ];
  return new Map(facts.map((fact) => [fact.id, fact]));
}
