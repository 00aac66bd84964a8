import { describe, expect, it } from 'vitest';
import { drawable } from './drawable.ts';
import { barsPath, type Drawing, lanes, limitPath, peaks, plotOf, windowAt } from './geometry.ts';

const month = (n: number) => `2026-0${n}-01T00:00:00Z`;
const chart: Drawing = {
  from: month(1),
  until: month(5),
  asOf: month(5),
  used: [80, 120, 131, 90].map((value, n) => ({
    from: month(n + 1),
    until: month(n + 2),
    value: String(value),
    beyond: value > 100,
  })),
  ahead: [],
  allowed: [
    { from: month(1), until: month(2), limit: '100' },
    { from: month(2), until: month(4), limit: '115' },
    { from: '2026-04-15T00:00:00Z', until: month(5), limit: '100' },
  ],
};
const plot = plotOf(chart, 640, 240);

describe('what is drawn', () => {
  it('reads numbers as people write them, and nothing else', () => {
    expect(drawable('1,310')).toBe(1310);
    expect(drawable('−4.5')).toBe(-4.5);
    expect(drawable('67500/31')).toBeCloseTo(2177.419, 3);
    expect(drawable('Germany, France')).toBeNull();
    expect(drawable('')).toBeNull();
    expect(drawable('1/0')).toBeNull();
  });

  it('keeps all of the use and all limits inside the plot', () => {
    const [low, high] = plot.y.domain() as [number, number];
    expect(low).toBe(0);
    expect(high).toBeGreaterThanOrEqual(131);
    expect(plot.x(Date.parse(chart.from))).toBe(46);
    expect(plot.x(Date.parse(chart.until))).toBe(628);
  });

  it('draws one bar a window', () => {
    expect(barsPath(plot, plot.used).match(/M/g)).toHaveLength(4);
    expect(barsPath(plot, plot.used)).not.toContain('NaN');
  });

  it('steps the limit where pieces meet and breaks it where nothing is allowed or said', () => {
    const path = limitPath(plot);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/V/g)).toHaveLength(1);
  });

  it('marks the highest window of each run beyond', () => {
    expect(peaks(plot.used).map((one) => one.value)).toEqual([131]);
    const twice = [3, 9, 4, 7].map((value, from) => ({ from, until: from + 1, value, beyond: value !== 4 }));
    expect(peaks(twice).map((one) => one.value)).toEqual([9, 7]);
  });

  it('puts marks that would cover each other in rows', () => {
    expect(lanes([0, 10, 30, 35, 60], 20)).toEqual([0, 1, 0, 1, 0]);
  });

  it('finds the window at an instant', () => {
    expect(windowAt(plot.used, Date.parse('2026-02-14T00:00:00Z'))).toBe(1);
    expect(windowAt(plot.used, 0)).toBe(0);
    expect(windowAt(plot.used, Date.parse('2030-01-01T00:00:00Z'))).toBe(3);
  });
});
