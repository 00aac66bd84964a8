import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#platform/instant.ts';
import { barsOf } from './bars.ts';

const today = '2026-07-25' as CalendarDate;
const ago = (days: number, records = 1, imports = 0) => ({ day: addDays(today, -days), records, imports });
const some = (days: Parameters<typeof barsOf>[0]) => {
  const { unit, bars } = barsOf(days, today);
  return { unit, bars: bars.filter(({ records, imports }) => records + imports > 0) };
};

test('six weeks are shown by the day, today last', () => {
  expect(some([ago(41), ago(0, 3, 1)])).toEqual({
    unit: 'day',
    bars: [
      { from: '2026-06-14', records: 1, imports: 0 },
      { from: '2026-07-25', records: 3, imports: 1 },
    ],
  });
});

test('what is older makes weeks of it, each day in one of them', () => {
  expect(some([ago(42), ago(7, 2), ago(6, 4), ago(0, 8)])).toEqual({
    unit: 'week',
    bars: [
      { from: '2026-06-07', records: 1, imports: 0 },
      { from: '2026-07-12', records: 2, imports: 0 },
      { from: '2026-07-19', records: 12, imports: 0 },
    ],
  });
});

test('what lies in the future, or before the first week, is left out', () => {
  expect(some([ago(-1), ago(5)]).bars).toHaveLength(1);
  expect(some([ago(400), ago(5)]).bars).toHaveLength(1);
  expect(barsOf([], today).bars).toHaveLength(42);
});
