import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import type { CustomerPage } from '#apps/server/pages.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-04-10T12:00:00Z');
const app = appJourney(start, async ({ send, settle }) => {
  const yaml = { 'content-type': 'application/yaml' };
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['grown']), yaml);
  await send('POST', '/v1/imports/agreements', agreement('grown'), yaml);
  const used = [event('f', at('2026-02-10'), 112), event('m', at('2026-03-10'), 120)];
  await send('POST', '/v1/customers/grown/usage?format=cloudevents', `${used.join('\n')}\n`, {
    'content-type': 'application/x-ndjson',
  });
  await settle();
  const { findings } = (await send('GET', '/v1/customers/grown/page')) as CustomerPage;
  const [{ key, version }] = findings as [CustomerPage['findings'][number]];
  const order = JSON.stringify({ cause: 'growth', expectedVersion: version });
  await send('POST', `/v1/customers/grown/findings/${key}/confirm`, order, {
    'content-type': 'application/json',
  });
  await settle();
});
const button = (name: RegExp | string) => app.page().getByRole('button', { name });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await app.page().keyboard.press(key);
};

test('a confirmed finding is quoted, agreed, handed to billing as a file and settled; then it is cleared', async () => {
  await app.open('/quotes');
  await app.page().getByText('There is no quote yet').waitFor();
  expect(await app.violations()).toEqual([]);

  await app.open('/customers/grown');
  await button('Make a quote').focus();
  await press('Enter');
  await app.page().getByRole('heading', { name: 'Quote Q-grown-1' }).waitFor();
  await app.page().getByText('12 calls more from').waitFor();
  await app.page().getByText('Give to billing is not possible: Nothing is billed').waitFor();
  expect(await app.violations()).toEqual([]);

  await button('Record as agreed').focus();
  await press('Enter');
  // The dialog puts the cursor there once it is open.
  await app.page().locator('[role=dialog] input:focus').waitFor();
  await app.page().keyboard.type('Dana Wells, by letter');
  await press('Enter');
  await app.page().getByText('Choose the day.').waitFor();
  expect(await app.violations()).toEqual([]);
  await app.page().getByLabel('Agreed on').fill('2026-04-10');
  await app.page().getByRole('dialog').getByRole('button', { name: 'Record as agreed' }).click();
  await app.page().getByText('Agreed by Dana Wells, by letter.').waitFor();

  await app.page().getByRole('link', { name: 'All quotes', exact: true }).click();
  const saved = app.page().waitForEvent('download');
  await button('Download lines of agreed quotes').click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^quotes-\w{12}\.csv$/);
  await button('Mark 1 as billed').click();
  await app.page().getByText('1 quote is with billing by').waitFor();
  expect(await app.violations()).toEqual([]);

  await app.page().getByRole('link', { name: 'Q-grown-1' }).click();
  await button('Record the invoice').click();
  await app.page().getByLabel('Number of the invoice').fill('IN-7');
  await app.page().getByLabel('Amount in EUR').fill('11');
  await app.page().getByLabel('Date of the invoice').fill('2026-04-10');
  await app.page().keyboard.press('Enter');
  await app.page().getByText('The invoice is not over the amount').waitFor();
  await app.page().getByLabel('Amount in EUR').fill('10.00');
  await app.page().keyboard.press('Enter');
  await app.page().getByText('Settled by invoice IN-7').waitFor();
  await app.settle();
  await app.open('/customers/grown');
  await app.page().getByText('Cleared by a recount').first().waitFor();

  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page().emulateMedia({ colorScheme });
    // Colors of the switch fade; a page opened anew has them at once.
    await app.open('/quotes/Q-grown-1');
    await app.page().getByText('Settled by invoice IN-7').waitFor();
    expect(await app.violations(), colorScheme).toEqual([]);
  }
  await app.page().setViewportSize({ width: 360, height: 800 });
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});

test('while it fails the page says what to do, and tries again', async () => {
  await app.page().route('**/v1/quotes?*', (route) => route.fulfill({ status: 500, body: 'no' }));
  await app.page().route('**/v1/quotes', (route) => route.fulfill({ status: 500, body: 'no' }));
  await app.open('/quotes');
  await app.page().getByRole('heading', { name: 'The server did not answer as expected' }).waitFor();
  await app.page().unrouteAll();
  await button('Try again').click();
  await app.page().getByRole('link', { name: 'Q-grown-1' }).waitFor();
  await app.page().getByLabel('Which quotes').selectOption('withdrawn');
  await app.page().getByText('No quote stands there.').waitFor();
});

test('where a key to Stripe is set, the account of the customer is entered on the page', async () => {
  let account = { customer: 'grown', stripe: null as string | null, version: 0, ready: true };
  await app.page().route('**/billing-account', async (route) => {
    const request = route.request();
    if (request.method() === 'PUT') {
      expect(request.headers()['if-match']).toBe('"0"');
      account = { ...account, ...request.postDataJSON(), version: 1 };
    }
    await route.fulfill({ json: account });
  });
  await app.open('/quotes/Q-grown-1');
  await app.page().getByLabel('Stripe customer').fill('cus_1');
  await app.page().keyboard.press('Enter');
  await app.page().getByText('Kept.').waitFor();
  await expect.poll(() => app.page().getByLabel('Stripe customer').inputValue()).toBe('cus_1');
  expect(await app.violations()).toEqual([]);
});
