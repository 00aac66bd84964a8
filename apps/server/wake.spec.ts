import { beforeAll, expect, test, vi } from 'vitest';
import { markDue } from '#business/findings/finding.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { at } from '#test/given.ts';
import { onBehalfOf } from './access/current.ts';
import { detectCustomer } from './detection.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { type Running, running } from './given/running.ts';
import { startWorker } from './worker.ts';

const start = at('2026-07-10');
const ids = ['asking', 'waiting'];
let it: Running;

beforeAll(async () => {
  it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(ids));
  await it.take('agreements', ids.map((id) => agreement(id)).join('---\n'));
  await it.settle();
  await it.stop();
});

test('woken by what somebody of one customer did, the worker looks after all of them, and in nobody’s name', async () => {
  // Only what wakes it has it look: no second passes by itself.
  const ticks = vi.spyOn(globalThis, 'setInterval').mockReturnValue(undefined as never);
  const examined: string[] = [];
  const context = { pool: it.db.app, clock: () => start, actor: 'staff' };
  const worker = startWorker(
    context,
    (error) => it.failed.push(error),
    async (id) => {
      await detectCustomer(it.db.app, id, () => start);
      examined.push(id);
    },
  );
  ticks.mockRestore();
  for (const id of ids)
    await withScope(it.db.app, { customers: [id, vendorWide], actor: 'test' }, (tx) =>
      markDue(tx, id, start),
    );
  const ana = { kind: 'customer', account: 'ana', customer: 'asking', role: 'customer-member' } as const;
  onBehalfOf(ana, ['asking'], () => worker.wake());
  await expect.poll(() => examined.toSorted(), { timeout: 4_000 }).toEqual(ids);
  await worker.stop();
  expect(it.failed).toEqual([]);
});
