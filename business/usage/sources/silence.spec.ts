import { expect, test } from 'vitest';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { isSilent, usualPace } from './silence.ts';

const last = at('2026-06-01');
const heard = (days: number, span: number) => ({ days, first: after(last, -span * day), last });

test('the usual pace is the mean gap between days; one day has none', () => {
  expect(usualPace(heard(11, 10))).toBe(day);
  expect(usualPace(heard(1, 0))).toBeNull();
});

test.each([
  ['one that reports twice in a row gets a week', { ...heard(2, 1), first: after(last, -day / 2) }, 7],
  ['one that reports daily gets ten days', heard(11, 10), 10],
  ['one that reports monthly gets 45 days, not ten months', heard(4, 90), 45],
  ['one that spoke once gets a week', heard(1, 0), 7],
])('%s', (_, source, days) => {
  expect(isSilent(source, after(last, days * day))).toBe(false);
  expect(isSilent(source, after(last, days * day + 1))).toBe(true);
});

test('a directory that goes on calling is not silent, though nobody came or went for a year', () => {
  const now = after(last, 365 * day);
  expect(isSilent({ ...heard(10, 10), called: after(now, -6 * day) }, now)).toBe(false);
  expect(isSilent({ ...heard(10, 10), called: after(now, -8 * day) }, now)).toBe(true);
});
