import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { operations } from '#apps/server/access/operations.ts';
import { places } from '#apps/workspace/shell/places.ts';
import { roleCan } from '#business/identity/can.ts';
import { at } from '#test/given.ts';
import { whole } from './browser.ts';
import { demoRoom } from './demoRoom.ts';

/** Three people at their real doors, each with a browser of their own: a customer, a partner, an auditor. */
const room = demoRoom(at('2026-11-22T10:00:00Z'));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const text = (page: Page, words: string | RegExp) => page.getByText(words).first();

test('invited, somebody sees the limit coming, sets an alert, contests a line, gets an answer, and orders more', async () => {
  const sam = await room.pageOf('Sam Ortiz');
  await sam.goto('/customers/harborview/access');
  await sam.getByRole('textbox', { name: /^Name/ }).fill('Nora Blake');
  await sam.getByRole('textbox', { name: /^E-mail/ }).fill('nora.blake@harborview.example');
  await sam.getByLabel('Role', { exact: true }).selectOption('customer-administrator');
  await button(sam, 'Invite').click();
  await text(sam, 'nora.blake@harborview.example is invited').waitFor();

  const nora = await room.pageOf(null);
  await nora.goto(await linkIn('nora.blake@harborview.example'));
  await text(nora, 'Harborview Clinics').waitFor();
  await button(nora, 'Accept and sign in').click();
  await nora.waitForURL('**/portal/harborview**');

  await nora.goto('/portal/harborview');
  await text(nora, 'of 50 seats').waitFor();
  await text(nora, 'Close to the limit').waitFor();
  await text(nora, '3 seats left').waitFor();

  await nora.goto('/portal/harborview/alerts');
  await button(nora, 'Set an alert').click();
  await nora.getByLabel('Percent of the limit').fill('90');
  await nora.getByLabel('Nora Blake').check();
  await button(nora, 'Save').click();
  await text(nora, 'When 90% of the limit is used').waitFor();

  await nora.goto('/portal/harborview/lines/AG-harborview/seats');
  await button(nora, /^This looks wrong: hugo\.berg/).click();
  await nora.getByLabel('This is not one of our people').check();
  await button(nora, 'Send it').click();
  await text(nora, /^Sent\. Sam Ortiz answers by/).waitFor();

  await sam.goto('/questions');
  await sam
    .getByRole('link', { name: /^ASK-harborview-/ })
    .first()
    .click();
  await button(sam, 'Answer').click();
  await sam.getByLabel('The count is right, and here is why').check();
  await sam
    .getByLabel('Your answer')
    .fill('Your directory named him on October 1. Take him out there, and the seat is free.');
  await button(sam, 'Send the answer').click();
  await text(sam, 'Sam Ortiz answered').waitFor();
  await nora.goto(`/portal/harborview/questions/${new URL(sam.url()).pathname.split('/').at(-1)}`);
  await text(nora, 'Take him out there, and the seat is free.').waitFor();

  await nora.goto('/portal/harborview/ways-up/of/AG-harborview/seats');
  await nora.getByRole('link', { name: 'Open the order' }).click();
  await text(nora, 'Leila Haddad').waitFor();
  await nora.getByRole('link', { name: 'Look at it and order' }).click();
  await button(nora, 'Order now').click();
  await nora.getByRole('dialog').getByRole('button', { name: 'Order now' }).click();
  await text(nora, 'It counts already').waitFor();
  await room.settle();
  await nora.goto('/portal/harborview');
  await text(nora, 'of 60 seats').waitFor();
  await sam.goto('/?search=harborview');
  await sam.goto('/customers/harborview');
  await text(sam, /60 = /).waitFor();
}, 240_000);

/** The address in the last letter to somebody, as the demo shows it to its administrator. */
async function linkIn(address: string): Promise<string> {
  const nadia = await room.pageOf('Nadia Kessler');
  const mail = await nadia.request.get('/v1/mail');
  const { items } = (await mail.json()) as { items: { to: { address: string }; text: string }[] };
  const letter = items.find(({ to }) => to.address === address);
  return /https?:\S+/.exec(letter?.text ?? '')![0];
}

describe('a partner', () => {
  test('sees the customers it sells to, and of others not even that they are there', async () => {
    const noor = await room.pageOf('Noor Haddad');
    await noor.goto('/portal');
    await text(noor, 'Harborview Clinics').waitFor();
    await text(noor, 'Copperfield Studio').waitFor();
    await expect
      .poll(() => noor.getByText(/Brightline|Kestrel|Solano|Fjordline|Northwind|Tidewater/).count())
      .toBe(0);
    const [foreign, random] = await Promise.all(
      ['brightline', 'zzzzzzzzzz'].map((one) => noor.request.get(`/v1/portal/${one}/overview`)),
    );
    expect([foreign!.status(), await foreign!.text()]).toEqual([random!.status(), await random!.text()]);
    expect(foreign!.status()).toBe(404);
    await noor.goto('/portal/brightline');
    await noor.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => noor.getByText(/Brightline Engineering|Forge/).count()).toBe(0);
    await noor.goto('/portal/harborview');
    await text(noor, /of \d0 seats/).waitFor();
  });
});

describe('an auditor', () => {
  test('reads every page, and changes nothing by any of the operations', async () => {
    const grace = await room.pageOf('Grace Park');
    for (const { to } of places) {
      await grace.goto(to);
      await whole(grace);
    }
    const own = new Set(['account.own', 'public']);
    const changing = Object.entries(operations).filter(
      ([operation, needed]) =>
        !operation.startsWith('GET ') &&
        !own.has(needed) &&
        !(needed !== 'public' && roleCan('auditor', needed)),
    );
    expect(changing.length).toBeGreaterThan(80);
    for (const [operation] of changing) {
      const [method = '', path = ''] = operation.split(' ');
      const answer = await grace.request.fetch(path.replaceAll(/\{\w+\}/g, 'harborview'), {
        method,
        headers: { origin: room.address() },
        data: {},
      });
      expect([operation, answer.status()]).toEqual([operation, 403]);
    }
    const previews = Object.entries(operations).filter(
      ([operation, needed]) =>
        !operation.startsWith('GET ') &&
        !own.has(needed) &&
        needed !== 'public' &&
        roleCan('auditor', needed),
    );
    expect(previews.map(([operation]) => operation).sort()).toEqual([
      'POST /v1/alert-rules/preview',
      'POST /v1/catalog/preview',
      'POST /v1/customers/{customer}/agreements/preview',
      'POST /v1/triage/preview',
    ]);
  });
});
