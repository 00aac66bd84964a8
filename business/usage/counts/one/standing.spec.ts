import { expect, test } from 'vitest';
import { evidenceAt } from './evidence.ts';
import { asked, inMarch, record, values } from './given/records.ts';

test('instant: the longest stretches of an unchanged level above zero', () => {
  const records = [
    record('held', '2', { until: '4', quantity: '2' }),
    record('held', '4', { until: '5', quantity: '2' }),
    record('held', '5', { until: '6', quantity: '0' }),
    record('held', '8', { until: '2026-04-09' }),
  ];
  const request = asked(records, 'max', { window: { unit: 'instant' }, asOf: '2026-03-20' });
  expect(values(request, 'time')).toEqual([
    '2026-03-02T00:00:00Z 2026-03-05T00:00:00Z 2',
    '2026-03-08T00:00:00Z 2026-03-20T00:00:00Z 1',
  ]);
  expect(evidenceAt(request, inMarch('4'), '[]').map(({ from, contributes }) => [from, contributes])).toEqual(
    [[inMarch('4'), '2']],
  );
});
