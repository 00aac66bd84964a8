import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { after, day, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-07-10');
const yaml = { 'content-type': 'application/yaml' };
const app = appJourney(start, async ({ send, settle }) => {
  const daily = { measure: '{ aggregate: max, window: day }' };
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['northwind', 'harbor']), yaml);
  await send(
    'POST',
    '/v1/imports/agreements',
    [agreement('northwind', daily), agreement('harbor')].join('---\n'),
    yaml,
  );
  await settle();
});

let told = 0;
async function use(customer: string, ...values: readonly (readonly [days: number, calls: number])[]) {
  const lines = values.map(([days, calls]) => {
    told += 1;
    return event(`e${told}`, after(start, days * day + minute), calls);
  });
  await app.send('POST', `/v1/customers/${customer}/usage?format=cloudevents`, `${lines.join('\n')}\n`, {
    'content-type': 'application/x-ndjson',
  });
  await app.settle();
}
const button = (name: string | RegExp) => app.page().getByRole('button', { name });
const dialog = () => app.page().getByRole('dialog');
const card = () => app.page().getByRole('article', { name: /Northwind/ });

test('nobody is close to a limit: the page says so, and where alerts come from', async () => {
  await app.open('/alerts');
  await app.page().getByText('Nobody is close to a limit.').waitFor();
  await app.page().getByText('No message yet.').waitFor();
  expect(await app.violations()).toEqual([]);
});

test('use grows: the chart of the customer shows where it is likely to go, as an estimate', async () => {
  const page = app.page();
  // Seventy days of growth, from 22 to 92 calls a day.
  await use('northwind', ...Array.from({ length: 70 }, (_, i) => [i - 70, 22 + i + (i % 3)] as const));
  await app.open('/customers/northwind');
  await page.getByText('likely (estimate)').waitFor();
  await page.getByText(/^If use goes on as it did, when the limit is reached: likely/).waitFor();
  expect(await app.violations()).toEqual([]);
});

test('an alert comes, is acknowledged, and crossing makes a finding', async () => {
  const page = app.page();
  await app.open('/alerts');
  await card().getByText('Close to the limit').waitFor();
  await card()
    .getByText(/likely (between|around) July .* estimate/)
    .waitFor();
  await card()
    .getByText(/90 % of the limit is used/)
    .waitFor();
  expect(await app.violations()).toEqual([]);
  expect(await app.overflow()).toBeLessThanOrEqual(0);

  await card()
    .getByRole('button', { name: /^Acknowledge/ })
    .focus();
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Acknowledge' }).click();
  await dialog().getByText('Say why').waitFor();
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('They order more on Monday.');
  await dialog().getByRole('combobox', { name: 'Keep quiet' }).selectOption('Until a day');
  await dialog().getByLabel('Day').fill('2026-08-01');
  expect(await app.violations()).toEqual([]);
  await dialog().getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByText('Acknowledged: nobody is told again of Northwind Labs before 2026-08-01.').waitFor();
  await card().getByText('They order more on Monday.').waitFor();

  app.turnTo(after(start, 6 * day));
  await use('northwind', [2, 98], [3, 104], [4, 107]);
  await page.reload();
  await card().getByText('Went above the limit', { exact: true }).waitFor();
  const acknowledge = card().getByRole('button', { name: /^Acknowledge/ });
  await expect.poll(() => acknowledge.count()).toBe(0);
  await card().getByRole('link', { name: 'the page of the customer' }).click();
  await page.getByRole('heading', { level: 1, name: 'Northwind Labs' }).waitFor();
  await page.getByText('Verified, awaits a decision').first().waitFor();
});

test('rules are tried before they are saved; what is wrong is told beside it', async () => {
  const page = app.page();
  await use('harbor', [0, 10]);
  await app.open('/alerts/rules');
  await page.getByRole('heading', { name: 'When alerts are due' }).waitFor();
  await page.getByLabel('Percent of the limit').fill('900');
  await button('What would be due today?').click();
  await page.getByText('Give a share between 0 and 100').waitFor();
  await page.getByLabel('Percent of the limit').fill('5');
  await button('What would be due today?').click();
  await page.getByRole('heading', { name: /alerts? would be due today/ }).waitFor();
  await page.getByRole('rowheader', { name: 'Harbor Labs' }).waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Add a rule').click();
  await page.getByLabel('Rule 3: tell when').selectOption('few are left, by the size of the limit');
  await page.getByLabel(/^Bands/).waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Save').click();
  await page.getByText('Saved. Customers are looked at again now.').waitFor();
  await app.settle();
  await app.open('/alerts');
  await page
    .getByRole('article', { name: /Harbor/ })
    .getByText('5 % of the limit is used')
    .waitFor();
});

test('a person wishes for less; dark and narrow it reads as well', async () => {
  const page = app.page();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  await app.open('/alerts');
  await button(/^Who is told.*Harbor/).click();
  const box = dialog().getByRole('checkbox', { name: 'E-mail to dana.wells@harbor.example' });
  // Its state follows the server's answer.
  await box.click();
  await dialog().getByText('Dana Wells, the contact').waitFor();
  await expect.poll(() => box.isChecked()).toBe(false);
  expect(await app.violations()).toEqual([]);
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});

test('a list that cannot be read says so, and can be tried again', async () => {
  const page = app.page();
  await page.route('**/v1/alerts?*', (route) => route.fulfill({ status: 500, body: '' }));
  await app.open('/alerts');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
  await page.unroute('**/v1/alerts?*');
  await button('Try again').click();
  await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor();
});
