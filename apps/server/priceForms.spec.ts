import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, customers } from './given/papers.ts';
import { event, type Running, running } from './given/running.ts';

const rates = `exchangeRates:
  - { currency: EUR, from: 2026-01-01, rates: [{ currency: JPY, rate: 0.006 }] }
`;
const prices = (discount = '20%', more = '') => `goodterms: catalog/1
products:
  - { id: beacon, name: Beacon API }
priceBooks:
  - id: PB-EUR
    currency: EUR
    from: 2025-01-01
    components:
      - id: beacon-call
        product: beacon
        unit: call
        per: month
        proration: second
        model: package
        size: 25
        price: 12.50
        minimum: 10
        discounts: [{ name: Research, off: ${discount} }]
  - id: PB-JPY
    currency: JPY
    from: 2025-01-01
    components: [{ id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: 50 }]
features:
  - { feature: call, product: beacon }
${more}`;

let it: Running;
beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', prices());
  await it.take('customers', customers(['northwind', 'kodama']));
  const inYen = agreement('kodama').replace('currency: EUR', 'currency: JPY');
  await it.take('agreements', [agreement('northwind'), inYen].join('---\n'));
  for (const id of ['northwind', 'kodama']) await it.tell(id, event('a', at('2026-06-15'), 130));
}, 60_000);
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

test('a finding is priced by the forms of its catalog, and its lines add up', async () => {
  const [finding] = (await it.page('northwind')).findings;
  expect(finding?.trueUp).toEqual({
    currency: 'EUR',
    lines: [
      { kind: 'charge', label: '6 packages of 25 calls × €12.50 per month', shown: '€75.00' },
      { kind: 'discount', label: 'less 20% of €75.00 per month (Research)', shown: '-€15.00' },
      { kind: 'credit', label: 'less 4 packages of 25 calls × €12.50 per month', shown: '-€50.00' },
      { kind: 'charge', label: 'taken back: 20% of €50.00 per month (Research)', shown: '€10.00' },
    ],
    total: '€20.00',
  });
});

test('money of two currencies is in the order of exchange rates, where there are any, and never in one sum', async () => {
  const order = async () => (await it.positions()).items.map(({ moneyAtStake }) => moneyAtStake?.shown);
  expect(await order()).toEqual(['€20.00', '¥1,500']);
  await it.take('catalog', prices('20%', rates.replace('0.006', '0.06')));
  expect(await order()).toEqual(['¥1,500', '€20.00']);
  await it.take('catalog', prices('20%', rates));
  expect(await order()).toEqual(['€20.00', '¥1,500']);
});

test('a discount that was in force stays; the same catalog again is no event', async () => {
  const yaml = { 'content-type': 'application/yaml' };
  const changed = await it.send('POST', '/v1/imports/catalog', prices('25%', rates), yaml);
  expect(changed.body).toMatchObject({ code: 'price_in_force_changed' });
  const events = async () => (await it.db.admin.query('SELECT count(*) FROM goodterms.event')).rows;
  const before = await events();
  await it.take('catalog', prices('20%', rates));
  expect(await events()).toEqual(before);
});
