import { expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const app = appJourney(at('2026-07-10'));
const page = () => app.page();
const button = (name: string | RegExp) => page().getByRole('button', { name, exact: true });
const field = (label: string | RegExp) => page().getByLabel(label);

async function fill(entries: Readonly<Record<string, string>>, part?: string): Promise<void> {
  const place = part === undefined ? page() : page().getByRole('region', { name: part });
  for (const [label, value] of Object.entries(entries))
    await place.getByRole('textbox', { name: label, exact: true }).fill(value);
}

async function saved(): Promise<void> {
  await button('See what changes').click();
  await page().getByRole('heading', { name: 'What changes' }).waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Save').click();
}

test('an empty installation leads to a catalog, which is written step by step', async () => {
  await app.open('/customers');
  await page().getByRole('heading', { name: 'First steps' }).waitFor();
  expect(await app.violations()).toEqual([]);
  await page().getByRole('link', { name: 'What you sell, and for how much' }).click();
  await page().getByText('Nothing is for sale yet').waitFor();
  await field('What do you want to do?').selectOption('Add a product');
  await fill({ Id: 'beacon', Name: 'Beacon API' });
  await saved();
  await page().getByRole('cell', { name: 'Beacon API' }).waitFor();
  await field('What do you want to do?').selectOption('book');
  await fill({
    'Price book': 'PB-1',
    Price: 'beacon-call',
    'What one unit is called': 'call',
    'Price of a unit': '0.50',
  });
  await fill({ From: '2025-01-01' });
  await saved();
  await page().getByRole('cell', { name: '0.5 a call' }).waitFor();
});

test('a customer is created; what is wrong is told at the field', async () => {
  await app.open('/customers/new');
  await fill({ Id: 'northwind', Name: 'Northwind Labs', Segment: 'research' }, 'Who they are');
  for (const [part, name] of [
    ['Their contact, who reads our notices', 'Dana Wells'],
    ['Our owner, who answers for them', 'Sam Ortiz'],
  ] as const) {
    await fill({ Name: name, 'E-mail': 'nobody', Role: 'Lead' }, part);
  }
  await field('Customer since').fill('2019-04-01');
  await button('Create the customer').click();
  await page().getByText('"nobody" is no e-mail address.').first().waitFor();
  expect(await app.violations()).toEqual([]);
  for (const mail of await page().getByLabel('E-mail').all()) await mail.fill('dana@northwind.example');
  await button('Create the customer').focus();
  await page().keyboard.press('Enter');
  await page().getByRole('heading', { level: 1, name: 'Northwind Labs' }).waitFor();
});

test('an agreement is signed by a form, its text raises the limit, and the page shows it', async () => {
  await app.open('/customers/northwind');
  await page().getByRole('link', { name: 'New agreement' }).click();
  await fill({
    Agreement: 'AG-1',
    Title: 'Beacon for Northwind',
    'Holds from': '2026-01-01',
    'Holds until': '2027-01-01',
    'Time zone': 'UTC',
    'Name of the clause': 'calls',
    Product: 'beacon',
    'What one unit is called': 'call',
    'Limit (may be left out)': '100',
    "The contract's own words": 'Up to 100 calls a month.',
    'The same in plain words': 'You may make 100 calls a month.',
  });
  await field('Signed on').fill('2025-12-15');
  await field('What is counted').selectOption('count');
  await saved();
  await page().getByRole('heading', { name: 'Beacon for Northwind' }).waitFor();
  await page().getByRole('link', { name: 'Edit Beacon for Northwind' }).click();
  await field('What do you want to do?').selectOption('Edit the text (YAML)');
  const text = field('Text of the agreement (YAML)');
  await expect.poll(() => text.inputValue()).toContain('limit: 100');
  const before = await text.inputValue();
  await text.fill(before.replace('limit: 100', 'limit: many'));
  await button('See what changes').click();
  await button(/^Line \d+$/).click();
  const marked = 'const a = document.activeElement; a.value.slice(a.selectionStart, a.selectionEnd)';
  await expect.poll(() => page().evaluate<string>(marked)).toContain('limit: many');
  await text.fill(before.replace('limit: 100', 'limit: 150'));
  await button('See what changes').click();
  await page().getByRole('cell', { name: '150' }).waitFor();
  await page().getByText('The signed text is corrected').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme });
    await page().locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    expect(await app.violations(), colorScheme).toEqual([]);
  }
  await page().setViewportSize({ width: 360, height: 800 });
  expect(await app.overflow()).toBeLessThanOrEqual(0);
  await button('Save').click();
  await page().getByText('Saved. Where the customer stands').waitFor();
  await app.settle();
  await app.open('/customers/northwind');
  await page().getByText('150').first().waitFor();
});

