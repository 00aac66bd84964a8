import { Temporal } from 'temporal-polyfill';

/** A point in time: whole microseconds since 1970-01-01T00:00Z, exact as a number until the year 2255. */
export type Instant = number & { readonly unit: 'microseconds since 1970' };

/** A span of time from `from` up to, not including, `until`. */
export type Interval = { readonly from: Instant; readonly until: Instant };

export const second = 1_000_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The bounds of what we accept as a time: 1970 to 2199. Times outside are absurd for a license. */
export const earliest = 0 as Instant;
export const latest = (Date.UTC(2200, 0, 1) * 1000) as Instant;

const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * Returns the instant of an RFC 3339 time with offset, cut (not rounded) to microseconds; `undefined` when the
 * text is no such time, names no real date, or lies outside 1970 to 2199.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, date, time, fraction = '', offset] = match;
  const milliseconds = Date.parse(`${date}T${time}${offset!.toUpperCase()}`);
  if (Number.isNaN(milliseconds) || !isRealDate(date!)) return undefined;
  const instant = milliseconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
  return instant >= earliest && instant < latest ? (instant as Instant) : undefined;
}

/** `Date.parse` turns 2026-02-30 into March 2: refuse what no calendar holds. */
function isRealDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** Returns the instant in RFC 3339, UTC, with as many digits as it needs: `2026-03-01T08:00:00Z`. */
export function formatInstant(instant: Instant): string {
  const text = new Date(Math.floor(instant / 1000)).toISOString();
  const micros = ((instant % second) + second) % second;
  return micros === 0
    ? text.replace(/\.\d+Z$/, 'Z')
    : text.replace(/\.\d+Z$/, `.${String(micros).padStart(6, '0')}Z`);
}

/** Returns the instant of a JavaScript date or millisecond count. */
export function fromMilliseconds(milliseconds: number): Instant {
  return (milliseconds * 1000) as Instant;
}

/** Returns the instant `microseconds` after `instant`. */
export function after(instant: Instant, microseconds: number): Instant {
  return (instant + microseconds) as Instant;
}

/** Returns what two intervals share, or `undefined` when they do not meet. */
export function overlap(a: Interval, b: Interval): Interval | undefined {
  const from = Math.max(a.from, b.from) as Instant;
  const until = Math.min(a.until, b.until) as Instant;
  return from < until ? { from, until } : undefined;
}

/** Whether the half-open interval holds the instant. */
export function holds(interval: Interval, instant: Instant): boolean {
  return interval.from <= instant && instant < interval.until;
}

/** A calendar date, `2026-03-31`. */
export type CalendarDate = string & { readonly form: 'yyyy-mm-dd' };

/** Returns the date when `text` is a real one from 1970 to 2199, else `undefined`. */
export function parseDate(text: string): CalendarDate | undefined {
  return /^(19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\d$/.test(text) && isRealDate(text)
    ? (text as CalendarDate)
    : undefined;
}

/** Whether `zone` is an IANA time zone this runtime knows (`Europe/Berlin`, `UTC`). Offsets such as `+02:00` are not zones. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const dayStarts = new Map<string, Instant>();

/** Returns the first instant of a date in a zone (not always 00:00: some zones skip midnight when the clock changes). */
export function startOfDate(date: CalendarDate, zone: string): Instant {
  const key = `${zone} ${date}`;
  const known = dayStarts.get(key);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  const instant = fromMilliseconds(start.epochMilliseconds);
  if (dayStarts.size > 50_000) dayStarts.clear();
  dayStarts.set(key, instant);
  return instant;
}

/** Returns the date an instant falls on in a zone. */
export function dateIn(instant: Instant, zone: string): CalendarDate {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1000));
  return at.toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;
}

/** Returns the date `days` after `date` (before, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

/** Returns the number of days from one date to another. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'day' }).days;
}
