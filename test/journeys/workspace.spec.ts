import { describe, expect, test } from 'vitest';
import { journey } from './workspaceJourney.ts';

const { name, open, page, server } = journey();

describe('positions', () => {
  test('show in one line what they come to, worst first, each row a link to its customer', async () => {
    await open('/');
    await name('heading', 'Positions').waitFor();
    const summary = page().getByText('positions beyond').locator('..');
    await expect
      .poll(() => summary.textContent())
      .toBe('7 customers, 3 positions beyond what was agreed, €828.51 and $3,180.00 at stake.');
    const rows = page().locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(9);
    await expect.poll(() => rows.first().textContent()).toContain('Harbor & Finch Logistics');
    await expect.poll(() => page().title()).toBe('Positions · Goodterms');

    await rows.nth(1).click();
    await name('heading', 'Northwind Robotics').waitFor();
    await expect.poll(() => page().url()).toBe(`${server().url}/customers/northwind`);
    await expect.poll(() => page().title()).toBe('Northwind Robotics · Goodterms');
  });

  test('are filtered by words and status, and the address keeps the filter', async () => {
    await open('/');
    await name('button', /^Beyond/).click();
    await page().getByText('3 of 9 positions').waitFor();
    await page().getByRole('searchbox').fill('atlas');
    await page().getByText('1 of 9 positions').waitFor();
    await page().reload();
    await page().getByText('1 of 9 positions').waitFor();
    await expect.poll(() => name('button', /^Beyond/).getAttribute('aria-pressed')).toBe('true');
    await page().getByRole('searchbox').fill('nothing like it');
    await page().getByText('No position matches').waitFor();
  });

  test('of a vendor who has imported nothing say what to do, with lines to copy', async () => {
    server().play('empty');
    await open('/');
    await name('heading', 'No positions yet').waitFor();
    const lines = page().locator('ol code');
    await expect.poll(() => lines.count()).toBe(4);
    await expect.poll(() => lines.first().textContent()).toContain(`${server().url}/v1/imports/catalog`);
  });

  test('show their shape while they are read, then themselves', async () => {
    server().play('waiting');
    await open('/');
    await page().locator('[aria-busy="true"]').waitFor();
    server().play('data');
    await page().locator('tbody tr').first().waitFor();
  });

  test('that cannot be read say why and what to do, and can be tried again', async () => {
    server().play('failing');
    await open('/');
    const alert = page().getByRole('alert');
    await expect
      .poll(() => alert.textContent())
      .toMatch(/Something broke[\s\S]*could not be read[\s\S]*Try again in a minute/);
    server().play('data');
    await name('button', 'Try again').click();
    await page().locator('tbody tr').first().waitFor();
  });
});

describe('a customer', () => {
  test('who does not exist is said not to, with the way back', async () => {
    await open('/customers/nobody');
    await name('heading', 'There is no such customer').waitFor();
    await name('link', 'See all positions').click();
    await name('heading', 'Positions').waitFor();
    await open('/no/such/page');
    await name('heading', 'There is no such page').waitFor();
  });

  test('without findings is said to be within what was agreed', async () => {
    await open('/customers/sato');
    await page().getByText('Nothing was found beyond what was agreed.').waitFor();
    await expect.poll(() => name('heading', 'What we found').count()).toBe(0);
  });

  test('has limit, measured value and cause of a finding in plain sight', async () => {
    await open('/customers/northwind');
    const finding = page().locator('article', { has: name('heading', 'Atlas Analytics: 11 seats beyond') });
    for (const fact of [
      '120 seats',
      '131 seats',
      '11 seats',
      'Sep 1, 2026',
      'Oct 2026',
      'Growth: 24 people',
    ]) {
      await expect.poll(() => finding.textContent()).toContain(fact);
    }
  });

  test('has a chart that says in words what it draws, window by window with the arrow keys, and as a table', async () => {
    await open('/customers/northwind');
    const figure = page().getByRole('figure');
    const drawing = figure.getByRole('img');
    const described = drawing.locator('desc');
    await expect.poll(() => described.textContent()).toContain('11 windows, 3 of them beyond');
    const changes = figure.getByRole('list');
    await expect.poll(() => changes.textContent()).toContain('15 by grant EX-2026-014');

    const walker = figure.getByRole('slider');
    const at = () => walker.getAttribute('aria-valuetext');
    await walker.focus();
    await expect.poll(at).toBe('Nov 2026: 127 seats used, 120 allowed, beyond');
    await page().keyboard.press('ArrowLeft');
    await expect.poll(at).toBe('Oct 2026: 131 seats used, 120 allowed, beyond');
    await page().keyboard.press('Home');
    await expect.poll(at).toBe('Jan 2026: 82 seats used, 100 allowed');

    await figure.getByText('The same as a table').click();
    const rows = figure.locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(11);
    const cells = rows.nth(9).locator('th, td');
    await expect.poll(() => cells.allTextContents()).toEqual(['Oct 2026', '131', '120', 'beyond']);
  });

  test('whose use is counted apart shows the chart of each group', async () => {
    await open('/customers/kestrel');
    await page().getByLabel('Counted apart').selectOption('North America');
    await page().getByText('Forge Compute, North America').first().waitFor();
    const walker = page().getByRole('slider');
    await expect.poll(() => walker.getAttribute('aria-valuetext')).toContain('31 cores used');
  });

  test('has a notice whose facts can be marked and traced', async () => {
    await open('/customers/northwind');
    await page().getByRole('switch', { name: 'Mark every fact' }).check();
    const marked = "[...document.querySelectorAll('mark')].map((mark) => mark.firstChild.textContent)";
    await expect.poll(() => page().evaluate<string[]>(marked)).toContain('December 7, 2026');
    const facts = page().getByRole('region', { name: 'Facts in this message' });
    await expect.poll(() => facts.textContent()).toContain('the effective limit, 120 = 120 signed');
    const unsent = page().getByText('Not sent:').locator('..');
    await expect.poll(() => unsent.textContent()).toContain('has to be confirmed first');
  });
});

