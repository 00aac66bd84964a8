import { expect, test } from 'vitest';
import { latest } from '#platform/instant.ts';
import { bucketsOf, partialKeys, touchedBy } from './buckets.ts';
import { asked, inMarch, record, type Settings } from './given/records.ts';

const bounds = (settings: Settings) =>
  bucketsOf(asked([], 'count', settings)).map(({ from, until }) => [from, until]);

test('buckets are local days cut to what is counted, each once, in order', () => {
  const settings: Settings = { from: '2026-03-01 12:00', asOf: '2026-03-03 06:00' };
  const days = [
    [inMarch('1 12:00'), inMarch('2')],
    [inMarch('2'), inMarch('3')],
    [inMarch('3'), inMarch('3 06:00')],
  ];
  expect(bounds(settings)).toEqual(days);
  const rolling = bounds({ ...settings, window: { unit: 'rolling', days: 2 } });
  expect(rolling).toEqual(days);
});

test('windows shorter than a day are buckets themselves', () => {
  const hours = bounds({ until: '2026-03-02', window: { unit: 'hour', anchor: 'calendar' } });
  expect(hours).toHaveLength(24);
});

test('a key is the question in order: what is not asked for does not change it, what is does', () => {
  const { measure, features, windows } = asked([], 'count', {});
  const rule = { ...features[0]!, feature: 'mesher' };
  const key = partialKeys(measure, [...features, rule])(windows[0]!);
  expect(JSON.parse(key)).toEqual({
    bucket: [inMarch('1'), inMarch('2026-04-01')],
    features: [rule, ...features],
    measure,
  });
  expect(partialKeys({ ...measure }, [rule, ...features])(windows[0]!)).toBe(key);
  expect(partialKeys({ ...measure, zone: 'Europe/Berlin' }, [rule, ...features])(windows[0]!)).not.toBe(key);
  expect(partialKeys(measure, features)(windows[0]!)).not.toBe(key);
});

const [start, end] = [inMarch('5'), inMarch('7')];

test.each([
  ['an occurrence touches its instant', record('occurrence', '5', { series: 's' }), [start, start + 1]],
  ['what is held alone, its time', record('held', '5', { until: '7' }), [start, end]],
  [
    'what is held in a series, all after: it ends others',
    record('held', '5', { until: '7', series: 's' }),
    [start, latest],
  ],
  ['what is still held, all after', record('held', '5'), [start, latest]],
  ['a return, all after', record('return', '5', { series: 's' }), [start, latest]],
  ['a sighting, its time', record('sighting', '5', { until: '7', series: 's' }), [start, end]],
  ['a level, all after', record('level', '5', { series: 's' }), [start, latest]],
  ['a snapshot, all after', record('snapshot', '5', { series: 's' }), [start, latest]],
] as const)('%s', (_, given, [from, until]) => {
  expect(touchedBy(given, [])).toEqual({ from, until });
});

test('a retraction touches what it retracts, a sighting what its series did; what is queued touches nothing', () => {
  const retraction = record('retraction', '9', { series: 'x' });
  expect(touchedBy(retraction, [record('held', '5', { until: '7', id: 'x' })])).toEqual({
    from: start,
    until: end,
  });
  const seen = [record('sighting', '5', { until: '6' }), record('sighting', '6', { until: '7' })] as const;
  expect(touchedBy(seen[1], [seen[0]])).toEqual({ from: start, until: end });
  const { from, until } = touchedBy(record('queued', '5', { until: '7' }), []);
  expect(until).toBe(from);
});
