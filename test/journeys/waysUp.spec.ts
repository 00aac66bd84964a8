import { expect, test } from 'vitest';
import { ourselves } from '#apps/server/access/ourselves.ts';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import type { Principal } from '#business/identity/principal.ts';
import { day, type Instant, parseInstant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-06-10T12:00:00Z');
const boss: Principal = {
  kind: 'customer',
  account: '0b9c7f6e-0000-4000-8000-000000000001',
  customer: 'acme',
  role: 'customer-administrator',
};

const desk: Principal = {
  kind: 'staff',
  account: '0b9c7f6e-0000-4000-8000-000000000002',
  role: 'deal-desk',
};

/** Calls that grow by one every third day, from January on. */
const used = Array.from({ length: 160 }, (_, i) => {
  const when = (parseInstant('2026-01-01T10:00:00Z')! + i * day) as Instant;
  return event(`e${i}`, when, 40 + Math.floor(i / 3));
});
const editions = catalog()
  .replace('editions: []', 'editions: [{ id: basic, name: Basic }, { id: pro, name: Pro }]')
  .replace(
    'product: beacon, unit: call, per: month',
    'product: beacon, edition: basic, unit: call, per: month',
  )
  .replace(
    'price: 0.50 }',
    'price: 0.50 }\n      - { id: beacon-pro, product: beacon, edition: pro, unit: call, per: month, model: unit, price: 0.80 }',
  )
  .replace(
    'from: 2025-01-01\n',
    'from: 2025-01-01\n    reason: The price covers support around the clock.\n',
  );

const app = appJourney(start, async ({ send, settle }) => {
  const yaml = { 'content-type': 'application/yaml' };
  await send('POST', '/v1/imports/catalog', editions, yaml);
  await send('POST', '/v1/imports/customers', customers(['acme']), yaml);
  const daily = agreement('acme', { measure: '{ aggregate: sum, window: day }' });
  await send('POST', '/v1/imports/agreements', daily, yaml);
  await send('POST', '/v1/customers/acme/usage?format=cloudevents', `${used.join('\n')}\n`, {
    'content-type': 'application/x-ndjson',
  });
  const row = {
    tests: { amount: { kind: 'between', atLeast: null, below: '200', currency: 'EUR' } },
    outcome: 'at-once',
  };
  await send('PUT', '/v1/order-policy', JSON.stringify({ rows: [row] }), { 'if-match': '"0"' });
  await settle();
});
const button = (name: RegExp | string) => app.page().getByRole('button', { name });
const heading = (name: RegExp | string) => app.page().getByRole('heading', { name });
const compare = '/portal/acme/ways-up/of/AG-acme/calls';

test('a customer sees the limit coming, compares, orders at once, and the limit is higher in both rooms', async () => {
  app.as(boss);
  await app.open('/portal/acme/ways-up');
  await app.page().getByText('of 100 calls in use').waitFor();
  await app.page().getByText('You have not ordered anything yet.').waitFor();
  expect(await app.violations()).toEqual([]);
  await app
    .page()
    .getByRole('link', { name: /^Compare/ })
    .focus();
  await app.page().keyboard.press('Enter');

  await heading('Beacon API: need more?').waitFor();
  await app
    .page()
    .getByText(/more would fit/)
    .waitFor();
  await app.page().getByText('Why this price').click();
  await app.page().getByText('The price covers support around the clock.').waitFor();
  await heading('Editions').waitFor();
  expect(await app.violations()).toEqual([]);

  await app
    .page()
    .getByLabel(/^How many more/)
    .first()
    .fill('20');
  await app.page().getByText('€67.00 until December 31, 2026').waitFor();
  await button('Order now').focus();
  await app.page().keyboard.press('Enter');
  const dialog = app.page().getByRole('dialog');
  await dialog.getByText('Order 20 calls more?').waitFor();
  await dialog.getByText('€67.00').waitFor();
  await dialog.getByText('June 10, 2026').waitFor();
  expect(await app.violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Order now' }).dblclick();
  await app.page().getByText('It counts already').waitFor();
  await app.page().getByText('O-acme-1').first().waitFor();
  expect(await app.violations()).toEqual([]);

  await app.settle();
  await app.open(compare);
  await app.page().getByText('Allowed now: 120 calls').waitFor();
  app.as(ourselves);
  await app.open('/orders');
  await app.page().getByRole('link', { name: 'O-acme-1' }).click();
  await app.page().getByText('row 1 of the table, version 1').waitFor();
  expect(await app.violations()).toEqual([]);
  const page = JSON.stringify(await app.send('GET', '/v1/customers/acme/page'));
  expect(page).toContain('120');
  await expect.poll(orders).toHaveLength(1);
});

test('what is beyond the table is asked for, quoted, and agreed in their own room', async () => {
  app.as(boss);
  await app.open(`${compare}?units=300`);
  await app.page().getByText('€1,005.00 until December 31, 2026').waitFor();
  await button('Ask for an offer').click();
  const dialog = app.page().getByRole('dialog');
  await dialog.getByLabel('A word to us').fill('For the autumn.');
  await dialog.getByRole('button', { name: 'Ask for an offer' }).click();
  await app.page().getByText('With us: you get an offer').first().waitFor();

  app.as(desk);
  await app.open('/notifications');
  await app.page().getByText('A customer asks for an offer').first().waitFor();
  await app.open('/tasks');
  await app
    .page()
    .getByRole('link', { name: /Make the offer a customer asks for/ })
    .waitFor();
  await app.open('/orders/O-acme-2');
  await app.page().getByText('For the autumn.').waitFor();
  await button('Make the offer at today’s prices').click();
  await app.page().getByRole('link', { name: 'Q-acme-2' }).waitFor();
  expect(await app.violations()).toEqual([]);

  app.as(boss);
  await app.open('/portal/acme/ways-up/orders/O-acme-2');
  await button('Agree to the offer').click();
  await app.page().getByRole('dialog').getByRole('button', { name: 'Agree to the offer' }).click();
  await app.page().getByText('It counts already').waitFor();
  await app.settle();
  await app.open(compare);
  await app.page().getByText('Allowed now: 420 calls').waitFor();
});

test('what changed meanwhile is said, with the new figures, and nothing is ordered', async () => {
  app.as(boss);
  await app.open(`${compare}?units=10`);
  await button('Order now').click();
  const dialog = app.page().getByRole('dialog');
  await dialog.getByText('June 10, 2026').waitFor();
  app.turnTo(at('2026-06-11T12:00:00Z'));
  await dialog.getByRole('button', { name: 'Order now' }).click();
  await dialog.getByText('the first day').waitFor();
  await dialog.getByText('June 11, 2026').waitFor();
  expect(await app.violations()).toEqual([]);
  await expect.poll(orders).toHaveLength(2);
  await app.page().keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('on a phone, in the dark, in German', async () => {
  app.as(boss);
  await app.page().setViewportSize({ width: 360, height: 780 });
  await app.page().emulateMedia({ colorScheme: 'dark' });
  await app.page().addInitScript(() => localStorage.setItem('goodterms-language', 'de'));
  await app.open(compare);
  await heading('Beacon API: mehr Bedarf?').waitFor();
  await app.page().getByText('Sie brauchen nichts').waitFor();
  expect(await app.overflow()).toBeLessThanOrEqual(0);
  expect(await app.violations()).toEqual([]);
  await app.open('/portal/acme/ways-up');
  await heading('Ihre Bestellungen').waitFor();
  await app.page().getByRole('link', { name: /20/ }).waitFor();
  expect(await app.overflow()).toBeLessThanOrEqual(0);
  expect(await app.violations()).toEqual([]);
});

test('who orders at once is a table; what no row covers is said', async () => {
  await app.open('/order-policy');
  await heading('Who orders at once').waitFor();
  await app.page().getByText('amount from 200 EUR').waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Add a row').click();
  await app.page().getByLabel('What row 2 makes of an order').selectOption('request');
  await button('Publish').click();
  await app.page().getByText('Version 2 is in force.').waitFor();
});

async function orders(): Promise<readonly object[]> {
  const { items } = (await app.send('GET', '/v1/portal/acme/orders')) as { items: object[] };
  return items;
}
