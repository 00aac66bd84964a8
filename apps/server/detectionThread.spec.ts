import { afterAll, beforeAll, expect, test } from 'vitest';
import { markDue } from '#business/findings/finding.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { at } from '#test/given.ts';
import { type DetectionThread, detectionThread } from './detectionThread.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';

const start = at('2026-07-10');
let it: Running;
let thread: DetectionThread;
beforeAll(async () => {
  it = await running(start);
  await it.stop();
  thread = detectionThread(it.db.app);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['one', 'two']));
  await it.take('agreements', [agreement('one'), agreement('two')].join('---\n'));
});
afterAll(async () => {
  await thread.stop();
});
const tell = (customer: string) =>
  it.send(
    'POST',
    `/v1/customers/${customer}/usage?format=cloudevents`,
    `${event('a', at('2026-03-03'), 140)}\n`,
    {
      'content-type': 'application/x-ndjson',
    },
  );
const findings = async (customer: string) => (await it.page(customer)).findings.length;

test('what is found in the thread is there for everybody', async () => {
  await tell('one');
  expect(await findings('one')).toBe(0);
  await thread.detect('one');
  expect(await findings('one')).toBe(1);
});

test('several are asked at once, each gets its own answer; what fails says why, and the others go on', async () => {
  await tell('two');
  const { rows } = await it.db.admin.query("SELECT body FROM customer WHERE customer_id = 'one'");
  await it.db.admin.query(`UPDATE customer SET body = '{"id": 7}' WHERE customer_id = 'one'`);
  await withScope(it.db.app, { customers: ['one', vendorWide], actor: 'test' }, (tx) =>
    markDue(tx, 'one', start),
  );
  const [one, two] = await Promise.allSettled([thread.detect('one'), thread.detect('two')]);
  await it.db.admin.query("UPDATE customer SET body = $1 WHERE customer_id = 'one'", [rows[0].body]);
  expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/./) } });
  expect(two.status).toBe('fulfilled');
  expect(await findings('two')).toBe(1);
});

test('after a stop the next question starts it again', async () => {
  await thread.stop();
  await thread.detect('one');
  expect(await findings('one')).toBe(1);
});
