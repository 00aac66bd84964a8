import { Temporal } from 'temporal-polyfill';
import { after, day, fromMilliseconds, type Instant } from '#platform/instant.ts';

/** When a status was taken: the instant, and how the server's own clock showed it. */
export type StatusTime = { readonly instant: Instant; readonly year: number; readonly zone: string };

/** A time as a status prints it, in the server's own time; weekday and year only where they are printed. */
export type PrintedTime = {
  readonly weekday: string | null;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly year?: number;
};

/**
 * A checkout may have started in the status's year or in one of this many before it: within eleven years every day of
 * the year but February 29 falls on each weekday at least once.
 */
export const yearsBack = 11;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Returns the status time of an instant. */
export function statusAt(instant: Instant, zone: string): StatusTime {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1000)).toZonedDateTimeISO(zone);
  return { instant, year: local.year, zone };
}

/**
 * Returns the status time of a printed header: in the hour that a clock change repeats the first of the two instants,
 * unless `at` is the second; `twice` says so. `undefined` where weekday and date do not fit.
 */
export function statusTime(
  printed: PrintedTime & { readonly year: number },
  zone: string,
  at?: Instant,
): (StatusTime & { readonly twice: boolean }) | undefined {
  const local = localTime(printed, printed.year);
  if (!local) return undefined;
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    fromMilliseconds(local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds),
  ) as [Instant, Instant];
  const chosen = at === second ? second : first;
  return {
    instant: chosen,
    year: printed.year,
    zone,
    twice: first !== second && at !== first && at !== second,
  };
}

/**
 * Returns when a checkout started: lmstat prints weekday, month and day without the year, so it is the latest year, from
 * the status's back to eleven before it, in which the date exists, falls on the weekday, and is not after the status.
 * `undefined` where none fits, and where the start would be less than a day after the status: then a clock was wrong,
 * and an earlier year would make a long checkout out of a short one.
 */
export function startTime(printed: PrintedTime, status: StatusTime): Instant | undefined {
  for (let year = status.year + 1; year >= status.year - yearsBack; year -= 1) {
    const local = printed.year === undefined || printed.year === year ? localTime(printed, year) : undefined;
    if (!local) continue;
    const start = fromMilliseconds(local.toZonedDateTime(status.zone).epochMilliseconds);
    if (start <= status.instant) return start;
    if (start < after(status.instant, day)) return undefined;
  }
  return undefined;
}

/** The local time, where the date exists in that year and falls on the weekday, where one is printed. */
function localTime(
  { weekday, month, day: dayOfMonth, hour, minute, second = 0 }: PrintedTime,
  year: number,
): Temporal.PlainDateTime | undefined {
  try {
    const local = Temporal.PlainDateTime.from(
      { year, month, day: dayOfMonth, hour, minute, second },
      { overflow: 'reject' },
    );
    return weekday === null || weekdays[local.dayOfWeek - 1] === weekday ? local : undefined;
  } catch {
    return undefined;
  }
}
