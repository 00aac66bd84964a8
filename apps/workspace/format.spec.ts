import { describe, expect, it } from 'vitest';
import { listed, showDate, showGroup, showInstant, showLastDay, showNumber, showSpan } from './format.ts';

const berlin = 'Europe/Berlin';

describe('instants and dates in words', () => {
  it('shows a calendar date, and leaves alone what is none', () => {
    expect(showDate('2026-03-31')).toBe('Mar 31, 2026');
    expect(showDate('end of term')).toBe('end of term');
  });

  it('shows an instant by the clock of the zone, and midnight there as the date alone', () => {
    expect(showInstant('2026-03-31T12:05:00Z', berlin)).toBe('Mar 31, 2026, 14:05 GMT+2');
    expect(showInstant('2026-03-31T22:00:00Z', berlin)).toBe('Apr 1, 2026');
    expect(showInstant('2026-03-31T22:00:00Z', 'UTC')).toBe('Mar 31, 2026, 22:00 UTC');
    expect(showInstant('2026-03-31', berlin)).toBe('Mar 31, 2026');
  });

  it('shows the end of a span by its last day, or by its time within a day', () => {
    expect(showLastDay('2026-03-31T22:00:00Z', berlin)).toBe('Mar 31, 2026');
    expect(showLastDay('2026-03-31T12:00:00Z', berlin)).toBe('Mar 31, 2026, 14:00 GMT+2');
    expect(showLastDay('2026-03-31', berlin)).toBe('Mar 31, 2026');
  });

  it('names a span with its last day included, also where the clock changes inside it', () => {
    expect(showSpan('2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z', berlin)).toBe('Mar 2026');
    expect(showSpan('2026-03-01T00:00:00Z', '2026-03-15T00:00:00Z', 'UTC')).toBe('Mar 1 – 14, 2026');
    expect(showSpan('2026-03-12T00:00:00Z', '2026-03-13T00:00:00Z', 'UTC')).toBe('Mar 12, 2026');
    expect(showSpan('2026-03-12T14:00:00Z', '2026-03-12T15:00:00Z', 'UTC')).toBe(
      'Mar 12, 2026, 14:00 – 15:00 UTC',
    );
    expect(showSpan('2026-03-01T00:00:00Z', '2026-03-12T14:00:00Z', 'UTC')).toBe(
      'Mar 1 – Mar 12, 2026, 14:00 UTC',
    );
    expect(showSpan('2025-12-01T00:00:00Z', '2026-01-12T14:00:00Z', 'UTC')).toBe(
      'Dec 1, 2025 – Jan 12, 2026, 14:00 UTC',
    );
    expect(showSpan('2026-01-31T00:00:00Z', '2026-02-28T00:00:00Z', 'UTC')).toBe('Jan 31 – Feb 27, 2026');
  });
});

describe('numbers', () => {
  it('sets thousands apart without touching a digit', () => {
    expect(showNumber('1700400')).toBe('1,700,400');
    expect(showNumber('-1234567.1234567')).toBe('−1,234,567.1234567');
    expect(showNumber('999')).toBe('999');
  });

  it('leaves alone what is grouped, money or no decimal', () => {
    expect(showNumber('1,310')).toBe('1,310');
    expect(showNumber('-€7,560.00')).toBe('−€7,560.00');
    expect(showNumber('DK, NO')).toBe('DK, NO');
  });
});

describe('groups and lists in words', () => {
  it('names the values of a group', () => {
    expect(showGroup('["Europe"]')).toBe('Europe');
    expect(showGroup('["Europe",""]')).toBe('Europe, not named');
    expect(showGroup('[]')).toBe('');
    expect(showGroup('Europe')).toBe('Europe');
  });

  it('joins a list as a sentence does', () => {
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
