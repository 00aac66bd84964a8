import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { at } from '#test/given.ts';
import { ourselves } from '../access/ourselves.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import type { CustomerPage } from '../pages.ts';

/**
 * A word that stands in every field that is the vendor's own, and nowhere else: what it writes of a customer, decides,
 * has not said yet, and has with others. No answer of the portal holds it.
 */
const marker = 'Zebrawood';
const isMarked = /zebrawood/i;
let it: Running;
/** Names of findings and of offers nobody has agreed to. */
let keys: string[];
let question: string;
const ana: Principal = {
  kind: 'customer',
  account: '00000000-0000-4000-8000-000000000001',
  customer: 'northwind',
  role: 'customer-administrator',
};

const relationship = `
      vendorMistakes: [{ id: VM-${marker}, clause: calls, from: 2026-05-01, until: 2026-06-01, units: 1, what: ${marker} }]
      openOrders: [{ id: OO-${marker}, clause: calls, units: 5, since: 2026-06-01 }]`;

beforeAll(async () => {
  it = await running(at('2026-07-10T10:00:00Z'));
  const products = `products:\n  - { id: other, name: ${marker} Suite, editions: [] }`;
  await it.take('catalog', catalog().replace('products:', products));
  const people = customers(['northwind', marker.toLowerCase()], relationship)
    .replace('segment: research', `segment: ${marker}`)
    .replace('goodExperiences: []', `goodExperiences: [${marker}]`);
  await it.take('customers', people);
  const rest = `variations:
  - { id: FB-${marker}, kind: forbearance, clause: calls, from: 2026-02-01, until: 2026-12-01, decidedOn: 2026-01-30, pauses: [contact], reason: ${marker} }
`;
  await it.take('agreements', agreement('northwind', { rest }));
  await it.take('agreements', agreement(marker.toLowerCase()));
  await send('PUT', '/v1/alert-rules', { rules: rulesOfNineTenths }, { 'if-match': '"0"' });
  const file = `/v1/customers/northwind/usage?format=cloudevents&file=${marker}.ndjson`;
  const lines = [
    event('a', at('2026-05-03'), 150, { user: 'anna' }),
    event('b', at('2026-07-03'), 95, { user: 'ben' }),
    event('c', at('2026-03-03'), 4, { user: 'svc-test' }),
  ];
  expect((await it.send('POST', file, `${lines.join('\n')}\n`)).status).toBe(200);
  await it.tell(marker.toLowerCase(), event('z', at('2026-05-03'), 150, { user: marker }));
  keys = await plant();
  await it.settle();
});
afterAll(() => it?.stop());

const rulesOfNineTenths = [{ id: 'nine-tenths', threshold: { kind: 'percent', percent: '90' } }];

