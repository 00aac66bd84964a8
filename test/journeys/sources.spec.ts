import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-11-22T10:00:00Z');
const yaml = { 'content-type': 'application/yaml' };
const lines = { 'content-type': 'application/x-ndjson' };
const app = appJourney(start, async ({ send, settle }) => {
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['northwind', 'seats', 'empty']), yaml);
  const measure = '{ aggregate: peakConcurrency, window: instant }';
  const seats = agreement('seats', { measure }).replace('quantity: 100', 'quantity: 5');
  await send('POST', '/v1/imports/agreements', `${agreement('northwind')}---\n${seats}`, yaml);
  const tell = (...events: string[]) =>
    send('POST', '/v1/customers/northwind/usage?format=cloudevents', `${events.join('\n')}\n`, lines);
  const early = [2, 5, 9].map((n) => event(`e${n}`, after(start, -n * day), 20));
  const both = (n: number) => ['x', 'y', 'z'].map((id) => event(id, after(start, -4 * day), n));
  await tell(...early, ...both(1));
  await tell(...both(25), 'no event');
  await settle();
});

const dialog = () => app.page().getByRole('dialog');
const button = (name: string | RegExp) => app.page().getByRole('button', { name });
const main = async () => (await app.page().locator('main').allInnerTexts()).join();

test('a conflict is settled on the screen, the reading changes, and it is said what that did', async () => {
  const page = app.page();
  await app.open('/');
  await page.getByRole('link', { name: 'Sources' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  await page.getByText('3 conflicts').waitFor();
  expect(await app.violations()).toEqual([]);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('gaps');
  await page.getByText('No source is like this.').waitFor();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('conflicts');
  await page.getByRole('link', { name: '/gateway' }).click();

  await page.getByRole('heading', { level: 1, name: '/gateway' }).waitFor();
  await page.getByRole('heading', { name: 'Record x' }).waitFor();
  const marks = page.locator('mark');
  await expect.poll(() => marks.allInnerTexts()).toEqual(['1', '25', '1', '25', '1', '25']);
  expect(await app.violations()).toEqual([]);
  const first = page.getByRole('button', { name: /This is right.*25 call/ }).first();
  await first.focus();
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Choose it' }).click();
  await dialog().getByText('Say why').waitFor();
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('The first export was cut off.');
  await dialog().getByRole('button', { name: 'Choose it' }).click();
  await page.getByText('Done, and counted again: no finding changed.').waitFor();

  await button(/^Choose for all 2 at once/).click();
  await dialog().getByText('2 records would be settled').waitFor();
  expect(await app.violations()).toEqual([]);
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('The first export was cut off.');
  await dialog().getByRole('button', { name: 'Choose for 2 records' }).click();
  await page.getByText('stands, verified').waitFor();
  await page.getByText('All are settled.').waitFor();
  await page.getByRole('link', { name: 'The finding on calls of AG-northwind' }).click();
  await page.getByRole('heading', { level: 1, name: 'Northwind Labs' }).waitFor();
  await expect.poll(main).toMatch(/Measured\s+135 calls/);

  await page.goBack();
  await button(/^Take back.*record y/).click();
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('This one was right.');
  await dialog().getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('1 record has several contents').waitFor();
});

test('a directory pushes users: one that is deactivated gives the seat back', async () => {
  const page = app.page();
  await app.open('/customers/seats/directory');
  await page.getByText('No directory can push users yet.').waitFor();
  await button('Make a token').click();
  await page.getByText('Give the source a name.').waitFor();
  await page.getByRole('textbox', { name: 'Name of the source' }).fill('entra');
  await page.getByRole('textbox', { name: 'Feature' }).fill('call');
  await button('Make a token').click();
  const token = await page.locator('code', { hasText: /^gts_/ }).textContent();
  expect(await app.violations()).toEqual([]);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
  const push = (method: string, path: string, body: object) =>
    app.send(method, `/scim/v2/seats${path}`, JSON.stringify(body), headers) as Promise<{ id: string }>;
  const ids = [];
  for (const n of [1, 2, 3])
    ids.push((await push('POST', '/Users', { userName: `user${n}@seats.example` })).id);
  await app.settle();
  await app.open('/customers/seats');
  await expect.poll(main).toMatch(/3 calls used/);

  app.turnTo(after(start, day));
  const message = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] };
  const Operations = [{ op: 'Replace', path: 'active', value: 'False' }];
  await push('PATCH', `/Users/${ids[0]}`, { ...message, Operations });
  await app.settle();
  const used = async () =>
    (
      (await app.send('GET', '/v1/positions')) as { items: { customer: { id: string }; used: string }[] }
    ).items.find(({ customer }) => customer.id === 'seats')?.used;
  await expect.poll(used).toBe('2');
  await app.open('/customers/seats');
  await expect.poll(main).toMatch(/2 calls used/);

  await app.open('/customers/seats/directory');
  await button(/^Revoke…/).click();
  await button(/^Revoke for good/).click();
  await page.getByText(/^revoked /).waitFor();
  await page.getByRole('link', { name: 'entra' }).click();
  await page.getByRole('heading', { level: 1, name: 'entra' }).waitFor();
  await page.getByText('Every line of its imports was taken.').waitFor();
});

test('dark and narrow it reads as well; what is not there is said', async () => {
  const page = app.page();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 400, height: 800 });
  for (const [path, words] of [
    ['/sources', '/gateway'],
    ['/customers/northwind/source?source=%2Fgateway', 'Record x'],
    ['/customers/empty/directory', 'No directory can push users yet.'],
    ['/sources?customer=empty', 'Nothing has come in yet.'],
  ] as const) {
    await app.open(path);
    await page.getByText(words).first().waitFor();
    expect(await app.violations()).toEqual([]);
    expect(await app.overflow()).toBeLessThanOrEqual(0);
  }
  await app.open('/customers/empty/source?source=none');
  await page.getByRole('heading', { name: 'There is no such source' }).waitFor();
});
