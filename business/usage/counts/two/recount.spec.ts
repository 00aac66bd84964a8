import { expect, test } from 'vitest';
import type { Instant, Interval } from '#platform/instant.ts';
import type { Aggregate, CountRequest, FeatureRule, Measure, Window } from '../../measure.ts';
import type { RecordKind, UsageRecord } from '../../record.ts';
import { recount } from './recount.ts';

/** Times are small whole numbers here, so that every sum can be done by hand. */
const span = (from: number, until: number): Interval => ({ from: from as Instant, until: until as Instant });

let last = 0;
function record(
  kind: RecordKind,
  at: number,
  rest: Partial<UsageRecord> | { until?: number } = {},
): UsageRecord {
  last += 1;
  const plain = { source: 'desk', feature: 'draw', until: null, quantity: '1', who: null, series: null };
  const id = `r${String(last).padStart(4, '0')}`;
  const made = { ...plain, id, kind, at: at as Instant, attributes: {}, ...rest } as UsageRecord;
  return { ...made, digest: JSON.stringify(made) };
}
const happened = (at: number, quantity = '1', rest = {}) => record('occurrence', at, { quantity, ...rest });
const held = (at: number, until: number | null, rest = {}) =>
  record('held', at, { until, ...rest } as object);
const sighted = (at: number, until: number, rest = {}) =>
  record('sighting', at, { until, ...rest } as object);
const level = (at: number, quantity: string, rest = {}) =>
  record('level', at, { quantity, series: 'seats', ...rest });

function window(from: number, until: number, clip: { to?: Interval; hours?: Interval[] } = {}): Window {
  return { ...span(from, until), counted: clip.to ?? span(from, until), hours: clip.hours ?? [] };
}

type Given = {
  records: UsageRecord[];
  aggregate: Aggregate;
  windows?: Window[];
  measure?: Partial<Measure>;
  features?: FeatureRule[];
  chosen?: ReadonlyMap<string, string>;
  asOf?: number;
};

function request(given: Given): CountRequest {
  const { records, aggregate, windows = [window(0, 100)], asOf = 100 } = given;
  return {
    records,
    chosen: given.chosen ?? new Map(),
    measure: {
      aggregate,
      window: { unit: 'term' },
      zone: 'UTC',
      filter: [],
      groupBy: [],
      countReservations: false,
      unitSize: '1',
      ...given.measure,
    },
    features: given.features ?? [{ source: null, feature: 'draw', ...span(0, 1000) }],
    windows,
    asOf: asOf as Instant,
  };
}

/** The values without grouping, as `window: value`. */
const values = (given: Given): string[] =>
  recount(request(given)).map(({ window: index, value }) => `${index}: ${value}`);

const tenHours = Array.from({ length: 10 }, (_, i) => span(i * 10, i * 10 + 10));
const hourly = [window(0, 100, { hours: tenHours })];

/** Three desks: 2 from 10 to 40, 3 from 30 to 60, a half from 60 to the end. The level: 0 2 5 3 ½. */
const desks = [
  held(10, 40, { quantity: '2', who: 'ann' }),
  held(30, 60, { quantity: '3', who: 'bob' }),
  held(60, 300, { quantity: '0.5', who: 'ann' }),
];
const jobs = [
  happened(0, '4', { who: 'ann' }),
  happened(99, '0.1', { who: 'bob' }),
  happened(100, '7', { who: 'cyd' }),
  happened(50, '0.2', { who: null }),
];

