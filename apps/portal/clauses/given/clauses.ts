import type { components } from '#apps/workspace/data/v1.d.ts';
import type { ClauseFacts } from '../termsText.ts';

type Schemas = components['schemas'];
export type Part = Schemas['PortalMeasurePart'];
export type Measure = Schemas['PortalMeasure'];

/** A part that counts what is given, and nothing else about it. */
export const part = (given: Partial<Part> = {}): Part => ({
  kind: 'count',
  by: null,
  highest: null,
  nth: null,
  hourly: null,
  filter: [],
  unitSize: '1',
  rating: [],
  firstUse: null,
  ...given,
});

/** A measure of one part, in each calendar month. */
export const measure = (given: Partial<Part> = {}, more: Partial<Measure> = {}): Measure => ({
  combine: 'one',
  parts: [part(given)],
  window: { unit: 'month', anchor: 'calendar', days: null },
  zone: 'Europe/Berlin',
  filter: [],
  groupBy: [],
  countsReservations: false,
  ratchet: false,
  ...more,
});

export const seat = { one: 'seat', many: 'seats' };

/** A clause that allows 40 seats. */
export const clause = (given: Partial<ClauseFacts> = {}): ClauseFacts => ({
  allowed: {
    limit: '40',
    attribute: null,
    values: null,
    words: '',
    parts: [],
    rule: null,
    tolerance: null,
    sustain: { kind: 'windows', count: '1' },
    grows: null,
  },
  measure: measure(),
  unit: seat,
  rights: [],
  condition: null,
  latenessSeconds: 0,
  ...given,
});

/** A clause that allows a set of values only. */
export const restriction = (attribute: string, values: string[]): ClauseFacts => {
  const { allowed, ...rest } = clause();
  return { ...rest, allowed: { ...allowed, limit: null, attribute, values } };
};

const filter = (attribute: string, values: string[]) => ({ attribute, in: values, notIn: null });
const step = (given: Partial<Part['rating'][number]>): Part['rating'][number] => ({
  kind: 'factor',
  by: null,
  values: [],
  otherwise: null,
  each: [],
  amount: null,
  ...given,
});

/** Every way of counting there is. */
export const measures: Readonly<Record<string, Measure>> = {
  count: measure(),
  sum: measure({ kind: 'sum' }),
  min: measure({ kind: 'min' }),
  max: measure({ kind: 'max' }),
  latest: measure({ kind: 'latest' }),
  average: measure({ kind: 'timeWeighted' }),
  peak: measure({ kind: 'peakConcurrency' }),
  people: measure({ kind: 'unique', by: 'who' }),
  devices: measure({ kind: 'unique', by: 'device' }),
  'by highest kind': measure({
    kind: 'unique',
    by: 'who',
    highest: { attribute: 'type', order: ['basic', 'core', 'full'] },
  }),
  'highest hour': measure({ kind: 'nthHighest', nth: '1', hourly: 'count' }),
  'second highest hour': measure({ kind: 'nthHighest', nth: '2', hourly: 'sum' }),
  'percentile of sums': measure({ kind: 'percentile', nth: '99.5', hourly: 'max' }),
  'percentile of people': measure({ kind: 'percentile', nth: '95', hourly: 'unique' }),
  'percentile of peaks': measure({ kind: 'percentile', nth: '95', hourly: 'peakConcurrency' }),
  'percentile of averages': measure({ kind: 'percentile', nth: '95', hourly: 'timeWeighted' }),
  'lower of two': measure(
    {},
    {
      combine: 'lowerOf',
      parts: [part({ kind: 'sum', filter: [filter('feature', ['cores'])] }), part({ kind: 'max' })],
    },
  ),
  'greater of two': measure(
    {},
    { combine: 'greaterOf', parts: [part({ kind: 'sum' }), part({ kind: 'unique', by: 'who' })] },
  ),
  filtered: measure(
    {},
    {
      filter: [filter('environment', ['production']), { attribute: 'region', in: null, notIn: ['EU', 'US'] }],
    },
  ),
  grouped: measure({}, { groupBy: ['country', 'server'] }),
  reserved: measure({ kind: 'peakConcurrency' }, { countsReservations: true, ratchet: true }),
  thousands: measure({ kind: 'sum', unitSize: '1000' }),
  rated: measure({
    kind: 'sum',
    rating: [
      step({ kind: 'factor', by: 'processor', values: [{ value: 'x86', factor: '0.5' }], otherwise: '1' }),
      step({ kind: 'floor', each: ['server'], amount: '16' }),
      step({ kind: 'floor', amount: '8' }),
      step({ kind: 'packs', each: ['server'], amount: '2' }),
      step({ kind: 'packs', amount: '4' }),
      step({ kind: 'packs', amount: '1' }),
      step({ kind: 'packs', each: ['host'], amount: '1' }),
      step({ kind: 'times', amount: '1.5' }),
    ],
  }),
  'charged by day': measure({ firstUse: { each: ['who'], hours: '24' } }),
  'charged by hour': measure({ firstUse: { each: [], hours: '1' } }),
};

/** Every window there is. */
export const windows: readonly Measure['window'][] = [
  ...(['instant', 'term', 'minute', 'hour', 'day'] as const).map((unit) => ({
    unit,
    anchor: null,
    days: null,
  })),
  ...(['month', 'quarter', 'year'] as const).flatMap((unit) =>
    (['calendar', 'term'] as const).map((anchor) => ({ unit, anchor, days: null })),
  ),
  { unit: 'rolling', anchor: null, days: 1 },
  { unit: 'rolling', anchor: null, days: 30 },
];

const right = (given: Partial<Schemas['PortalRight']>): Schemas['PortalRight'] => ({
  id: 'R-1',
  kind: 'freeUse',
  attribute: 'environment',
  values: ['test', 'staging'],
  upTo: null,
  days: null,
  sources: [],
  releasedBefore: null,
  from: '2026-01-01T00:00:00Z',
  until: '2027-01-01T00:00:00Z',
  words: '',
  ...given,
});

/** Every rule about which use counts. */
export const rights: readonly Schemas['PortalRight'][] = [
  right({}),
  right({ upTo: '5' }),
  right({ kind: 'pool', attribute: 'affiliate', values: ['Nordwerk GmbH', 'Nordwerk SA'] }),
  right({ kind: 'reassignment', days: 1 }),
  right({ kind: 'reassignment', days: 90 }),
  right({ kind: 'rulingSource', sources: ['directory', 'flexlm'] }),
  right({ kind: 'maintenance', attribute: 'version', releasedBefore: '2026-07-01' }),
];

/** Attributes that restrictions are written about, and one that nobody knows. */
export const restricted: readonly string[] = [
  ...['territory', 'country', 'region', 'environment', 'affiliate', 'version', 'feature', 'edition'],
  ...['deployment', 'destination', 'department', 'costCenter'],
];