async function send<T = unknown>(
  method: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const all = { 'content-type': 'application/json', ...headers };
  const answer = await it.send(method, path, JSON.stringify(body), all);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

async function get<T>(path: string): Promise<T> {
  return (await it.send('GET', path)).body as T;
}

/** Writes the word wherever the vendor writes, and returns what must not be named either. */
async function plant(): Promise<string[]> {
  const of = '/v1/customers/northwind';
  const reason = `${marker}, and that is why.`;
  const { items: team } = await send<{ items: { id: string }[] }>('POST', '/v1/team', {
    name: `Zoe ${marker}`,
    email: `zoe@${marker}.example`,
    role: 'sales',
  });
  await send('POST', `${of}/notes`, { text: marker });
  await send('POST', `${of}/flags`, { kind: 'in-renewal-talks', until: '2026-09-01T00:00:00Z', reason });
  const clause = { agreement: 'AG-northwind', clause: 'calls' };
  await send('POST', `${of}/assignments`, { ...clause, staff: team.at(-1)!.id });
  const { findings } = await it.page('northwind');
  const [finding] = findings as [CustomerPage['findings'][number]];
  const order = { reason, cause: 'data-error', expectedVersion: finding.version };
  await send('POST', `${of}/findings/${finding.key}/dismiss`, order);
  await it.settle();
  const people = await get<{ items: { id: string; key: string }[] }>(`${of}/people`);
  const identity = people.items.find(({ key }) => key === 'svc-test')!.id;
  await send('POST', `${of}/people/leave-outs`, { identity, reason });
  const { items: alerts } = await get<{ items: { id: string; version: number; customer: { id: string } }[] }>(
    '/v1/alerts',
  );
  const alert = alerts.find(({ customer }) => customer.id === 'northwind')!;
  await send(
    'POST',
    `${of}/alerts/${alert.id}/acknowledge`,
    { reason },
    { 'if-match': `"${alert.version}"` },
  );
  const offer = await send<{ id: string }>('POST', `${of}/quotes`, { ...clause, units: '7' });
  const withdrawn = await send<{ id: string }>('POST', `${of}/quotes`, { ...clause, units: '8' });
  await send('POST', `/v1/quotes/${withdrawn.id}/withdraw`, { reason });
  await ask();
  return [finding.key, offer.id, withdrawn.id];
}

/** A question, with a note of the vendor's beside the answer. */
async function ask(): Promise<void> {
  it.as(ana);
  const order = { about: { kind: 'general' }, text: 'How is it counted?' };
  question = (await send<{ id: string }>('POST', '/v1/portal/northwind/questions', order)).id;
  it.as(ourselves);
  await send('POST', `/v1/questions/${question}/note`, { text: marker });
}

/** Every address of the portal that can be read, of Northwind; ids it does not share are asked for too. */
async function addresses(): Promise<string[]> {
  const document = await get<OpenApi>('/v1/openapi.json');
  const window = encodeURIComponent('2026-05-01T00:00:00Z/2026-06-01T00:00:00Z');
  const known: Record<string, string> = {
    customer: 'northwind',
    agreement: 'AG-northwind',
    clause: 'calls',
    quote: keys[1]!,
    question,
    units: '5',
  };
  return Object.entries(document.paths).flatMap(([path, item]) => {
    if (!item.get || !path.startsWith('/v1/portal')) return [];
    const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
    const asked = path.includes('evidence') ? `${filled}?window=${window}` : filled;
    if (asked.includes('{')) return [];
    if (path.endsWith('/changes')) return [`${asked}?since=2020-01-01T00:00:00Z`];
    return path.endsWith('/export') ? [`${asked}&format=csv`] : [asked];
  });
}

test('there is something to hide: the vendor reads the word wherever it was written', async () => {
  const of = '/v1/customers/northwind';
  for (const path of ['/page', '/work', '/flags', '/people/decisions', ''])
    expect([path, isMarked.test(await it.text(`${of}${path}`))]).toEqual([path, true]);
  for (const path of [
    '/v1/alerts?show=all',
    '/v1/team',
    `/v1/quotes/${keys[2]}`,
    `/v1/questions/${question}`,
    '/v1/usage-imports',
    '/v1/customers',
  ])
    expect([path, isMarked.test(await it.text(path))]).toEqual([path, true]);
});

test('no answer of the portal holds it, nor the name of a finding or of an offer nobody has agreed to', async () => {
  const all = await addresses();
  it.as(ana);
  const statuses: number[] = [];
  for (const address of all) {
    const answer = await it.answer('GET', address);
    const text = await answer.text();
    statuses.push(answer.status);
    expect([address, text.match(isMarked)]).toEqual([address, null]);
    expect([address, keys.filter((key) => text.includes(key))]).toEqual([address, []]);
  }
  it.as(ourselves);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(13);
  expect(all.length).toBeGreaterThan(15);
});

test('what is shown of what was dismissed are the customer’s own numbers, and no word of it', async () => {
  it.as(ana);
  const text = await it.text('/v1/portal/northwind/lines/AG-northwind/calls');
  it.as(ourselves);
  expect(text).toContain('"value":"150"');
  expect(text).not.toMatch(/dismiss|finding|suspic|breach|violat|overuse/i);
});
