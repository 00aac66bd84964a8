import { beforeEach, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event } from '#apps/server/given/running.ts';
import { places } from '#apps/workspace/shell/places.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { StaffRole } from '#business/identity/roles.ts';
import { at } from '#test/given.ts';
import { type AppJourney, appJourney } from './appJourney.ts';
import { whole } from './browser.ts';

const people = new Map<string, Principal & { kind: 'staff' }>();
const it = appJourney(at('2026-05-20T10:00:00Z'), prepare);

async function prepare({ send, settle }: AppJourney): Promise<void> {
  const yaml = { 'content-type': 'application/yaml' };
  const duties = `duties:
  - { id: report, text: A report each quarter., plain: You send us a report each quarter., due: { every: quarter, days: 30 }, grace: 10 }
`;
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(['aster', 'birch']), yaml);
  await send('POST', '/v1/imports/agreements', agreement('aster', { rest: duties }), yaml);
  await send('POST', '/v1/imports/agreements', agreement('birch'), yaml);
  const team: [string, string, StaffRole][] = [
    ['Sam Ortiz', 'sam.ortiz@meridian.example', 'license-manager'],
    ['Ada Quist', 'ada@meridian.example', 'auditor'],
  ];
  for (const [name, email, role] of team)
    await send('POST', '/v1/team', JSON.stringify({ name, email, role }));
  const { items } = (await send('GET', '/v1/team')) as {
    items: { id: string; name: string; role: StaffRole }[];
  };
  for (const { id, name, role } of items) people.set(name, { kind: 'staff', account: id, role });
  await send(
    'POST',
    '/v1/customers/aster/usage?format=cloudevents',
    `${event('a', at('2026-04-05'), 130)}\n`,
    { 'content-type': 'application/x-ndjson' },
  );
  await settle();
  await send('POST', '/v1/control-audits', '{}');
}

/** Requests of the page that would change something, and answers that refuse one. */
let changes: string[];
let refused: string[];
beforeEach(() => {
  changes = [];
  refused = [];
  it.page().on('request', (request) => {
    const isLook = /\/preview$/.test(new URL(request.url()).pathname);
    if (request.method() !== 'GET' && !isLook) changes.push(`${request.method()} ${request.url()}`);
  });
  it.page().on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
});

const page = () => it.page();
const as = (name: string) => it.as(people.get(name)!);
const heading = (name: string) => page().getByRole('heading', { level: 1, name });
const palette = () => page().getByRole('dialog', { name: 'Search' });
const field = () => page().getByRole('combobox', { name: /^Search customers/ });

