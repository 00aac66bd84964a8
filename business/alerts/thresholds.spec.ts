import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Instant, parseInstant } from '#platform/instant.ts';
import type { Threshold } from './rule.ts';
import { metRules, ruleWords, type Sight } from './thresholds.ts';

const now = parseInstant('2026-11-22T10:00:00Z')!;
const on = (days: number) => (now + days * day) as Instant;
const sight = (used: string, limit = '100', likely: number | null = null): Sight => ({
  used,
  limit,
  forecast: likely === null ? null : { early: on(likely - 5), likely: on(likely), late: null },
  renewsAt: on(90),
});
const isMet = (threshold: Threshold, seen: Sight, before = false) =>
  metRules([{ id: 'r', threshold }], seen, before ? ['r'] : [], now).length === 1;

const ninety: Threshold = { kind: 'percent', percent: '90' };
const five: Threshold = { kind: 'remaining', units: '5' };

describe('a rule is met', () => {
  test('by percentage: at the share itself, exactly', () => {
    expect(isMet(ninety, sight('90'))).toBe(true);
    expect(isMet(ninety, sight('89.999'))).toBe(false);
    expect(isMet(ninety, sight('899/10', '1000/11'))).toBe(true);
  });

  test('by units left: with so many left or fewer, and above the limit too', () => {
    expect(isMet(five, sight('94'))).toBe(false);
    expect(isMet(five, sight('95'))).toBe(true);
    expect(isMet(five, sight('101'))).toBe(true);
  });

  test('by forecast: the likely date lies before the renewal, or within the days', () => {
    expect(isMet({ kind: 'forecast', before: 'renewal' }, sight('50', '100', 89))).toBe(true);
    expect(isMet({ kind: 'forecast', before: 'renewal' }, sight('50', '100', 90))).toBe(false);
    expect(isMet({ kind: 'forecast', before: 'days', days: 30 }, sight('50', '100', 29))).toBe(true);
    expect(isMet({ kind: 'forecast', before: 'days', days: 30 }, sight('50', '100', 30))).toBe(false);
    expect(isMet({ kind: 'forecast', before: 'days', days: 30 }, sight('99'))).toBe(false);
  });

  test('never where nothing may be used at all', () => {
    expect(isMet(ninety, sight('0', '0'))).toBe(false);
  });
});

describe('what goes up and down around a threshold is one state', () => {
  test('a rule that was met is over only five in a hundred further back, at least one unit', () => {
    expect(isMet(ninety, sight('85'), true)).toBe(true);
    expect(isMet(ninety, sight('84.9'), true)).toBe(false);
    expect(isMet(five, sight('90'), true)).toBe(true);
    expect(isMet(five, sight('89'), true)).toBe(false);
    expect(isMet(five, sight('4', '10'), true)).toBe(true);
    expect(isMet(five, sight('3', '10'), true)).toBe(false);
  });

  test('a date that was near is over only two weeks further on', () => {
    const month: Threshold = { kind: 'forecast', before: 'days', days: 30 };
    expect(isMet(month, sight('50', '100', 43), true)).toBe(true);
    expect(isMet(month, sight('50', '100', 44), true)).toBe(false);
  });

  test('law: what meets a rule keeps it met', () => {
    const value = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(value, fc.constantFrom(ninety, five), (used, threshold) => {
        const seen = sight(String(used));
        if (isMet(threshold, seen)) expect(isMet(threshold, seen, true)).toBe(true);
      }),
      { seed: 5 },
    );
  });
});

test.each<[Threshold, string]>([
  [ninety, '90 % of the limit is used'],
  [five, '5 or fewer are left'],
  [{ kind: 'forecast', before: 'renewal' }, 'the limit is likely to be reached before the renewal'],
  [{ kind: 'forecast', before: 'days', days: 1 }, 'the limit is likely to be reached within 1 day'],
  [
    {
      kind: 'bands',
      bands: [
        { upTo: '15', left: { kind: 'units', value: '1' } },
        { upTo: null, left: { kind: 'percent', value: '10' } },
      ],
    },
    'few are left for the size of the limit (up to 15: 1 left; above that: 10 % left)',
  ],
])('a rule says itself in words', (threshold, words) => {
  expect(ruleWords({ id: 'r', threshold })).toBe(words);
});
