import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, retraction, running } from '../given/running.ts';
import type { QuoteView } from './schemas.ts';

type Quote = z.infer<typeof QuoteView>;
let it: Running;
const send = (method: string, path: string, body: object) =>
  it.send(method, `/v1${path}`, JSON.stringify(body), { 'content-type': 'application/json' });
const codeOf = ({ status, body }: Awaited<ReturnType<typeof send>>) =>
  status === 200 ? 'done' : (body as { code: string }).code;

beforeAll(async () => {
  it = await running(at('2026-04-10T12:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['sites', 'lower']));
  const measure = '{ aggregate: sum, window: month, groupBy: [site] }';
  await it.take('agreements', [agreement('sites', { measure }), agreement('lower')].join('---\n'));
});
afterAll(async () => {
  expect(it.failed).toEqual([]);
  await it.stop();
});

async function confirmAll(customer: string): Promise<string[]> {
  const { findings } = await it.page(customer);
  for (const { key, version } of findings) {
    const order = { cause: 'growth', expectedVersion: version };
    await send('POST', `/customers/${customer}/findings/${key}/confirm`, order);
  }
  await it.settle();
  return findings.map(({ key }) => key);
}
const make = (customer: string, finding: string) =>
  send('POST', `/customers/${customer}/quotes`, { finding });
const agree = ({ id, digest }: Quote) =>
  send('POST', `/quotes/${id}/agree`, { digest, on: '2026-04-10', by: 'Dana Wells' });

test('units that one site has paid for are not paid for again by the other', async () => {
  const march = at('2026-03-10');
  await it.tell('sites', event('a', march, 120, { site: 'A' }), event('b', march, 130, { site: 'B' }));
  const [first, second] = await confirmAll('sites');
  const quotes = [await make('sites', first!), await make('sites', second!)].map(({ body }) => body as Quote);
  expect(quotes.map(({ units }) => units).sort()).toEqual(['20', '30']);
  const [less, more] = quotes.sort((a, b) => Number(a.units) - Number(b.units));
  expect(codeOf(await agree(less!))).toBe('done');
  // Nobody has counted with the first ones yet.
  expect(codeOf(await agree(more!))).toBe('recount_pending');
  await it.settle();
  // All sites may use 120 by now, and 130 is 10 more than that.
  expect(codeOf(await agree(more!))).toBe('counted_lower');
  await send('POST', `/quotes/${more!.id}/withdraw`, { reason: 'Counted lower.' });
  expect(codeOf(await make('sites', more!.finding!))).toBe('counted_lower');
});

test('what was taken back since it was confirmed is not quoted', async () => {
  const [march, later] = [at('2026-03-10'), at('2026-03-12')];
  await it.tell('lower', event('m', march, 105), event('n', march, 15));
  const [key] = await confirmAll('lower');
  await it.tell('lower', retraction('r', 'n', later));
  expect(codeOf(await make('lower', key!))).toBe('counted_lower');
  const { version } = (await it.page('lower')).findings[0]!;
  const reopen = { reason: 'Fifteen calls were our own tests.', expectedVersion: version };
  await send('POST', `/customers/lower/findings/${key}/reopen`, reopen);
  await it.settle();
  await confirmAll('lower');
  expect((await make('lower', key!)).body).toMatchObject({ units: '5', total: '2.50' });
});
