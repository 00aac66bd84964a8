import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarDay, icalendar } from './icalendar.ts';
import { addDays, type CalendarDate, parseInstant } from './instant.ts';

const now = parseInstant('2026-11-22T10:00:00.5Z')!;

/** What somebody else's calendar reads. */
function readBack(text: string): CalendarDay[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
    expect([startDate.isDate, endDate.toString()]).toEqual([
      true,
      addDays(startDate.toString() as CalendarDate, 1),
    ]);
    return { uid, on: startDate.toString() as CalendarDate, summary, description };
  });
}

const renewal: CalendarDay = {
  uid: 'northwind/AG-1/renewal@goodterms',
  on: '2027-03-01' as CalendarDate,
  summary: 'Renewal, first day; C:\\licenses',
  description:
    'First line\nand another — with a dash that takes three octets, and a line long enough to fold.',
};

test('a day is read back by another calendar as it was written, commas, line breaks and all', () => {
  expect(readBack(icalendar('Dates', [renewal], now))).toEqual([renewal]);
});

test('it is a calendar as RFC 5545 has it: lines end with CR LF, a day is all day and takes up no time', () => {
  const text = icalendar('Dates, of licenses', [renewal], now);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  expect(text).toContain('\r\nDTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302\r\n');
  expect(text).toContain('\r\nDTSTAMP:20261122T100000Z\r\n');
  expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  expect(text).toContain('\r\nX-WR-CALNAME:Dates\\, of licenses\r\n');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('a calendar without days is one too', () => {
  expect(readBack(icalendar('Dates', [], now))).toEqual([]);
});

test('whatever a text holds: no line is longer than 75 octets, and it is read back whole', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 300, size: 'max' })
    .map((words) => words.replace(/[^\n\P{Cc}]/gu, ''));
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const day = { ...renewal, summary, description };
      const written = icalendar('Dates', [day], now);
      const longest = Math.max(...written.split('\r\n').map((line) => new TextEncoder().encode(line).length));
      expect(longest).toBeLessThanOrEqual(75);
      expect(readBack(written)).toEqual([day]);
    }),
    { seed: 5545, numRuns: 300 },
  );
});
