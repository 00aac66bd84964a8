import { Temporal } from 'temporal-polyfill';
import { fromMilliseconds, hour, type Instant, minute, second } from '#platform/instant.ts';

/** A day and a time of day as a log prints them, in its server's own time. */
export type PrintedDay = { readonly year: number; readonly month: number; readonly day: number };
export type PrintedClock = { readonly hour: number; readonly minute: number; readonly second: number };

/** Follows the clock of a log whose lines tell the time, and the day now and then. */
export type LogClock = ReturnType<typeof logClock>;

/** A step back by as much is midnight; a lesser one is a clock that was set, or lines out of order. */
const midnight = 12 * hour;
/** Writers of one log may be this much out of order without anybody asking. */
const disorder = 5 * second;

/**
 * Returns a clock that starts on `start`, or on the first day it is told. A time of day that is twelve hours or more
 * before the last is of the next day; a lesser step back counts as the time before it, and is remembered where it is more
 * than five seconds. In the hour that a clock change repeats, a step back takes the second of the two.
 */
export function logClock(zone: string, start: PrintedDay | null) {
  let date = start ? dateOf(start) : null;
  let last: { readonly instant: Instant; readonly ofDay: number } | null = null;
  let steps = 0;

  return {
    /** How often the clock stepped back by more than a few seconds, or a day told was another than the one reckoned. */
    get steps(): number {
      return steps;
    },
    get knowsDay(): boolean {
      return date !== null;
    },
    /** Takes the day that a line tells at its time of day. Returns whether there is such a day. */
    day(printed: PrintedDay, time: PrintedClock): boolean {
      const told = dateOf(printed);
      if (!told) return false;
      const reckoned = date && last && last.ofDay - ofDay(time) >= midnight ? date.add({ days: 1 }) : date;
      if (last && reckoned && !reckoned.equals(told)) steps += 1;
      if (!date?.equals(told)) last = null;
      date = told;
      return true;
    },
    /** Takes a line that tells its day and time in full. Returns its instant, `undefined` where there is none. */
    on(printed: PrintedDay, time: PrintedClock): Instant | undefined {
      const told = dateOf(printed);
      if (!told) return undefined;
      if (!date?.equals(told)) last = null;
      date = told;
      return this.at(time);
    },
    /** The day of the last line. */
    get today(): PrintedDay | null {
      return date;
    },
    /** Returns the instant of a time of day, `undefined` while no day is known or where there is no such time. */
    at(time: PrintedClock): Instant | undefined {
      if (!date || time.hour > 23 || time.minute > 59 || time.second > 59) return undefined;
      const now = ofDay(time);
      if (last && last.ofDay - now >= midnight) {
        date = date.add({ days: 1 });
        last = null;
      }
      const [first, again] = instantsOf(date, time, zone);
      const instant = last && first < last.instant && again >= last.instant ? again : first;
      if (!last || instant >= last.instant) {
        last = { instant, ofDay: now };
        return instant;
      }
      if (last.instant - instant > disorder) steps += 1;
      return last.instant;
    },
  };
}

function ofDay({ hour: hours, minute: minutes, second: seconds }: PrintedClock): number {
  return hours * hour + minutes * minute + seconds * second;
}

function dateOf({ year, month, day: dayOfMonth }: PrintedDay): Temporal.PlainDate | null {
  try {
    return year < 1970 || year > 2199
      ? null
      : Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const offsets = new Map<string, readonly [Instant, Instant] | null>();

/** Returns the instants of a local time: two in an hour that comes twice. */
function instantsOf(date: Temporal.PlainDate, time: PrintedClock, zone: string): readonly [Instant, Instant] {
  const key = `${zone} ${date.toString()}`;
  let starts = offsets.get(key);
  if (starts === undefined) {
    // A day of 24 hours has one offset; only the others are worked out time by time.
    const start = date.toZonedDateTime(zone);
    const from = fromMilliseconds(start.epochMilliseconds);
    starts = start.hoursInDay === 24 ? [from, from] : null;
    if (offsets.size > 1000) offsets.clear();
    offsets.set(key, starts);
  }
  if (starts) return [(starts[0] + ofDay(time)) as Instant, (starts[0] + ofDay(time)) as Instant];
  const local = date.toPlainDateTime({ ...time });
  return (['earlier', 'later'] as const).map((disambiguation) =>
    fromMilliseconds(local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds),
  ) as [Instant, Instant];
}
