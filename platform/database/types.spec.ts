import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { earliest, type Instant, latest, parseInstant } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { toTimestamp } from './types.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

test('every instant, to the microsecond, comes back from the database as it went in', async () => {
  const instants = fc.sample(fc.integer({ min: earliest, max: latest - 1 }), { numRuns: 2000, seed: 7 });
  const { rows } = await db.app.query('SELECT unnest($1::timestamptz[]) AS at', [
    instants.map((each) => toTimestamp(each as Instant)),
  ]);
  expect(rows.map(({ at }) => at)).toEqual(instants);
});

test('a parameter is written in UTC with six digits', () => {
  expect(toTimestamp(parseInstant('2026-03-01T09:00:00.25+01:00')!)).toBe('2026-03-01T08:00:00.250000Z');
});

test('numbers that may be too big or too fine for a number, and dates, come as text', async () => {
  const { rows } = await db.app.query(
    "SELECT 9007199254740993::bigint AS big, 0.1::numeric AS fine, '2026-03-29'::date AS day, '[1]'::jsonb AS json",
  );
  expect(rows).toEqual([{ big: '9007199254740993', fine: '0.1', day: '2026-03-29', json: [1] }]);
});

test('what names no instant is refused', async () => {
  await expect(db.app.query("SELECT 'infinity'::timestamptz")).rejects.toThrow('not an instant');
  await expect(db.app.query("SELECT '2026-01-01'::timestamp")).rejects.toThrow('names no instant');
});
