import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { type Played, playApi } from './given/playApi.ts';
import { event, type Running, running } from './given/running.ts';

let it: Running;
let played: Played;

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['one', 'two']));
  await it.take('agreements', agreement('one'));
  await it.tell('one', event('a', at('2026-03-03'), 120));
  played = await playApi(it, 2, 2026);
}, 300_000);
afterAll(() => it.stop());

test('whatever is asked, right or wrong, the answer is as the document says', () => {
  expect(played.wrong).toEqual([]);
  expect(played.requests).toBeGreaterThan(250);
});

test('nothing of it is a mistake of ours', () => {
  expect(it.failed).toEqual([]);
});

test('the requests are not all refused', () => {
  const total = [...played.statuses].reduce((sum, [status, times]) => (status < 300 ? sum + times : sum), 0);
  expect(total).toBeGreaterThan(played.requests / 5);
});
