import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { appJourney } from './appJourney.ts';

const start = at('2026-04-10T12:00:00Z');
const dana: Principal = { kind: 'customer', account: 'dana', customer: 'grown', role: 'customer-member' };
let sam: Principal;

const app = appJourney(start, async ({ send, settle, db }) => {
  const yaml = { 'content-type': 'application/yaml' };
  const measure = '{ aggregate: { unique: who }, window: month }';
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['grown']), yaml);
  const text = agreement('grown', { measure }).replace('quantity: 100', 'quantity: 2');
  await send('POST', '/v1/imports/agreements', text, yaml);
  const member = { name: 'Sam Ortiz', email: 'sam.ortiz@meridian.example', role: 'license-manager' };
  const { items } = (await send('POST', '/v1/team', JSON.stringify(member))) as { items: { id: string }[] };
  sam = { kind: 'staff', account: items[0]!.id, role: 'license-manager' };
  const used = ['anna', 'ben', 'carl'].map((user, i) => event(`r-${i}`, at('2026-04-02'), 1, { user }));
  const lines = { 'content-type': 'application/x-ndjson' };
  await send('POST', '/v1/customers/grown/usage?format=cloudevents', `${used.join('\n')}\n`, lines);
  await inAccess(db().app, 'staff', async (tx) => {
    const by = { actor: 'staff', now: start };
    const whose = { kind: 'customer', customer: 'grown', role: 'customer-member' } as const;
    const person = { name: 'Dana Wells', email: 'dana@grown.example' };
    await inviteAccount(tx, { id: 'dana', whose, person }, by);
    await acceptAccount(tx, 'dana', by);
  });
  await settle();
});
const button = (name: RegExp | string) => app.page().getByRole('button', { name });
const text = (words: string | RegExp) => app.page().getByText(words).first();
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await app.page().keyboard.press(key);
};
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

test('a customer asks, is told who answers by when, and the answer comes', async () => {
  app.as(dana);
  await app.open('/portal/grown/questions');
  await text('You have not asked anything yet').waitFor();
  await look('portal-questions-empty');
  await app.page().getByRole('link', { name: 'Ask a question' }).focus();
  await press('Enter');
  await app.page().getByRole('heading', { name: 'Ask a question' }).waitFor();
  await button('Send the question').click();
  await text('Write a sentence.').waitFor();
  await look('portal-ask');
  await app.page().getByLabel('Your question').fill('When does our quota begin anew?');
  await button('Send the question').focus();
  await press('Enter');
  await app.page().getByRole('heading', { name: 'Question ASK-grown-1' }).waitFor();
  await text('Sam Ortiz answers by April 14, 2026').waitFor();

  app.as(sam);
  await app.open('/questions');
  await app.page().getByRole('link', { name: 'ASK-grown-1' }).waitFor();
  await isFine('questions');
  await app.page().getByRole('link', { name: 'ASK-grown-1' }).focus();
  await press('Enter');
  await button('Answer').focus();
  await press('Enter');
  await app.page().locator('[role=dialog] textarea:focus, [role=dialog] input:focus').waitFor();
  await button('Send the answer').click();
  await text('Write a sentence.').waitFor();
  await app.page().getByLabel('Your answer').fill('On the first of each month.');
  await button('Send the answer').click();
  await text('Sam Ortiz answered').waitFor();
  await button('Add a note for us').click();
  await app.page().getByRole('textbox', { name: 'Note' }).fill('They read the guide.');
  await button('Keep the note').click();
  await text('They read the guide.').waitFor();
  await isFine('question');

  app.as(dana);
  await app.open('/portal/grown/questions/ASK-grown-1');
  await text('On the first of each month.').waitFor();
  await expect.poll(() => app.page().getByText('They read the guide.').count()).toBe(0);
  await isFine('portal-question');
  await button('Close the question').click();
  await text('Dana Wells closed it').waitFor();
});

test('a line looks wrong: nobody is contacted, it is put right, and the customer sees the new count', async () => {
  app.as(dana);
  await app.open('/portal/grown/lines/AG-grown/calls');
  await button(/This looks wrong: carl/).click();
  await app.page().getByRole('dialog').waitFor();
  await app.page().getByLabel('This is a machine for tests').check();
  await isFine('portal-contest');
  await button('Send it').click();
  await text(/Sent\. Sam Ortiz answers by April 17, 2026/).waitFor();
  await app.page().getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await text('You told us: This is a machine for tests.').waitFor();
  await look('portal-line');
  await app.settle();

  app.as(sam);
  await app.open('/customers/grown');
  await text('Show me why').click();
  await text(/The customer says of a line of this count that it is wrong/).waitFor();
  await app.page().getByRole('link', { name: 'ASK-grown-2' }).first().click();
  await app.page().getByRole('heading', { name: 'Question ASK-grown-2' }).waitFor();
  await button('Answer').click();
  await app.page().getByLabel('The customer is right', { exact: true }).check();
  await button('Leave carl out of the count').click();
  await expect.poll(() => app.page().getByLabel('A decision about people').inputValue()).toBe('P-1');
  await app.page().getByLabel('Your answer').fill('You are right, it is a build machine.');
  await isFine('answer');
  await button('Send the answer').click();
  await text('Decision P-1 about people').waitFor();
  await app.settle();

  app.as(dana);
  await app.open('/portal/grown/questions/ASK-grown-2');
  await text('You were right').waitFor();
  await text('Before: 3 of 2. Now: 2 of 2.').waitFor();
  await look('portal-contest-answered');
  await app.open('/portal/grown/lines/AG-grown/calls');
  await text('Your line does not count any more. Before: 3 of 2. Now: 2 of 2.').waitFor();
  await look('portal-line-answered');
});

test('somebody of the customer sets an alert of their own, and chooses what to hear', async () => {
  app.as(dana);
  await app.open('/portal/grown/alerts');
  await text('You have set no alert yet').waitFor();
  await button('Set an alert').focus();
  await press('Enter');
  await app.page().getByLabel('Percent of the limit').fill('none');
  await button('Save').click();
  await text('Give a number such as 80.').waitFor();
  await look('portal-alert-dialog');
  await app.page().getByLabel('Percent of the limit').fill('70');
  await app.page().getByLabel('Dana Wells').check();
  await button('Save').click();
  await text('When 70% of the limit is used').waitFor();
  await app.settle();
  await app.open('/portal/grown/alerts');
  await text('Reached').waitFor();
  await app.page().getByLabel('Tell me nothing').check();
  await text('Kept.').waitFor();
  await isFine('portal-alerts');
  await button('Take away').click();
  await text('You have set no alert yet').waitFor();
});

test('by when we answer is set in the workspace', async () => {
  app.as(sam);
  await app.open('/questions/policy');
  await app.page().getByLabel('Business days for a question').fill('3');
  await app.page().getByLabel('Days on which nobody works').fill('2026-04-14');
  await button('Save').click();
  await text('Apr 16, 2026').waitFor();
  await isFine('answer-policy');
});
