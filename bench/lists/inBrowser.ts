import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import type { makeApp } from '#apps/server/app.ts';
import { launchBrowser } from '#test/journeys/browser.ts';
import { median, timesOf } from './times.ts';

type Shown = { readonly name: string; readonly path: string; readonly rows: string };

const pages: readonly Shown[] = [
  { name: 'positions', path: '/', rows: 'tbody tr' },
  { name: 'customers', path: '/customers', rows: 'tbody tr' },
  { name: 'alerts', path: '/alerts', rows: 'ul[aria-label="Alerts"] > li' },
];

/** Says how long it takes until rows are seen of a page that is opened anew; loading the program is part of it. */
export async function inBrowser(fetch: ReturnType<typeof makeApp>['fetch']): Promise<void> {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => server.once('listening', ready));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  for (const { name, path, rows } of pages) {
    const there = await page.goto(address + path).then(() => seen(page, rows));
    if (!there) {
      console.log(`in a browser, ${name}: no such page yet`);
      continue;
    }
    const opened = await timesOf(async () => {
      await page.goto(address + path);
      await page.locator(rows).first().waitFor();
    }, 7);
    console.log(`in a browser, ${name} opened until rows show: ${said(opened)}`);
  }
  await browser.close();
  server.close();
}

async function seen(page: Page, rows: string): Promise<boolean> {
  try {
    await page.locator(rows).first().waitFor({ timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function said(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms (${Math.max(...times).toFixed(0)})`;
}
