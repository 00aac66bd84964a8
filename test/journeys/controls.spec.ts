import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-07-10');
const app = appJourney(start, async ({ send, settle }) => {
  const yaml = { 'content-type': 'application/yaml' };
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['alive', 'silent']), yaml);
  await send('POST', '/v1/imports/agreements', [agreement('alive'), agreement('silent')].join('---\n'), yaml);
  for (const [id, days] of [
    ['alive', -1],
    ['silent', -100],
  ] as const)
    await send(
      'POST',
      `/v1/customers/${id}/usage?format=cloudevents`,
      `${event(id, after(start, days * day), 1)}\n`,
      {
        'content-type': 'application/x-ndjson',
      },
    );
  await settle();
});
const button = (name: RegExp | string) => app.page().getByRole('button', { name });

test('a quarter is checked, what is missing is accepted with a reason by keyboard alone, and the audit is closed', async () => {
  await app.open('/controls');
  await app.page().getByText('No quarter has been checked yet').waitFor();
  expect(await app.violations()).toEqual([]);
  await button('Run the checklist for 2026-Q3').focus();
  await app.page().keyboard.press('Enter');
  const silent = app.page().getByRole('listitem').filter({ hasText: 'Has every source' });
  await silent.getByText('1 of 2').waitFor();
  await button(/Accept as it is ?: Has every source/).focus();
  await app.page().keyboard.press('Enter');
  await app.page().getByRole('dialog').waitFor();
  // The dialog puts the cursor there once it is open.
  await app.page().locator('[role=dialog] textarea:focus').waitFor();
  await app.page().keyboard.type('Their gateway is being moved until August.');
  expect(await app.violations()).toEqual([]);
  await app.page().keyboard.press('Tab');
  await app.page().keyboard.press('Tab');
  await app.page().keyboard.press('Enter');
  await silent.getByText('Accepted as it is: Their gateway').waitFor();
  await button('Close the audit of 2026-Q3').click();
  await app
    .page()
    .getByText(/^Closed /)
    .waitFor();

  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page().emulateMedia({ colorScheme });
    await app.page().locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    expect(await app.violations(), colorScheme).toEqual([]);
  }
  await app.page().setViewportSize({ width: 360, height: 800 });
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});

test('while it fails the page says what to do, and tries again', async () => {
  await app.page().route('**/v1/control-audits', (route) => route.fulfill({ status: 500, body: 'no' }));
  await app.open('/controls');
  await app.page().getByRole('heading', { name: 'The server did not answer as expected' }).waitFor();
  await app.page().unroute('**/v1/control-audits');
  await button('Try again').click();
  await app.page().getByRole('heading', { name: '2026-Q3' }).waitFor();
});
