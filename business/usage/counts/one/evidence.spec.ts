import { expect, test } from 'vitest';
import type { UsageRecord } from '#business/usage/record.ts';
import { evidenceOf } from './evidence.ts';
import { asked, inMarch, record, type Settings } from './given/records.ts';

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

test('the evidence of a peak is what was held at its first instant', () => {
  const rows = evidenceOf(asked(spans, 'peakConcurrency', { unitSize: '2' }), 0, '[]');
  expect(rows).toEqual([
    { ...evidenceRow(spans[0]!), from: inMarch('2'), until: inMarch('12'), contributes: '3/2' },
    { ...evidenceRow(spans[1]!), from: inMarch('7'), until: inMarch('22'), contributes: '1' },
  ]);
});

test('where the highest level comes back, the evidence is of the first time', () => {
  const again = record('held', '2026-03-25', { until: '26', quantity: '5' });
  const rows = evidenceOf(asked([...spans, again], 'max', {}), 0, '[]');
  expect(rows.map((row) => row.id)).toEqual(spans.map(({ id }) => id));
});

test('the evidence of unique people is the first record of each', () => {
  const rows = evidenceOf(asked([...points, ...spans], { kind: 'unique', by: 'who' }, {}), 0, '[]');
  expect(rows.map((row) => [row.who, row.kind, row.contributes])).toEqual([
    ['cy', 'held', '1'],
    ['ann', 'occurrence', '1'],
    ['bob', 'occurrence', '1'],
  ]);
});

test('the evidence of an hour is what that hour is made of; what is still held has no end', () => {
  const open = [...hourly, record('held', '2 08:59')];
  const rows = evidenceOf(asked(open, { kind: 'nthHighest', n: 1, of: 'peakConcurrency' }, aDay), 0, '[]');
  expect(rows.map((row) => [row.until, row.contributes])).toEqual([
    [inMarch('2 10:00'), '5'],
    [null, '1'],
    [inMarch('2 10:30'), '2'],
  ]);
});

function evidenceRow({ source, id, kind, feature, who }: UsageRecord) {
  return { source, id, kind, feature, who };
}
