import { expect, test } from 'vitest';
import { day, type Instant, parseInstant } from '#platform/instant.ts';
import type { KnownAlert } from './alert.ts';
import { nextWake } from './nextWake.ts';
import type { AlertRules } from './rule.ts';
import { metRules, type Sight } from './thresholds.ts';

const now = parseInstant('2026-11-22T10:00:00Z')!;
const on = (days: number) => (now + days * day) as Instant;
const sight = (likely: number | null): Sight => ({
  used: '50',
  limit: '100',
  forecast: likely === null ? null : { early: on(1), likely: on(likely), late: null },
  renewsAt: on(90),
});
const month: AlertRules = [{ id: 'month', threshold: { kind: 'forecast', before: 'days', days: 30 } }];
const silenced = (until: Instant | null) => ({ status: 'silenced', until }) as KnownAlert;

test('a silence that ends is looked at when it ends; one without an end is not waited for', () => {
  expect(nextWake([], null, silenced(on(7)), now)).toBe(on(7));
  expect(nextWake([], null, silenced(null), now)).toBe(null);
  expect(nextWake([], null, silenced(on(-1)), now)).toBe(null);
  expect(nextWake(month, sight(null), undefined, now)).toBe(null);
});

test('a date that comes near is looked at just when its rule is met', () => {
  const wake = nextWake(month, sight(50), undefined, now)!;
  expect(metRules(month, sight(50), [], wake)).toEqual(['month']);
  expect(metRules(month, sight(50), [], (wake - 1) as Instant)).toEqual([]);
  expect(nextWake(month, sight(20), undefined, now)).toBe(null);
});

test('of several the first counts', () => {
  expect(nextWake(month, sight(50), silenced(on(7)), now)).toBe(on(7));
});
