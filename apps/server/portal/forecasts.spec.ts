import { expect, test } from 'vitest';
import { forecastOfClause } from '#business/alerts/sightOf.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import { after, day } from '#platform/instant.ts';
import { aClause, aMeasure, at } from '#test/given.ts';
import { forecastAt } from './forecasts.ts';

const start = at('2026-01-01');
const countedAt = after(start, 80 * day);
const clause = aClause({
  measure: aMeasure({
    aggregate: { kind: 'peakConcurrency' },
    window: { unit: 'day', anchor: 'calendar' },
    zone: 'UTC',
  }),
});

/** Use that grows by a unit a day, toward a limit some weeks ahead. */
const windows = (limit: number): JudgedWindow[] =>
  Array.from({ length: 80 }, (_, n) => {
    const value = String(20 + n + (n % 3));
    const span = { from: after(start, n * day), until: after(start, (n + 1) * day) };
    const range = { low: value, high: value };
    return { ...span, value, limit: String(limit), excess: '0', provenance: [], open: false, range };
  });

test.each([0, 3, 10, 40])(
  'what was worked out once holds %s days later as if it had been worked out then',
  (days) => {
    const now = after(countedAt, days * day);
    const forecast = forecastOfClause(clause, windows(115), now);
    expect(forecast.kind).toBe('crossing');
    expect(forecastAt(clause, windows(115), countedAt, now)).toEqual(forecast);
  },
);

test('another limit is another forecast', () => {
  expect(forecastAt(clause, windows(115), countedAt, countedAt)).not.toEqual(
    forecastAt(clause, windows(150), countedAt, countedAt),
  );
});