const table: [string, Given, string[]][] = [
  [
    'count: points at the end of a window are in the next',
    { records: jobs, aggregate: { kind: 'count' } },
    ['0: 3'],
  ],
  [
    'sum: a tenth and two tenths are three tenths',
    { records: jobs, aggregate: { kind: 'sum' } },
    ['0: 43/10'],
  ],
  ['min of points', { records: jobs, aggregate: { kind: 'min' } }, ['0: 1/10']],
  ['max of points', { records: jobs, aggregate: { kind: 'max' } }, ['0: 4']],
  ['latest of points', { records: jobs, aggregate: { kind: 'latest' } }, ['0: 1/10']],
  ['unique: nobody is not a person', { records: jobs, aggregate: { kind: 'unique', by: 'who' } }, ['0: 2']],
  [
    'min of a level counts the time before anyone came',
    { records: desks, aggregate: { kind: 'min' } },
    ['0: 0'],
  ],
  [
    'max of a level leaves points out',
    { records: [...desks, ...jobs], aggregate: { kind: 'max' } },
    ['0: 5'],
  ],
  [
    'latest of a level is the one at the end',
    { records: [...desks, ...jobs], aggregate: { kind: 'latest' } },
    ['0: 1/2'],
  ],
  ['sum leaves spans out', { records: [...desks, ...jobs], aggregate: { kind: 'sum' } }, ['0: 43/10']],
  [
    'time-weighted: (60 + 90 + 20) / 100',
    { records: desks, aggregate: { kind: 'timeWeighted' } },
    ['0: 17/10'],
  ],
  ['peak: 2 + 3 at 30', { records: desks, aggregate: { kind: 'peakConcurrency' } }, ['0: 5']],
  ['peak: nothing held is zero', { records: jobs, aggregate: { kind: 'peakConcurrency' } }, ['0: 0']],
  [
    'unit size divides last',
    { records: desks, aggregate: { kind: 'peakConcurrency' }, measure: { unitSize: '2.5' } },
    ['0: 2'],
  ],
  [
    'the third highest hourly peak of 0 2 2 5 3 3 ½ ½ ½ ½ is 3',
    { records: desks, aggregate: { kind: 'nthHighest', n: 3, of: 'peakConcurrency' }, windows: hourly },
    ['0: 3'],
  ],
  [
    'the hour 30 to 40 averages 5, hours 50 to 60 and 40 to 50 three',
    { records: desks, aggregate: { kind: 'nthHighest', n: 1, of: 'timeWeighted' }, windows: hourly },
    ['0: 5'],
  ],
  [
    'the eleventh highest of ten hours is zero',
    { records: desks, aggregate: { kind: 'nthHighest', n: 11, of: 'peakConcurrency' }, windows: hourly },
    ['0: 0'],
  ],
  [
    'the 41st percentile of ten hours is the fifth: ceil(4.1)',
    { records: desks, aggregate: { kind: 'percentile', p: '41', of: 'peakConcurrency' }, windows: hourly },
    ['0: 1/2'],
  ],
  [
    'the 60th percentile of ten hours is the sixth, not the seventh: 0 ½ ½ ½ ½ 2 | 2 3 3 5',
    { records: desks, aggregate: { kind: 'percentile', p: '60', of: 'peakConcurrency' }, windows: hourly },
    ['0: 2'],
  ],
  [
    'two of ten hours saw somebody with a name: the 81st percentile is the first of them',
    { records: jobs, aggregate: { kind: 'percentile', p: '81', of: 'unique' }, windows: hourly },
    ['0: 1'],
  ],
  [
    'and the 80th is the last hour without',
    { records: jobs, aggregate: { kind: 'percentile', p: '80', of: 'unique' }, windows: hourly },
    ['0: 0'],
  ],
  [
    'time-weighted divides by the whole window, also where half of it counts: 3 × 10 / 100',
    {
      records: desks,
      aggregate: { kind: 'timeWeighted' },
      windows: [window(0, 100, { to: span(50, 60) })],
    },
    ['0: 3/10'],
  ],
  [
    'a span over three windows is in each by its part; a window without any is left out',
    {
      records: [held(90, 210)],
      aggregate: { kind: 'timeWeighted' },
      windows: [window(0, 100), window(100, 200), window(200, 300), window(300, 400)],
      asOf: 400,
    },
    ['0: 1/10', '1: 1', '2: 1/10'],
  ],
  [
    'rolling windows share their records',
    {
      records: [happened(15), happened(25)],
      aggregate: { kind: 'count' },
      windows: [window(0, 20), window(10, 30), window(20, 40)],
    },
    ['0: 1', '1: 2', '2: 1'],
  ],
  [
    'an open hold ends at its return, the next at the hold after it, the last at the reading: 10 + 20 + 40',
    {
      records: [
        held(0, null, { series: 'a' }),
        record('return', 10, { series: 'a' }),
        held(20, null, { series: 'a' }),
        held(40, null, { series: 'a', feature: 'other' }),
        held(60, null, { series: 'a' }),
        record('return', 5, { series: 'b' }),
      ],
      aggregate: { kind: 'timeWeighted' },
    },
    ['0: 7/10'],
  ],
  [
    'one checkout seen three times is one, as it was seen last: 10 to 50',
    {
      records: [
        sighted(0, 30, { series: 'a', quantity: '3' }),
        sighted(10, 50, { series: 'a', id: 'x', quantity: '2' }),
        sighted(5, 50, { series: 'a', id: 'y', quantity: '9' }),
      ],
      aggregate: { kind: 'timeWeighted' },
    },
    ['0: 4/5'],
  ],
  [
    'a sighting without an end is later than any other, and lasts up to the reading: 80 to 100',
    {
      records: [sighted(0, 500, { series: 'a' }), record('sighting', 80, { series: 'a' })],
      aggregate: { kind: 'timeWeighted' },
    },
    ['0: 1/5'],
  ],
  [
    'a level stands until the next, the greater id of one instant counts: 5 × 20 + 2 × 80',
    {
      records: [level(20, '9', { id: 'a' }), level(0, '5'), level(20, '2', { id: 'b' })],
      aggregate: { kind: 'timeWeighted' },
    },
    ['0: 13/5'],
  ],
  [
    'a member holds until the next snapshot, not the one it was read in',
    {
      records: [
        record('snapshot', 10, { series: 'list' }),
        record('member', 10, { series: 'list', who: 'ann' }),
        record('snapshot', 60, { series: 'list' }),
      ],
      aggregate: { kind: 'timeWeighted' },
    },
    ['0: 1/2'],
  ],
  [
    'reservations and queues count for nothing',
    {
      records: [
        record('reservation', 0, { until: 50 as Instant }),
        record('queued', 0, { until: 50 as Instant }),
      ],
      aggregate: { kind: 'peakConcurrency' },
    },
    [],
  ],
  [
    'reservations count where the measure says so',
    {
      records: [record('reservation', 0, { until: 50 as Instant, quantity: '6' })],
      aggregate: { kind: 'peakConcurrency' },
      measure: { countReservations: true },
    },
    ['0: 6'],
  ],
  [
    'a span counts in the part its feature counts, once where two rules name it: 20 to 70',
    {
      records: [held(0, 100)],
      aggregate: { kind: 'timeWeighted' },
      features: [
        { source: 'desk', feature: 'draw', ...span(40, 70) },
        { source: null, feature: 'draw', ...span(20, 60) },
        { source: 'elsewhere', feature: 'draw', ...span(0, 100) },
      ],
    },
    ['0: 1/2'],
  ],
];

