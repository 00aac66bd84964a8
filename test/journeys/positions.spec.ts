import { describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { writePositions } from '#business/remediation/given/many.ts';
import { withScope } from '#platform/database/scope.ts';
import { at } from '#test/given.ts';
import { type AppJourney, appJourney } from './appJourney.ts';
import { whole } from './browser.ts';

const ids = ['aster', 'birch', 'cedar'];
const many = Array.from({ length: 30 }, (_, n) => `c-${String(n).padStart(5, '0')}`);
const schemes = ['light', 'dark'] as const;

/** Three customers with use, and thirty that have positions alone, so that there is a second page. */
async function prepare(app: AppJourney): Promise<void> {
  const yaml = { 'content-type': 'application/yaml' };
  await app.send('POST', '/v1/imports/catalog', catalog(), yaml);
  await app.send('POST', '/v1/imports/customers', customers(ids), yaml);
  const duties =
    'duties: [{ id: report, text: A report., plain: A report each year., due: { once: 2026-12-01 } }]\n';
  for (const id of ids)
    await app.send('POST', '/v1/imports/agreements', agreement(id, { rest: duties }), yaml);
  for (const [i, id] of ids.entries()) {
    const body = `${event(id, at('2026-10-05'), 90 + 30 * i)}\n`;
    const type = { 'content-type': 'application/x-ndjson' };
    await app.send('POST', `/v1/customers/${id}/usage?format=cloudevents`, body, type);
  }
  await app.settle();
  await app.db().admin.query('INSERT INTO customer_directory SELECT unnest($1::text[])', [many]);
  await withScope(app.db().app, { customers: many, actor: 'test' }, (tx) =>
    writePositions(tx, 0, many.length, 2),
  );
}

const it = appJourney(at('2026-11-22T10:00:00Z'), prepare);
const button = (name: string | RegExp) => it.page().getByRole('button', { name });
const status = () => it.page().getByRole('status').filter({ hasText: 'position' }).first();

describe('the list of positions', () => {
  test('is narrowed by words, status and other filters, all of it in the address; saved, chosen, renamed, removed', async () => {
    await it.open('/');
    await status().getByText('63 positions').waitFor();
    await it.page().getByRole('searchbox').fill('labs');
    await status().getByText('3 of 63 positions').waitFor();
    await button(/^More filters/).click();
    await it.page().getByLabel('Currency').selectOption('EUR');
    await it.page().getByLabel('At stake at least').fill('20');
    await it.page().keyboard.press('Enter');
    await status().getByText('1 of 63 positions').waitFor();
    await it.page().reload();
    await status().getByText('1 of 63 positions').waitFor();
    await expect.poll(() => it.page().getByText('peak: Oct 2026').count()).toBe(1);

    await button('Save this filter').click();
    await it.page().getByLabel('Name').fill('Much at stake');
    await button('Save').last().click();
    await it.page().getByRole('link', { name: 'Much at stake 1' }).waitFor();
    await it.open('/');
    await it.page().getByRole('link', { name: 'Much at stake 1' }).click();
    await status().getByText('1 of 63 positions').waitFor();
    await button(/^Rename or remove/).click();
    await it.page().getByLabel('Name').fill('Large');
    await button('Rename').last().click();
    await it.page().getByRole('link', { name: 'Large 1' }).waitFor();
    await button(/^Rename or remove/).click();
    await button('Remove').last().click();
    await it.page().getByRole('link', { name: 'Large 1' }).waitFor({ state: 'detached' });
  });

  test('is ordered by its headings, read on by a button, and taken along as a file', async () => {
    await it.open('/');
    await button('Customer').click();
    await it.page().locator('th[aria-sort="ascending"]', { hasText: 'Customer' }).waitFor();
    await it.page().getByText('Aster Labs').first().waitFor();
    await button('Customer').click();
    await it.page().locator('th[aria-sort="descending"]', { hasText: 'Customer' }).waitFor();
    await expect.poll(() => it.page().locator('tbody tr').count()).toBe(50);
    await button(/^Show more \(13 left\)/).click();
    await it.page().locator('tbody tr').nth(62).waitFor();
    const download = it.page().waitForEvent('download');
    await it.page().getByRole('link', { name: 'Excel' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('positions.xlsx');
  });

  test('shows its shape while it is read, and what to do when it cannot be', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await it.page().route('**/v1/positions?*', async (route) => {
      await held;
      await route.fulfill({ status: 500, contentType: 'text/plain', body: '' });
    });
    await it.page().route('**/v1/positions', (route) => route.fallback());
    await it.page().goto(`${it.address()}/?words=labs`);
    await it.page().locator('[aria-busy="true"]').waitFor();
    release();
    await it.page().getByRole('alert').waitFor();
    await it.page().unrouteAll();
    await button('Try again').click();
    await status().getByText('3 of 63 positions').waitFor();
    await it.page().getByRole('searchbox').fill('nothing like it');
    await it.page().getByText('No position matches').waitFor();
  });
});

test('a day: a person joins, a finding is triaged, assigned, noted and flagged; the list and the notice say so', async () => {
  await it.open('/team');
  await it.page().getByText('Nobody is here yet').waitFor();
  await button('Add a person').click();
  await it.page().getByLabel('Name').fill('Ada Quist');
  await it.page().getByLabel('E-mail').fill('ada@vendor.example');
  await button('Add').last().click();
  await it.page().getByRole('rowheader', { name: 'Ada Quist' }).waitFor();

  await it.open('/triage');
  await button('Add a row').click();
  await it.page().getByLabel('Excess in %, row 1', { exact: true }).selectOption('between');
  await it.page().getByLabel('Excess in %, row 1: from').fill('30');
  await it.page().getByLabel('Severity of row 1').selectOption('critical');
  await button('Try it on all open findings').click();
  await it.page().getByText('1 finding changes, of 2 open.').waitFor();
  await it.page().getByText('excess in percent from 0').waitFor();
  await button('Publish').click();
  await it.page().getByText('Version 1 is in force').waitFor();

  await it.open('/customers/cedar');
  await it.page().getByLabel('Beacon API, calls').selectOption({ label: 'Ada Quist' });
  await it.page().getByLabel('New note').fill('Called Dana.');
  await button('Keep').click();
  await it.page().getByRole('listitem').getByText('Called Dana.').waitFor();
  await button('Raise a flag').click();
  await it.page().getByRole('dialog').getByLabel('Flag').selectOption('do-not-contact');
  await it.page().getByLabel('Reason').fill('They asked us to.');
  await button('Raise').last().click();
  await it.page().getByText('This customer is not to be contacted for now.').waitFor();
  expect(await it.violations()).toEqual([]);

  await it.open('/?severity=critical');
  const row = it.page().locator('tbody tr');
  await row.getByText('Do not contact').waitFor();
  for (const expected of ['Cedar Labs', 'Ada Quist', 'Critical', 'row 1 of version 1', 'due Dec 22, 2026'])
    await expect.poll(() => row.textContent()).toContain(expected);
});

test('a duty is fulfilled by a dated receipt, and owed again once that is taken back', async () => {
  await it.open('/duties');
  const row = it.page().getByRole('row', { name: /Aster Labs/ });
  await row.getByText('Due', { exact: true }).waitFor();
  await row.getByRole('button').click();
  await it.page().getByLabel('Received on').fill('2026-11-20');
  await button('Keep').click();
  await row.waitFor({ state: 'detached' });
  await button(/^Done/).click();
  await row.getByText('Done').waitFor();
  await row.getByRole('button').click();
  await it.page().getByLabel('Reason').fill('It was of another customer.');
  await button('Take back').last().click();
  await row.getByText('Due', { exact: true }).waitFor();
});

describe.each(schemes)('in %s', (scheme) => {
  test('axe finds nothing, and nothing runs out of the page', async () => {
    await it.page().emulateMedia({ colorScheme: scheme });
    for (const path of ['/?currency=EUR', '/triage', '/team', '/duties', '/customers/cedar']) {
      await it.page().setViewportSize({ width: 420, height: 900 });
      await it.open(path);
      await whole(it.page());
      expect(await it.overflow(), path).toBeLessThanOrEqual(0);
      await it.page().setViewportSize({ width: 1400, height: 900 });
      expect(await it.violations(), path).toEqual([]);
    }
  });
});

test('the keyboard alone reaches a filter, an order, and a customer', async () => {
  await it.open('/');
  await status().getByText('63 positions').waitFor();
  await whole(it.page());
  const focused = () =>
    it
      .page()
      .evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()",
      );
  const tabTo = async (words: RegExp) => {
    for (let presses = 0; presses < 60 && !words.test(String(await focused())); presses += 1)
      await it.page().keyboard.press('Tab');
    await expect.poll(focused).toMatch(words);
  };
  await tabTo(/^Beyond/);
  await it.page().keyboard.press('Space');
  await status()
    .getByText(/of 63 positions/)
    .waitFor();
  await tabTo(/^Renews on/);
  await it.page().keyboard.press('Enter');
  await it.page().locator('th[aria-sort="ascending"]', { hasText: 'Renews on' }).waitFor();
  await tabTo(/Labs$/);
  await it.page().keyboard.press('Enter');
  await it.page().getByRole('heading', { level: 1, name: /Labs$/ }).waitFor();
});
