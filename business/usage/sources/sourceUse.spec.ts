import { expect, test } from 'vitest';
import { at } from '#test/given.ts';
import type { UsageRecord } from '../record.ts';
import { sourceUse } from './sourceUse.ts';

const record = (source: string, when: string, attributes = {}) =>
  ({ source, at: at(when), attributes }) as unknown as UsageRecord;

test('each source has its first and last record, its days in UTC, and the grades of its evidence', () => {
  const uses = sourceUse([
    record('b', '2026-03-02T23:59:59Z'),
    record('a', '2026-03-01', { evidenceGrade: 'debug-log' }),
    record('b', '2026-03-01T00:00:00Z', { evidenceGrade: 'declared' }),
    record('b', '2026-03-02T00:00:00Z'),
  ]);
  expect(uses.map(({ source, records }) => [source, records])).toEqual([
    ['a', 1],
    ['b', 3],
  ]);
  expect(uses[1]).toMatchObject({
    first: at('2026-03-01'),
    last: at('2026-03-02T23:59:59Z'),
    grades: { '': 2, declared: 1 },
    days: new Map([
      ['2026-03-01', 1],
      ['2026-03-02', 2],
    ]),
  });
});
