import { addDays, type CalendarDate, formatInstant, type Instant } from './instant.ts';

/** One day in a calendar. `uid` stays the same when the day moves, so that a reader's calendar moves it too. */
export type CalendarDay = {
  readonly uid: string;
  readonly on: CalendarDate;
  readonly summary: string;
  readonly description: string;
};

/**
 * Returns an iCalendar stream (RFC 5545) of whole days that take up no time of anybody's, as of `now`: lines ended by
 * CR LF and folded at 75 octets, texts escaped (3.3.11).
 */
export function icalendar(name: string, days: readonly CalendarDay[], now: Instant): string {
  const events = days.flatMap((day) => eventLines(day, timeOf(now)));
  return stream('PUBLISH', [`X-WR-CALNAME:${escaped(name)}`, ...events]);
}

/** One meeting in a calendar. A higher `sequence` under the same `uid` takes the place of a lower one. */
export type CalendarMeeting = {
  readonly uid: string;
  readonly sequence: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  /** It does not take place: a reader's calendar takes it out. */
  readonly cancelled: boolean;
};

/** Returns an iCalendar stream (RFC 5545) of one meeting, its times in UTC, as of `now`. */
export function icalendarMeeting(meeting: CalendarMeeting, now: Instant): string {
  const { uid, sequence, from, until, summary, description, location, cancelled } = meeting;
  return stream(cancelled ? 'CANCEL' : 'PUBLISH', [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${timeOf(now)}`,
    `DTSTART:${timeOf(from)}`,
    `DTEND:${timeOf(until)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(location === null ? [] : [`LOCATION:${escaped(location)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]);
}

function stream(method: 'PUBLISH' | 'CANCEL', inside: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goodterms//Dates//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...inside,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A moment as calendars write it: in UTC, to the second. */
function timeOf(instant: Instant): string {
  return formatInstant(instant).replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function eventLines({ uid, on, summary, description }: CalendarDay, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A control character has no place in a text, but a line break has. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\P{Cc}]/gu, '')
    .replace(/([\\;,])/g, '\\$1')
    .replaceAll('\n', '\\n');
}

const most = 75;

/** A line of more than 75 octets goes on behind a line break and a blank, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = most;
  for (const character of line) {
    const size = octets(character);
    if (size > room) {
      parts.push(part);
      part = '';
      room = most - 1;
    }
    part += character;
    room -= size;
  }
  return [...parts, part].join('\r\n ');
}

function octets(character: string): number {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
