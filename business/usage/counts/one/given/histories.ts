import fc from 'fast-check';
import type { Aggregate, CountRequest, Measure, WindowRule } from '#business/usage/measure.ts';
import { type RecordKind, recordKey, type UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { type CalendarDate, hour, type Instant, type Interval, parseInstant } from '#platform/instant.ts';

/** What the laws are tried on: small histories around the change of clocks in Berlin on 2026-03-29, times in whole hours. */
export const term: Interval = {
  from: parseInstant('2026-03-27T23:00:00Z')!,
  until: parseInstant('2026-04-02T22:00:00Z')!,
};
const termHours = (term.until - term.from) / hour;

/** The `n`th hour of the term. */
export function hourOf(n: number): Instant {
  return (term.from + n * hour) as Instant;
}

const kinds: readonly RecordKind[] = [
  'occurrence',
  'occurrence',
  'occurrence',
  'held',
  'held',
  'held',
  'return',
  'sighting',
  'level',
  'snapshot',
  'member',
  'reservation',
  'queued',
  'retraction',
];

/** A digest is the content itself. Rosters are read at few moments, so that members and snapshots meet. */
const record: fc.Arbitrary<UsageRecord> = fc
  .record({
    source: fc.constantFrom('one', 'two'),
    id: fc.integer({ min: 1, max: 90 }).map(String),
    kind: fc.constantFrom(...kinds),
    feature: fc.constantFrom('alpha', 'alpha', 'beta', 'gamma'),
    start: fc.integer({ min: -10, max: termHours }),
    length: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 3 }),
    quantity: fc.constantFrom('0', '1', '1', '2', '0.5', '3.25'),
    who: fc.option(fc.constantFrom('ann', 'bob', 'cy')),
    series: fc.option(fc.constantFrom('s', 't', '7', '12', '30')),
    attributes: fc.record(
      { team: fc.constantFrom('red', 'blue'), members: fc.constantFrom('here', 'there') },
      { requiredKeys: [] },
    ),
  })
  .map(({ start: drawn, length, ...rest }) => {
    const isOfRoster = rest.kind === 'member' || rest.kind === 'snapshot';
    const start = isOfRoster ? Math.floor(drawn / 50) * 50 : drawn;
    const until = length === null ? null : hourOf(start + length);
    const said = { ...rest, at: hourOf(start), until };
    return { ...said, digest: JSON.stringify(said) };
  });

/** A history: few ids, so that some are in conflict, and some records twice. */
export const records: fc.Arbitrary<UsageRecord[]> = fc
  .array(record, { minLength: 5, maxLength: 60, size: 'max' })
  .chain((list) => fc.subarray(list).map((twice) => [...list, ...twice]));

const aggregate: fc.Arbitrary<Aggregate> = fc.oneof(
  fc.constantFrom<Aggregate>(
    { kind: 'count' },
    { kind: 'sum' },
    { kind: 'min' },
    { kind: 'max' },
    { kind: 'latest' },
    { kind: 'timeWeighted' },
    { kind: 'peakConcurrency' },
    { kind: 'unique', by: 'who' },
    { kind: 'unique', by: 'team' },
  ),
  fc
    .record({
      of: fc.constantFrom('count', 'sum', 'max', 'unique', 'peakConcurrency', 'timeWeighted'),
      n: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ of, n }): Aggregate => ({ kind: 'nthHighest', n, of })),
  fc
    .record({
      of: fc.constantFrom('count', 'sum', 'max', 'unique', 'peakConcurrency', 'timeWeighted'),
      p: fc.constantFrom('0', '50', '95', '99.9', '100'),
    })
    .map(({ of, p }): Aggregate => ({ kind: 'percentile', p, of })),
);

const rule: fc.Arbitrary<WindowRule> = fc.constantFrom<WindowRule>(
  { unit: 'instant' },
  { unit: 'term' },
  { unit: 'hour', anchor: 'calendar' },
  { unit: 'day', anchor: 'calendar' },
  { unit: 'month', anchor: 'calendar' },
  { unit: 'month', anchor: 'term' },
  { unit: 'rolling', days: 3 },
);

const measure: fc.Arbitrary<Measure> = fc.record({
  aggregate,
  window: rule,
  zone: fc.constant('Europe/Berlin'),
  filter: fc.constantFrom<Measure['filter']>(
    [],
    [],
    [{ attribute: 'team', in: ['red'] }],
    [{ attribute: 'who', notIn: ['bob'] }],
  ),
  groupBy: fc.constantFrom([], [], ['team'], ['who', 'feature']),
  countReservations: fc.boolean(),
  unitSize: fc.constantFrom('1', '1', '2.5'),
});

/** Any question about any history, read at any hour of the term, sometimes with split windows and settled conflicts. */
export const requests: fc.Arbitrary<CountRequest> = fc
  .record({
    records,
    measure,
    read: fc.oneof(fc.integer({ min: 1, max: termHours }), fc.constant(termHours + 5)),
    cuts: fc.array(fc.integer({ min: 1, max: termHours }), { maxLength: 2 }),
    settle: fc.boolean(),
  })
  .map(({ read, cuts, settle, ...rest }) => {
    const asOf = hourOf(read);
    const options = { asOf, anchor: '2026-03-28' as CalendarDate, cuts: cuts.map(hourOf) };
    return {
      ...rest,
      chosen: new Map(settle ? rest.records.map((row) => [recordKey(row), row.digest]) : []),
      features: [
        { source: null, feature: 'alpha', from: hourOf(-100), until: hourOf(80) },
        { source: null, feature: 'alpha', from: hourOf(90), until: hourOf(1000) },
        { source: 'two', feature: 'alpha', from: hourOf(70), until: hourOf(85) },
        { source: 'one', feature: 'beta', from: hourOf(10), until: hourOf(90) },
      ],
      windows: windowsOf(rest.measure, term, options),
      asOf,
    };
  });