describe('the search', () => {
  test('by keyboard alone: opened, asked with a letter wrong, chosen, gone to', async () => {
    await it.open('/team');
    await whole(page());
    await page().keyboard.press('Control+k');
    await field().waitFor();
    await page().keyboard.type('astor');
    const found = palette().getByRole('option', { name: /Customer\s*Aster Labs/ });
    await found.waitFor();
    await palette()
      .getByText(/^\d+ results?$/)
      .waitFor({ state: 'attached' });
    expect(await it.violations()).toEqual([]);
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('ArrowUp');
    await page().keyboard.press('Enter');
    await heading('Aster Labs').waitFor();
    await palette().waitFor({ state: 'detached' });
  });

  test('finds pages and what can be begun there; says so where it finds nothing; Escape goes back', async () => {
    await it.open('/team');
    await whole(page());
    const button = page().getByRole('button', { name: /^Search/ });
    await button.focus();
    await page().keyboard.press('Enter');
    await field().fill('usage');
    await palette()
      .getByRole('option', { name: /Page\s*Usage files/ })
      .waitFor();
    await palette()
      .getByRole('option', { name: /Command\s*Bring in a file of usage/ })
      .waitFor();
    await field().fill('zzzz');
    await palette().getByText('Nothing is called “zzzz”').waitFor();
    await page().keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test('says what is wrong when it cannot ask', async () => {
    await it.open('/team');
    await whole(page());
    await page().route('**/v1/search*', (route) => route.abort());
    await page().keyboard.press('Control+k');
    await field().fill('aster');
    await palette().getByRole('alert').waitFor();
  });
});

describe('what waits for me, and what I was told', () => {
  test('a finding at a customer I own is a task and a notification; both lead to it; opened is seen', async () => {
    as('Sam Ortiz');
    await it.open('/tasks');
    await page().getByRole('link', { name: 'You may make as many calls' }).waitFor();
    await page().getByText('Overdue (1)').waitFor();
    await page()
      .getByRole('link', { name: /My tasks\s*\d+/ })
      .waitFor();
    expect(await it.violations()).toEqual([]);
    await page().getByRole('link', { name: 'Notifications, 1 not seen' }).click();
    await heading('Notifications').waitFor();
    await page().getByRole('link', { name: 'Something new was found: Aster Labs' }).waitFor();
    expect(await it.violations()).toEqual([]);
    await page().getByRole('link', { name: 'Something new was found: Aster Labs' }).click();
    await heading('Aster Labs').waitFor();
    await page().getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
    await page().waitForURL(/#finding-/);
  });

  test('where there is nothing, it says what comes here', async () => {
    as('Ada Quist');
    await it.open('/tasks');
    await page().getByText('Nothing waits for you.').waitFor();
    await it.open('/notifications');
    await page().getByText('Nothing was told to you yet.').waitFor();
  });
});

/** Presses every button of the page, and whatever sends a form in a dialog that opens. */
const pressEverything = `(async () => {
  for (const button of document.querySelectorAll('main button')) {
    if (!button.isConnected || button.disabled) continue;
    button.click();
    await new Promise(requestAnimationFrame);
    for (const send of document.querySelectorAll('[role="dialog"] button[type="submit"]')) send.click();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  }
})()`;

describe('an auditor', () => {
  const more = ['', '/edit', '/agreements/AG-aster', '/people', '/directory', '/source?source=test'];
  const screens = [
    ...places.map(({ to }) => to),
    ...more.map((part) => `/customers/aster${part}`),
    '/papers/new/customers',
  ];

  test('sees every screen, with nothing to change and nothing broken', async () => {
    as('Ada Quist');
    for (const screen of screens) {
      await it.open(screen);
      await whole(page());
      // Whatever is pressed, and whatever that opens, sends no change.
      await page().evaluate(pressEverything);
      await expect
        .poll(() => page().locator('main button[type="submit"]:enabled').count(), { message: screen })
        .toBe(0);
    }
    expect(changes).toEqual([]);
    expect(refused.filter((one) => !one.includes('/v1/customers/aster/sources/test'))).toEqual([]);
  });

  test('is told who may, where something is not for them', async () => {
    as('Ada Quist');
    await it.open('/triage');
    await page().getByText('Who may: license managers and administrators.').waitFor();
    await it.open('/team');
    const add = page().getByRole('button', { name: 'Add a person' });
    await add.focus();
    await page().keyboard.press('Enter');
    await page()
      .locator('main [role="status"]', { hasText: 'Not with your role (auditor)' })
      .first()
      .waitFor();
    expect(await it.violations()).toEqual([]);
  });
});

test('whoever is of a customer is shown the way to their own room', async () => {
  it.as({ kind: 'customer', account: 'c1', customer: 'aster', role: 'customer-member' });
  await it.open('/catalog');
  await heading('This is the vendor’s room').waitFor();
  await expect.poll(() => page().getByRole('navigation', { name: 'Main' }).getByRole('link').count()).toBe(0);
  expect(await it.violations()).toEqual([]);
});

test('help beside the screen opens at its part, follows links, and goes back', async () => {
  await it.open('/duties');
  await whole(page());
  await page().getByRole('button', { name: 'Help for this page' }).click();
  const help = page().getByRole('dialog', { name: 'Help' });
  await help.getByRole('heading', { name: 'Duties' }).waitFor();
  expect(await it.violations()).toEqual([]);
  await help.getByRole('link', { name: 'importing' }).first().click();
  await help.getByRole('heading', { level: 2, name: 'Importing' }).first().waitFor();
  await help.getByRole('button', { name: 'Back' }).click();
  await help.getByRole('heading', { name: 'Duties' }).waitFor();
  await page().keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
});

describe('on a phone', () => {
  test('the menu opens, leads on, and closes; nothing is wider than the window', async () => {
    await page().setViewportSize({ width: 360, height: 740 });
    await it.open('/');
    await whole(page());
    const menu = page().getByRole('dialog', { name: 'Menu' });
    await page().getByRole('button', { name: 'Menu' }).focus();
    await page().keyboard.press('Enter');
    await menu.getByRole('link', { name: 'Triage' }).waitFor();
    expect(await it.violations()).toEqual([]);
    await menu.getByRole('link', { name: 'Triage' }).click();
    await heading('Triage').waitFor();
    await menu.waitFor({ state: 'detached' });
    for (const to of ['/tasks', '/triage', '/duties', '/quotes', '/controls']) {
      await it.open(to);
      await whole(page());
      expect(await it.overflow(), to).toBeLessThanOrEqual(0);
    }
  });
});

test.each(['/tasks', '/duties', '/customers/aster'])(
  '%s prints as a page of its own: its name and the day, no menu, no buttons',
  async (path) => {
    await it.open(path);
    await whole(page());
    const paper = await page().pdf({ format: 'A4' });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await page().emulateMedia({ media: 'print' });
    await page()
      .getByText(/ · Goodterms, printed on \w+ \d+, 20\d\d$/)
      .waitFor();
    const shown = page().locator(
      'header button:visible, nav[aria-label="Main"]:visible, main button:visible',
    );
    await expect.poll(() => shown.count()).toBe(0);
  },
);
