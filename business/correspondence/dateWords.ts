import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Returns a date as a reader says it: `March 31, 2027`. */
export function dateWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${months[month! - 1]} ${day}, ${year}`;
}

/** Returns the last day a half-open span covers, in words: what ends at midnight of April 1 lasts until March 31. */
export function lastDayWords(until: Instant, zone: string): string {
  return dateWords(dateIn((until - 1) as Instant, zone));
}

/** Returns the first weekday (Monday to Friday) at least `days` after `date`. */
export function weekdayAfter(date: CalendarDate, days: number): CalendarDate {
  let candidate = addDays(date, days);
  while ([0, 6].includes(new Date(`${candidate}T00:00:00Z`).getUTCDay())) candidate = addDays(candidate, 1);
  return candidate;
}