describe('deciding on a finding', () => {
  test('goes all the way by keyboard: from the positions to a counted unit to the confirmation', async () => {
    await open('/');
    await page().locator('tbody tr').first().waitFor();
    await tabTo('Northwind Robotics');
    await page().keyboard.press('Enter');
    await name('heading', 'Northwind Robotics').waitFor();
    await tabTo('Confirm');
    await tabTo('Show me why');
    await page().keyboard.press('Enter');
    await page().getByText('seat-0001').waitFor();
    await tabTo('Show the counted units of Sep 2026');
    await page().keyboard.press('Enter');
    await page().getByText('Sep 2026: 128 rows').waitFor();
    await tabTo('Counted units of Sep 2026');
    await tabTo('Rows after');
    await page().keyboard.press('Enter');
    await page().getByText('seat-0051').waitFor();
    await expect.poll(() => page().getByText('Shown: 51 to 100').count()).toBe(1);

    await tabTo('Confirm', 'Shift+Tab');
    await page().keyboard.press('Enter');
    // The button behind the dialog is called so too: the dialog has to have taken the cursor.
    await page().locator('[role=dialog] :focus').waitFor();
    await tabTo('Confirm');
    await page().keyboard.press('Enter');
    await page().getByText('Confirmed. The page shows it as it is now.').waitFor();
    expect(server().received).toHaveLength(1);
    expect(server().received[0]).toMatchObject({ command: 'confirm', seen: 3 });
    expect(server().received[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a dismissal needs a reason, and shows it afterwards', async () => {
    await open('/customers/northwind');
    await name('button', 'Dismiss').click();
    const dialog = page().getByRole('dialog');
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await dialog.getByText('Say why').waitFor();
    expect(server().received).toEqual([]);

    await dialog.getByLabel('Reason').fill('Two of them are service accounts.');
    await dialog.getByLabel('Cause').selectOption('Somebody was counted twice');
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(server().received[0]).toMatchObject({
      body: { reason: 'Two of them are service accounts.', cause: 'double-count' },
      seen: 3,
    });
    await page().getByText('Show me why').click();
    await page().getByText('Dismissed: Two of them are service accounts.').waitFor();
    await name('button', 'Reopen').click();
    await page().getByRole('dialog').getByText('Reopen this finding').waitFor();
  });

  test('what is not possible says why, and does nothing', async () => {
    await open('/customers/harbor-finch');
    const confirm = name('button', 'Confirm');
    await expect.poll(() => confirm.getAttribute('aria-disabled')).toBe('true');
    const why = await confirm.getAttribute('aria-describedby');
    const reason = page().locator(`[id="${why}"]`);
    await expect.poll(() => reason.textContent()).toContain('Verification has not passed');
    await confirm.focus();
    await page().keyboard.press('Enter');
    await expect.poll(() => page().getByRole('dialog').count()).toBe(0);
  });

  test('when somebody else was faster, shows what changed before it can be sent again', async () => {
    await open('/customers/northwind');
    await name('button', 'Confirm').click();
    const dialog = page().getByRole('dialog');
    server().moveOn();
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    const refusal = dialog.getByRole('alert');
    await refusal.getByText('Measured: 131 → 129').waitFor();
    await expect.poll(() => refusal.textContent()).toContain('Lower: a person was counted twice');
    await dialog.getByRole('button', { name: 'I have read it' }).click();
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(server().received.map(({ seen }) => seen)).toEqual([3, 4]);
    expect(new Set(server().received.map(({ key }) => key)).size).toBe(2);
  });
});

describe('the shell', () => {
  test('has a skip link, one main landmark, and colors that follow the system until they are chosen', async () => {
    await page().emulateMedia({ colorScheme: 'dark' });
    await open('/');
    await name('heading', 'Positions').waitFor();
    await page().keyboard.press('Tab');
    await expect.poll(focused).toBe('Skip to the page');
    await page().keyboard.press('Enter');
    await expect.poll(() => page().evaluate('document.activeElement.tagName')).toBe('MAIN');
    await expect.poll(() => page().getByRole('main').count()).toBe(1);
    const scheme = () => page().evaluate('document.documentElement.dataset.mantineColorScheme');
    await expect.poll(scheme).toBe('dark');
    await page().getByRole('radiogroup', { name: 'Colors' }).getByText('Light').click();
    await expect.poll(scheme).toBe('light');
    await page().reload();
    await expect.poll(scheme).toBe('light');
  });

  test('prints the pages without what is only for the screen', async () => {
    await open('/customers/northwind');
    await name('button', 'Confirm').waitFor();
    await page().emulateMedia({ media: 'print' });
    await page().getByText('shall not be deemed excess use').waitFor();
    await name('heading', 'Northwind Robotics').waitFor();
    await expect.poll(() => page().getByRole('button').count()).toBe(0);
  });
});

async function focused(): Promise<string> {
  return page().evaluate(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim() ?? ''",
  );
}

/** Presses Tab until the element with this name has the focus; fails where the keyboard cannot reach it. */
async function tabTo(words: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await focused()) === words) return;
    await page().keyboard.press(key);
  }
  throw new Error(`"${words}" was not reached with ${key}`);
}
