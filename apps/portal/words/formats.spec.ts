import { expect, test } from 'vitest';
import { formatsOf } from './formats.ts';

/** Thin and narrow spaces are spaces here. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');
const berlin = formatsOf('de', 'Europe/Berlin');
const english = formatsOf('en', 'UTC');

test('numbers keep every digit, also those no floating point number holds', () => {
  expect(english.number('12345678901234567890.123456789')).toBe('12,345,678,901,234,567,890.123456789');
  expect(berlin.number('-1310.5')).toBe('-1.310,5');
  expect(english.number('67500/31')).toBe('67500/31');
});

test('money is exact, with its currency as the language puts it', () => {
  expect(plain(berlin.money('9007199254740993.25', 'EUR'))).toBe('9.007.199.254.740.993,25 €');
  expect(english.money('1234.5', 'USD')).toBe('$1,234.50');
});

test('days are days, whatever the zone; moments are those of a zone', () => {
  expect(formatsOf('en', 'Pacific/Auckland').day('2026-03-31')).toBe('March 31, 2026');
  expect(plain(berlin.moment('2026-03-31T21:30:00Z'))).toBe('31. März 2026, 23:30');
  expect(berlin.moment('2026-03-31T22:00:00Z')).toBe('1. Apr. 2026');
  expect(english.dateOf('2026-03-31T22:00:00Z', 'Europe/Berlin')).toBe('2026-04-01');
});

test('what ends at midnight lasts through the day before', () => {
  expect(berlin.lastDay('2027-02-28T23:00:00Z')).toBe('28. Februar 2027');
  expect(english.span('2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toBe('Mar 1 – 31, 2026');
});

test('a period that still runs is told in days, a few hours in hours', () => {
  expect(english.span('2026-11-01T00:00:00Z', '2026-11-23T01:21:43Z')).toBe('Nov 1 – 23, 2026');
  expect(plain(english.span('2026-11-04T08:02:00Z', '2026-11-04T16:59:00Z'))).toContain('8:02');
});

test('how far away a day is, as the language says it', () => {
  expect(english.away('2026-03-02', '2026-03-01')).toBe('tomorrow');
  expect(berlin.away('2026-03-13', '2026-03-01')).toBe('in 12 Tagen');
  expect(formatsOf('fr', 'UTC').away('2026-09-01', '2026-03-01')).toBe('dans 6 mois');
});
