import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { catalog } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';

let server: Running;
beforeAll(async () => {
  server = await running(at('2026-07-10'));
});
afterAll(async () => {
  await server.stop();
  expect(server.failed).toEqual([]);
});

const json = { 'content-type': 'application/json' };
const read = async () => (await server.send('GET', '/v1/catalog')).body as { text: string; version: number };
const preview = (text: string) => server.send('POST', '/v1/catalog/preview', JSON.stringify({ text }), json);
const put = (text: string, version: number) =>
  server.send('PUT', '/v1/catalog', JSON.stringify({ text }), { ...json, 'if-match': `"${version}"` });
const later = (text: string, price: string) =>
  text.replace(
    '# Which product',
    `  - { id: PB-2027, currency: EUR, from: 2027-01-01, components: [{ id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: ${price} }] }\n# Which product`,
  );

test('an empty installation begins with an empty text, which takes a first catalog', async () => {
  expect(await read()).toMatchObject({ version: 0 });
  expect(await put(catalog(), 0)).toMatchObject({ status: 200, body: { version: 1 } });
  const { text, version } = await read();
  expect(await preview(text)).toMatchObject({ body: { same: true, papers: [], prices: [] } });
  expect(await put(text, version)).toMatchObject({ status: 200, body: { version } });
});

test('a new price is previewed with the day it begins, and saved', async () => {
  const { text, version } = await read();
  const raised = later(text, '0.60');
  expect(await preview(raised)).toMatchObject({
    body: {
      papers: ['The price book PB-2027 is new.'],
      prices: [
        { from: '2027-01-01', before: 'EUR 0.5 for a call a month', after: 'EUR 0.6 for a call a month' },
      ],
    },
  });
  expect(await put(raised, version)).toMatchObject({ status: 200 });
  expect(await put(raised, version)).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
});

test('what was in force is not changed, and it is said which and since when', async () => {
  const { text, version } = await read();
  const changed = text.replace('price: 0.5\n', 'price: 0.7\n');
  expect(changed).not.toBe(text);
  for (const answer of [await preview(changed), await put(changed, version)])
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'price_in_force_changed', detail: expect.stringContaining('2025-01-01') },
    });
  expect(await put('goodterms: catalog/1\nproducts: many', version)).toMatchObject({ status: 422 });
});
