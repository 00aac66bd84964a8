import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { loadDemo } from '#apps/server/demo.ts';
import { startWorker } from '#apps/server/worker.ts';
import { places } from '#apps/workspace/shell/places.ts';
import { after, second } from '#platform/instant.ts';
import { testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { launchBrowser, whole } from './browser.ts';

/** The real server, the real database, the demo vendor, a real browser: what somebody sees who opens the page. */
const start = at('2026-11-22T10:00:00Z');
let browser: Browser;
let page: Page;
let address: string;
let settle: () => Promise<void>;
let close: () => Promise<void>;

beforeAll(async () => {
  const { app: pool } = await testDatabase();
  let ticks = 0;
  const base = { pool, clock: () => after(start, ticks++ * second), actor: 'staff' };
  const failures: unknown[] = [];
  const worker = startWorker(base, (error) => failures.push(error));
  const workspace = await buildPages();
  const report = (error: unknown) => failures.push(error);
  const context = { ...base, wake: worker.wake };
  const app = makeApp(context, { workspace, identify: identifyAsOurselves, report });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => server.once('listening', ready));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  await loadDemo(context, { workspace, report, address, settle: worker.settle });
  settle = worker.settle;
  close = async () => {
    server.close();
    await worker.stop();
    expect(failures).toEqual([]);
  };
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await close?.();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  return () => page.close();
});

const text = () => page.locator('main').innerText();

describe('with the page alone', () => {
  test('the limit, the measured value and the cause of a finding can be stated', async () => {
    await page.goto(address);
    await page
      .getByRole('link', { name: /Brightline Engineering/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Brightline Engineering' }).waitFor();
    await expect
      .poll(text)
      .toContain('49 licenses counted where AG-brightline allows 40, so 9 above the limit');
    await expect.poll(text).toMatch(/Limit\s+40 licenses/);
    await expect.poll(text).toMatch(/Measured\s+49 licenses/);
    await expect.poll(text).toContain('Use has risen past what was ordered');
  });

  test('show me why goes down to each counted unit, and the arithmetic adds up', async () => {
    await page.goto(`${address}/customers/brightline`);
    await page.getByText('Show me why').first().click();
    await page.getByText('49 rows come to 49').waitFor();
    await page.getByText('anna.santos').first().waitFor();
    await expect.poll(text).toMatch(/both counts agree|counts agree/i);
    await expect.poll(text).toContain('€3,024.00');
  });

  test('what cannot be told is said, not guessed', async () => {
    await page.goto(`${address}/customers/tidewater`);
    await page.getByRole('heading', { level: 1, name: 'Tidewater Shipping' }).waitFor();
    await expect.poll(text).toMatch(/cannot tell/i);
  });

  test('our own mistake becomes an apology that asks for nothing', async () => {
    await page.goto(`${address}/customers/kestrel`);
    await page.getByText('This one is on us, and we are sorry.').waitFor();
    await expect.poll(text).toContain('You owe nothing for this');
  });
});

describe('a team has been at work', () => {
  test('positions have owners, severities, a flag and saved filters', async () => {
    await page.goto(address);
    await page.getByText('Renewing, and beyond').waitFor();
    for (const seen of ['Priya Raman', 'Amara Osei', 'In renewal talks', 'row 3 of version 1'])
      await expect.poll(text).toContain(seen);
  });

  test('cores near their limit are told of by forecast, and the chart draws the band', async () => {
    await page.goto(`${address}/alerts`);
    await page.getByText('64 of 72 core licenses').waitFor();
    await expect.poll(text).toContain('Due because the limit is likely to be reached before the renewal');
    await page.goto(`${address}/customers/fjordline`);
    await page.getByText('likely (estimate)').waitFor();
  });

  test('two spellings and the account of a machine are suggested, and nothing is applied', async () => {
    await page.goto(`${address}/customers/copperfield/people`);
    await page.getByText('looks like a machine').waitFor();
    await page.getByText('may be one person').waitFor();
    await expect.poll(text).toContain('Every name counts as a person of its own');
  });

  test('one report is overdue, others came in', async () => {
    await page.goto(`${address}/duties`);
    await page.getByRole('row', { name: /Brightline.*Overdue/ }).waitFor();
    await page.getByRole('button', { name: /Done/ }).click();
    await page
      .getByRole('row', { name: /Harborview.*Done/ })
      .first()
      .waitFor();
  });

  test('no place of the menu is empty', async () => {
    for (const { to } of places) {
      await page.goto(`${address}${to}`);
      await whole(page);
      await expect
        .poll(text, { message: to })
        .not.toMatch(
          /nothing has come in|no (quarter|agreement|quote) has|nobody is here|no partner is|no table yet/i,
        );
    }
  });
});

test('a finding is confirmed, and then its notice may go; another is dismissed with a reason', async () => {
  await page.goto(`${address}/customers/brightline`);
  await page.getByText('Nobody has confirmed the finding yet').waitFor();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /confirm/i })
    .last()
    .click();
  await page.getByText('Nobody has confirmed the finding yet').waitFor({ state: 'detached' });
  await settle();

  await page.goto(`${address}/customers/copperfield`);
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await dialog.getByRole('textbox').fill('Maria Santos stands in the roster under two spellings.');
  await dialog
    .getByRole('button', { name: /dismiss/i })
    .last()
    .click();
  await dialog.waitFor({ state: 'detached' });
  await settle();
  await page.reload();
  await page
    .getByText(/dismissed/i)
    .first()
    .waitFor();
});
