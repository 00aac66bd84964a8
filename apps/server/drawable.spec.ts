import { expect, test } from 'vitest';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { Instant } from '#platform/instant.ts';
import { drawable, mostDrawn } from './drawable.ts';

const window = (n: number, value: string): JudgedWindow => ({
  from: n as Instant,
  until: (n + 1) as Instant,
  value,
  limit: '10',
  excess: '0',
  provenance: [],
  open: false,
  range: { low: value, high: value },
});
const places = (windows: readonly JudgedWindow[]) => windows.map(({ from }) => Number(from));

test('few windows are all drawn', () => {
  const windows = Array.from({ length: mostDrawn }, (_, n) => window(n, '1'));
  expect(drawable(windows)).toBe(windows);
});

test('of many, those that stand out are kept: fractions by their size, also below the limit', () => {
  const values: Record<number, string> = { 100: '61/2', 101: '31', 102: '100/7', 1000: '9', 1001: '28/3' };
  const windows = Array.from({ length: 2_400 }, (_, n) => window(n, values[n] ?? '1'));
  const drawn = places(drawable(windows));
  expect(drawn.length).toBeLessThanOrEqual(mostDrawn);
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  expect(drawn).toContain(101);
  expect(drawn).toContain(1_001);
});

test('the newest two are always there, as they are: where a customer stands is read off them', () => {
  const windows = Array.from({ length: 5_000 }, (_, n) => window(n, n < 4_998 ? '9' : '1'));
  expect(places(drawable(windows)).slice(-2)).toEqual([4_998, 4_999]);
});
