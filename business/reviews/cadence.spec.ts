import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#platform/instant.ts';
import { dueTurns, firstReviewPolicy, monthsAfter, type TermDays } from './cadence.ts';

const date = (text: string) => text as CalendarDate;
const term = (from: string, until: string): TermDays => ({
  ...{ from: date(from), until: date(until), renewsOn: date(until) },
});
const year = term('2026-01-01', '2027-01-01');
const keys = (today: string, terms = [year], policy = firstReviewPolicy) =>
  dueTurns(policy, terms, date(today)).map(({ key }) => key);

describe('the turn of a review', () => {
  test('comes so many days before the renewal, and stays until then', () => {
    expect(keys('2026-10-02')).toEqual([]);
    expect(keys('2026-10-03')).toEqual(['renewal 2027-01-01']);
    expect(keys('2026-12-31')).toEqual(['renewal 2027-01-01']);
    expect(keys('2027-01-01')).toEqual([]);
  });

  test('comes every so many months from the first agreement on', () => {
    const three = [term('2024-03-15', '2027-03-15')];
    expect(keys('2025-03-14', three)).toEqual([]);
    expect(dueTurns(firstReviewPolicy, three, date('2025-03-20'))).toEqual([
      {
        ...{ key: 'cadence 2025-03-15', cause: 'cadence' },
        period: { from: '2024-03-15', until: '2025-03-15' },
      },
    ]);
    expect(keys('2026-03-15', three)).toEqual(['cadence 2026-03-15']);
  });

  test('is let go where it was long ago', () => {
    expect(keys('2025-07-01', [term('2024-03-15', '2027-03-15')])).toEqual([]);
  });

  test('is one for agreements that renew on the same day', () => {
    expect(keys('2026-11-01', [year, year])).toEqual(['renewal 2027-01-01']);
  });

  test('does not come where the vendor wants none, or nothing runs', () => {
    expect(keys('2026-11-01', [year], { everyMonths: null, beforeRenewalDays: null })).toEqual([]);
    expect(keys('2028-01-01')).toEqual([]);
  });
});

test('months end where months end', () => {
  expect(monthsAfter(date('2026-01-31'), 1)).toBe('2026-02-28');
  expect(monthsAfter(date('2024-02-29'), 12)).toBe('2025-02-28');
  expect(monthsAfter(date('2026-03-31'), -13)).toBe('2025-02-28');
});

test('on whichever day one looks, each period ends no later than that day, and days in between change nothing', () => {
  const days = fc.integer({ min: 0, max: 1500 });
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 1, max: 200 }),
      (n, months, before) => {
        const today = addDays(date('2024-01-01'), n);
        const policy = { everyMonths: months, beforeRenewalDays: before };
        const turns = dueTurns(policy, [term('2024-01-31', '2028-01-31')], today);
        for (const { period } of turns) {
          expect(period.from < period.until).toBe(true);
          expect(period.until <= today).toBe(true);
        }
        expect(new Set(turns.map(({ key }) => key)).size).toBe(turns.length);
      },
    ),
    { seed: 2026 },
  );
});
