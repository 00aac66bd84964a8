import { addDays, type CalendarDate } from '#platform/instant.ts';

/** The days the demo plays on. `months[0]` is the first day of the terms, the last one that of the month now running. */
export type DemoDates = {
  readonly today: CalendarDate;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly months: readonly CalendarDate[];
};

/** Terms of a year that began eight months before the month of `today`. */
export function demoDates(today: CalendarDate): DemoDates {
  const months = Array.from({ length: 9 }, (_, i) => firstOfMonth(today, i - 8));
  return { today, from: months[0]!, until: firstOfMonth(today, 4), months };
}

/** Returns the first day of the month `distance` months from that of `date`. */
export function firstOfMonth(date: CalendarDate, distance: number): CalendarDate {
  const [year, month] = date.split('-').map(Number);
  const count = year! * 12 + month! - 1 + distance;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
}

/** Returns the days of a month up to and including `today`. */
export function daysOf(month: CalendarDate, today: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = month; day < firstOfMonth(month, 1) && day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Monday to Friday. */
export function isWorkday(date: CalendarDate): boolean {
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
