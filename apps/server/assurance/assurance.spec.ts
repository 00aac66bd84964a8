import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { AuditList, AuditView } from './schemas.ts';

type Audit = z.infer<typeof AuditView>;
const start = at('2026-07-10');
let it: Running;
const send = (method: string, path: string, body?: object) =>
  it.send(method, `/v1/control-audits${path}`, body && JSON.stringify(body), {
    'content-type': 'application/json',
  });
const run = async () => (await send('POST', '')).body as Audit;
const control = (audit: Audit, code: string) => audit.controls.find((one) => one.code === code)!;

beforeAll(async () => {
  it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['alive', 'silent', 'empty']));
  await it.take('agreements', ['alive', 'silent', 'empty'].map((id) => agreement(id)).join('---\n'));
  await it.tell('alive', event('a', after(start, -day), 1));
  await it.tell('silent', event('s', after(start, -100 * day), 1));
});
afterAll(() => it.stop());

test('before the first run there is nothing but the quarter to audit', async () => {
  expect((await send('GET', '')).body as z.infer<typeof AuditList>).toMatchObject({
    quarter: '2026-Q3',
    items: [],
  });
  expect((await send('GET', '/2026-Q3')).status).toBe(404);
  expect((await send('POST', '/2026-Q3/close')).status).toBe(422);
});

test('a run finds the silent source and the clause nobody reports for, and says whose they are', async () => {
  const audit = await run();
  expect(control(audit, 'sources-alive')).toMatchObject({
    good: 1,
    of: 2,
    outcome: 'missing',
    gaps: [{ customer: 'silent', words: '/gateway' }],
  });
  const measured = control(audit, 'clauses-measured');
  expect(measured.of - measured.good).toBe(1);
  expect(measured.gaps[0]).toMatchObject({ customer: 'empty' });
  expect(control(audit, 'counts-agree').outcome).toBe('good');
  expect(control(audit, 'duties-received').outcome).toBe('nothing-to-check');
  expect(Number(audit.score)).toBeGreaterThan(50);
  expect(Number(audit.score)).toBeLessThan(100);
});

test('a task is accepted with a reason that is kept, or given to somebody of the team', async () => {
  const reason = 'Their gateway is being moved until August.';
  const accepted = await send('POST', '/2026-Q3/tasks/sources-alive/accept', { reason });
  expect(control(accepted.body, 'sources-alive').task).toMatchObject({ status: 'accepted', reason });
  expect((await send('POST', '/2026-Q3/tasks/clauses-measured/assign', { staff: 'nobody' })).status).toBe(
    404,
  );
  expect((await send('POST', '/2026-Q3/tasks/counts-agree/accept', { reason })).status).toBe(422);
});

test('run again after the use came in, its task is settled and the score has risen', async () => {
  const before = (await send('GET', '/2026-Q3')).body as Audit;
  await it.tell('empty', event('e', after(start, -day), 1));
  const audit = await run();
  expect(control(audit, 'clauses-measured').task?.status).toBe('settled');
  expect(Number(audit.score)).toBeGreaterThan(Number(before.score));
});

test('closed, nothing more is done to it', async () => {
  for (const { code, task } of (await run()).controls)
    if (task?.status === 'open') await send('POST', `/2026-Q3/tasks/${code}/accept`, { reason: 'Known.' });
  expect((await send('POST', '/2026-Q3/close')).body).toMatchObject({ status: 'closed' });
  expect((await send('POST', '')).body).toMatchObject({ code: 'audit_closed' });
});
