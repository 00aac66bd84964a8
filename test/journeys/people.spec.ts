import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

/** Four keys called where one person may: two of them are Anna's, one is a machine's. */
const keys = [
  'anna.lee@north.example',
  'anna.lee@labs.example',
  'ben.cole@north.example',
  'svc-backup',
  'cy.day',
];
const app = appJourney(at('2026-11-22T10:00:00Z'), async ({ send, settle }) => {
  const yaml = { 'content-type': 'application/yaml' };
  const measure = '{ aggregate: { unique: who }, window: month }';
  const text = agreement('northwind', { measure }).replace('quantity: 100', 'quantity: 1');
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['northwind', 'empty']), yaml);
  await send('POST', '/v1/imports/agreements', text, yaml);
  const events = keys.map((user, i) => event(`e${i}`, at('2026-10-05'), 1, { user })).join('\n');
  await send('POST', '/v1/customers/northwind/usage?format=cloudevents', `${events}\n`, {
    'content-type': 'application/x-ndjson',
  });
  await settle();
});

const main = () => app.page().locator('main');
const text = async () => (await main().allInnerTexts()).join();
const dialog = () => app.page().getByRole('dialog');
const button = (name: string | RegExp) => app.page().getByRole('button', { name });

test('two identities are merged from an open question: the finding shrinks, and the notice is corrected', async () => {
  const page = app.page();
  await app.open('/customers/northwind');
  await page.getByRole('heading', { level: 1, name: 'Northwind Labs' }).waitFor();
  await expect.poll(text).toMatch(/Measured\s+5 calls/);
  await button('Confirm').click();
  await dialog()
    .getByRole('button', { name: /confirm/i })
    .last()
    .click();
  await dialog().waitFor({ state: 'detached' });
  await app.settle();
  await page.reload();
  await page.getByText('Your use of Beacon API: what we see').waitFor();
  await expect.poll(text).not.toContain('A correction');

  await page.getByText('Show me why').first().click();
  await button('These are one person').click();
  await dialog().getByRole('button', { name: 'Count as one person' }).click();
  await dialog().getByText('Say why').waitFor();
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('Anna changed her address in May.');
  await dialog().getByRole('radio', { name: 'anna.lee@labs.example' }).check();
  expect(await app.violations()).toEqual([]);
  await dialog().getByRole('button', { name: 'Count as one person' }).click();
  await dialog().waitFor({ state: 'detached' });
  await app.settle();

  await page.reload();
  await page
    .getByText(/correct/i)
    .first()
    .waitFor();
  await page.getByText('Show me why').first().click();
  await page.getByText('Counted again: 4 where 1 was allowed, less than before').first().waitFor();
  await page.getByText('This was decided since').waitFor();
  expect(await app.violations()).toEqual([]);
});

test('a machine is left out from the page of people, by keyboard; it is listed, and can be taken back', async () => {
  const page = app.page();
  await app.open('/customers/northwind/people');
  await page.getByRole('heading', { level: 1, name: 'People and machines' }).waitFor();
  await page.getByText('svc-backup looks like a machine.').waitFor();
  expect(await app.violations()).toEqual([]);
  expect(await app.overflow()).toBeLessThanOrEqual(0);
  await button('This is a service account').focus();
  await page.keyboard.press('Enter');
  // The dialog puts the cursor there once it is open.
  await page.locator('[role=dialog] textarea:focus').waitFor();
  await page.keyboard.type('It makes the backups.');
  await page.keyboard.press('Tab');
  await dialog().getByRole('button', { name: 'Leave it out' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Done: svc-backup does not count from now on.').waitFor();
  await page.getByRole('rowheader', { name: /svc-backup is left out/ }).waitFor();

  await page.getByRole('textbox', { name: 'Search' }).fill('BACKUP');
  await page.getByText('1 name with “BACKUP”').waitFor();
  await page.getByRole('textbox', { name: 'Search' }).fill('nobody at all');
  await page.getByText('No name holds this.').waitFor();
  await button(/^Take back.*P-2/).click();
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('It is a person after all.');
  await dialog().getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Done: P-2 is taken back.').waitFor();
  await page.getByText('Taken back').first().waitFor();
});

test('somebody is erased once it was read what that means', async () => {
  const page = app.page();
  await app.open('/customers/northwind/people');
  await button(/^Erase.*cy\.day/).click();
  await dialog().getByText('This cannot be undone.').waitFor();
  const erase = dialog().getByRole('button', { name: 'Erase for ever' });
  await expect.poll(() => erase.isDisabled()).toBe(true);
  await dialog().getByRole('checkbox').check();
  expect(await app.violations()).toEqual([]);
  await erase.click();
  await page.getByText('Done: the person is erased.').waitFor();
  await page.getByText(/^erased \(number/).waitFor();
  await expect.poll(text).not.toContain('cy.day');
});

test('a customer nobody has named anybody of says what to do next; one there is not is said so', async () => {
  await app.open('/customers/empty/people');
  await app.page().getByText('Names come with usage').waitFor();
  expect(await app.violations()).toEqual([]);
  await app.open('/customers/nobody/people');
  await app.page().getByRole('heading', { name: 'There is no such customer' }).waitFor();
});

test('dark and narrow it reads as well', async () => {
  const page = app.page();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  await app.open('/customers/northwind/people');
  await page.getByRole('heading', { name: 'Everybody the sources have named' }).waitFor();
  await page.getByText('ben.cole@north.example').first().waitFor();
  expect(await app.violations()).toEqual([]);
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});