test.each(table)('%s', (_, given, expected) => {
  expect(values(given)).toEqual(expected);
});

test('given a duplicate, a conflict and a retraction, then one, none and none of them count', () => {
  const once = happened(1, '1');
  const oneVariant = happened(2, '10', { id: 'c' });
  const otherVariant = happened(2, '100', { id: 'c' });
  const undone = happened(3, '1000', { id: 'u' });
  const undoing = record('retraction', 0, { series: 'u', id: 'undoing' });
  const records = [undoing, once, oneVariant, once, otherVariant, undone];
  const aggregate = { kind: 'sum' } as const;
  expect(values({ records, aggregate })).toEqual(['0: 1']);

  const chosen = new Map([['desk\nc', otherVariant.digest]]);
  expect(values({ records, aggregate, chosen })).toEqual(['0: 101']);

  const undoingTheUndoing = record('retraction', 0, { series: 'undoing' });
  expect(values({ records: [...records, undoingTheUndoing], aggregate })).toEqual(['0: 1']);

  const undoingElse = record('retraction', 0, { series: 'nothing', id: 'undoing' });
  expect(values({ records: [...records, undoingElse], aggregate })).toEqual(['0: 1001']);
});

test('given filters and groups, then a record lacking the attribute matches neither, and is in the group of nothing', () => {
  const records = [
    happened(1, '1', { attributes: { site: 'Kiel', use: 'test' } }),
    happened(2, '2', { attributes: { site: 'Kiel', use: 'live' } }),
    happened(3, '4', { attributes: { use: 'live' } }),
    happened(4, '8', { attributes: { site: 'Ulm' } }),
  ];
  const filter = [{ attribute: 'use', notIn: ['test'] }];
  const counted = recount(
    request({ records, aggregate: { kind: 'sum' }, measure: { filter, groupBy: ['site', 'source'] } }),
  );
  expect(counted.map(({ group, value }) => [group, value])).toEqual([
    ['["","desk"]', '4'],
    ['["Kiel","desk"]', '2'],
  ]);
});

test('given the window of every instant, then each stretch of one level above zero is a value, within what counts', () => {
  const records = [
    held(10, 40, { quantity: '2' }),
    held(40, 50, { quantity: '2' }),
    held(45, 60),
    held(70, 99),
  ];
  const counted = recount(
    request({
      records,
      aggregate: { kind: 'peakConcurrency' },
      windows: [window(0, 100, { to: span(20, 80) })],
      measure: { window: { unit: 'instant' } },
    }),
  );
  expect(counted.map(({ from, until, value }) => [from, until, value])).toEqual([
    [20, 45, '2'],
    [45, 50, '3'],
    [50, 60, '1'],
    [70, 80, '1'],
  ]);
});

test('given points of one instant, then the latest is of the greatest source before the greatest id', () => {
  const records = [
    happened(9, '1', { source: 'a', id: 'z' }),
    happened(9, '2', { source: 'b', id: 'a' }),
    happened(9, '3', { source: 'b', id: 'A' }),
    happened(8, '4', { source: 'c', id: 'z' }),
  ];
  expect(values({ records, aggregate: { kind: 'latest' } })).toEqual(['0: 2']);
});