test('an order signed since is told apart from a typing error; a permit is revoked', async () => {
  await app.open('/customers/northwind/agreements/AG-1');
  await field('What do you want to do?').selectOption('Change a limit');
  await page().getByText('Both sides signed it since').click();
  await fill({ 'Counts from': '2026-10-01', 'Signed on': '2026-07-01', 'New limit': '200' });
  await saved();
  await page().getByText('Saved. Where the customer stands').waitFor();
  await field('What do you want to do?').selectOption('Permit more for a time');
  await fill({
    ...{ 'Decided on': '2026-07-10', From: '2026-08-01', Until: '2026-09-01' },
    ...{ Why: 'A release.', 'How many, or which values': '20' },
  });
  await saved();
  await button('Revoke EX-1 now').click();
  await page().getByRole('cell', { name: /2026/ }).waitFor();
});

test('two who edit at once: who is second is told what changed, and loses nothing', async () => {
  await app.open('/customers/northwind/edit');
  await fill({ Segment: 'health', Name: 'Northwind' }, 'Who they are');
  type Seen = { version: number; form: { name: string; size: string } };
  const { version, form } = (await app.send('GET', '/v1/customers/northwind')) as Seen;
  const theirs = { ...form, name: 'Northwind Laboratories', size: 'large' };
  await app.send('PUT', '/v1/customers/northwind', JSON.stringify(theirs), { 'if-match': `"${version}"` });
  await button('Save').click();
  const told = page().getByRole('alert').filter({ hasText: 'Somebody else changed this customer' });
  await told.getByText('Size is now large').waitFor();
  await told.getByText('Theirs is Northwind Laboratories').waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Save').click();
  await page().getByRole('heading', { level: 1, name: 'Northwind', exact: true }).waitFor();
  await expect
    .poll(() => app.send('GET', '/v1/customers/northwind'))
    .toMatchObject({ form: { name: 'Northwind', size: 'large', segment: 'health' } });

  await app.open('/customers/northwind/agreements/AG-1');
  await field('What do you want to do?').selectOption('Correct title, dates, time zone or currency');
  await fill({ Title: 'Mine' });
  await button('See what changes').click();
  await button('Save').waitFor();
  const path = '/v1/customers/northwind/agreements/AG-1';
  const known = (await app.send('GET', path)) as { version: number; text: string };
  const text = known.text.replace('price', 'price').replace('currency: EUR', 'currency: USD');
  await app.send('PUT', path, JSON.stringify({ text }), { 'if-match': `"${known.version}"` });
  await button('Save').click();
  await page().getByRole('heading', { name: 'Somebody else changed the agreement meanwhile' }).waitFor();
  const title = page().getByRole('textbox', { name: 'Title', exact: true });
  await expect.poll(() => title.inputValue()).toBe('Mine');
});

test('while the list fails the page says what to do, and tries again', async () => {
  await page().route('**/v1/customers?*', (route) => route.fulfill({ status: 500, body: 'no' }));
  await app.open('/customers');
  await page().getByRole('heading', { name: 'The server did not answer as expected' }).waitFor();
  await page().unroute('**/v1/customers?*');
  await button('Try again').click();
  await page().getByRole('link', { name: 'Northwind', exact: true }).waitFor();
  await page().getByRole('searchbox', { name: 'Name or id' }).fill('nobody');
  await page().getByText('No customer is like that').waitFor();
  await page().setViewportSize({ width: 360, height: 800 });
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});
