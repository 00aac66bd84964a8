import { afterAll, beforeAll, expect, test } from 'vitest';
import { after, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { makeBackOff } from './backOff.ts';
import { catalog, customers } from './given/papers.ts';
import { type Running, running } from './given/running.ts';

const start = at('2026-07-10');
let it: Running;
beforeAll(async () => {
  it = await running(start);
});
afterAll(() => it.stop());

test('who fails again and again is tried after 1, 2, 4 and so on up to 60 minutes', () => {
  const backOff = makeBackOff();
  let now = start;
  const waits = Array.from({ length: 8 }, () => {
    backOff.failed('a', 'm', now);
    let waited = 0;
    while (!backOff.isReady('a', 'm', now)) {
      now = after(now, minute);
      waited += 1;
    }
    return waited;
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(backOff.isReady('b', 'm', now)).toBe(true);
});

test('a new mark makes ready at once, and the waits begin anew; so they do after a success', () => {
  const backOff = makeBackOff();
  for (const _ of [1, 2, 3]) backOff.failed('a', 'm', start);
  expect(backOff.isReady('a', 'm', after(start, 3 * minute))).toBe(false);
  expect(backOff.isReady('a', 'n', start)).toBe(true);
  backOff.failed('a', 'n', start);
  expect(backOff.isReady('a', 'n', after(start, minute))).toBe(true);
  backOff.succeeded('a');
  expect(backOff.size()).toBe(0);
});

test('the worker does not try a broken customer each round: after a minute, or when something new came in', async () => {
  await it.take('catalog', catalog());
  await it.db.admin.query(
    "ALTER TABLE unmatched_use ADD CONSTRAINT broken CHECK (customer_id <> 'broken') NOT VALID",
  );
  await it.take('customers', customers(['broken']));
  const use = (id: string) =>
    JSON.stringify({ specversion: '1.0', id, source: 's', type: 'unknown', time: '2026-03-01T00:00:00Z' });
  const failures = async () => {
    await it.settle();
    await it.settle();
    return it.failed.length;
  };
  await it.tell('broken', use('a'));
  expect(await failures()).toBe(1);
  it.turnTo(after(start, 2 * minute));
  expect(await failures()).toBe(2);
  await it.tell('broken', use('b'));
  expect(await failures()).toBe(3);
  await it.db.admin.query('ALTER TABLE unmatched_use DROP CONSTRAINT broken');
  it.turnTo(after(start, 5 * minute));
  expect(await failures()).toBe(3);
});
