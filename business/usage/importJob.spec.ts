import { describe, expect, test } from 'vitest';
import type { Instant } from '#platform/instant.ts';
import { lastingOptions, paceOf } from './importJob.ts';

const second = 1_000_000;
const job = {
  phase: 'reading',
  bytesRead: 0,
  size: 1000,
  entries: 0,
  staged: 0,
  stored: 0,
  startedAt: 0 as Instant,
  heardAt: (10 * second) as Instant,
} as const;

describe('the pace of an import', () => {
  test('is not guessed before anything is done', () => {
    expect(paceOf({ ...job, startedAt: null, heardAt: null })).toEqual({
      done: 0,
      perSecond: null,
      secondsLeft: null,
    });
    expect(paceOf({ ...job, bytesRead: 100, heardAt: 1 as Instant }).secondsLeft).toBeNull();
  });

  test('goes by the bytes while a file is read, and knows that storing follows', () => {
    expect(paceOf({ ...job, bytesRead: 500, entries: 2000 })).toEqual({
      done: 0.35,
      perSecond: 200,
      secondsLeft: 19,
    });
  });

  test('goes by the records while they are stored, and is over when all are', () => {
    const storing = { ...job, phase: 'storing', bytesRead: 1000, entries: 4000, staged: 4000 } as const;
    expect(paceOf({ ...storing, stored: 2000 }).done).toBeCloseTo(0.85);
    expect(paceOf({ ...storing, stored: 4000 })).toMatchObject({ done: 1, secondsLeft: 0 });
  });

  test('never says more than all, also of a file that grew', () => {
    expect(paceOf({ ...job, bytesRead: 5000 }).done).toBe(0.7);
  });
});

test('what is said of one file is not proposed for the next', () => {
  expect(
    lastingOptions({ source: 'lic', zone: 'UTC', at: '2026-03-01T00:00:00Z', allowEmpty: 'true' }),
  ).toEqual({
    source: 'lic',
    zone: 'UTC',
  });
});
