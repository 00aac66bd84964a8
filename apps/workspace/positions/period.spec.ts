import { expect, test } from 'vitest';
import { showPeriod } from './period.ts';

test.each([
  [null, 'nothing measured'],
  [{ from: '2026-10-01T00:00:00Z', until: '2026-11-01T00:00:00Z', peak: false }, 'Oct 2026'],
  [{ from: '2026-11-01T00:00:00Z', until: null, peak: false }, 'since Nov 1, 2026'],
  [{ from: '2026-11-01T00:00:00Z', until: null, peak: true }, 'peak: since Nov 1, 2026'],
  [
    { from: '2026-10-03T14:05:00Z', until: '2026-10-03T14:05:00Z', peak: true },
    'peak: Oct 3, 2026, 14:05 UTC',
  ],
])('the period %j is called “%s”', (period, words) => {
  expect(showPeriod({ period, zone: 'UTC' })).toBe(words);
});
