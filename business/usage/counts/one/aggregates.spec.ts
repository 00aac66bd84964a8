import { expect, test } from 'vitest';
import { asked, type Case, holdTo, record, type Settings, values } from './given/records.ts';

const points = [
  record('occurrence', '2 08:00', { quantity: '1.5', who: 'ann' }),
  record('occurrence', '9 08:00', { quantity: '4', who: 'bob' }),
  record('occurrence', '9 08:00', { quantity: '0.25', who: 'ann' }),
];
const spans = [
  record('held', '2', { until: '12', quantity: '3', who: 'cy' }),
  record('held', '7', { until: '22', quantity: '2', who: 'ann' }),
];
const hourly = [
  record('held', '2 08:00', { until: '2 10:00', quantity: '5' }),
  record('held', '2 09:30', { until: '2 10:30', quantity: '2' }),
];
const aDay: Settings = { from: '2026-03-02', until: '2026-03-03', window: { unit: 'term' } };

const cases: readonly Case[] = [
  ['count: each point once, whatever its quantity', points, 'count', ['3']],
  ['count: a point at the start is in the window', [record('occurrence', '1')], 'count', ['1']],
  ['count: a point at the end is not', [record('occurrence', '2026-04-01')], 'count', []],
  ['count: spans are no points, and the group is there with none', spans, 'count', ['0']],
  ['sum: of the quantities', points, 'sum', ['23/4']],
  ['sum: divided by the unit size, last', points, 'sum', ['23/2'], { unitSize: '0.5' }],
  [
    'sum: thirty decimals and large numbers stay exact',
    [
      record('occurrence', '2', { quantity: '900719925474099100000' }),
      record('occurrence', '3', { quantity: '0.000000000000000000000000000001' }),
    ],
    'sum',
    [`900719925474099100000${'0'.repeat(29)}1/1${'0'.repeat(30)}`],
  ],
  ['min of points', points, 'min', ['1/4']],
  ['max of points', points, 'max', ['4']],
  ['latest of points: at one time, the greatest id', points, 'latest', ['1/4']],
  [
    'latest of points: at one time, the source comes before the id',
    [
      record('occurrence', '2', { source: 'b', id: '1', quantity: '7' }),
      record('occurrence', '2', { source: 'a', id: '2', quantity: '8' }),
    ],
    'latest',
    ['7'],
  ],
  ['max: where there are spans, points are left out', [...points, ...spans], 'max', ['5']],
  ['min of spans: an hour without any is at zero', spans, 'min', ['0']],
  [
    'min of spans: of the level, where something is always in force',
    [...spans, record('level', '1', { series: 's', quantity: '1' })],
    'min',
    ['1'],
  ],
  [
    'min of spans: only the elapsed part counts',
    spans,
    'min',
    ['2'],
    { from: '2026-03-02', asOf: '2026-03-15' },
  ],
  ['latest of spans: the level at the end', spans, 'latest', ['0']],
  [
    'latest of spans: what ends with the window stands at its last instant',
    spans,
    'latest',
    ['2'],
    { asOf: '2026-03-22' },
  ],
  ['peakConcurrency: the highest level', spans, 'peakConcurrency', ['5']],
  ['peakConcurrency: points do not count', points, 'peakConcurrency', ['0']],
  [
    'peakConcurrency: what ends as another starts is not held with it',
    [record('held', '2', { until: '3' }), record('held', '3', { until: '4' })],
    'peakConcurrency',
    ['1'],
  ],
  [
    'peakConcurrency: what began before the window is still held in it',
    [record('held', '2026-02-01', { until: '3', quantity: '6' })],
    'peakConcurrency',
    ['6'],
  ],
  ['timeWeighted: 3 for 10 days and 2 for 15, over 31', spans, 'timeWeighted', ['60/31']],
  [
    'timeWeighted: over the whole window where the term covers only part of it',
    [record('level', '1', { series: 's', quantity: '310' })],
    'timeWeighted',
    ['160'],
    { from: '2026-03-16' },
  ],
  [
    'timeWeighted: amounts times microseconds beyond 53 bits stay exact',
    [
      record('level', '1', { series: 's', quantity: '31' }),
      record('level', '2', { series: 's', quantity: '310000001' }),
      record('level', '3', { series: 's', quantity: '0' }),
    ],
    'timeWeighted',
    ['310000032/31'],
  ],
  ['unique: values of points and of spans', [...points, ...spans], { kind: 'unique', by: 'who' }, ['3']],
  ['unique: nobody named is no value', [record('occurrence', '2')], { kind: 'unique', by: 'who' }, ['0']],
  ['unique: by any attribute', spans, { kind: 'unique', by: 'feature' }, ['1']],
  [
    'nthHighest: peaks of the hours are 7, 5 and 2',
    hourly,
    { kind: 'nthHighest', n: 2, of: 'peakConcurrency' },
    ['5'],
    aDay,
  ],
  [
    'nthHighest: other hours are zero',
    hourly,
    { kind: 'nthHighest', n: 4, of: 'peakConcurrency' },
    ['0'],
    aDay,
  ],
  [
    'nthHighest: fewer hours than n give zero',
    hourly,
    { kind: 'nthHighest', n: 25, of: 'peakConcurrency' },
    ['0'],
    aDay,
  ],
  [
    'nthHighest of hourly averages: 6, 5 and 1',
    hourly,
    { kind: 'nthHighest', n: 1, of: 'timeWeighted' },
    ['6'],
    aDay,
  ],
  [
    'percentile: of 24 hours, the 92nd is at rank 23',
    hourly,
    { kind: 'percentile', p: '92', of: 'peakConcurrency' },
    ['5'],
    aDay,
  ],
  [
    'percentile: 91.6 per cent of 24 is just below rank 22',
    hourly,
    { kind: 'percentile', p: '91.6', of: 'peakConcurrency' },
    ['2'],
    aDay,
  ],
  ['percentile: the 100th is the highest', hourly, { kind: 'percentile', p: '100', of: 'max' }, ['7'], aDay],
  ['percentile: of hourly sums', points, { kind: 'percentile', p: '100', of: 'sum' }, ['17/4']],
  ['percentile: of people per hour', points, { kind: 'percentile', p: '100', of: 'unique' }, ['2']],
];

holdTo(cases);

test('windows that overlap each count all that is theirs', () => {
  const request = asked(points, 'count', { window: { unit: 'rolling', days: 7 }, asOf: '2026-03-17' });
  expect(values(request)).toEqual([...Array(7).fill('1'), ...Array(7).fill('2')]);
});
