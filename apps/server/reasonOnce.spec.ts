import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';

let it: Running;
beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['one']));
  await it.take('agreements', agreement('one'));
  await it.tell('one', event('a', at('2026-03-03'), 120));
});
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

test('a dismissal sent several times, also at once, keeps its reason once', async () => {
  const [finding] = (await it.page('one')).findings;
  const path = `/v1/customers/one/findings/${finding!.key}/dismiss`;
  const order = {
    expectedVersion: finding!.version,
    cause: 'double-count',
    reason: 'One person, two names.',
  };
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'the-same-key' };
  const send = (more: object = {}) => it.send('POST', path, JSON.stringify({ ...order, ...more }), headers);
  const [first, ...others] = [...(await Promise.all([send(), send(), send()])), await send()];
  expect(first!.status).toBe(200);
  for (const other of others) expect(other).toEqual(first);
  expect(await send({ reason: 'Another.' })).toMatchObject({ status: 409 });
  const { rows } = await it.db.admin.query("SELECT content FROM document WHERE customer_id = 'one'");
  expect(rows).toEqual([{ content: 'One person, two names.' }]);
});
