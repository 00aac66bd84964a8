/** The one place where instants, dates, groups and exact numbers become words. */

const instantForm = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/;
const dateForm = /^\d{4}-\d\d-\d\d$/;
const second = 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, kind: 'date' | 'time'): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const date = { year: 'numeric', month: 'short', day: 'numeric', timeZone: zone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-US', kind === 'date' ? date : { ...date, ...time });
  formats.set(key, made);
  return made;
}

/** Returns a calendar date in words: `2026-03-31` is `Mar 31, 2026`. What is no date is returned as it is. */
export function showDate(date: string): string {
  return dateForm.test(date) ? formatter('UTC', 'date').format(new Date(`${date}T00:00:00Z`)) : date;
}

function wallClock(at: Date, zone: string): string {
  const parts = formatter(zone, 'time').formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('hour')}:${of('minute')}`;
}

function atMidnight(at: Date, zone: string): boolean {
  return at.getTime() % (60 * second) === 0 && wallClock(at, zone) === '00:00';
}

/**
 * Returns an RFC 3339 instant as the clock of `zone` shows it, and by which clock: `Mar 31, 2026, 14:05 GMT+2`; at
 * midnight the date alone. A calendar date is shown as a date; what is neither is returned as it is.
 */
export function showInstant(text: string, zone: string): string {
  if (!instantForm.test(text)) return showDate(text);
  const at = new Date(text);
  return atMidnight(at, zone) ? onClock(text, zone) : `${onClock(text, zone)} ${zoneName(at, zone)}`;
}

function onClock(text: string, zone: string): string {
  const at = new Date(text);
  return formatter(zone, atMidnight(at, zone) ? 'date' : 'time').format(at);
}

/** Returns how a zone is called at a moment, in short: `UTC`, `GMT+2`, `EST`. */
function zoneName(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/**
 * Returns the last day before a half-open span ends: what holds until midnight of April 1 lasts until `Mar 31, 2026`.
 * An end within a day is shown with its time.
 */
export function showLastDay(until: string, zone: string): string {
  if (!instantForm.test(until)) return showDate(until);
  const end = new Date(until);
  if (!atMidnight(end, zone)) return showInstant(until, zone);
  return formatter(zone, 'date').format(new Date(end.getTime() - second));
}

function isFirstOfMonth(at: Date, zone: string): boolean {
  const day = formatter(zone, 'date').formatToParts(at);
  return day.find((part) => part.type === 'day')?.value === '1';
}

/**
 * Returns a half-open span as people name it, last day included: `Mar 2026`, `Mar 12, 2026`, `Mar 1 – 14, 2026`,
 * `Mar 12, 2026, 14:00 – 15:00 UTC`, `Mar 1 – Mar 12, 2026, 14:00 UTC`. Exactly one calendar month is named by it.
 */
export function showSpan(from: string, until: string, zone: string): string {
  if (!instantForm.test(from) || !instantForm.test(until)) return `${showDate(from)} – ${showDate(until)}`;
  const [start, end] = [new Date(from), new Date(until)];
  if (!atMidnight(start, zone) || !atMidnight(end, zone)) {
    const [first, last] = [onClock(from, zone), onClock(until, zone)];
    const clock = zoneName(end, zone);
    const sameDay = formatter(zone, 'date').format(start) === formatter(zone, 'date').format(end);
    if (sameDay) return `${first} – ${wallClock(end, zone)} ${clock}`;
    const year = /, \d{4}/.exec(last)?.[0] ?? '';
    return `${first.endsWith(year) ? first.slice(0, first.length - year.length) : first} – ${last} ${clock}`;
  }
  const lastDay = new Date(end.getTime() - second);
  const days = (end.getTime() - start.getTime()) / (24 * 3600 * second);
  if (days < 32 && days > 27 && isFirstOfMonth(start, zone) && isFirstOfMonth(end, zone)) {
    return new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', timeZone: zone }).format(
      start,
    );
  }
  return formatter(zone, 'date')
    .formatRange(start, lastDay)
    .replace(/\u2009/g, ' ');
}

/** Returns the name of a group in words; the group of everything has none. A group arrives as words or as a JSON list of values. */
export function showGroup(group: string): string {
  if (!group.startsWith('[')) return group;
  try {
    const values: unknown = JSON.parse(group);
    return Array.isArray(values)
      ? values.map((value) => (value === '' ? 'not named' : String(value))).join(', ')
      : group;
  } catch {
    return group;
  }
}

/**
 * Returns a number, or an amount of money, as people read it: thousands apart and a true minus sign, which is as wide as
 * a digit. Digits are never changed, so nothing is rounded; what is no plain decimal keeps its form.
 */
export function showNumber(number: string): string {
  const grouped = /^-?\d+(\.\d+)?$/.test(number)
    ? number.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')
    : number;
  return grouped.replace(/^-/, '−');
}

/** Returns the word for `count` of something. */
export function unitWord(count: string, unit: { readonly one: string; readonly many: string }): string {
  return count === '1' ? unit.one : unit.many;
}

/** Returns a count with its word: `1 customer`, `6 customers`. */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** Returns the list as a sentence names it: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
