import { expect, test } from 'vitest';
import { mostHours, sizeOfWindows } from '#business/agreements/sizeOfWindows.ts';
import { type CalendarDate, formatInstant, hour, type Interval, parseInstant } from '#platform/instant.ts';
import type { Aggregate, Measure, Window, WindowRule } from './measure.ts';
import { windowsOf } from './windows.ts';

const when = (text: string) => parseInstant(`${text}${text.length === 10 ? 'T00:00' : ''}:00Z`)!;
const shown = ({ from, until }: Interval): string =>
  `${formatInstant(from).slice(0, 16)} to ${formatInstant(until).slice(0, 16)}`.replaceAll('T00:00', '');

type Settings = {
  readonly zone?: string;
  readonly aggregate?: Aggregate;
  readonly from?: string;
  readonly until?: string;
  readonly asOf?: string;
  readonly cuts?: readonly string[];
};

function measureOf(window: WindowRule, settings: Settings = {}): Measure {
  return {
    aggregate: settings.aggregate ?? { kind: 'count' },
    window,
    zone: settings.zone ?? 'UTC',
    filter: [],
    groupBy: [],
    countReservations: false,
    unitSize: '1',
  };
}

/** Windows over a term from the middle of January to the end of March 2026, read in the middle of March. */
function windows(window: WindowRule, settings: Settings = {}): Window[] {
  const { from = '2026-01-15', until = '2026-04-01', asOf = '2026-03-15', cuts = [] } = settings;
  const measure = measureOf(window, settings);
  const options = { asOf: when(asOf), anchor: from.slice(0, 10) as CalendarDate, cuts: cuts.map(when) };
  return windowsOf(measure, { from: when(from), until: when(until) }, options);
}

test('instant and term: one window, the term, counted as far as it has elapsed', () => {
  for (const unit of ['instant', 'term'] as const) {
    const [window, ...others] = windows({ unit });
    expect(others).toEqual([]);
    expect(shown(window!)).toBe('2026-01-15 to 2026-04-01');
    expect(shown(window!.counted)).toBe('2026-01-15 to 2026-03-15');
  }
});

test('calendar months: whole windows, counted within the term and up to now', () => {
  const months = windows({ unit: 'month', anchor: 'calendar' });
  expect(months.map(shown)).toEqual([
    '2026-01-01 to 2026-02-01',
    '2026-02-01 to 2026-03-01',
    '2026-03-01 to 2026-04-01',
  ]);
  expect(months.map(({ counted }) => shown(counted))).toEqual([
    '2026-01-15 to 2026-02-01',
    '2026-02-01 to 2026-03-01',
    '2026-03-01 to 2026-03-15',
  ]);
});

test('months of the term start on its day; one that has not begun is left out', () => {
  expect(windows({ unit: 'month', anchor: 'term' }).map(shown)).toEqual([
    '2026-01-15 to 2026-02-15',
    '2026-02-15 to 2026-03-15',
  ]);
});

test('months of a term that began on the 31st start on the last day where there is none', () => {
  const settings = { from: '2026-01-31', asOf: '2026-03-31' };
  expect(windows({ unit: 'month', anchor: 'term' }, settings).map(shown)).toEqual([
    '2026-01-31 to 2026-02-28',
    '2026-02-28 to 2026-03-31',
  ]);
});

test('rolling: for each day that has begun, the days that end with it', () => {
  const rolling = windows({ unit: 'rolling', days: 30 }, { asOf: '2026-01-17T06:00' });
  expect(rolling.map(shown)).toEqual([
    '2025-12-17 to 2026-01-16',
    '2025-12-18 to 2026-01-17',
    '2025-12-19 to 2026-01-18',
  ]);
  expect(rolling.map(({ counted }) => shown(counted))).toEqual([
    '2026-01-15 to 2026-01-16',
    '2026-01-15 to 2026-01-17',
    '2026-01-15 to 2026-01-17T06:00',
  ]);
});

test('cuts make windows of their own, and matter only inside one', () => {
  const cuts = ['2026-02-20', '2026-02-10', '2026-02-10', '2026-02-01', '2027-01-01'];
  const months = windows({ unit: 'month', anchor: 'calendar' }, { cuts });
  expect(months.slice(1, 4).map(shown)).toEqual([
    '2026-02-01 to 2026-02-10',
    '2026-02-10 to 2026-02-20',
    '2026-02-20 to 2026-03-01',
  ]);
  expect(months).toHaveLength(5);
});

