import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { languages } from '#apps/portal/words/languages.ts';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';
import { whole } from './browser.ts';

const start = at('2026-11-22T10:00:00Z');
const lena: Principal = {
  kind: 'customer',
  account: 'lena',
  customer: 'brightline',
  role: 'customer-administrator',
};
const of = (customer: string): Principal => ({ ...lena, account: `of ${customer}`, customer });

const app = appJourney(start, async ({ address, settle }) => {
  const few = demoVendor(start).filter(({ path }) => /imports|brightline|fjordline/.test(path));
  await loadFiles(fetch, address(), few);
  await settle();
});
const page = () => app.page();
const text = (words: string | RegExp) => page().getByText(words).first();
const main = () => page().locator('main').textContent();
const shots = process.env.GOODTERMS_SHOTS;

/** What comes behind a link, as text. */
async function download(link: string): Promise<string> {
  const address = await page().getByRole('link', { name: link }).getAttribute('href');
  return (await page().request.get(`${app.address()}${address}`)).text();
}

async function look(name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page().screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

async function open(path: string): Promise<void> {
  await app.open(path);
  await whole(page());
}

const line = '/portal/brightline/lines/AG-brightline/cad';
const everyPage = [
  ['overview', '/portal/brightline'],
  ['line', line],
  ['dates', '/portal/brightline/dates'],
  ['news', '/portal/brightline/changes'],
  ['documents', '/portal/brightline/documents'],
  ['paper', '/portal/brightline/documents/agreements/AG-brightline'],
  ['rules', '/portal/brightline/how-it-works'],
  ['kit', '/portal/kit'],
] as const;

describe('a customer at home', () => {
  test('sees the use, the limit and what is above it, and no word of blame', async () => {
    app.as(lena);
    await open('/portal');
    await page().waitForURL('**/portal/brightline');
    await text('49').waitFor();
    await text('of 40 licenses').waitFor();
    await text('9 licenses above what is allowed').waitFor();
    await text('Up to 40 licenses in use at the same moment.').waitFor();
    // The text of the contract may say "exceed"; we do not.
    await expect.poll(main).not.toMatch(/violat|breach|beyond|penalt|finding|overdue/i);
  });

  test('reads the contract beside the plain words, and how it is counted', async () => {
    app.as(lena);
    await open('/portal/brightline');
    await text('What the contract says').click();
    await text('The number of Concurrent Uses of the Software').waitFor();
    await text('Ordered (PO B-1907)').waitFor();
    await text('How this is counted').click();
    await text(
      'What counts is the most licenses in use at the same moment, in each calendar month.',
    ).waitFor();
    await look('portal-overview');
  });

  test('goes from the number to the people behind it, searches them, and takes them along', async () => {
    app.as(lena);
    await open('/portal/brightline');
    await page().getByRole('link', { name: 'See who is counted' }).click();
    await text('49 entries make up 49 licenses').waitFor();
    await page().getByRole('searchbox', { name: 'Search' }).fill('anna');
    await expect.poll(() => page().getByRole('row').allInnerTexts()).not.toContain('hugo');
    await page()
      .getByRole('row', { name: /anna\.santos/ })
      .waitFor();
    await expect.poll(async () => (await download('CSV')).split('\n').length).toBeGreaterThan(49);
    await page().getByText('The same as a table').click();
    await page()
      .getByRole('row', { name: /45.*40.*yes/ })
      .waitFor();
  });

  test('sees the limit coming, with the days between which it is likely', async () => {
    app.as(of('fjordline'));
    await open('/portal/fjordline');
    await text(/Likely to reach the limit between December \d+, 2026 and January \d+, 2027\./).waitFor();
    await text('An estimate from your use so far; it holds in four of five cases.').waitFor();
    await page()
      .getByRole('article', { name: 'Beacon Server' })
      .getByRole('link', { name: 'See it over time' })
      .click();
    await text('likely (estimate)').waitFor();
  });

  test('is told that nothing is known where no data came, and never a zero', async () => {
    app.as(of('tidewater'));
    await open('/portal/tidewater');
    await text('No data has come in yet.').waitFor();
    await expect.poll(main).not.toMatch(/\b0 (of|seats)/);
    await page().getByRole('link', { name: 'See it over time' }).click();
    await text('Nothing has been counted yet').waitFor();
    await expect.poll(main).not.toMatch(/\b0 (of|seats)/);
  });

  test('learns the rules one by one; what was understood is not shown as new again', async () => {
    app.as(of('fjordline'));
    await open('/portal/fjordline/how-it-works');
    await text('1 of 2').waitFor();
    await page().getByRole('button', { name: 'Understood' }).click();
    await text('2 of 2').waitFor();
    await page().getByRole('button', { name: 'Understood' }).click();
    await text('That is all').waitFor();
    await page().reload();
    await text('That is all').waitFor();
  });

  test('takes the dates into a calendar, and reads what was signed', async () => {
    app.as(lena);
    await open('/portal/brightline/dates');
    await text('Up for renewal').waitFor();
    await expect.poll(() => download('Add to your calendar')).toContain('BEGIN:VCALENDAR');
    await open('/portal/brightline/documents');
    await page()
      .getByRole('link', { name: /^Read.*Forge CAD for/ })
      .click();
    await text('The text stands as it was signed.').waitFor();
    await text('Amendment AM-1').waitFor();
  });
});

describe('who else looks in', () => {
  test('staff see a preview, and that it is one', async () => {
    await open('/portal/brightline');
    await text('Preview: this page as the customer sees it.').waitFor();
    await page().getByRole('link', { name: 'Back to the workspace' }).waitFor();
  });

  test('another customer’s room is one that does not exist', async () => {
    app.as(lena);
    await open('/portal/fjordline').catch(() => undefined);
    await text('There is no such page').waitFor();
  });

  test('whoever is not signed in is asked to, and comes back here', async () => {
    app.as(null);
    await app.open('/portal/brightline/dates');
    await page().waitForURL(/\/sign-in\?to=%2Fportal%2Fbrightline%2Fdates/);
  });
});

describe('every page', () => {
  test.each(everyPage)('%s has no barriers: light and dark, from a phone on', async (name, path) => {
    app.as(lena);
    await app.open(path);
    await page().locator('h1').waitFor();
    // The page of parts shows how waiting looks.
    if (name !== 'kit') await whole(page());
    expect(await app.violations(), 'light and wide').toEqual([]);
    for (const width of [1400, 768, 360]) {
      await page().setViewportSize({ width, height: 800 });
      expect(await app.overflow(), `${width} wide`).toBeLessThanOrEqual(0);
      await look(`portal-${name}-${width}`);
    }
    await page().emulateMedia({ colorScheme: 'dark' });
    expect(await app.violations(), 'dark, on a phone').toEqual([]);
    await look(`portal-${name}-dark`);
  });

  test('speaks four languages, chosen by hand, and says so to screen readers', async () => {
    app.as(lena);
    const titles = { en: 'Your licenses', de: 'Ihre Lizenzen', fr: 'Vos licences', es: 'Sus licencias' };
    await open('/portal/brightline');
    for (const { id, name } of languages) {
      await page().locator('header').getByRole('combobox').first().selectOption({ label: name });
      await page().getByRole('heading', { level: 1, name: titles[id] }).waitFor();
      await expect.poll(() => page().locator('html').getAttribute('lang')).toBe(id);
    }
    await page().reload();
    await page().getByRole('heading', { level: 1, name: titles.es }).waitFor();
  });

  test('goes by keyboard alone: past the menu, into the line, through the chart', async () => {
    app.as(lena);
    await open('/portal/brightline');
    await page().keyboard.press('Tab');
    await page().getByRole('link', { name: 'Skip to the page' }).and(page().locator(':focus')).waitFor();
    await page().keyboard.press('Enter');
    await page().getByRole('link', { name: 'See who is counted' }).focus();
    await page().keyboard.press('Enter');
    await text('Use over time').waitFor();
    await page().locator('main:focus').waitFor();
    const chart = page().getByRole('slider');
    await chart.focus();
    await page().keyboard.press('Home');
    await expect.poll(() => chart.getAttribute('aria-valuetext')).toMatch(/Mar .*24 licenses, limit 30/);
  });

  test('goes onto paper: without menu and buttons, with the contract open', async () => {
    app.as(lena);
    await open('/portal/brightline');
    await page().emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(() => page().getByRole('navigation').isVisible()).toBe(false);
    await expect.poll(() => page().getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await text('The number of Concurrent Uses of the Software').waitFor();
    const paper = () => page().evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
    await expect.poll(async () => (await page().pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });
});
