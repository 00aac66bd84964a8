import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { importOnPage, makeCustomer, uploadOnPage, usedWhenExamined } from '../soak/importSoak.ts';
import { type SoakServer, startServer } from '../soak/server.ts';
import { writeUsageFile } from '../soak/usageFile.ts';
import { violationsOf } from './barriers.ts';
import { launchBrowser } from './browser.ts';

/** A share of `npm run soak -- import`. */
const rows = 20_000;
let server: SoakServer;
let browser: Browser;
let page: Page;
let folder: string;
let file: string;

beforeAll(async () => {
  const db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'goodterms-imports-'));
  file = join(folder, 'usage.ndjson');
  await writeUsageFile(file, rows, Date.now());
  server = await startServer({ DATABASE_URL: db.url });
  await makeCustomer(server);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  await page.context().addCookies([{ ...server.signedIn.cookie, url: server.address }]);
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const violations = () => violationsOf(page);

test('a file goes all the way through the screen, is undone and counts again', async () => {
  await page.goto(`${server.address}/imports`);
  await page.getByText('Nothing has come in yet').waitFor();
  expect(await violations()).toEqual([]);

  await uploadOnPage(page, server.address, file);
  await page.getByText('Of the first 1,000 entries: 1,000 records would be new').waitFor();
  expect(await violations()).toEqual([]);
  const { words, memoryPeak } = await importOnPage(page, server);
  expect(words).toBe('20,000 new records.');
  expect(memoryPeak).toBeLessThan(700);
  expect(await violations()).toEqual([]);
  const used = await usedWhenExamined(server);
  expect(used.replaceAll(',', '')).toBe('20000');

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Say why').waitFor();
  await page.getByLabel('Reason').fill('It is the file of somebody else.');
  expect(await violations()).toEqual([]);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await page.getByText('Undone: it does not count.').waitFor();
  await page.getByRole('button', { name: 'Let it count again' }).click();
  await page.getByLabel('Reason').fill('It is theirs after all.');
  await page.getByRole('button', { name: 'Count again', exact: true }).click();
  // The text stands in the field of the dialog too: it is on the page once the dialog is gone.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('It is theirs after all.').waitFor();

  await uploadOnPage(page, server.address, file);
  await page.getByText('This is the very same file').waitFor();
  const again = await importOnPage(page, server);
  expect(again.words).toBe('All 20,000 were known already: nothing changed.');
  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByText('All 20,000 were known already').waitFor();
  await page.getByLabel('Status').selectOption('Canceled');
  await page.getByText('No import has this status.').waitFor();
});
