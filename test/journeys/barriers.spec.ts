import { describe, expect, test } from 'vitest';
import { overflowOf, violationsOf } from './barriers.ts';
import { journey } from './workspaceJourney.ts';

const widths = [360, 800, 1400] as const;
const schemes = ['light', 'dark'] as const;
const { name, open, page, server } = journey();
const violations = () => violationsOf(page());
const overflow = () => overflowOf(page());

describe.each(schemes)('no barrier that axe knows, in %s', (scheme) => {
  test.each(widths)('%i pixels wide, and nothing runs out of the page', async (width) => {
    await page().setViewportSize({ width, height: 900 });
    await page().emulateMedia({ colorScheme: scheme });
    for (const path of [
      '/',
      '/customers/harbor-finch',
      '/customers/kestrel',
      '/customers/lindqvist',
      '/nowhere',
    ]) {
      await open(path);
      await page().locator('h1').waitFor();
      expect(await violations(), path).toEqual([]);
      expect(await overflow(), path).toBeLessThanOrEqual(0);
    }
    await open('/customers/northwind');
    await page().getByRole('switch').check();
    for (const closed of await page().locator('details').all()) await closed.locator('> summary').click();
    await page().getByText('seat-0001').waitFor();
    expect(await violations(), 'all opened').toEqual([]);
    expect(await overflow(), 'all opened').toBeLessThanOrEqual(0);
    await name('button', 'Dismiss').click();
    await page().getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
    expect(await violations(), 'dialog').toEqual([]);
    for (const scenario of ['empty', 'failing', 'waiting'] as const) {
      server().play(scenario);
      await open('/');
      await page().locator('h1').waitFor();
      expect(await violations(), scenario).toEqual([]);
      server().play('data');
    }
  });
});