test('a cut before the term leaves a part without anything counted, and that part is left out', () => {
  const cuts = ['2026-01-10'];
  expect(windows({ unit: 'month', anchor: 'calendar' }, { cuts }).map(shown)[0]).toBe(
    '2026-01-10 to 2026-02-01',
  );
});

test('a term that has not begun has no windows', () => {
  for (const asOf of ['2026-01-15', '2025-01-01'])
    for (const rule of [{ unit: 'instant' }, { unit: 'day', anchor: 'calendar' }] as const)
      expect(windows(rule, { asOf })).toEqual([]);
});

test.each([
  ['Europe/Berlin', '2026-03-28T23:00', '2026-03-29T22:00', 23],
  ['America/New_York', '2026-11-01T04:00', '2026-11-02T05:00', 25],
])('%s: the day clocks change has %s hours', (zone, from, until, count) => {
  const aggregate: Aggregate = { kind: 'nthHighest', n: 1, of: 'count' };
  const [day] = windows({ unit: 'day', anchor: 'calendar' }, { zone, from, until, asOf: until, aggregate });
  expect(shown(day!)).toBe(`${from} to ${until}`);
  expect(day!.hours).toHaveLength(count);
  expect(new Set(day!.hours.map((part) => part.until - part.from))).toEqual(new Set([hour]));
});

test('Lord Howe moves its clocks by half an hour: the last hour of the day is half of one', () => {
  const [from, until] = ['2026-04-04T13:00', '2026-04-05T13:30'];
  const settings: Settings = {
    zone: 'Australia/Lord_Howe',
    from,
    until,
    asOf: until,
    aggregate: { kind: 'percentile', p: '95', of: 'max' },
  };
  const [day] = windows({ unit: 'day', anchor: 'calendar' }, settings);
  expect(day!.hours).toHaveLength(25);
  expect(shown(day!.hours.at(-1)!)).toBe('2026-04-05T13:00 to 2026-04-05T13:30');
});

test('hours are cut to the counted part, follow one another, and are there for hourly aggregates only', () => {
  const settings: Settings = {
    from: '2026-01-15T08:20',
    asOf: '2026-02-02T10:40',
    aggregate: { kind: 'nthHighest', n: 4, of: 'peakConcurrency' },
  };
  for (const rule of [
    { unit: 'month', anchor: 'calendar' },
    { unit: 'rolling', days: 3 },
  ] as const) {
    for (const { counted, hours } of windows(rule, settings)) {
      expect(hours[0]!.from).toBe(counted.from);
      expect(hours.at(-1)!.until).toBe(counted.until);
      expect(hours.slice(1).map((part) => part.from)).toEqual(hours.slice(0, -1).map((part) => part.until));
    }
  }
  const [first] = windows({ unit: 'month', anchor: 'calendar' }, settings);
  expect(shown(first!.hours[0]!)).toBe('2026-01-15T08:20 to 2026-01-15T09:00');
  expect(windows({ unit: 'term' }).every(({ hours }) => hours.length === 0)).toBe(true);
  expect(windows({ unit: 'instant' }, settings).every(({ hours }) => hours.length === 0)).toBe(true);
});

const highest: Settings = { aggregate: { kind: 'nthHighest', n: 4, of: 'sum' } };
test.each<[WindowRule]>([
  [{ unit: 'rolling', days: 7 }],
  [{ unit: 'rolling', days: 400 }],
  [{ unit: 'day', anchor: 'calendar' }],
  [{ unit: 'minute', anchor: 'calendar' }],
  [{ unit: 'term' }],
])('the size of windows is told without making them: %o', (rule) => {
  const settings = { from: '2026-01-15', until: '2026-02-15', asOf: '2026-02-15' };
  const made = windows(rule, { ...highest, ...settings });
  const term = { from: when(settings.from), until: when(settings.until) };
  expect(sizeOfWindows(measureOf(rule, highest), term)).toEqual({
    windows: made.length,
    hours: made.reduce((sum, { hours }) => sum + hours.length, 0),
  });
});

test('what people agree on is far from the most: a year that rolls by the day over three years', () => {
  const term = { from: when('2026-01-01'), until: when('2029-01-01') };
  expect(sizeOfWindows(measureOf({ unit: 'rolling', days: 365 }, highest), term).hours).toBeLessThan(
    mostHours / 2,
  );
});
