import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { agreement, catalog } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { readTable } from '#platform/table/readTable.ts';
import { writeWorkbook } from '#platform/table/writeTable.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

/** A license manager's spreadsheet becomes customers, order lines and positions; a mistake is taken back whole. */
const start = at('2026-06-15T10:00:00Z');
const yaml = { 'content-type': 'application/yaml' };
const app = appJourney(start, async ({ send }) => {
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
});

const customers = writeWorkbook([
  {
    name: 'Customers 2026',
    rows: [
      [
        'Customer ID',
        'Company',
        'Size',
        'Industry',
        'Risk',
        'Contact',
        'Contact e-mail',
        'Contact role',
        'Owner',
        'Owner e-mail',
        'Owner role',
        'Customer since',
        'Renewals',
      ],
      ...['northwind', 'fabrikam', 'Not An Id'].map((id) => [
        id,
        `${id} Labs`,
        id === 'fabrikam' ? 'gigantic' : 'SMB',
        'research',
        'low',
        'Dana Wells',
        'dana.wells@northwind.example',
        'IT lead',
        'Sam Ortiz',
        'sam@meridian.example',
        'License manager',
        { day: '2019-04-01' },
        { number: '6' },
      ]),
    ],
  },
]);
const lines =
  'Contract;Line;Clause;Item;Qty;PO;Signed\nAG-northwind;OL-2;calls;beacon;1.000;PO 2;01.06.2026\n';

const main = () => app.page().locator('main');
const button = (name: string | RegExp) => app.page().getByRole('button', { name });
const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});
const sound = async (what: string) => {
  expect(await app.violations(), what).toEqual([]);
  expect(await app.overflow(), what).toBeLessThanOrEqual(0);
};

test('a spreadsheet becomes customers: chosen with the keyboard, looked at row by row, taken', async () => {
  const page = app.page();
  await app.open('/papers');
  await page.getByText('Nothing has come in yet').waitFor();
  await sound('nothing yet');
  await main().getByRole('link', { name: 'Customers', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await sound('which file');
  await page.getByLabel('File', { exact: true }).last().setInputFiles(file('customers.xlsx', customers));
  await page.getByRole('heading', { name: 'What is in each column?' }).waitFor();
  await expect.poll(() => page.getByLabel('Company means').inputValue()).toBe('name');
  await sound('columns');
  await button('Show what would change').click();

  await page.getByRole('heading', { name: '1 row would change something' }).waitFor();
  await page.getByText('"Not An Id" cannot be a customer\'s id.').waitFor();
  await sound('preview');
  await page.getByLabel('Size: gigantic').selectOption('large');
  await button('Read it that way').click();
  await page.getByRole('heading', { name: '2 rows would change something' }).waitFor();
  const stored = await app.db().admin.query('SELECT 1 FROM goodterms.customer');
  expect(stored.rowCount).toBe(0);
  await button('Take the 2 good rows, leave 1 out').click();
  await page.getByRole('heading', { name: '2 rows were taken' }).waitFor();
  await sound('done');
});

/** The list of positions as the link of the page gives it out, read again as any spreadsheet. */
async function exported(): Promise<string[][]> {
  const download = app.page().waitForEvent('download');
  await app.page().getByRole('link', { name: 'Excel' }).click();
  const bytes = await readFile(await (await download).path());
  const read = readTable(new Uint8Array(bytes));
  if (!read.ok) throw new Error(read.problems[0]!.detail);
  return read.value.rows.map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'object' ? cell.value : cell)),
  );
}

test('order lines move a limit, and with it a position; the file is taken back, and the position is what it was', async () => {
  const page = app.page();
  await app.send('POST', '/v1/imports/agreements', agreement('northwind'), yaml);
  const usage = event('e-1', at('2026-06-02T10:00:00Z'), 130);
  const path = '/v1/customers/northwind/usage?format=cloudevents';
  await app.send('POST', path, `${usage}\n`, { 'content-type': 'application/x-ndjson' });
  await app.settle();
  await app.open('/customers/northwind');
  await page.getByText('130 calls counted where AG-northwind allows 100').first().waitFor();

  await app.open('/papers/new/orderLines');
  await page.getByLabel('File', { exact: true }).last().setInputFiles(file('orders.csv', lines));
  await page.getByLabel('Numbers are written as').waitFor();
  await button('Show what would change').click();
  // 1.000 may be a thousand or one: it is refused until somebody says.
  await page.getByText('is 1.000 where a point marks decimals, and 1000 where a comma does').waitFor();
  await button('Back to the columns').click();
  await page.getByLabel('Numbers are written as').selectOption('comma');
  await button('Show what would change').click();
  await button('Take 1 row').click();
  await page.getByRole('heading', { name: '1 row was taken' }).waitFor();
  await app.settle();
  await app.open('/');
  await page.getByText('1,100').first().waitFor();

  const rows = await exported();
  const row = rows.find((cells) => cells.includes('AG-northwind'));
  expect(row).toEqual(expect.arrayContaining(['northwind', '1100', '130', 'within']));

  await app.open('/papers');
  await page.getByRole('link', { name: 'orders.csv' }).click();
  await button('Undo the whole import').click();
  await sound('undo dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Taken back' }).waitFor();
  await page.getByText('Taken back.').waitFor();
  await app.settle();
  await app.open('/customers/northwind');
  await page.getByText('130 calls counted where AG-northwind allows 100').first().waitFor();
});

test('a file that cannot be read says why, also on a phone', async () => {
  const page = app.page();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await app.open('/papers/new/customers');
  await page
    .getByLabel('File', { exact: true })
    .last()
    .setInputFiles(file('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')));
  await main().getByText('This is a file of an old Excel (.xls).').waitFor();
  await sound('refused file');
  await app.open('/papers');
  await page.getByRole('link', { name: 'customers.xlsx' }).click();
  await page.getByText('Row by row').waitFor();
  await sound('an import on a phone');
  await app.open('/papers/999');
  await page.getByText('There is no such import').waitFor();
});
