import type { Page } from 'playwright-core';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import type { SoakServer } from './server.ts';

/** What was seen while a file was imported through the screen. Times in seconds, memory in MB. */
export type Watched = {
  readonly words: string;
  readonly seconds: number;
  readonly shares: readonly number[];
  readonly phases: readonly string[];
  readonly memoryBefore: number;
  readonly memoryPeak: number;
};

export const customer = 'soak';

/** Makes a customer who may use a hundred calls a month. */
export async function makeCustomer({ send }: SoakServer): Promise<void> {
  const yaml = 'application/yaml';
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers([customer]), yaml);
  await send('POST', '/v1/imports/agreements', thisYear(agreement(customer)), yaml);
}

/** The server has the real clock: an agreement over 2026 becomes one over this year. */
function thisYear(text: string): string {
  const later = new Date().getUTCFullYear() - 2026;
  return text.replace(/\b202[567](?=-)/g, (year) => String(Number(year) + later));
}

/** Uploads a file on the page of imports, and waits until it is looked at. */
export async function uploadOnPage(page: Page, address: string, file: string): Promise<void> {
  await page.goto(`${address}/imports`);
  const field = page.getByLabel('Whose usage is it?');
  await field.fill(customer);
  await page.locator('datalist option').first().waitFor({ state: 'attached' });
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: 'What would be taken' }).waitFor();
}

/** Clicks "Import" and looks at page and memory until it says what became of the file; cancels at `until` percent. */
export async function importOnPage(
  page: Page,
  server: SoakServer,
  until = Number.POSITIVE_INFINITY,
): Promise<Watched> {
  const memoryBefore = server.memory();
  let memoryPeak = memoryBefore;
  const shares = new Set<number>();
  const phases = new Set<string>();
  const begun = performance.now();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const end = page.getByRole('heading', { name: 'What became of it' });
  const status = page.getByRole('status');
  let canceled = false;
  while (!(await end.isVisible())) {
    memoryPeak = Math.max(memoryPeak, server.memory());
    const words = (await status.isVisible())
      ? await status.textContent({ timeout: 1000 }).catch(() => '')
      : '';
    const [, share, phase] = /^(\d+) %\. (\w+):/.exec(words ?? '') ?? [];
    if (share !== undefined) shares.add(Number(share));
    if (phase) phases.add(phase);
    if (!canceled && Number(share ?? 0) >= until) {
      canceled = true;
      await page.getByRole('button', { name: 'Cancel the import' }).click();
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  const seconds = (performance.now() - begun) / 1000;
  const words = await page
    .getByRole('region', { name: 'What became of it' })
    .locator('p')
    .first()
    .textContent();
  return { words: words ?? '', seconds, shares: [...shares], phases: [...phases], memoryBefore, memoryPeak };
}

/** Waits until detection has examined the customer; returns what its position says it used. */
export async function usedWhenExamined({ send }: SoakServer): Promise<string> {
  for (;;) {
    // While it counts a million records the server answers nobody, and connections that wait are closed.
    const { rows } = positionOf(await send('GET', '/v1/positions').catch(() => ({})));
    if (rows[0] && rows[0].used !== '0') return rows[0].used;
    await new Promise((next) => setTimeout(next, 200));
  }
}

function positionOf(answer: unknown): { rows: readonly { used: string }[] } {
  const list = answer as { items?: { used: string }[]; positions?: { used: string }[] };
  return { rows: list.items ?? list.positions ?? [] };
}
