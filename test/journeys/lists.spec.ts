import { describe, expect, test } from 'vitest';
import { customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';
import { type AppJourney, appJourney } from './appJourney.ts';

/** A list page: what it reads, and what it says where there is nothing yet. */
type ListPage = {
  readonly path: string;
  readonly title: string;
  readonly reads: string;
  readonly nothing: RegExp;
};

const pages: readonly ListPage[] = [
  { path: '/tasks', title: 'My tasks', reads: '/v1/tasks', nothing: /Nothing waits for you/ },
  {
    path: '/notifications',
    title: 'Notifications',
    reads: '/v1/notifications',
    nothing: /Nothing was told to you yet/,
  },
  { path: '/customers', title: 'Customers', reads: '/v1/customers', nothing: /First steps/ },
  { path: '/alerts', title: 'Alerts', reads: '/v1/alerts', nothing: /Nobody is close to a limit/ },
  { path: '/duties', title: 'Duties', reads: '/v1/duties', nothing: /No agreement has duties yet/ },
  { path: '/sources', title: 'Sources', reads: '/v1/sources', nothing: /Nothing has come in yet/ },
  { path: '/imports', title: 'Usage files', reads: '/v1/usage-imports', nothing: /Nothing has come in yet/ },
  { path: '/papers', title: 'Spreadsheets', reads: '/v1/paper-imports', nothing: /No file|Nothing/ },
  { path: '/quotes', title: 'Quotes', reads: '/v1/quotes', nothing: /There is no quote yet/ },
  { path: '/partners', title: 'Partners', reads: '/v1/partners', nothing: /No partner is known/ },
  { path: '/catalog', title: 'Catalog', reads: '/v1/catalog', nothing: /./ },
  { path: '/team', title: 'Team', reads: '/v1/team', nothing: /Nobody is here yet/ },
  { path: '/triage', title: 'Triage', reads: '/v1/triage', nothing: /There is no table yet/ },
  {
    path: '/controls',
    title: 'Controls',
    reads: '/v1/control-audits',
    nothing: /No quarter has been checked yet/,
  },
];

const it = appJourney(at('2026-11-22T10:00:00Z'));

/** What axe finds, and how far the page runs out of a narrow window, in light and dark. */
async function expectSound(what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await it.page().emulateMedia({ colorScheme });
    await it.page().locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    expect(await it.violations(), `${what}, ${colorScheme}`).toEqual([]);
  }
  await it.page().setViewportSize({ width: 360, height: 800 });
  expect(await it.overflow(), `${what}, narrow`).toBeLessThanOrEqual(0);
  await it.page().setViewportSize({ width: 1400, height: 900 });
}

describe.each(pages)('$path', ({ path, title, reads, nothing }) => {
  test('says that it is being read, that it cannot be, and, tried again, what to do where there is nothing', async () => {
    const page = it.page();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const isAsked = (url: URL) => url.pathname === reads;
    await page.route(isAsked, async (route) => {
      await held;
      await route.fulfill({ status: 500, contentType: 'text/plain', body: '' });
    });
    await it.open(path);
    await page.locator('main [aria-busy="true"]').first().waitFor();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectSound(`${path} while it is read`);

    answer();
    await page.getByRole('alert').first().waitFor();
    await expectSound(`${path} when it cannot be read`);

    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('main').getByText(nothing).first().waitFor();
    await expectSound(`${path} where there is nothing`);
  });
});

describe('with rows', () => {
  const many = Array.from({ length: 70 }, (_, n) => `many${String(n).padStart(2, '0')}`);

  test('the keyboard alone reaches filter, rows and the next page', async () => {
    await fill(it);
    await walk('/customers', [/^Name or id/, /^Segment/, /^Many00 Labs/, /^Edit Many00 Labs/, /^Show more/]);
    await it.page().keyboard.press('Enter');
    await it.page().getByRole('link', { name: 'Many69 Labs', exact: true }).waitFor();
    await walk('/sources', [/^Show/, /^Search/, /gateway/, /^Many00 Labs/, /^Show more/]);
    await it.page().keyboard.press('Enter');
    await it.page().getByRole('link', { name: 'Many69 Labs' }).waitFor();
    await walk('/imports', [/^Whose usage/, /^Status/, /.+/, /^Many69 Labs/, /^Show older ones/]);
    await it.page().keyboard.press('Enter');
    await it.page().getByRole('link', { name: 'Many00 Labs' }).waitFor();
  });

  /** Seventy customers with a source and an import each: more than a page of every list. */
  async function fill({ send, settle }: AppJourney): Promise<void> {
    await send('POST', '/v1/imports/customers', customers(many), { 'content-type': 'application/yaml' });
    for (const id of many)
      await send(
        'POST',
        `/v1/customers/${id}/usage?format=cloudevents`,
        `${event(id, at('2026-10-05'), 1)}\n`,
        { 'content-type': 'application/x-ndjson' },
      );
    await settle();
  }

  /** Presses the tabulator from the top of a page until each of these was reached, in this order. */
  async function walk(path: string, stops: readonly RegExp[]): Promise<void> {
    const page = it.page();
    await it.open(path);
    await page.locator('tbody tr').first().waitFor();
    const focused = () =>
      page.evaluate<string>(
        `(() => {
          const it = document.activeElement;
          return it.getAttribute('aria-label') ?? (it.labels?.[0] ?? it).textContent.trim();
        })()`,
      );
    for (const stop of stops) {
      let presses = 0;
      do await page.keyboard.press('Tab');
      while (!stop.test(await focused()) && presses++ < 300);
      await expect.poll(focused, { message: path }).toMatch(stop);
    }
  }
});
