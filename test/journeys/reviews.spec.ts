import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const dana: Principal = { kind: 'customer', account: 'dana', customer: 'grown', role: 'customer-member' };
const sam: Principal = { kind: 'staff', account: 'sam', role: 'license-manager' };

const app = appJourney(at('2026-06-10T12:00:00Z'), async ({ send, settle }) => {
  const yaml = { 'content-type': 'application/yaml' };
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['grown']), yaml);
  await send('POST', '/v1/imports/agreements', agreement('grown'), yaml);
  const months = ['01', '02', '03', '04', '05'];
  const used = months.map((month) => event(`r-${month}`, at(`2026-${month}-15`), 40, { user: 'anna' }));
  const lines = { 'content-type': 'application/x-ndjson' };
  await send('POST', '/v1/customers/grown/usage?format=cloudevents', `${used.join('\n')}\n`, lines);
  await settle();
});
const button = (name: RegExp | string) => app.page().getByRole('button', { name });
const text = (words: string | RegExp) => app.page().getByText(words).first();
const press = (key: string) => app.page().keyboard.press(key);
const shots = process.env.GOODTERMS_SHOTS;
const look = async (name: string) => {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await app.page().screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

/** What holds for every page, in both colors and on a phone. */
async function isFine(name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await app.page().emulateMedia({ colorScheme });
    await expect.poll(() => app.violations(), { message: `${name}, ${colorScheme}` }).toEqual([]);
    await look(`${name}-${colorScheme}`);
  }
  await app.page().setViewportSize({ width: 360, height: 800 });
  await expect.poll(() => app.overflow(), { message: name }).toBeLessThanOrEqual(0);
  await look(`${name}-phone`);
  await app.page().setViewportSize({ width: 1400, height: 900 });
}

test('a review is asked for, booked by both sides, held, and its outcomes are kept', async () => {
  app.as(dana);
  await app.open('/portal/grown/reviews');
  await text('No review yet').waitFor();
  await button('Ask for a review').focus();
  await press('Enter');
  await text('Fewer would do').waitFor();
  await text('44 calls would be enough').waitFor();
  await isFine('portal-review');

  app.as(sam);
  await app.open('/reviews');
  await app.page().getByRole('link', { name: 'R-grown-1' }).waitFor();
  await isFine('reviews');
  await app.page().getByRole('link', { name: 'R-grown-1' }).focus();
  await press('Enter');
  await button('Offer times').focus();
  await press('Enter');
  await app.page().getByLabel('Time 1').fill('2026-06-17T10:00');
  await button('Offer these times').click();
  await text('We offered these times').waitFor();
  await isFine('review');

  app.as(dana);
  await app.open('/portal/grown/reviews/R-grown-1');
  await button(/^Choose/).focus();
  await press('Enter');
  await text('Booked for').waitFor();
  await app.page().getByRole('link', { name: 'Add to your calendar' }).waitFor();

  app.turnTo(at('2026-06-18T10:00:00Z'));
  app.as(sam);
  await app.open('/reviews/R-grown-1');
  await button('Write down what came of it').focus();
  await press('Enter');
  await app
    .page()
    .getByLabel(/^Summary/)
    .fill('Much stays unused.');
  await app.page().getByLabel('What', { exact: true }).fill('Fewer calls from January on.');
  await button(/^Keep it/).click();
  await app.page().getByRole('heading', { name: 'What came of it' }).waitFor();
  await text('As both sides saw it').waitFor();
  await isFine('review-held');
  await button('Done: Fewer calls from January on.').focus();
  await press('Enter');
  await expect.poll(() => app.page().getByRole('cell', { name: 'Done', exact: true }).count()).toBe(1);

  app.as(dana);
  await app.open('/portal/grown/reviews/R-grown-1');
  await text('Fewer calls from January on.').waitFor();
  await text('Much stays unused.').waitFor();
  await isFine('portal-review-held');
});
