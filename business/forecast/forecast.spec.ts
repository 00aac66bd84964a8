import { describe, expect, test } from 'vitest';
import { day, fromMilliseconds, type Instant } from '#platform/instant.ts';
import { run } from '#test/reports/forecast/report.ts';
import { type Forecast, forecastOf, type ReadWindow } from './forecast.ts';

const start = fromMilliseconds(Date.UTC(2026, 0, 5));
const on = (days: number): Instant => (start + days * day) as Instant;
const daily = (values: readonly number[], limit = 100): ReadWindow[] =>
  values.map((value, i) => ({
    from: on(i),
    until: on(i + 1),
    value: String(value),
    limit: String(limit),
    open: false,
  }));
const line = (count: number, from: number, slope: number) =>
  Array.from({ length: count }, (_, i) => Math.round(from + slope * i + [0, 1, -1, 0, 1][i % 5]!));
const forecast = (windows: readonly ReadWindow[], standing = false): Forecast =>
  forecastOf(windows, { now: windows.at(-1)?.until ?? on(0), standing });
const days = (at: Instant | null | undefined) => (at === null || at === undefined ? at : (at - start) / day);

test('of 500 made-up histories the band of 80 % holds 75 to 85 %', () => {
  const checks = run();
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(checks[0]!.name).toBe('band holds crossing');
});

describe('steady growth', () => {
  const seen = forecast(daily(line(100, 40, 0.4)));

  test('crosses where the line does, and in a band around it', () => {
    if (seen.kind !== 'crossing') throw new Error(seen.kind);
    const [early, likely, late] = [days(seen.early)!, days(seen.likely)!, days(seen.late)!];
    expect(early).toBeLessThanOrEqual(likely);
    expect(likely).toBeLessThanOrEqual(late);
    expect(likely).toBeGreaterThan(138);
    expect(likely).toBeLessThan(158);
    expect(late - early).toBeLessThan(40);
  });

  test('is drawn from the day after the last on, low to high', () => {
    const { path } = seen as Extract<Forecast, { kind: 'crossing' }>;
    expect(days(path[0]!.from)).toBe(100);
    expect(path.every(({ low, middle, high }) => low <= middle && middle <= high)).toBe(true);
  });

  test('is the same each time it is asked', () => {
    expect(forecast(daily(line(100, 40, 0.4)))).toEqual(seen);
  });
});

test('use that stays far below is not seen to cross', () => {
  expect(forecast(daily(line(100, 40, 0)))).toMatchObject({ kind: 'not-seen' });
});

test('with no scatter at all the answer is still one', () => {
  expect(forecast(daily(Array.from({ length: 60 }, () => 50)))).toMatchObject({ kind: 'not-seen' });
  expect(
    forecast(
      daily(
        Array.from({ length: 60 }, () => 0),
        0,
      ),
    ),
  ).toMatchObject({ kind: 'not-seen' });
});

test('at the limit is not beyond it, above it is', () => {
  expect(forecast(daily([...line(60, 40, 0), 100])).kind).not.toBe('beyond');
  expect(forecast(daily([...line(60, 40, 0), 101])).kind).toBe('beyond');
});

test('less than four weeks are too little to go by, and it says so', () => {
  expect(forecast(daily(line(27, 40, 1)))).toEqual({ kind: 'unknown', has: 27, needs: 28 });
  expect(forecast(daily(line(28, 40, 1)))).not.toMatchObject({ kind: 'unknown' });
  expect(forecast([])).toEqual({ kind: 'unknown', has: 0, needs: 28 });
});

test('weeks need twelve of them', () => {
  const weekly = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      from: on(7 * i),
      until: on(7 * i + 7),
      value: String(50 + 2 * i),
      limit: '100',
      open: false,
    }));
  expect(forecast(weekly(11))).toEqual({ kind: 'unknown', has: 11, needs: 12 });
  const seen = forecast(weekly(13));
  if (seen.kind !== 'crossing') throw new Error(seen.kind);
  expect(days(seen.likely)!).toBeGreaterThan(7 * 22);
  expect(days(seen.likely)!).toBeLessThan(7 * 30);
});

test('a window still open is no low one', () => {
  const closed = daily(line(60, 80, 0.2));
  const open = { from: on(60), until: on(61), value: '3', limit: '100', open: true };
  expect(forecastOf([...closed, open], { now: on(60), standing: false })).toEqual(
    forecastOf(closed, { now: on(60), standing: false }),
  );
});

test('a crossing that the trend places before now may happen from now on', () => {
  const windows = daily(line(60, 80, 0.33));
  const late = forecastOf(windows, { now: on(90), standing: false });
  if (late.kind !== 'crossing') throw new Error(late.kind);
  expect(late.early).toBe(on(90));
});
