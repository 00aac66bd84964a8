import { expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const app = appJourney(at('2026-07-10'));
const entry = (id: string) => app.page().locator(`details[id="${id}"]`);

test('an operation is found by a word, opened and copied by keyboard alone, and its schemas lead on', async () => {
  await app.page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('/api');
  await app.page().getByRole('textbox', { name: 'Find' }).fill('positions');
  const operation = entry('getPositions');
  await operation.locator('summary').focus();
  await app.page().keyboard.press('Enter');
  await app
    .page()
    .getByRole('button', { name: 'Copy the example of GET /v1/positions', exact: true })
    .focus();
  await app.page().keyboard.press('Enter');
  await operation.getByText('Copied.').waitFor();
  await expect
    .poll(() => app.page().evaluate(() => navigator.clipboard.readText()))
    .toContain("/v1/positions'");
  expect(await app.violations()).toEqual([]);

  await app.page().getByRole('textbox', { name: 'Find' }).fill('');
  await operation.getByRole('link', { name: 'PositionsPage' }).click();
  await entry('schema-PositionsPage').getByRole('link', { name: 'Position', exact: true }).click();
  await entry('schema-Position').getByText('moneyAtStake').waitFor();
  await app.page().setViewportSize({ width: 360, height: 800 });
  expect(await app.overflow()).toBeLessThanOrEqual(0);
});

test('a link leads to one operation, open; a word nothing is called says what to do', async () => {
  await app.page().emulateMedia({ colorScheme: 'dark' });
  await app.open('/api#postCustomersCustomerFindingsKeyCommand');
  const operation = entry('postCustomersCustomerFindingsKeyCommand');
  await operation.getByText("-H 'if-match:").waitFor();
  await expect.poll(() => operation.getAttribute('open')).not.toBeNull();
  expect(await app.violations()).toEqual([]);
  await app.page().getByRole('textbox', { name: 'Find' }).fill('nothing at all');
  await app.page().getByText('Try a shorter word').waitFor();
});
