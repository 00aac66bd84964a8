import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { AuditView } from './schemas.ts';

const start = at('2026-07-10');
let it: Running;
const send = (path: string, body: object) =>
  it.send('POST', `/v1${path}`, JSON.stringify(body), { 'content-type': 'application/json' });
const control = async (code: string) => {
  const audit = (await send('/control-audits', {})).body as z.infer<typeof AuditView>;
  const { good, of, gaps } = audit.controls.find((one) => one.code === code)!;
  return { good, of, gaps: gaps.map(({ customer }) => customer) };
};

beforeAll(async () => {
  it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['ending', 'renewed', 'twice']));
  const ends = (id: string) => agreement(id).replace('until: 2027-01-01', 'until: 2026-08-01');
  const next = agreement('renewed').replace('AG-renewed', 'AG-next').replace('2026-01-01', '2026-08-01');
  await it.take('agreements', [ends('ending'), ends('renewed'), next, agreement('twice')].join('---\n'));
});
afterAll(async () => {
  expect(it.failed).toEqual([]);
  await it.stop();
});

test('a renewal that is signed and begins when the agreement ends is one', async () => {
  expect(await control('renewals-ahead')).toEqual({ good: 1, of: 2, gaps: ['ending'] });
});

test('a conflict is none any more when the import of its other content is withdrawn', async () => {
  await it.tell('twice', event('a', after(start, -day), 5));
  const other = await it.tell('twice', event('a', after(start, -day), 7));
  expect(await control('conflicts-settled')).toEqual({ good: 0, of: 1, gaps: ['twice'] });
  const withdraw = `/customers/twice/usage-imports/${other.import}/withdraw`;
  expect((await send(withdraw, { reason: 'The wrong file.' })).status).toBe(200);
  await it.settle();
  expect(await control('conflicts-settled')).toEqual({ good: 0, of: 0, gaps: [] });
});
